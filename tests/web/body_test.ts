import { assertEquals } from "@std/assert";
import { readBody } from "../../src/web/body.ts";
import { chunkedRequest } from "./chunked_request.ts";

Deno.test("readBody() gives what fits, to the last byte", async () => {
  const { request } = chunkedRequest({ chunks: 4, bytes: 256 });
  assertEquals((await readBody(request, 1024))?.length, 1024);
});

Deno.test("readBody() gives null for one byte too many, however it is announced", async () => {
  assertEquals(await readBody(chunkedRequest({ chunks: 1, bytes: 1025 }).request, 1024), null);
  const understated = chunkedRequest({
    chunks: 5,
    bytes: 256,
    headers: { "content-length": "10" },
  });
  assertEquals(await readBody(understated.request, 1024), null);
  const nonsense = chunkedRequest({ chunks: 5, bytes: 256, headers: { "content-length": "many" } });
  assertEquals(await readBody(nonsense.request, 1024), null);
});

Deno.test("readBody() reads nothing of what is announced as too long", async () => {
  const { request, read } = chunkedRequest({
    chunks: 1000,
    bytes: 256,
    headers: { "content-length": "1025" },
  });
  assertEquals(await readBody(request, 1024), null);
  assertEquals(read.chunks, 0);
});

Deno.test("readBody() stops reading at the limit when no length is announced", async () => {
  const { request, read } = chunkedRequest({ chunks: 1000, bytes: 256 });
  assertEquals(await readBody(request, 1024), null);
  assertEquals(read.chunks, 5);
});

Deno.test("readBody() joins a character that arrives in two chunks", async () => {
  const [first, ...rest] = new TextEncoder().encode("🚨");
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new Uint8Array([first!]));
      controller.enqueue(new Uint8Array(rest));
      controller.close();
    },
  });
  const request = new Request("https://tocsin.example/", { method: "POST", body });
  assertEquals(await readBody(request, 1024), "🚨");
});

Deno.test("readBody() gives an empty text for a request without a body", async () => {
  assertEquals(await readBody(new Request("https://tocsin.example/"), 1024), "");
});
