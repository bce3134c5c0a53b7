/** A backup, compressed and encrypted, in parts that can be sent. */

import {
  encrypt,
  formatHead,
  FRAME_HEAD_SIZE,
  type Head,
  ITERATIONS,
  keyFrom,
  newSalt,
  PREFACE_SIZE,
  TAG_SIZE,
} from "./cipher.ts";

/** A part of an encrypted backup. */
export interface Part {
  /** From 1. */
  number: number;
  /** There are no more. */
  isLast: boolean;
  /** Its bytes, in pieces. */
  pieces: Uint8Array<ArrayBuffer>[];
}

/** Options of {@linkcode encryptedParts}. */
export interface EncryptOptions {
  /** What it can be decrypted with. */
  passphrase: string;
  /** Most bytes of a part. */
  partSize: number;
  /** Bytes that are encrypted at once; a part holds at least one such frame. */
  frameSize?: number;
  /** How often the passphrase is hashed. */
  iterations?: number;
}

const FRAME_SIZE = 1024 * 1024;

/** The parts, one after the other; no more than one of them is in memory. */
export async function* encryptedParts(
  chunks: AsyncIterable<Uint8Array<ArrayBuffer>>,
  { passphrase, partSize, frameSize = FRAME_SIZE, iterations = ITERATIONS }: EncryptOptions,
): AsyncGenerator<Part> {
  const common = { salt: newSalt(), iterations };
  const key = await keyFrom(passphrase, common);
  const compressed = ReadableStream.from(chunks).pipeThrough(new CompressionStream("gzip"));
  let part: { head: Head; pieces: Uint8Array<ArrayBuffer>[]; size: number } | null = null;
  let count = 0;
  for await (const { bytes, isLast } of framesOf(compressed, frameSize)) {
    const size = FRAME_HEAD_SIZE + bytes.length + TAG_SIZE;
    if (part && part.size + size > partSize) {
      yield { number: part.head.number, isLast: false, pieces: part.pieces };
      part = await begin(key, { ...common, number: part.head.number + 1 });
    }
    part ??= await begin(key, { ...common, number: 1 });
    const spot = { head: part.head, sort: isLast ? "last" as const : "piece" as const, count };
    part.pieces.push(frameHead(bytes.length + TAG_SIZE, isLast), await encrypt(key, spot, bytes));
    part.size += size;
    count++;
    if (isLast) yield { number: part.head.number, isLast, pieces: part.pieces };
  }
}

async function begin(key: CryptoKey, head: Head) {
  const spot = { head, sort: "head" as const, count: head.number };
  const seal = await encrypt(key, spot, new Uint8Array());
  return { head, pieces: [formatHead(head), seal], size: PREFACE_SIZE };
}

function frameHead(size: number, isLast: boolean): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(FRAME_HEAD_SIZE);
  new DataView(bytes.buffer).setUint32(0, size);
  bytes[FRAME_HEAD_SIZE - 1] = isLast ? 1 : 0;
  return bytes;
}

/** Pieces of exactly that size; only the last one is shorter, and it may be empty. */
async function* framesOf(
  chunks: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<{ bytes: Uint8Array<ArrayBuffer>; isLast: boolean }> {
  let frame = new Uint8Array(size);
  let filled = 0;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length;) {
      if (filled === size) {
        yield { bytes: frame, isLast: false };
        frame = new Uint8Array(size);
        filled = 0;
      }
      const taken = chunk.subarray(at, at + size - filled);
      frame.set(taken, filled);
      filled += taken.length;
      at += taken.length;
    }
  }
  yield { bytes: frame.subarray(0, filled), isLast: true };
}
