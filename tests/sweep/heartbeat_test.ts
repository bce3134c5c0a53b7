import { assertEquals } from "@std/assert";
import { createLog } from "../../src/log.ts";
import { keys } from "../../src/store/keys.ts";
import { createBeat } from "../../src/sweep/beat.ts";
import type { Kv } from "../../src/store/kv.ts";
import { SWEEP_BUDGET } from "../../src/sweep/sweep.ts";
import { AFTER_LEASES, cardOf, START } from "../program.ts";
import type { ManualClock } from "../simulator/simulator.ts";
import { inStory } from "../stories/story.ts";
import { events, stored } from "../stories/stored.ts";

const MINUTE = 60_000;

/** Somebody outside who is asked for `/ping/secret-5f1c`; what they were asked. */
async function withWatcher(
  answer: () => Response | Promise<Response>,
  story: (watcher: { url: string; asked: string[] }) => Promise<void>,
): Promise<void> {
  const asked: string[] = [];
  await using server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    ({ method, url }) => {
      asked.push(`${method} ${new URL(url).pathname}`);
      return answer();
    },
  );
  await story({ url: `http://127.0.0.1:${server.addr.port}/ping/secret-5f1c`, asked });
}

Deno.test("each sweep puts itself on record: when, how long, how much", () =>
  inStory(async (program) => {
    const { clock, telegram } = program;
    const heartbeat = () => stored(program, keys.heartbeat());
    assertEquals(await heartbeat(), null);
    const ana = telegram.person("Ana");
    const yard = await program.company("ACME", { members: [ana] });
    for (const text of ["Brakes failed", "Flat tyre"]) await ana.says(yard, `/new_issue ${text}`);
    await clock.advance(5 * MINUTE);
    const mend = telegram.faults.add({ kind: "500", method: "editMessageText" });
    await ana.presses(cardOf(yard, "ACME-2"), "Claim");
    mend();
    await program.pass(5);
    const at = clock.now();
    assertEquals(await heartbeat(), {
      schema: 1,
      startedAt: at,
      at,
      due: 1,
      chats: 0,
      isComplete: true,
    });
  }));

Deno.test("a sweep whose time was up says so, and the next one goes on with what is due longest", async () => {
  // The first thing that the sweep decides takes all of its time.
  let takesLong: ManualClock | null = null;
  const slow = (kv: Kv): Kv => ({
    ...kv,
    async commit(checks, changes) {
      const clock = changes.some(({ key }) => key[0] === "history") ? takesLong : null;
      if (clock) takesLong = null;
      await clock?.advance(SWEEP_BUDGET);
      return await kv.commit(checks, changes);
    },
  });
  await inStory(async (program) => {
    const { app, clock, telegram } = program;
    const ana = telegram.person("Ana");
    const yard = await program.company("ACME", { members: [ana] });
    for (let n = 1; n <= 12; n++) {
      await ana.says(yard, `/new_issue Trouble number ${n}`);
      await clock.advance(1_000);
    }
    await clock.advance(10 * MINUTE);
    takesLong = clock;
    assertEquals(await app.sweep(), { due: 8, chats: 0, isComplete: false });
    assertEquals((await stored(program, keys.heartbeat()))?.isComplete, false);
    const reminded = async (n: number) => (await events(program, `ACME-${n}`)).includes("nudged");
    assertEquals([await reminded(1), await reminded(8), await reminded(9)], [true, true, false]);
    await clock.advance(AFTER_LEASES);
    const next = await app.sweep();
    assertEquals([next?.due, next?.isComplete], [4, true]);
    assertEquals(await reminded(12), true);
  }, { environment: { REPORTS_PER_PERSON_PER_HOUR: "100" }, wrapKv: slow });
});

Deno.test("somebody outside hears of each sweep, and of none that another process did", () =>
  withWatcher(() => new Response("ok"), async ({ url, asked }) => {
    await inStory(async (program) => {
      const { app, clock, store } = program;
      await program.pass(2);
      assertEquals(asked, ["GET /ping/secret-5f1c", "GET /ping/secret-5f1c"]);
      const until = clock.now() + MINUTE;
      await store.set(keys.sweepLease().key, { schema: 1, holder: "another", until });
      await app.sweep();
      assertEquals(asked.length, 2);
      await store.delete(keys.sweepLease().key);
    }, { environment: { HEARTBEAT_URL: url } });
  }));

Deno.test("nobody outside is asked for when no address is set", async () => {
  const lines: string[] = [];
  await createBeat(undefined, { log: logTo(lines) })();
  assertEquals(lines, []);
});

Deno.test("a watcher who refuses is only noted, without the address", async () => {
  const lines: string[] = [];
  await withWatcher(
    () => new Response("gone", { status: 410 }),
    async ({ url }) => await createBeat(url, { log: logTo(lines) })(),
  );
  assertEquals(lines.map((line) => JSON.parse(line).detail), [410]);
  assertEquals(lines.join().includes("5f1c"), false);
});

Deno.test("a watcher who never answers does not keep the sweep", async () => {
  const lines: string[] = [];
  const late = Promise.withResolvers<Response>();
  await withWatcher(() => late.promise, async ({ url }) => {
    await createBeat(url, { log: logTo(lines), patience: 60 })();
    late.resolve(new Response());
  });
  assertEquals(lines.map((line) => JSON.parse(line).detail), ["no answer"]);
  assertEquals(lines.join().includes("5f1c"), false);
});

Deno.test("a watcher who can't be reached is only noted, without the address", async () => {
  const lines: string[] = [];
  await createBeat("http://127.0.0.1:9/ping/5f1c", { log: logTo(lines) })();
  assertEquals(lines.map((line) => JSON.parse(line).detail), ["not reachable"]);
  assertEquals(lines.join().includes("5f1c"), false);
});

function logTo(lines: string[]) {
  return createLog({
    level: "debug",
    secrets: [],
    now: () => START,
    write: (line) => lines.push(line),
  });
}
