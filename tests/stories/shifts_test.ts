import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import type { Program } from "../program.ts";
import { cardOf } from "../program.ts";
import { plain } from "../simulator/simulator.ts";
import { mentioned, remindersIn, saying } from "./reading.ts";
import { asks, inStory } from "./story.ts";
import { everybodyGreets, reported, type Yard, yardOf } from "./yard.ts";

const MINUTE = 60_000;
const DIGEST = "A shift of Workshop begins:";

/** Bob works from eight to four, Ana from four to midnight. */
async function inShifts(program: Program): Promise<Yard> {
  const yard = await yardOf(program);
  await everybodyGreets(yard);
  const { bob, ana, mia } = yard;
  for (
    const [{ id, name }, hours] of [[bob, "daily 08:00-16:00"], [ana, "daily 16:00-24:00"]] as const
  ) {
    assertEquals(await asks(mia, `/shift ACME Workshop ${id} ${hours}`), [
      `${name} is on duty for Workshop: ${hours}.`,
    ]);
  }
  return yard;
}

/** Time of a day in November; the sweep runs at that moment. */
async function comesTo({ clock, app }: Program, day: number, hour: number, minute = 0) {
  await clock.advance(Date.UTC(2026, 10, day, hour, minute) - clock.now());
  await app.sweep();
}

Deno.test("only who is on duty is called, and reminded; when nobody is, everybody", () =>
  inStory(async (program) => {
    const yard = await inShifts(program);
    const { group, mia, bob } = yard;
    await asks(mia, "/policy ACME auto_escalation off");
    await reported(yard);
    assertEquals(mentioned(saying(group, "ACME-1 needs Workshop")[0]!), ["Bob"]);
    await program.pass(10);
    assertEquals(mentioned(remindersIn(group)[0]!), ["Bob"]);
    await comesTo(program, 23, 16, 30);
    assertEquals(mentioned(remindersIn(group)[0]!), ["Ana"]);
    await comesTo(program, 24, 2);
    assertEquals(mentioned(remindersIn(group)[0]!).toSorted(), ["Ana", "Bob"]);
    assertEquals(await asks(mia, `/shift ACME Workshop ${bob.id} off`), [
      "Bob has no set hours in Workshop any more.",
    ]);
    await comesTo(program, 24, 9);
    assertEquals(mentioned(remindersIn(group)[0]!).toSorted(), ["Ana", "Bob"]);
    await comesTo(program, 24, 17);
    assertEquals(mentioned(remindersIn(group)[0]!), ["Ana"]);
  }));

Deno.test("whose shift begins finds what is open in one message, which the next one replaces", () =>
  inStory(async (program) => {
    const yard = await inShifts(program);
    const { group, bob, ana } = yard;
    await reported(yard);
    await reported(yard, "ACME-2", "Lights failed on truck 9");
    await ana.presses(cardOf(group, "ACME-2"), "Claim");
    await comesTo(program, 23, 15, 59);
    assertEquals(saying(group, DIGEST), []);
    await program.pass(1);
    const [digest, ...others] = saying(group, DIGEST);
    assertEquals(others, []);
    assertEquals(
      plain(digest!),
      "🕗 A shift of Workshop begins: Ana\nOpen here: 2, unclaimed: 1.\n" +
        "The oldest: ACME-1, reported 23 Nov, 09:00 UTC\nAna: ACME-2",
    );
    assertEquals(mentioned(digest!), ["Ana"]);
    await program.pass(10);
    assertEquals(saying(group, DIGEST), [digest!]);
    await comesTo(program, 24, 8);
    const [next, ...more] = saying(group, DIGEST);
    assertEquals(more, []);
    assertEquals(mentioned(next!), ["Bob"]);
    assertEquals(plain(next!).includes("Ana"), false);
    assertEquals(bob.private.messages, []);
  }));

