import { assertEquals, assertMatch } from "@std/assert";
import { keys, tallyKey } from "../../src/store/keys.ts";
import type { Program } from "../program.ts";
import type { Group, Person } from "../simulator/simulator.ts";
import { stored } from "./stored.ts";
import { inStory, newestFor } from "./story.ts";

const MINUTE = 60_000;

async function lastNumber(program: Program): Promise<number> {
  return (await stored(program, keys.lastNumber("ACME")))?.last ?? 0;
}

async function reports(person: Person, group: Group): Promise<void> {
  await person.says(group, "/new_issue Brakes failed");
}

function countFor(person: Person, group: Group): number {
  return group.visibleTo(person).length;
}

Deno.test("a person may report five times within an hour, and hears how long to wait", () =>
  inStory(async (program) => {
    const { telegram, clock } = program;
    const ana = telegram.person("Ana");
    const bob = telegram.person("Bob");
    const yard = await program.company("ACME", { members: [ana, bob] });
    for (let n = 0; n < 5; n++) {
      await reports(ana, yard);
      await clock.advance(10 * MINUTE);
    }
    await reports(ana, yard);
    assertMatch(newestFor(ana, yard), /^You have reported a lot.* 10 minutes\.$/);
    assertEquals(await lastNumber(program), 5);
    await reports(bob, yard);
    assertEquals(await lastNumber(program), 6);

    await clock.advance(10 * MINUTE - 1);
    await reports(ana, yard);
    assertEquals(newestFor(ana, yard), "/new_issue Brakes failed");
    assertEquals(await lastNumber(program), 6);
    await clock.advance(1);
    await reports(ana, yard);
    assertEquals(await lastNumber(program), 7);
    await reports(ana, yard);
    assertMatch(newestFor(ana, yard), / 10 minutes\.$/);
  }));

Deno.test("a person's reports count over all groups of a company", () =>
  inStory(async (program) => {
    const { telegram, admin } = program;
    const ana = telegram.person("Ana");
    const yard = await program.company("ACME", { members: [ana] });
    const depot = telegram.group("Depot", { owner: admin, members: [ana], withBot: false });
    await admin.adds(depot);
    await admin.says(admin.private, `/add_group ACME ${depot.id}`);
    const other = await program.company("ZETA", { members: [ana] });
    for (const group of [yard, depot, yard, depot, yard, depot]) await reports(ana, group);
    assertEquals(await lastNumber(program), 5);
    await reports(ana, other);
    assertEquals((await stored(program, keys.lastNumber("ZETA")))?.last, 1);
  }));

Deno.test("a group may report sixty times within an hour, whoever does it", () =>
  inStory(async (program) => {
    const { telegram, clock } = program;
    const people = Array.from({ length: 13 }, (_, n) => telegram.person(`Person ${n}`));
    const yard = await program.company("ACME", { members: people });
    for (const person of people.slice(0, 12)) {
      for (let n = 0; n < 5; n++) await reports(person, yard);
    }
    assertEquals(await lastNumber(program), 60);
    const late = people[12]!;
    await clock.advance(25 * MINUTE);
    await reports(late, yard);
    assertMatch(newestFor(late, yard), /^This group has reported a lot.* 35 minutes\.$/);
    assertEquals(await lastNumber(program), 60);
    await clock.advance(35 * MINUTE);
    await reports(late, yard);
    assertEquals(await lastNumber(program), 61);
  }));

Deno.test("the limits come from the configuration", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const ana = telegram.person("Ana");
    const bob = telegram.person("Bob");
    const cleo = telegram.person("Cleo");
    const yard = await program.company("ACME", { members: [ana, bob, cleo] });
    await reports(ana, yard);
    await reports(ana, yard);
    assertMatch(newestFor(ana, yard), /^You have/);
    await reports(bob, yard);
    await reports(cleo, yard);
    assertMatch(newestFor(cleo, yard), /^This group has/);
    assertEquals(await lastNumber(program), 2);
  }, {
    environment: { REPORTS_PER_PERSON_PER_HOUR: "1", REPORTS_PER_GROUP_PER_HOUR: "2" },
  }));

Deno.test("a dispatcher may report more often within an hour than others", () =>
  inStory(async (program) => {
    const { telegram, admin } = program;
    const dan = telegram.person("Dan");
    const yard = await program.company("ACME", { members: [dan] });
    await admin.says(admin.private, `/add_dispatcher ACME ${dan.id}`);
    for (let n = 0; n < 8; n++) await reports(dan, yard);
    assertEquals(await lastNumber(program), 7);
    assertMatch(newestFor(dan, yard), /^You have reported a lot.* 60 minutes\.$/);
  }, { environment: { REPORTS_PER_DISPATCHER_PER_HOUR: "7" } }));

Deno.test("whom the group's limit stops is told once, each person for themselves", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const ana = telegram.person("Ana");
    const bob = telegram.person("Bob");
    const yard = await program.company("ACME", { members: [ana, bob] });
    await reports(ana, yard);
    for (const person of [ana, bob]) {
      await reports(person, yard);
      assertMatch(newestFor(person, yard), /^This group has/);
      const before = countFor(person, yard);
      await reports(person, yard);
      assertEquals(countFor(person, yard), before + 1, "only what they said themselves");
    }
    assertEquals(await lastNumber(program), 1);
  }, { environment: { REPORTS_PER_GROUP_PER_HOUR: "1" } }));

Deno.test("a company with as many open incidents as fit reports no more until one is over", () =>
  inStory(async (program) => {
    const { telegram, store } = program;
    const ana = telegram.person("Ana");
    const yard = await program.company("ACME", { members: [ana] });
    const open = tallyKey("ACME", "open");
    await store.set(open, new Deno.KvU64(1999n));
    await reports(ana, yard);
    await reports(ana, yard);
    assertMatch(newestFor(ana, yard), /^The company has 2000 open incidents/);
    assertEquals(await lastNumber(program), 1);
    await store.set(open, new Deno.KvU64(1n));
    await reports(ana, yard);
    assertEquals(await lastNumber(program), 2);
  }));
