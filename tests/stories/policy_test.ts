import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { remindersIn } from "./reading.ts";
import { events, records } from "./stored.ts";
import { asks, inStory, newestFor, textsFor } from "./story.ts";
import { elsewhere, reported, yardOf } from "./yard.ts";

Deno.test("a company sets how patient it is; what is open follows at once", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, mia } = yard;
    await reported(yard);
    await program.pass(2);
    assertEquals(await asks(mia, "/policy ACME unclaimed 4"), [
      "ACME: unclaimed is 4 now.",
    ]);
    await program.pass(1);
    assertEquals(remindersIn(group), []);
    await program.pass(1);
    assertEquals(remindersIn(group).length, 1);
    assertEquals(await asks(mia, "/policy acme Unclaimed_Repeat 7"), [
      "ACME: unclaimed_repeat is 7 now.",
    ]);
    await program.pass(6);
    assertEquals((await events(program, "ACME-1")).slice(2), ["nudged"]);
    await program.pass(1);
    assertEquals((await events(program, "ACME-1")).slice(2), ["nudged", "nudged"]);
    await asks(mia, "/policy ACME unclaimed_repeat same");
    await program.pass(4);
    assertEquals((await events(program, "ACME-1")).at(-1), "escalated");
  }));

Deno.test("a group goes before its company, in itself alone; default takes either back", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, mia, gus } = yard;
    await reported(yard);
    await elsewhere(program, yard);
    const minutesOf = async (person = gus, place = group) => {
      await person.says(place, "/policy");
      return /^unclaimed (\d+)( ✏️)?/m.exec(newestFor(person, place))!.slice(1, 3);
    };
    assertEquals(await minutesOf(), ["10", undefined]);
    await asks(mia, "/policy ACME unclaimed 20");
    assertEquals(await minutesOf(), ["20", undefined]);
    await gus.says(group, "/policy unclaimed 3");
    assertEquals(newestFor(gus, group), "This group: unclaimed is 3 now.");
    assertEquals(await minutesOf(), ["3", " ✏️"]);
    const [page] = await asks(mia, "/policy ACME");
    assertMatch(page!, /^unclaimed 20 ✏️ · minutes until the first reminder/m);
    await reported(yard, "ACME-3");
    await program.pass(3);
    assertEquals((await events(program, "ACME-1")).slice(2), ["nudged"]);
    assertEquals((await events(program, "ACME-3")).slice(2), ["nudged"]);
    assertEquals((await events(program, "ACME-2")).slice(1).includes("nudged"), false);
    await gus.says(group, "/policy unclaimed default");
    assertEquals(newestFor(gus, group), "This group: unclaimed is 20 now.");
    assertEquals(await minutesOf(), ["20", undefined]);
    await asks(mia, "/policy ACME unclaimed default");
    assertEquals(await minutesOf(), ["10", undefined]);
  }));

Deno.test("a priority's factor stretches what is waited for", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve, mia } = yard;
    await asks(mia, "/policy ACME critical 0.1");
    await asks(mia, "/policy ACME low 1.5");
    await reported(yard);
    await eve.says(group, "/priority 1 low");
    await program.pass(14);
    assertEquals(remindersIn(group), []);
    await program.pass(1);
    assertEquals(remindersIn(group).length, 1);
    await eve.says(group, "/priority 1 critical");
    await program.pass(1);
    assertEquals((await events(program, "ACME-1")).slice(-2), ["priority_set", "nudged"]);
  }));

Deno.test("what is no setting or no value for it is explained, and changes nothing", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, mia, gus } = yard;
    await asks(mia, "/policy ACME");
    const before = await records(program);
    for (
      const [words, why] of [
        ["patience 5", "There is no setting “patience”."],
        ["unclaimed", "That is no value for it."],
        ["unclaimed never", "That is no value for it."],
        ["unclaimed 0", "That is no value for it."],
        ["unclaimed -5", "That is no value for it."],
        ["unclaimed 2.5", "That is no value for it."],
        ["unclaimed 10081", "Possible: minutes, from 1 to 10080; default makes it as usual."],
        ["unclaimed same", "That is no value for it."],
        ["unclaimed 5 6", "That is no value for it."],
        ["auto_escalation maybe", "Possible: on or off; default"],
        ["critical 0", "Possible: a number from 0.01 to 100 that"],
        ["__proto__ 5", "There is no setting “__proto__”."],
      ] as const
    ) {
      assertStringIncludes((await asks(mia, `/policy ACME ${words}`)).join(), why, words);
      await gus.says(group, `/policy ${words}`);
      assertStringIncludes(newestFor(gus, group), why, words);
    }
    assertMatch((await asks(mia, "/policy")).join(), /^A company id has 2 to 8/);
    assertEquals(await records(program), before);
  }));

Deno.test("only managers read and set it, each of what they manage", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Eve", "Dan", "Gus"] });
    const { group, eve, bob, dan, gus, mia } = yard;
    await reported(yard);
    await elsewhere(program, yard);
    const page = /How patient/;
    const before = await records(program);
    for (const person of [eve, bob, dan]) {
      for (const text of ["/policy", "/policy unclaimed 1"]) {
        await person.says(group, text);
        assertEquals(page.test(newestFor(person, group)), false);
      }
    }
    for (const person of [eve, dan, gus]) {
      for (const text of ["/policy ACME", "/policy ACME unclaimed 1"]) {
        assertEquals(page.test((await asks(person, text)).join()), false, person.name);
      }
    }
    for (const text of ["/policy ZETA", "/policy ZETA unclaimed 1", "/policy NONE unclaimed 1"]) {
      assertEquals(page.test((await asks(mia, text)).join()), false, text);
    }
    assertEquals(await records(program), before);
    await gus.says(group, "/policy");
    assertMatch(newestFor(gus, group), page);
    assertEquals(textsFor(eve, group).some((text) => page.test(text)), false);
  }));
