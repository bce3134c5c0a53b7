import { assertEquals, assertMatch } from "@std/assert";
import type { Program } from "../program.ts";
import { plain } from "../simulator/simulator.ts";
import { remindersIn } from "./reading.ts";
import { events } from "./stored.ts";
import { asks, inStory } from "./story.ts";
import { reported, type Yard, yardOf } from "./yard.ts";

const MINUTE = 60_000;

/** Nothing happens until then; the sweep runs a minute before, and at that moment. */
async function comesTo({ clock, app }: Program, at: number): Promise<void> {
  await clock.advance(at - MINUTE - clock.now());
  await app.sweep();
  await clock.advance(MINUTE);
  await app.sweep();
}

/** The yard, in New York. */
async function inNewYork(program: Program, hours: string): Promise<Yard> {
  const yard = await yardOf(program);
  await asks(yard.mia, "/time_zone ACME America/New_York");
  assertEquals(await asks(yard.mia, `/hours ACME ${hours}`), [`ACME works ${hours} now.`]);
  return yard;
}

/** What the sweeps did to ACME-1 after its call. */
async function since(program: Program): Promise<string[]> {
  return (await events(program, "ACME-1")).slice(2);
}

const OFFICE = "mon-fri 08:00-17:00";

Deno.test("reported in the evening, it waits through the night; the clock goes on at the opening", () =>
  inStory(async (program) => {
    const yard = await inNewYork(program, OFFICE);
    // Five to five in the afternoon.
    await comesTo(program, Date.UTC(2026, 10, 23, 21, 55));
    await reported(yard);
    await program.pass(30);
    for (const hour of [26, 30, 36]) {
      await comesTo(program, Date.UTC(2026, 10, 23, hour));
    }
    await comesTo(program, Date.UTC(2026, 10, 24, 13, 4));
    assertEquals(await since(program), []);
    await program.pass(1);
    assertEquals(await since(program), ["nudged"]);
    assertMatch(plain(remindersIn(yard.group)[0]!), /Nobody has claimed ACME-1 for 15 hours/);
    await program.pass(20);
    assertEquals(await since(program), ["nudged", "nudged", "escalated"]);
  }));

Deno.test("what is critical is reminded of at night; what no longer is waits for the morning", () =>
  inStory(async (program) => {
    const yard = await inNewYork(program, OFFICE);
    await comesTo(program, Date.UTC(2026, 10, 24, 3));
    await reported(yard);
    await yard.eve.says(yard.group, "/priority 1 critical");
    await program.pass(2);
    assertEquals(await since(program), ["priority_set"]);
    await program.pass(1);
    assertEquals(await since(program), ["priority_set", "nudged"]);
    await yard.eve.says(yard.group, "/priority 1 high");
    await program.pass(60);
    await comesTo(program, Date.UTC(2026, 10, 24, 13, 4));
    assertEquals((await since(program)).at(-1), "priority_set");
    await program.pass(1);
    assertEquals((await since(program)).slice(2), ["priority_set", "nudged"]);
  }));

Deno.test("a holiday and a weekend are no time at all", () =>
  inStory(async (program) => {
    const yard = await inNewYork(program, OFFICE);
    await asks(yard.mia, "/holidays ACME add 2026-11-26");
    await comesTo(program, Date.UTC(2026, 10, 25, 21, 55));
    await reported(yard);
    for (const day of [26, 27]) await comesTo(program, Date.UTC(2026, 10, day, 13, 4));
    assertEquals(await since(program), []);
    await program.pass(1);
    assertEquals(await since(program), ["nudged"]);
    await asks(yard.mia, "/policy ACME unclaimed_repeat 540");
    // A whole day's work after Friday, five past eight.
    await comesTo(program, Date.UTC(2026, 10, 30, 13, 4));
    assertEquals(await since(program), ["nudged"]);
    await program.pass(1);
    assertEquals(await since(program), ["nudged", "nudged"]);
  }));

Deno.test("when hours are set or taken back, what is open follows at once", () =>
  inStory(async (program) => {
    const yard = await inNewYork(program, OFFICE);
    await reported(yard);
    await program.pass(20);
    assertEquals(await since(program), []);
    assertEquals(await asks(yard.mia, "/hours ACME always"), ["ACME works round the clock now."]);
    await program.pass(1);
    assertEquals(await since(program), ["nudged"]);
    await asks(yard.mia, `/hours ACME ${OFFICE}`);
    await program.pass(120);
    assertEquals(await since(program), ["nudged"]);
    await asks(yard.mia, "/time_zone ACME Europe/Berlin");
    await program.pass(10);
    assertEquals(await since(program), ["nudged", "nudged"]);
  }));

for (
  const [what, evening, due] of [
    // The night of 13 to 14 March 2027 has an hour less.
    ["an hour less", Date.UTC(2027, 2, 14, 3), Date.UTC(2027, 2, 15, 3)],
    // The night of 6 to 7 November 2027 has an hour more.
    ["an hour more", Date.UTC(2027, 10, 7, 2), Date.UTC(2027, 10, 7, 10)],
  ] as const
) {
  Deno.test(`eight hours of night work in a night that has ${what}`, () =>
    inStory(async (program) => {
      const yard = await inNewYork(program, "daily 22:00-06:00");
      await asks(yard.mia, "/policy ACME unclaimed 480");
      await comesTo(program, evening);
      await reported(yard);
      await comesTo(program, due - MINUTE);
      assertEquals(await since(program), []);
      await program.pass(1);
      assertEquals(await since(program), ["nudged"]);
    }));
}

Deno.test("only its managers say when a company works, in words that can be read", () =>
  inStory(async (program) => {
    const { eve, mia, dan } = await inNewYork(program, OFFICE);
    const hours = async () => (await asks(mia, "/hours ACME")).join();
    const before = await hours();
    assertEquals(
      before,
      "When ACME Logistics works (America/New_York)\nmon-fri 08:00-17:00\nHolidays: none",
    );
    for (const text of ["/hours ACME nights", "/hours ACME mon 17-8-3", "/hours ACME"]) {
      for (const person of [eve, dan]) {
        await person.starts();
        assertEquals((await asks(person, text)).join().includes("ACME Logistics"), false);
      }
    }
    assertMatch((await asks(mia, "/hours ACME nights")).join(), /^I can't read these hours/);
    assertMatch((await asks(mia, "/holidays ACME add 2026-02-30")).join(), /^A date looks like/);
    assertMatch((await asks(mia, "/holidays ACME sometimes")).join(), /^Usage:/);
    assertEquals(await hours(), before);
    assertEquals(await asks(mia, "/holidays ACME add 2026-12-26 2026-12-25"), [
      "ACME has 2 holidays now.",
    ]);
    assertEquals(await asks(mia, "/holidays ACME remove 2026-12-26"), ["ACME has 1 holiday now."]);
    assertMatch(await hours(), /Holidays: 2026-12-25$/);
  }));