Deno.test("each group with something open has its own; where nothing is, nothing is said", () =>
  inStory(async (program) => {
    const yard = await inShifts(program);
    const { group, eve, bob } = yard;
    await comesTo(program, 23, 16);
    assertEquals(sent(program), 0);
    const depot = await program.company("ACME", { title: "Depot", members: [eve, bob] });
    for (const [number, place] of [group, group, depot].entries()) {
      await eve.says(place, `/new_issue Trouble number ${number}`);
      await eve.presses(cardOf(place, `ACME-${number + 1}`), "Workshop");
    }
    await comesTo(program, 24, 8);
    assertStringIncludes(plain(saying(group, DIGEST)[0]!), "Open here: 2, unclaimed: 2.");
    assertStringIncludes(plain(saying(depot, DIGEST)[0]!), "The oldest: ACME-3");
    assertEquals(sent(program), 2);
    await bob.presses(cardOf(depot, "ACME-3"), "Claim");
    await bob.says(depot, "/resolve 3 Replaced the brake line");
    await comesTo(program, 24, 16);
    assertEquals(sent(program), 3);
    assertEquals(mentioned(saying(group, DIGEST)[0]!), ["Ana"]);
  }));

Deno.test("after a downtime over it there is one, for those who are still on duty", () =>
  inStory(async (program) => {
    const yard = await inShifts(program);
    const { group } = yard;
    await reported(yard);
    await comesTo(program, 23, 15, 50);
    await program.clock.advance(100 * MINUTE);
    await Promise.all([program.app.sweep(), program.app.sweep()]);
    await program.telegram.settled();
    assertEquals(saying(group, DIGEST).map(mentioned), [["Ana"]]);
    // Bob's next shift begins and ends while nobody is there.
    await comesTo(program, 24, 17);
    assertEquals(saying(group, DIGEST).map(mentioned), [["Ana"]]);
    assertEquals(sent(program), 2);
    await program.pass(30);
    assertEquals(sent(program), 2);
  }));

/** Digests so far, those that were replaced too. */
function sent({ telegram }: Program): number {
  return telegram.calls.filter(({ ok, method, params }) =>
    ok && method === "sendMessage" && String(params.text).includes(DIGEST)
  ).length;
}

Deno.test("who is no member any more has no shift", () =>
  inStory(async (program) => {
    const yard = await inShifts(program);
    const { group, ana, mia } = yard;
    await reported(yard);
    await asks(mia, `/remove_member ACME Workshop ${ana.id}`);
    await comesTo(program, 23, 16);
    await comesTo(program, 23, 17);
    assertEquals(sent(program), 0);
    assertMatch(
      (await asks(mia, `/shift ACME Workshop ${ana.id} daily 8-16`)).join(),
      /^Ana is no member of Workshop\./,
    );
    await asks(mia, `/add_member ACME Workshop ${ana.id}`);
    assertEquals(
      (await asks(mia, "/shifts ACME Workshop")).join(),
      "Shifts of ACME Logistics\nWorkshop\nBob: daily 08:00-16:00\nAna: no set hours",
    );
    await comesTo(program, 24, 8);
    assertEquals(saying(group, DIGEST).map(mentioned), [["Bob"]]);
  }));

Deno.test("shifts follow the company's time zone", () =>
  inStory(async (program) => {
    const yard = await inShifts(program);
    const { group, mia } = yard;
    await asks(mia, "/time_zone ACME America/New_York");
    await reported(yard);
    await comesTo(program, 23, 12, 59);
    assertEquals(sent(program), 0);
    await program.pass(1);
    assertEquals(saying(group, DIGEST).map(mentioned), [["Bob"]]);
  }));

Deno.test("only managers set shifts and see them", () =>
  inStory(async (program) => {
    const yard = await inShifts(program);
    const { bob, dan, eve, gus, mia } = yard;
    for (const person of [bob, dan, eve, gus]) {
      await person.starts();
      for (const text of [`/shift ACME Workshop ${bob.id} off`, "/shifts ACME"]) {
        assertEquals(/Bob/.test((await asks(person, text)).join()), false, person.name);
      }
    }
    assertStringIncludes((await asks(mia, "/shifts ACME")).join(), "Bob: daily 08:00-16:00");
    for (const words of ["Workshop", `Kitchen ${bob.id} 8-16`, `Workshop ${bob.id} whenever`]) {
      assertEquals(/on duty for/.test((await asks(mia, `/shift ACME ${words}`)).join()), false);
    }
  }));
