import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { WEBHOOK_PATH } from "../../src/app.ts";
import { keys, messageRowKey } from "../../src/store/keys.ts";
import type { Kv } from "../../src/store/kv.ts";
import type { DeadLetter } from "../../src/store/records.ts";
import { watch } from "../../src/sweep/watch.ts";
import type { Deps } from "../../src/deps.ts";
import { cardOf, type Program, SECRET } from "../program.ts";
import { type Person, plain } from "../simulator/simulator.ts";
import { plainMessage } from "../../src/view/message.ts";
import { html } from "../../src/view/html.ts";
import { asks, inStory } from "../stories/story.ts";
import { stored } from "../stories/stored.ts";

const MINUTE = 60_000;

/** Minutes pass; each brings a sweep, unless there is none, and a look. */
async function minutesPass(
  program: Program,
  minutes: number,
  { sweeps = true }: { sweeps?: boolean } = {},
): Promise<void> {
  for (let i = 0; i < minutes; i++) {
    await program.clock.advance(MINUTE);
    if (sweeps) await program.app.sweep();
    await program.app.watch();
  }
  await program.telegram.settled();
}

/** The first lines of what somebody was told about health, oldest first. */
function toldTo(person: Person): string[] {
  return person.private.messages.map(plain)
    .flatMap((text) => text.split("\n").filter((line) => /^(🚨|✅) /u.test(line)));
}

const symptoms = async (program: Program) =>
  (await stored(program, keys.health()))?.symptoms.map(({ kind }) => kind);

Deno.test("while all is well nobody is told anything", () =>
  inStory(async (program) => {
    const { telegram, admin } = program;
    const ana = telegram.person("Ana");
    const yard = await program.company("ACME", { members: [ana] });
    await ana.says(yard, "/new_issue Brakes failed");
    await minutesPass(program, 12);
    assertEquals(toldTo(admin), []);
    const health = await stored(program, keys.health());
    assertEquals(health?.seen.telegram.kind, "answered");
    assertEquals(health?.symptoms, []);
  }));

Deno.test("without sweeps the platform admins are told once, and once that they are back", () =>
  inStory(async (program) => {
    const { admin } = program;
    await minutesPass(program, 4);
    await minutesPass(program, 2, { sweeps: false });
    assertEquals(toldTo(admin), []);
    await minutesPass(program, 10, { sweeps: false });
    assertEquals(toldTo(admin), ["🚨 No sweep has ended for 3 minutes"]);
    await minutesPass(program, 3);
    assertEquals(toldTo(admin).slice(1), ["✅ Sweeps are on time again. It lasted 13 minutes."]);
  }));

Deno.test("updates that fail are told with Telegram's reason; the look itself goes on", () =>
  inStory(async (program) => {
    const { telegram, admin, app } = program;
    const ana = telegram.person("Ana");
    const address = `https://tocsin.example${WEBHOOK_PATH}`;
    const failing = () => new Response("", { status: 502, statusText: "Bad Gateway" });
    telegram.connect(failing, { secret: SECRET, address });
    await ana.says(ana.private, "/help", { wait: false });
    await minutesPass(program, 6);
    assertEquals(toldTo(admin), ["🚨 Updates have failed for 3 minutes"]);
    const [report] = admin.private.messages.map(plain).filter((it) => it.includes("🚨"));
    assertStringIncludes(
      report!,
      "Telegram says: Wrong response from the webhook: 502 Bad Gateway",
    );
    telegram.connect((request) => app.handle(request), { secret: SECRET, address });
    await minutesPass(program, 7);
    assertStringIncludes(toldTo(admin).at(-1)!, "✅ Updates arrive again.");
  }));

Deno.test("many updates that wait are told, until hardly any do", () =>
  inStory(async (program) => {
    const { telegram, admin } = program;
    let pending = 99;
    program.app.deps.telegram.config.use(async (next, method, payload, signal) => {
      const answer = await next(method, payload, signal);
      if (method === "getWebhookInfo" && answer.ok) {
        Object.assign(answer.result as object, { pending_update_count: pending });
      }
      return answer;
    });
    await minutesPass(program, 1);
    assertEquals(toldTo(admin), []);
    for (pending of [100, 500, 81]) await minutesPass(program, 1);
    assertEquals(toldTo(admin), ["🚨 100 updates wait at Telegram"]);
    pending = 80;
    await minutesPass(program, 2);
    assertEquals(toldTo(admin).length, 2);
    assertEquals(telegram.violations, []);
  }));

