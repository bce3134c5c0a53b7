/** From the parts of an encrypted backup to the backup: all of it as it was made, or nothing. */

import {
  decrypt,
  FRAME_HEAD_SIZE,
  type Head,
  keyFrom,
  MOST_ITERATIONS,
  parseHead,
  PREFACE_SIZE,
  TAG_SIZE,
} from "./cipher.ts";
import { newReader, type Reader } from "./reader.ts";
import { BackupError } from "./refused.ts";

/** A part that can be read from its beginning again. */
export interface PartSource {
  /** What it is called. */
  name: string;
  /** Its bytes. */
  read(): AsyncIterable<Uint8Array>;
}

/** A part whose beginning was read. */
interface OpenedPart extends PartSource {
  head: Head;
  preface: Uint8Array<ArrayBuffer>;
}

/**
 * The bytes of the backup, from its parts in any order.
 *
 * @throws {BackupError} on a wrong passphrase, or when anything is missing, damaged or out of place.
 */
export async function* decryptedBackup(
  sources: readonly PartSource[],
  passphrase: string,
): AsyncGenerator<Uint8Array> {
  const parts = inOrder(await Promise.all(sources.map(opened)));
  const key = await keyFrom(passphrase, parts[0]!.head);
  await refuseWrongHeads(parts, key);
  yield* ReadableStream.from(piecesOf(parts, key)).pipeThrough(new DecompressionStream("gzip"));
}

async function opened(source: PartSource): Promise<OpenedPart> {
  const reader = newReader(source.read());
  try {
    const preface = await reader.take(PREFACE_SIZE);
    const head = preface && parseHead(preface);
    if (!preface || !head || head.iterations < 1 || head.iterations > MOST_ITERATIONS) {
      throw new BackupError(`${source.name} is no part of an encrypted backup, or is damaged`);
    }
    return { ...source, head, preface };
  } finally {
    await reader.close();
  }
}

/** By their numbers, none missing and none twice. */
function inOrder(parts: readonly OpenedPart[]): OpenedPart[] {
  const [first] = parts;
  if (!first) throw new BackupError("Cannot decrypt: there is no part");
  for (const { name, head } of parts) {
    const isSame = head.iterations === first.head.iterations &&
      String(head.salt) === String(first.head.salt);
    if (!isSame) {
      throw new BackupError(`${first.name} and ${name} are of different backups, or damaged`);
    }
  }
  const sorted = parts.toSorted((a, b) => a.head.number - b.head.number);
  sorted.forEach(({ name, head: { number } }, i) => {
    const before = sorted[i - 1];
    if (before?.head.number === number) {
      throw new BackupError(`${before.name} and ${name} are the same part, number ${number}`);
    }
    if (number !== i + 1) {
      throw new BackupError(`The backup is incomplete: part ${i + 1} is missing`);
    }
  });
  return sorted;
}

/** With the right passphrase every head is as it was sealed. */
async function refuseWrongHeads(parts: readonly OpenedPart[], key: CryptoKey): Promise<void> {
  const right = await Promise.all(parts.map(async ({ head, preface }) => {
    const seal = preface.slice(PREFACE_SIZE - TAG_SIZE);
    return await decrypt(key, { head, sort: "head", count: head.number }, seal) !== null;
  }));
  const damaged = parts.find((_, i) => !right[i]);
  if (!damaged) return;
  if (!right.includes(true)) throw new BackupError("Cannot decrypt: the passphrase is wrong");
  throw new BackupError(`${damaged.name} is damaged at its beginning, or has a changed number`);
}

/** The compressed backup, piece by piece. */
async function* piecesOf(
  parts: readonly OpenedPart[],
  key: CryptoKey,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let count = 0;
  let isOver = false;
  for (const part of parts) {
    const reader = newReader(part.read());
    try {
      await reader.take(PREFACE_SIZE);
      while (!await reader.isAtEnd()) {
        if (isOver) throw new BackupError(`${part.name} goes on after the end of the backup`);
        const { size, isLast } = await frameHeadIn(reader, part);
        const sealed = await reader.take(size);
        if (!sealed) throw new BackupError(`${part.name} is cut off`);
        const spot = { head: part.head, sort: isLast ? "last" as const : "piece" as const, count };
        const bytes = await decrypt(key, spot, sealed);
        if (!bytes) throw new BackupError(`${part.name} is damaged`);
        yield bytes;
        isOver = isLast;
        count++;
      }
    } finally {
      await reader.close();
    }
  }
  if (!isOver) {
    throw new BackupError("The backup is incomplete: its last part, or its end, is missing");
  }
}

/** Far more than any frame has: a damaged size must not fill the memory. */
const MOST_OF_A_FRAME = 64 * 1024 * 1024;

async function frameHeadIn(
  reader: Reader,
  { name }: OpenedPart,
): Promise<{ size: number; isLast: boolean }> {
  const bytes = await reader.take(FRAME_HEAD_SIZE);
  if (!bytes) throw new BackupError(`${name} is cut off`);
  const size = new DataView(bytes.buffer).getUint32(0);
  const flag = bytes[FRAME_HEAD_SIZE - 1]!;
  if (size < TAG_SIZE || size > MOST_OF_A_FRAME || flag > 1) {
    throw new BackupError(`${name} is damaged`);
  }
  return { size, isLast: flag === 1 };
}
