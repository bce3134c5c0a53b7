import { assert, assertEquals } from "@std/assert";
import { createApp } from "../../src/app.ts";
import { SYMPTOMS } from "../../src/domain/symptom.ts";
import { keys } from "../../src/store/keys.ts";
import { denoKv, type Kv, KvError } from "../../src/store/kv.ts";
import type { Heartbeat } from "../../src/store/records.ts";
import type { HealthAnswer } from "../../src/web/health.ts";
import { type Program, startProgram, testConfig } from "../program.ts";
import { startSimulator } from "../simulator/simulator.ts";
import { inStory } from "../stories/story.ts";
import { createMeter } from "./meter.ts";

const MINUTE = 60_000;

async function healthOf(
  { app }: { app: { handle(request: Request): Promise<Response> } },
): Promise<{ status: number; body: HealthAnswer; text: string }> {
  const response = await app.handle(new Request("https://tocsin.example/healthz"));
  const text = await response.text();
  return { status: response.status, body: JSON.parse(text), text };
}

async function minutesPass({ clock, app }: Program, minutes: number): Promise<void> {
  for (let i = 0; i < minutes; i++) {
    await clock.advance(MINUTE);
    await app.sweep();
    await app.watch();
  }
}

function heartbeatAt(at: number): Heartbeat {
  return { schema: 1, startedAt: at, at, due: 0, chats: 0, isComplete: true };
}

const NOTHING_WRONG = Object.fromEntries(SYMPTOMS.map((kind) => [kind, 0]));

Deno.test("/healthz says how sweep, Telegram, outbox and store are", () =>
  inStory(async (program) => {
    const { clock, telegram } = program;
    const ana = telegram.person("Ana");
    const yard = await program.company("ACME", { members: [ana] });
    await ana.says(yard, "/new_issue Brakes failed");
    await minutesPass(program, 10);
    await clock.advance(20_000);
    const { status, body } = await healthOf(program);
    assertEquals(status, 200);
    assertEquals<unknown>(body, {
      ok: true,
      store: true,
      uptime_seconds: 620,
      sweep: { age_seconds: 20, took_seconds: 0, due: 1, chats: 0, complete: true },
      watch: {
        age_seconds: 20,
        telegram: "answered",
        updates_waiting: 0,
        outbox_rows: 0,
        outbox_oldest_seconds: 0,
        dead_letters: 0,
        store_ms: 0,
        symptoms: NOTHING_WRONG,
      },
    });
  }));

Deno.test("/healthz is 503 when no sweep has ended for more than three minutes", () =>
  inStory(async (program) => {
    const { clock, app } = program;
    await minutesPass(program, 5);
    await clock.advance(3 * MINUTE);
    assertEquals((await healthOf(program)).status, 200);
    await clock.advance(1);
    const { status, body } = await healthOf(program);
    assertEquals([status, body.ok, body.store, body.sweep?.age_seconds], [503, false, true, 180]);
    await app.sweep();
    assertEquals((await healthOf(program)).status, 200);
  }));

Deno.test("/healthz gives a program that has just started three minutes for its first sweep", () =>
  inStory(async (program) => {
    const { clock, store, telegram, admin } = program;
    await clock.advance(60 * MINUTE);
    assertEquals((await healthOf(program)).status, 503);
    await store.set(keys.heartbeat().key, heartbeatAt(clock.now() - 60 * MINUTE));
    const app = createApp(testConfig(telegram, admin.id), {
      kv: denoKv(store),
      now: clock.now,
      sleep: () => new Promise(() => {}),
    });
    const answer = async () => {
      const { status, body } = await healthOf({ app });
      return [status, body.uptime_seconds, body.sweep?.age_seconds];
    };
    assertEquals(await answer(), [200, 0, 3_600]);
    await clock.advance(3 * MINUTE);
    assertEquals(await answer(), [200, 180, 3_780]);
    await clock.advance(1);
    assertEquals(await answer(), [503, 180, 3_780]);
  }));

Deno.test("/healthz counts what is wrong, and names nobody", () =>
  inStory(async (program) => {
    const { telegram, admin, app, clock } = program;
    const ana = telegram.person("Ana Secretive");
    for (const id of ["ACME", "ZETA"]) {
      const yard = await program.company(id, { members: [ana], title: "Hidden yard" });
      for (let n = 1; n <= 5; n++) await ana.says(yard, `/new_issue Trouble number ${n}`);
    }
    telegram.faults.add({ kind: { code: 401, description: "Unauthorized" } });
    await minutesPass(program, 2);
    const { body, text } = await healthOf(program);
    assertEquals<unknown>(body.watch?.symptoms, {
      ...NOTHING_WRONG,
      many_unclaimed: 2,
      wrong_token: 1,
    });
    assertEquals([body.watch?.telegram, body.watch?.updates_waiting], ["wrong_token", null]);
    assert(body.watch!.outbox_rows > 0);
    for (const name of ["ACME", "ZETA", "Secretive", "Hidden", "Unauthorized", String(admin.id)]) {
      assertEquals(text.includes(name), false, name);
    }
    telegram.faults.clear();
    await clock.advance(2 * MINUTE);
    await app.sweep();
  }, { environment: { REPORTS_PER_PERSON_PER_HOUR: "100" } }));

Deno.test("/healthz costs one read, and asks Telegram nothing", async () => {
  const meter = createMeter();
  const program = await startProgram({ wrap: meter.wrap });
  await minutesPass(program, 1);
  meter.reset();
  await healthOf(program);
  assertEquals(meter.cost(), { reads: 1, lists: 0, commits: 0, calls: [] });
  await program.close();
});

const NOTHING_KNOWN = { ok: false, store: false, uptime_seconds: 0, sweep: null, watch: null };

Deno.test("/healthz answers 503 when the store fails, without saying why", async () => {
  const failing = (kv: Kv): Kv => ({
    ...kv,
    getMany: (wanted) =>
      wanted.some(([first]) => first === "sweep")
        ? Promise.reject(new KvError(new Error("disk I/O error at /var/lib/secret.sqlite")))
        : kv.getMany(wanted),
  });
  const program = await startProgram({ wrapKv: failing });
  const { status, body } = await healthOf(program);
  assertEquals<unknown>([status, body], [503, NOTHING_KNOWN]);
  await program.close();
});

Deno.test("/healthz answers 503 when what is stored can't be read, without saying why", async () => {
  const program = await startProgram();
  await program.store.set(keys.heartbeat().key, { schema: 9, at: "secret" });
  const { status, body } = await healthOf(program);
  assertEquals<unknown>([status, body], [503, NOTHING_KNOWN]);
  await program.close();
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

/** Names and kinds of all fields. */
function shapeOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, it]) => [name, shapeOf(it)]));
}

Deno.test("/healthz answers what the README promises, field by field", () =>
  inStory(async (program) => {
    await minutesPass(program, 1);
    const readme = await Deno.readTextFile(new URL("../../README.md", import.meta.url));
    const promised = /GET \/healthz[^]*?```json\n([^]*?)```/.exec(readme)?.[1] ?? "";
    const { body } = await healthOf(program);
    assertEquals(shapeOf(body), shapeOf(JSON.parse(promised)));
  }));
