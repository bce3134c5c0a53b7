/** What the lines of a backup sum to. */

import { createHash } from "node:crypto";

/** A sum that grows line by line. */
export interface Seal {
  /** Adds a line, without its newline. */
  add(line: string | Uint8Array): void;
  /** SHA-256 of all lines so far, each with its newline; hexadecimal. Ends the sum. */
  close(): string;
}

/** A sum of nothing. Web Crypto has no digest that grows, `node:crypto` of Deno's runtime does. */
export function newSeal(): Seal {
  const hash = createHash("sha256");
  return {
    add(line) {
      hash.update(line);
      hash.update("\n");
    },
    close: () => hash.digest("hex"),
  };
}
