import { assertEquals } from "@std/assert";
import { createHandler } from "../../src/web/handler.ts";

const handle = createHandler({
  "/both": { GET: () => new Response("got"), POST: () => new Response("posted") },
});

async function answerTo(method: string, path: string) {
  const response = await handle(new Request(`https://tocsin.example${path}`, { method }));
  return [response.status, response.headers.get("allow"), await response.text()];
}

Deno.test("createHandler() finds the route by path and method, whatever the query", async () => {
  assertEquals(await answerTo("GET", "/both"), [200, null, "got"]);
  assertEquals(await answerTo("POST", "/both?x=1"), [200, null, "posted"]);
});

Deno.test("createHandler() answers 404 for any other path", async () => {
  for (const path of ["/", "/both/", "/BOTH", "/constructor", "/__proto__", "/other"]) {
    assertEquals(await answerTo("GET", path), [404, null, "Not Found"], path);
  }
});

Deno.test("createHandler() answers 405 with the methods that are allowed", async () => {
  for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS", "constructor", "toString"]) {
    assertEquals(await answerTo(method, "/both"), [405, "GET, POST", "Method Not Allowed"], method);
  }
});
