/** Takes as many bytes as are wanted from chunks of any size. */

/** Reads on and on. */
export interface Reader {
  /** The next bytes, exactly that many; `null`: there are not so many left. */
  take(count: number): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Whether nothing is left. */
  isAtEnd(): Promise<boolean>;
  /** Lets go of where they come from. */
  close(): Promise<void>;
}

/** Makes a reader. */
export function newReader(chunks: AsyncIterable<Uint8Array>): Reader {
  const source = chunks[Symbol.asyncIterator]();
  let chunk: Uint8Array = new Uint8Array();
  const more = async () => {
    while (chunk.length === 0) {
      const next = await source.next();
      if (next.done) return false;
      chunk = next.value;
    }
    return true;
  };
  return {
    async take(count) {
      // Grows with what is there: a wrong count must not take memory for nothing.
      const pieces: Uint8Array[] = [];
      for (let left = count; left > 0;) {
        if (!await more()) return null;
        const piece = chunk.subarray(0, left);
        pieces.push(piece);
        chunk = chunk.subarray(piece.length);
        left -= piece.length;
      }
      const bytes = new Uint8Array(count);
      let at = 0;
      for (const piece of pieces) {
        bytes.set(piece, at);
        at += piece.length;
      }
      return bytes;
    },
    isAtEnd: async () => !await more(),
    close: async () => void await source.return?.(),
  };
}