for (
  const [name, kind, symptom] of [
    ["can't be reached", "drop_before", "telegram_silent"],
    ["fails", "502", "telegram_silent"],
    ["does not know the token", { code: 401, description: "Unauthorized" }, "wrong_token"],
    ["does not know the token's place", { code: 404, description: "Not Found" }, "wrong_token"],
  ] as const
) {
  Deno.test(`a Telegram that ${name} is an observation, told as soon as it can be`, () =>
    inStory(async (program) => {
      const { telegram, admin, log } = program;
      const mend = telegram.faults.add({ kind });
      await minutesPass(program, 5);
      assertEquals(await symptoms(program), [symptom]);
      const lines = log.map((line) => JSON.parse(line));
      assertEquals(lines.filter(({ detail }) => detail === symptom).map(({ level }) => level), [
        "error",
      ]);
      mend();
      await minutesPass(program, 7);
      assertEquals(await symptoms(program), []);
      assertEquals(toldTo(admin).map((line) => [...line][0]), ["🚨", "✅"]);
    }));
}

Deno.test("a bot without a webhook says so", () =>
  inStory(async (program) => {
    const { telegram, admin, app } = program;
    await app.deps.telegram.deleteWebhook();
    await minutesPass(program, 1);
    const address = `https://tocsin.example${WEBHOOK_PATH}`;
    assertEquals(toldTo(admin), ["🚨 No webhook is set"]);
    telegram.connect((request) => app.handle(request), { secret: SECRET, address });
    await minutesPass(program, 1);
    assertEquals(toldTo(admin).length, 2);
  }));

Deno.test("what waits though nothing holds it back is told; a chat on hold is no reason", () =>
  inStory(async (program) => {
    const { telegram, admin, store, clock } = program;
    const ana = telegram.person("Ana");
    const yard = await program.company("ACME", { members: [ana] });
    const row = (chatId: number, createdAt: number) =>
      store.set(messageRowKey(chatId, "direct", createdAt, 0), {
        schema: 1,
        kind: "message",
        content: plainMessage(html`Hello`),
        createdAt,
      });
    await minutesPass(program, 3, { sweeps: false });
    // An hour old, and Telegram has just said to wait for two hours.
    await row(yard.id, clock.now() - 60 * MINUTE);
    telegram.faults.add({ kind: "429", retryAfter: 7_200, chatId: yard.id });
    await program.app.sweep();
    await minutesPass(program, 2);
    assertEquals(await symptoms(program), []);
    assertEquals((await stored(program, keys.health()))?.seen.outbox.rows, 1);
    // Nobody delivers this one.
    await row(ana.id, clock.now() - 2 * MINUTE);
    await minutesPass(program, 1, { sweeps: false });
    assertEquals(await symptoms(program), []);
    await minutesPass(program, 2, { sweeps: false });
    assertEquals(await symptoms(program), ["sweep_late", "outbox_stuck"]);
    telegram.faults.clear();
    await clock.advance(120 * MINUTE);
    await minutesPass(program, 2);
    assertEquals(toldTo(admin).filter((line) => line.includes("message")), [
      "🚨 A message has waited for 5 minutes though nothing holds it back",
      "✅ No message waits without a reason any more. It lasted 126 minutes.",
    ]);
  }));

Deno.test("messages that are lost are told of when there are several within a day", () =>
  inStory(async (program) => {
    const { admin, store, clock } = program;
    const bury = async (at: number, n: number) => {
      const letter: DeadLetter = {
        order: "ping",
        schema: 1,
        chatId: admin.id,
        row: { schema: 1, kind: "message", content: plainMessage(html`Hello`), createdAt: at },
        reason: "Bad Request: chat not found",
        at,
      };
      await store.set(keys.deadLetter(at, `id${n}`).key, letter);
    };
    // Old ones don't count.
    for (let n = 0; n < 9; n++) await bury(clock.now() - 24 * 60 * MINUTE, n);
    for (let n = 0; n < 4; n++) await bury(clock.now(), n);
    await minutesPass(program, 2);
    assertEquals(toldTo(admin), []);
    await bury(clock.now(), 5);
    await minutesPass(program, 2);
    assertEquals(toldTo(admin), ["🚨 5 messages could not be said within 24 hours"]);
    for await (const { key } of store.list({ prefix: ["dead_letter"] })) await store.delete(key);
  }));

Deno.test("a slow store is told of when it is slow twice in a row", async () => {
  const slow = { ms: 0, clock: null as Program["clock"] | null };
  const wrapKv = (kv: Kv): Kv => ({
    ...kv,
    async getMany(wanted) {
      const isTimed = wanted.length === 1 && String(wanted[0]) === "sweep,heartbeat";
      if (isTimed && slow.ms > 0) await slow.clock?.advance(slow.ms);
      return await kv.getMany(wanted);
    },
  });
  await inStory(async (program) => {
    slow.clock = program.clock;
    slow.ms = 1_500;
    await minutesPass(program, 1);
    slow.ms = 0;
    await minutesPass(program, 1);
    assertEquals(toldTo(program.admin), []);
    slow.ms = 1_500;
    await minutesPass(program, 2);
    assertEquals(toldTo(program.admin), ["🚨 The store takes 1.5 seconds to answer"]);
  }, { wrapKv });
});

