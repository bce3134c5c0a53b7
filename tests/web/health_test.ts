import { assert, assertEquals } from "@std/assert";
import { createApp } from "../../src/app.ts";
import { type Kv, KvError } from "../../src/store/kv.ts";
import { startProgram, testConfig } from "../program.ts";
import { startSimulator } from "../simulator/simulator.ts";

async function healthOf(wrapKv: (kv: Kv) => Kv): Promise<[number, unknown]> {
  const program = await startProgram({ wrapKv });
  const response = await program.app.handle(new Request("https://tocsin.example/healthz"));
  const body = await response.json();
  await program.close();
  return [response.status, body];
}

Deno.test("/healthz answers 200 while the store can be reached", async () => {
  assertEquals(await healthOf((kv) => kv), [200, { ok: true }]);
});

Deno.test("/healthz answers 503 when the store fails, without saying why", async () => {
  const failing = (kv: Kv): Kv => ({
    ...kv,
    getMany: (keys) =>
      keys.some(([first]) => first === "health")
        ? Promise.reject(new KvError(new Error("disk I/O error at /var/lib/secret.sqlite")))
        : kv.getMany(keys),
  });
  assertEquals(await healthOf(failing), [503, { ok: false }]);
});

Deno.test("/healthz answers 503 when the store does not answer", async () => {
  const telegram = await startSimulator();
  const waits: number[] = [];
  const app = createApp(testConfig(telegram, 1), {
    kv: {
      getMany: () => new Promise(() => {}),
      async *list() {},
      commit: () => new Promise(() => {}),
    },
    sleep: (ms) => Promise.resolve(void waits.push(ms)),
  });
  const answer = app.handle(new Request("https://tocsin.example/healthz"));
  // The patience is over at once here, so an answer that is still not there will never come.
  const silence = new Promise<null>((resolve) => setTimeout(resolve, 100, null));
  const [response] = await Promise.all([Promise.race([answer, silence]), silence]);
  assert(response, "no answer");
  assertEquals(response.status, 503);
  assert(waits[0]! <= 5_000, "patience of at most five seconds");
  await response.body?.cancel();
  await telegram.close();
});
