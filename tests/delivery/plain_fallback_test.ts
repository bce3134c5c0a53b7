import { assertEquals, assertRejects } from "@std/assert";
import { orPlain, type Wording } from "../../src/delivery/plain_fallback.ts";
import { refused } from "./refused.ts";

const SOURCE = '<b>ACME-1</b> <tg-time unix="1">now</tg-time> a &lt; b &amp; c';

function server(...errors: Error[]) {
  const heard: Wording[] = [];
  const say = (wording: Wording) => {
    heard.push(wording);
    const error = errors.shift();
    return error ? Promise.reject(error) : Promise.resolve(7);
  };
  return { heard, say };
}

Deno.test("orPlain() says it once, as HTML", async () => {
  const { heard, say } = server();
  assertEquals(await orPlain(SOURCE, say), 7);
  assertEquals(heard, [{ text: SOURCE, markup: { parse_mode: "HTML" } }]);
});

Deno.test("orPlain() says the bare text where the server can't parse the markup", async () => {
  const text = 'Bad Request: can\'t parse entities: Unsupported start tag "tg-time"';
  const { heard, say } = server(refused(400, text));
  assertEquals(await orPlain(SOURCE, say), 7);
  assertEquals(heard[1], { text: "ACME-1 now a < b & c", markup: {} });
});

Deno.test("orPlain() leaves every other refusal to whoever asked", async () => {
  const { heard, say } = server(refused(403, "Forbidden: bot was blocked by the user"));
  await assertRejects(() => orPlain(SOURCE, say), Error, "blocked by the user");
  assertEquals(heard.length, 1);
});
