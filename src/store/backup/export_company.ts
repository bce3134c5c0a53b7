/** A backup of one company alone, for whoever takes it away. It has to stand still: it is archived. */

import type { Company } from "../../domain/company.ts";
import type { Kv } from "../kv.ts";
import { groupsOf } from "../listings.ts";
import { keptOf } from "../of_company.ts";
import { formatLine, newHeader, type Trailer } from "./format.ts";
import { newSeal } from "./seal.ts";

/** The lines of it, without newlines: the format of every backup. Names of people are not the company's. */
export async function* companyLines(
  kv: Kv,
  { id, name }: Company,
  now: number,
): AsyncGenerator<string> {
  const chats = (await groupsOf(kv, id)).map(({ chatId }) => chatId);
  const seal = newSeal();
  const records: Record<string, number> = {};
  const sealed = (line: string) => {
    seal.add(line);
    return line;
  };
  yield sealed(JSON.stringify(newHeader(now)));
  for await (const page of keptOf(kv, { company: id, name, chats })) {
    for (const { key, value } of page) {
      const kind = String(key[0]);
      records[kind] = (records[kind] ?? 0) + 1;
      yield sealed(formatLine({ key, value }));
    }
  }
  const trailer: Trailer = { records, readAgain: 0, sha256: seal.close() };
  yield JSON.stringify(trailer);
}

/** The same as files of at most `most` bytes each; one after the other they are the backup. */
export async function* companyFiles(
  kv: Kv,
  company: Company,
  { now, most }: { now: number; most: number },
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const line of companyLines(kv, company, now)) {
    const bytes = encoder.encode(`${line}\n`);
    if (size > 0 && size + bytes.length > most) {
      yield joined(pieces, size);
      [pieces, size] = [[], 0];
    }
    pieces.push(bytes);
    size += bytes.length;
  }
  yield joined(pieces, size);
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
