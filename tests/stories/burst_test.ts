import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { assertShown } from "../faults/cards.ts";
import { cardOf, type Program, type ProgramOptions } from "../program.ts";
import { type Group, type ManualClock, type Person, plain } from "../simulator/simulator.ts";
import { inStory } from "./story.ts";

const MANY = 60;

/** Telegram's limits, in a Telegram that insists on the group's; whoever waits moves the clock. */
function limited(): { options: ProgramOptions; movedBy(program: Program): void } {
  let clock: ManualClock | null = null;
  return {
    options: {
      telegram: { enforceRate: true },
      environment: {
        TELEGRAM_CHAT_PER_SECOND: "1",
        TELEGRAM_GROUP_PER_MINUTE: "20",
        TELEGRAM_OVERALL_PER_SECOND: "30",
        REPORTS_PER_GROUP_PER_HOUR: "1000",
      },
      wrap: (deps) => ({ ...deps, sleep: (ms) => clock?.advance(ms) ?? Promise.resolve() }),
    },
    movedBy: (program) => void (clock = program.clock),
  };
}

/** When messages of the outbox reached the groups, by group; all of them in order. */
function sendings({ telegram }: Program, since: number): { chat: number; at: number }[] {
  return telegram.calls.flatMap(({ method, params, at, ok, personal }) => {
    if (method !== "sendMessage" || at < since || personal !== undefined) return [];
    assert(ok, "Telegram had to refuse one");
    return [{ chat: Number(params.chat_id), at }];
  });
}

/** Fails when more than so many of these moments lie within any such time. */
function assertAtMost(most: number, within: number, times: readonly number[]): void {
  for (let n = most; n < times.length; n++) {
    const took = times[n]! - times[n - most]!;
    assert(took >= within, `${most + 1} messages within ${took} ms`);
  }
}

function assertWithinLimits(sent: readonly { chat: number; at: number }[]): void {
  for (const chat of new Set(sent.map((it) => it.chat))) {
    const times = sent.filter((it) => it.chat === chat).map(({ at }) => at);
    assertAtMost(1, 1_000, times);
    assertAtMost(20, 60_000, times);
  }
  assertAtMost(30, 1_000, sent.map(({ at }) => at));
}

async function crowd({ telegram }: Program, group: Group): Promise<Person[]> {
  const people = Array.from({ length: MANY }, (_, n) => telegram.person(`Reporter ${n}`));
  for (const person of people) await person.joins(group);
  return people;
}

const pings = (group: Group) =>
  group.messages.filter((it) => plain(it).includes("Who claims it?")).length;

Deno.test("sixty reports within a minute end as sixty cards and sixty pings, none sooner than Telegram allows", async () => {
  const { options, movedBy } = limited();
  await inStory(async (program) => {
    movedBy(program);
    const { telegram, clock, app, admin, store } = program;
    const bob = telegram.person("Bob");
    const yard = await program.company("ACME", { members: [bob] });
    await admin.says(admin.private, `/add_member ACME Dispatch ${bob.id}`);
    const people = await crowd(program, yard);
    await program.pass(2);
    const started = clock.now();
    await Promise.all(people.map((one, n) => one.says(yard, `/new_issue Truck ${n} is broken`)));
    assert(clock.now() - started < 60_000);
    let minutes = 0;
    for (; (await Array.fromAsync(store.list({ prefix: ["outbox"] }))).length > 0; minutes++) {
      assert(minutes < 15, "the burst never ends");
      await clock.advance(60_000 - (clock.now() - started) % 60_000);
      await app.sweep();
      await telegram.settled();
    }
    await assertShown(store, [yard]);
    const ids = people.map((_, n) => `ACME-${n + 1}`);
    for (const id of ids) assert(cardOf(yard, id));
    assertEquals([yard.pinned.length, pings(yard)], [MANY, MANY]);
    const sent = sendings(program, started);
    assertEquals(sent.length, 2 * MANY);
    assertWithinLimits(sent);
    const seconds = (sent.at(-1)!.at - started) / 1_000;
    console.log(`${MANY} cards and ${MANY} pings took ${seconds} s of simulated time`);
    assertEquals(seconds, 5 * 60 + 19, "as fast as the limits allow");
  }, options);
});

Deno.test("one chat that has used up its minute does not keep another one waiting", async () => {
  const { options, movedBy } = limited();
  await inStory(async (program) => {
    movedBy(program);
    const { telegram, clock } = program;
    const ana = telegram.person("Ana");
    const people = Array.from({ length: 25 }, (_, n) => telegram.person(`Reporter ${n}`));
    const yard = await program.company("ACME", { members: people });
    const depot = await program.company("ZETA", { members: [ana] });
    await program.pass(2);
    await Promise.all(people.map((one) => one.says(yard, "/new_issue The gate is stuck again")));
    const started = clock.now();
    await ana.says(depot, "/new_issue Lights failed");
    assert(cardOf(depot, "ZETA-1"));
    assertEquals(clock.now(), started, "without waiting");
    assert(yard.pinned.length < 25);
    await program.pass(3);
    assertEquals(yard.pinned.length, 25);
  }, options);
});

Deno.test("while a group has used up its minute, its cards still show at once who claims", async () => {
  const { options, movedBy } = limited();
  await inStory(async (program) => {
    movedBy(program);
    const people = Array.from({ length: 25 }, (_, n) => program.telegram.person(`Reporter ${n}`));
    const yard = await program.company("ACME", { members: people });
    await program.pass(2);
    await Promise.all(people.map((one) => one.says(yard, "/new_issue The gate is stuck again")));
    const started = program.clock.now();
    await people[0]!.presses(cardOf(yard, "ACME-1"), "Claim");
    assertStringIncludes(plain(cardOf(yard, "ACME-1")), "Owner: Reporter 0");
    assertEquals([program.clock.now(), yard.pinned.length < 25], [started, true]);
    await program.pass(3);
    assertEquals(yard.pinned.length, 25);
  }, options);
});

Deno.test("lifted limits let a burst through at once", () =>
  inStory(async (program) => {
    const people = Array.from({ length: 25 }, (_, n) => program.telegram.person(`Reporter ${n}`));
    const yard = await program.company("ACME", { members: people });
    const started = program.clock.now();
    await Promise.all(people.map((one) => one.says(yard, "/new_issue The gate is stuck again")));
    assertEquals([yard.pinned.length, program.clock.now()], [25, started]);
  }));
