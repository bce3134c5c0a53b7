import { assertEquals } from "@std/assert";
import { WEBHOOK_PATH } from "../../src/app.ts";
import { MOST_BODY, SECRET_HEADER } from "../../src/web/webhook.ts";
import { SECRET, startProgram } from "../program.ts";
import { chunkedRequest } from "./chunked_request.ts";
import { createMeter } from "./meter.ts";

const URL = `https://tocsin.example${WEBHOOK_PATH}`;
const NOTHING = { reads: 0, lists: 0, commits: 0, calls: [] };

async function metered() {
  const meter = createMeter();
  const program = await startProgram({ wrap: meter.wrap });
  await program.telegram.settled();
  meter.reset();
  program.log.splice(0);
  return { program, meter };
}

function post(body: string, secret: string | null = SECRET): Request {
  const headers: Record<string, string> = secret === null ? {} : { [SECRET_HEADER]: secret };
  return new Request(URL, { method: "POST", body, headers });
}

const WRONG_SECRETS: Record<string, string | null> = {
  "no secret": null,
  "an empty secret": "",
  "another secret": "only-for-testz",
  "the beginning of the secret": SECRET.slice(0, -1),
  "the secret and more": `${SECRET}x`,
  "the secret in capitals": SECRET.toUpperCase(),
};

for (const [what, secret] of Object.entries(WRONG_SECRETS)) {
  Deno.test(`the webhook answers ${what} with 401 and reads nothing`, async () => {
    const { program, meter } = await metered();
    const headers: Record<string, string> = secret === null ? {} : { [SECRET_HEADER]: secret };
    const { request, read } = chunkedRequest({ chunks: 3, bytes: 10, url: URL, headers });
    const response = await program.app.handle(request);
    assertEquals(response.status, 401);
    assertEquals(request.bodyUsed, false);
    assertEquals(read.chunks, 0);
    assertEquals(meter.cost(), NOTHING);
    assertEquals(await response.text(), "Unauthorized");
    await program.close();
  });
}

Deno.test("the webhook answers 400 to what is not JSON or not an update, and does nothing", async () => {
  const { program, meter } = await metered();
  for (const body of ["", "hello", "{", "[]", "null", "{}", '{"update_id":"7"}']) {
    assertEquals((await program.app.handle(post(body))).status, 400, body);
  }
  assertEquals(meter.cost(), NOTHING);
  await program.close();
});

Deno.test("the webhook answers 413 over 1 MiB, with and without an announced length", async () => {
  const { program, meter } = await metered();
  const secret = { [SECRET_HEADER]: SECRET };
  const announced = chunkedRequest({
    chunks: 2000,
    bytes: 1024,
    url: URL,
    headers: { ...secret, "content-length": String(MOST_BODY + 1) },
  });
  assertEquals((await program.app.handle(announced.request)).status, 413);
  assertEquals(announced.read.chunks, 0);
  const silent = chunkedRequest({ chunks: 2000, bytes: 1024, url: URL, headers: secret });
  assertEquals((await program.app.handle(silent.request)).status, 413);
  assertEquals(silent.read.chunks, 1025);
  assertEquals(meter.cost(), NOTHING);
  await program.close();
});

Deno.test("the webhook takes an update of exactly 1 MiB", async () => {
  const { program } = await metered();
  const rest = MOST_BODY - '{"update_id":900001,"x":""}'.length;
  const body = `{"update_id":900001,"x":"${"a".repeat(rest)}"}`;
  assertEquals(body.length, MOST_BODY);
  assertEquals((await program.app.handle(post(body))).status, 200);
  await program.close();
});

Deno.test("an update of a kind that nobody handles is answered 200 and costs nothing", async () => {
  const { program, meter } = await metered();
  const update = { update_id: 900_001, poll_answer: { poll_id: "1", option_ids: [0] } };
  assertEquals((await program.app.handle(post(JSON.stringify(update)))).status, 200);
  assertEquals(meter.cost(), NOTHING);
  await program.close();
});

Deno.test("other paths are answered 404 and other methods 405, and read nothing", async () => {
  const { program, meter } = await metered();
  const ask = async (method: string, path: string) => {
    const request = new Request(`https://tocsin.example${path}`, { method });
    const { status, headers } = await program.app.handle(request);
    return [status, headers.get("allow")];
  };
  for (const path of ["/", "/telegram", `${WEBHOOK_PATH}/`, "/.env", "/healthz/x"]) {
    assertEquals(await ask("GET", path), [404, null], path);
    assertEquals(await ask("POST", path), [404, null], path);
  }
  assertEquals(await ask("GET", WEBHOOK_PATH), [405, "POST"]);
  assertEquals(await ask("PUT", WEBHOOK_PATH), [405, "POST"]);
  assertEquals(await ask("POST", "/healthz"), [405, "GET"]);
  assertEquals(meter.cost(), NOTHING);
  await program.close();
});