Deno.test("a company's managers are told of their own incidents, and of nothing else", () =>
  inStory(async (program) => {
    const { telegram, admin } = program;
    const [ana, mia, max, zoe] = ["Ana", "Mia", "Max", "Zoe"].map((name) => telegram.person(name));
    assert(ana && mia && max && zoe);
    const yard = await program.company("ACME", { members: [ana] });
    const vault = await program.company("ZETA", { members: [ana] });
    for (const { id } of [mia, max]) await asks(admin, `/add_manager ACME ${id}`);
    await asks(admin, `/add_manager ZETA ${zoe.id}`);
    // Max has never started the bot.
    for (const person of [mia, zoe]) await person.starts();
    for (let n = 1; n <= 4; n++) await ana.says(yard, `/new_issue Trouble number ${n}`);
    await ana.says(vault, "/new_issue Lamp is broken");
    await minutesPass(program, 2);
    assertEquals([...toldTo(admin), ...toldTo(mia)], []);
    await ana.says(yard, "/new_issue Trouble number 5");
    await minutesPass(program, 4, { sweeps: false });
    const unclaimed = "🚨 100 % of the open incidents are unclaimed · ACME Logistics";
    assertEquals(toldTo(mia), [unclaimed]);
    assertEquals(toldTo(admin), [unclaimed, "🚨 No sweep has ended for 3 minutes"]);
    assertEquals([toldTo(zoe), max.private.messages], [[], []]);
    for (const n of [1, 2, 3]) await ana.presses(cardOf(yard, `ACME-${n}`), "Claim");
    for (const n of [1, 2]) await ana.presses(cardOf(yard, `ACME-${n}`), "Escalate");
    await minutesPass(program, 1);
    assertEquals(toldTo(mia).slice(1), [
      "✅ Most open incidents are claimed again · ACME Logistics. It lasted 4 minutes.",
      "🚨 40 % of the open incidents wait for managers · ACME Logistics",
    ]);
    assertEquals(toldTo(zoe), []);
  }, { environment: { REPORTS_PER_PERSON_PER_HOUR: "100", SLA_UNCLAIMED_NUDGE_MINUTES: "100" } }));

Deno.test("a platform admin who has not started the bot, or manages the company, is told once or not at all", () =>
  inStory(async (program) => {
    const { telegram, admin } = program;
    const ana = telegram.person("Ana");
    const other = telegram.person("Otto", { id: 424242 });
    const yard = await program.company("ACME", { members: [ana] });
    await asks(admin, `/add_manager ACME ${admin.id}`);
    for (let n = 1; n <= 5; n++) await ana.says(yard, `/new_issue Trouble number ${n}`);
    await minutesPass(program, 2);
    assertEquals(toldTo(admin).length, 1);
    assertEquals(other.private.messages, []);
  }, { environment: { PLATFORM_ADMIN_IDS: "5000001,424242" } }));

/** A store in which those who put health on record wait until both are about to. */
function together() {
  let isFirst = true;
  let both = Promise.withResolvers<void>();
  let left = 0;
  const wrapKv = (kv: Kv): Kv => ({
    ...kv,
    async commit(checks, changes) {
      if (left > 0 && changes.some(({ key }) => key[0] === "health")) {
        left--;
        if (isFirst) isFirst = false;
        else both.resolve();
        await both.promise;
      }
      return await kv.commit(checks, changes);
    },
  });
  const look = async (processes: readonly Deps[]) => {
    [isFirst, both, left] = [true, Promise.withResolvers<void>(), processes.length];
    await Promise.all(processes.map((deps) => watch(deps)));
  };
  return { wrapKv, look };
}

Deno.test("two processes that look at the same moment tell once", async () => {
  const processes: Deps[] = [];
  const { wrapKv, look } = together();
  await inStory(async (program) => {
    for (let i = 0; i < 6; i++) {
      await program.clock.advance(MINUTE);
      await look(processes);
    }
    await program.telegram.settled();
    assertEquals(toldTo(program.admin), ["🚨 No sweep has ended for 3 minutes"]);
  }, {
    processes: 2,
    // Nothing goes to the first of them, so it is only what they know that they check.
    environment: { PLATFORM_ADMIN_IDS: "424242,5000001" },
    wrapKv,
    wrap(deps) {
      processes.push(deps);
      return deps;
    },
  });
});

Deno.test("a look that is overtaken by a newer one changes nothing", () =>
  inStory(async (program) => {
    const { app, clock, store } = program;
    await minutesPass(program, 1);
    const health = (await stored(program, keys.health()))!;
    const newer = { ...health, seen: { ...health.seen, at: clock.now() + 1_000 } };
    await store.set(keys.health().key, newer);
    await app.watch();
    assertEquals(await stored(program, keys.health()), newer);
  }));
