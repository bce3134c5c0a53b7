/** A request whose body arrives bit by bit. */

/** Makes a POST of `chunks` times `bytes` bytes; `read.chunks` counts those that were asked for. */
export function chunkedRequest(
  { chunks, bytes, url = "https://tocsin.example/", headers = {} }: {
    chunks: number;
    bytes: number;
    url?: string;
    headers?: Record<string, string>;
  },
): { request: Request; read: { chunks: number } } {
  const read = { chunks: 0 };
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      if (read.chunks === chunks) return controller.close();
      read.chunks++;
      controller.enqueue(new Uint8Array(bytes).fill("a".charCodeAt(0)));
    },
  }, { highWaterMark: 0 });
  return { request: new Request(url, { method: "POST", body, headers }), read };
}
