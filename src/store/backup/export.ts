/**
 * Writes a backup of a store that may be at work: what moves while it is written is read again. Memory
 * stays the same however much there is, but for the bounds of each piece of 500 records.
 */

import type { Kv } from "../kv.ts";
import { type BodyLine, formatLine, newHeader, type Trailer } from "./format.ts";
import { incidentsOf, readIncidentParts } from "./incident_parts.ts";
import { KEPT_KINDS, kindOf } from "./kinds.ts";
import { BackupError } from "./refused.ts";
import { newSeal } from "./seal.ts";
import { firstLook, firstParts, type Piece, type SecondLook, secondLook } from "./survey.ts";

/** How far an export is. */
export interface ExportProgress {
  /** 0 to 1, of the first look. */
  share: number;
  /** Records written so far. */
  records: number;
  /** Those of them that were read again. */
  readAgain: number;
  /** Nothing moved during the last look: the backup is the store of one moment. */
  isSettled: boolean;
}

/** Options of {@linkcode exportLines}. */
export interface ExportOptions {
  /** Epoch milliseconds. */
  now: number;
  /** Records that are listed at once, at most 500. */
  pieceSize?: number;
  /** Told after each piece. */
  report?(progress: ExportProgress): void;
}

/** A store that never rests is looked at so often: each incident is whole then, their sums may not be. */
const MOST_LOOKS = 5;
const PIECE_SIZE = 500;

/**
 * The lines of a backup, without newlines.
 *
 * @throws {BackupError} when the store holds something unknown.
 */
export async function* exportLines(
  kv: Kv,
  { now, pieceSize = PIECE_SIZE, report = () => {} }: ExportOptions,
): AsyncGenerator<string> {
  await refuseUnknown(kv);
  const seal = newSeal();
  const sealed = (line: string) => {
    seal.add(line);
    return line;
  };
  const records: Record<string, number> = {};
  const progress: ExportProgress = { share: 0, records: 0, readAgain: 0, isSettled: false };
  yield sealed(JSON.stringify(newHeader(now)));
  for await (const lines of looks(kv, pieceSize, progress)) {
    for (const line of lines) {
      if ("key" in line) {
        const kind = String(line.key[0]);
        records[kind] = (records[kind] ?? 0) + 1;
        progress.records++;
      }
      yield sealed(formatLine(line));
    }
    report({ ...progress });
  }
  const trailer: Trailer = { records, readAgain: progress.readAgain, sha256: seal.close() };
  yield JSON.stringify(trailer);
}

/** Looks until nothing has moved since the look before. */
async function* looks(
  kv: Kv,
  pieceSize: number,
  progress: ExportProgress,
): AsyncGenerator<BodyLine[]> {
  const pieces: Piece[] = [];
  let since = await placeInTime(kv);
  for await (const { piece, entries } of firstLook(kv, pieceSize)) {
    pieces.push(piece);
    progress.share = (KEPT_KINDS.indexOf(String(piece.from[0])) + 1) / KEPT_KINDS.length;
    yield entries.map(recordLine);
  }
  for (let look = 2; look <= MOST_LOOKS && !progress.isSettled; look++) {
    const begun = await placeInTime(kv);
    progress.isSettled = true;
    yield [{ look }];
    for (const [i, piece] of pieces.entries()) {
      const again = await secondLook(kv, piece, since);
      pieces[i] = again.piece;
      const lines = await linesOf(kv, again);
      if (lines.length === 0) continue;
      progress.isSettled = false;
      progress.readAgain += lines.filter((line) => "key" in line).length;
      yield lines;
    }
    since = begun;
  }
}

/** What a second look has to say: whole pieces when keys went, and whole incidents, always. */
async function linesOf(kv: Kv, { piece, ...found }: SecondLook): Promise<BodyLine[]> {
  const { from, before } = piece;
  const lines = found.hasOtherKeys
    ? [{ from, before }, ...found.entries.map(recordLine)]
    : found.moved.map(recordLine);
  for (const id of incidentsOf(found.moved.map(({ key }) => key))) {
    lines.push(...(await readIncidentParts(kv, id)).map(recordLine));
  }
  return lines;
}

function recordLine({ key, value }: Deno.KvEntry<unknown>): BodyLine {
  return { key, value };
}

/**
 * The versionstamp of this moment: later commits have greater ones. A commit without a change would have
 * none, so it deletes a key that nobody writes.
 */
async function placeInTime(kv: Kv): Promise<string> {
  return (await kv.commit([], [{ type: "delete", key: ["export"] }]))!;
}

async function refuseUnknown(kv: Kv): Promise<void> {
  for await (const part of firstParts(kv)) {
    if (!kindOf([part])) {
      throw new BackupError(
        `Cannot export: the store has keys of the unknown kind "${String(part)}"`,
      );
    }
  }
}

/** A backup as bytes, gathered into pieces that are worth sending. */
export async function* exportBytes(
  kv: Kv,
  options: ExportOptions,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let text = "";
  for await (const line of exportLines(kv, options)) {
    text += `${line}\n`;
    if (text.length < CHUNK) continue;
    yield encoder.encode(text);
    text = "";
  }
  yield encoder.encode(text);
}

/** Characters of a piece of bytes. */
const CHUNK = 64 * 1024;
