/** Reads a backup from end to end before anything is done with it. */

import { keyText } from "./encoding.ts";
import {
  FORMAT_VERSION,
  type Header,
  parseHeader,
  parseLine,
  parseTrailer,
  type Trailer,
} from "./format.ts";
import { type Line, linesIn } from "./lines.ts";
import { parseRecord, SCHEMA_VERSION } from "./migrations.ts";
import { BackupError } from "./refused.ts";
import { newSeal } from "./seal.ts";
import { newSuperseded, type Superseded } from "./superseded.ts";

/** A backup that can be read from its beginning again and again. */
export interface BackupSource {
  /** Its bytes. */
  read(): AsyncIterable<Uint8Array>;
}

/** A backup that is whole, and can be read by this program. */
export interface CheckedBackup {
  /** Its first line. */
  header: Header;
  /** Its last line. */
  trailer: Trailer;
  /** Which of its lines still hold. */
  superseded: Superseded;
}

/** A record of a backup. */
export interface BackupRecord {
  /** Its key. */
  key: Deno.KvKey;
  /** What is stored there. */
  value: unknown;
  /** How many bytes of the backup it takes. */
  size: number;
}

/**
 * Checks everything that can be checked without a store.
 *
 * @throws {BackupError} when it is no backup, from a newer program, cut off or damaged.
 */
export async function checkBackup(
  source: BackupSource,
  report: (records: number) => void = () => {},
): Promise<CheckedBackup> {
  const seal = newSeal();
  const superseded = newSuperseded();
  const counted: Trailer = { records: {}, readAgain: 0, sha256: "" };
  let header: Header | null = null;
  let look = 1;
  let last: Line | null = null;
  for await (const line of linesIn(source.read())) {
    // Only the end of the file tells which line is the last: each waits until there is another.
    if (last) {
      seal.add(last.bytes);
      if (header) look = takeBody(last, { counted, superseded, look });
      else header = headerOf(last);
    }
    last = line;
    report(line.number);
  }
  if (!header) throw last && parseHeader(textOf(last.bytes)) ? cutOff() : notABackup();
  const trailer = parseTrailer(textOf(last!.bytes));
  if (!trailer) throw cutOff();
  const sha256 = seal.close();
  if (trailer.sha256 !== sha256) throw damaged("its lines do not sum to its checksum");
  if (JSON.stringify(trailer) !== JSON.stringify({ ...counted, sha256 })) {
    throw damaged("it does not have the records that it says it has");
  }
  return { header, trailer, superseded };
}

/** Checks a line of the body and counts it; the look it belongs to. */
function takeBody(
  { bytes, number }: Line,
  { counted, superseded, look }: { counted: Trailer; superseded: Superseded; look: number },
): number {
  const line = parseLine(textOf(bytes));
  if (!line) throw damaged(`line ${number} can't be read`);
  superseded.note(line, number);
  if ("look" in line) return line.look;
  if ("key" in line) {
    refuseMisshapen(line, number);
    const kind = String(line.key[0]);
    counted.records[kind] = (counted.records[kind] ?? 0) + 1;
    if (look > 1) counted.readAgain++;
  }
  return look;
}

function refuseMisshapen({ key, value }: Omit<BackupRecord, "size">, number: number): void {
  const parsed = parseRecord(key, value);
  if (!("where" in parsed)) return;
  throw damaged(`line ${number}, ${keyText(key)}, has a wrong shape at ${parsed.where}`);
}

function headerOf({ bytes }: Line): Header {
  const header = parseHeader(textOf(bytes));
  if (!header) throw notABackup();
  if (header.formatVersion > FORMAT_VERSION || header.schemaVersion > SCHEMA_VERSION) {
    throw new BackupError("Cannot read the backup: a newer version of the program wrote it");
  }
  return header;
}

/** The records of a checked backup that still hold, in its order. */
export async function* recordsOf(
  source: BackupSource,
  { superseded }: CheckedBackup,
): AsyncGenerator<BackupRecord> {
  for await (const { bytes, number } of linesIn(source.read())) {
    const line = parseLine(textOf(bytes));
    if (!line || !("key" in line) || !superseded.holds(line.key, number)) continue;
    yield { key: line.key, value: line.value, size: bytes.length };
  }
}

/** A mark of byte order is a part of the line like everything else. */
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

function textOf(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

function notABackup(): BackupError {
  return new BackupError("This is not a backup: it does not begin with a backup's first line");
}

function cutOff(): BackupError {
  return new BackupError("The backup is cut off: its last line is missing");
}

function damaged(how: string): BackupError {
  return new BackupError(`The backup is damaged: ${how}`);
}
