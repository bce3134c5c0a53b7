/** The lines of a file that need not fit into memory. */

import { BackupError } from "./refused.ts";

/** A line. */
export interface Line {
  /** 1 for the first. */
  number: number;
  /** Its bytes, without the newline. */
  bytes: Uint8Array;
}

/** No record comes near that; a file without newlines is no backup. Bytes. */
const MOST_LINE = 1024 * 1024;
const NEWLINE = 0x0a;

/**
 * Cuts bytes into lines; every line ends with a newline.
 *
 * @throws {BackupError} when the last one doesn't, or one is longer than any record.
 */
export async function* linesIn(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let number = 0;
  let rest: Uint8Array = new Uint8Array();
  for await (const chunk of chunks) {
    let from = 0;
    for (let at; (at = chunk.indexOf(NEWLINE, from)) >= 0; from = at + 1) {
      const piece = chunk.subarray(from, at);
      yield { number: ++number, bytes: rest.length === 0 ? piece : joined(rest, piece) };
      rest = new Uint8Array();
    }
    rest = joined(rest, chunk.subarray(from));
    if (rest.length > MOST_LINE) {
      throw new BackupError(`Line ${number + 1} is too long for a record`);
    }
  }
  if (rest.length > 0) throw new BackupError("The backup is cut off in the middle of a line");
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
