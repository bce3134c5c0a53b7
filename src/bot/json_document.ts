/** A JSON document that is written piece by piece, and never larger than it may be. */

/** A document that is being written. */
export interface Document {
  /** Something did not fit. */
  readonly isCut: boolean;
  /** Writes a field. */
  put(name: string, value: unknown): void;
  /** Begins a field that is a list; what is added from then on belongs to it. The list before ends. */
  openList(name: string): void;
  /** Adds to the list; `false`: it does not fit. */
  add(item: unknown): boolean;
  /** Says that not everything is in it. */
  cut(): void;
  /** Ends the last list and the document. */
  close(): void;
  /** All of it, as UTF-8. */
  bytes(): Uint8Array;
}

/** Bytes that the end of a document may take. */
const RESERVE = 200;

/** An empty document of at most `most` bytes. */
export function newDocument(most: number): Document {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let length = 0;
  let isCut = false;
  let items: number | null = null;
  const write = (text: string) => {
    const piece = encoder.encode(text);
    pieces.push(piece);
    length += piece.length;
  };
  write("{\n");
  return {
    get isCut() {
      return isCut;
    },
    put: (name, value) => write(`${JSON.stringify(name)}: ${JSON.stringify(value, null, 2)},\n`),
    openList(name) {
      write(`${items === null ? "" : "\n],\n"}${JSON.stringify(name)}: [\n`);
      items = 0;
    },
    add(item) {
      const text = `${items ? ",\n" : ""}${JSON.stringify(item, null, 2)}`;
      // No character takes more than three bytes per UTF-16 unit.
      if (length + text.length * 3 + RESERVE > most) return false;
      items = (items ?? 0) + 1;
      write(text);
      return true;
    },
    cut: () => void (isCut = true),
    close: () => write(`\n],\n"complete": ${!isCut}\n}\n`),
    bytes() {
      const all = new Uint8Array(length);
      let at = 0;
      for (const piece of pieces) {
        all.set(piece, at);
        at += piece.length;
      }
      return all;
    },
  };
}
