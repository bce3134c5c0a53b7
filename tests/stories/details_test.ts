import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { cardOf } from "../program.ts";
import { buttons, plain } from "../simulator/simulator.ts";
import { remindersIn } from "./reading.ts";
import { events, incident, records } from "./stored.ts";
import { asks, inStory, newestFor } from "./story.ts";
import { chooses, hasOpen, inWork, menuOf, reported, yardOf } from "./yard.ts";

Deno.test("a priority is chosen in the menu, and the card wears its sign", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve } = yard;
    await reported(yard);
    assertMatch(plain(cardOf(group, "ACME-1")), /^🔴 ACME-1 /);
    for (
      const [label, title] of [
        ["critical", /^🔴🚨 ACME-1 · /],
        ["high", /^🔴🔶 ACME-1 · /],
        ["low", /^🔴🔽 ACME-1 · /],
        ["medium", /^🔴 ACME-1 · /],
      ] as const
    ) {
      await chooses(eve, yard, ["ACME-1", "Priority"]);
      assertEquals(buttons(menuOf(eve, yard)), [
        "🚨 critical",
        "🔶 high",
        "medium",
        "🔽 low",
        "‹ Back",
        "✖️ Close",
      ]);
      assertEquals(await eve.presses(menuOf(eve, yard), label), {
        text: "ACME-1: priority changed.",
      });
      assertMatch(plain(cardOf(group, "ACME-1")), title);
      assertEquals((await incident(program, "ACME-1")).priority, label);
      assert(!hasOpen(eve, yard));
    }
    await chooses(eve, yard, ["ACME-1", "Priority"]);
    assertMatch(plain(menuOf(eve, yard)), /How urgent is it\? Now: medium\.$/);
    assertEquals(await eve.presses(menuOf(eve, yard), "medium"), {
      text: "That is how it is already.",
    });
  }));

Deno.test("/priority does the same, in any case; other words are answered with its usage", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, bob } = yard;
    await inWork(yard);
    await bob.says(group, "/priority 1 HIGH");
    assertEquals(newestFor(bob, group), "ACME-1: priority changed.");
    assertMatch(plain(cardOf(group, "ACME-1")), /^🟡🔶 ACME-1 · Workshop · in progress$/m);
    for (const words of ["1", "1 urgent", "1 high please"]) {
      await bob.says(group, `/priority ${words}`);
      assertStringIncludes(
        newestFor(bob, group),
        "Usage: /priority [id] <low | medium | high | critical>\nExample: /priority ACME-42 critical",
      );
    }
    assertEquals((await events(program, "ACME-1")).filter((it) => it === "priority_set").length, 1);
  }));

/** Minutes until the first reminder, by priority: ten times the factor. */
const FIRST_REMINDER = { critical: 2.5, high: 5, medium: 10, low: 30 } as const;

for (const [priority, minutes] of Object.entries(FIRST_REMINDER)) {
  Deno.test(`${priority}: reminded after ${minutes} minutes, and again after as many`, () =>
    inStory(async (program) => {
      const yard = await yardOf(program);
      const { group, eve } = yard;
      await reported(yard);
      if (priority !== "medium") await eve.says(group, `/priority 1 ${priority}`);
      const sent = () =>
        program.telegram.calls.filter(({ method, params }) =>
          method === "sendMessage" && String(params.text).includes("⏰")
        ).length;
      for (const n of [1, 2]) {
        await program.clock.advance(minutes * 60_000 - 1);
        await program.app.sweep();
        assertEquals(sent(), n - 1);
        await program.clock.advance(1);
        await program.app.sweep();
        assertEquals(sent(), n);
      }
    }));
}

Deno.test("a priority counts from the call on: raised late, the reminder is due at once", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve } = yard;
    await reported(yard);
    await program.pass(7);
    assertEquals(remindersIn(group), []);
    await eve.says(group, "/priority 1 critical");
    await program.app.sweep();
    assertMatch(plain(remindersIn(group)[0]!), /Nobody has claimed ACME-1 for 7 minutes/);
  }));

Deno.test("those concerned set it while it is open", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve, bob, ana, dan, mia, gus, sam } = yard;
    const card = await inWork(yard);
    for (
      const [person, priority] of [
        [eve, "low"],
        [bob, "high"],
        [ana, "critical"],
        [dan, "low"],
        [mia, "medium"],
        [gus, "high"],
      ] as const
    ) {
      await person.says(group, `/priority 1 ${priority}`);
      assertEquals((await incident(program, "ACME-1")).priority, priority, person.name);
    }
    await sam.says(group, "/priority 1 low");
    assertMatch(newestFor(sam, group), /^Only the reporter, /);
    assertMatch((await sam.presses(card, "", { data: "set:ACME-1:low" })).text ?? "", /^Only /);
    await bob.says(group, "/resolve 1 Replaced the brake line");
    await bob.says(group, "/priority 1 low");
    assertEquals(newestFor(bob, group), "Already resolved by Bob.");
    assertEquals((await incident(program, "ACME-1")).priority, "high");
  }));

Deno.test("tags are added and removed, and stand on the card", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve, bob } = yard;
    await reported(yard);
    await eve.says(group, "/tag 1 Brakes #Tire brakes truck_12");
    assertEquals(newestFor(eve, group), "ACME-1: tags added.");
    assertMatch(plain(cardOf(group, "ACME-1")), /^#brakes #tire #truck_12$/m);
    await bob.says(group, "/untag 1 #TIRE nothing");
    assertEquals(newestFor(bob, group), "ACME-1: tags removed.");
    assertMatch(plain(cardOf(group, "ACME-1")), /^#brakes #truck_12$/m);
    for (const words of ["/tag 1 brakes", "/untag 1 tire"]) {
      await eve.says(group, words);
      assertEquals(newestFor(eve, group), "That is how it is already.");
    }
    await eve.says(group, "/untag 1 brakes truck_12");
    assert(!plain(cardOf(group, "ACME-1")).includes("#"));
    assertEquals((await incident(program, "ACME-1")).tags, []);
  }));

Deno.test("a tag has 1 to 24 characters of any script", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve } = yard;
    await reported(yard);
    const longest = "ü".repeat(24);
    const tags = ["тормоза", "刹车", "فرامل", "ब्रेक", "g‘ildirak".replace("‘", "_"), "a-1", longest];
    await eve.says(group, `/tag 1 ${tags.join(" ")}`);
    assertEquals((await incident(program, "ACME-1")).tags, tags);
    assertStringIncludes(plain(cardOf(group, "ACME-1")), tags.map((tag) => `#${tag}`).join(" "));
    await eve.says(group, "/tag 1 ТОРМОЗА");
    assertEquals(newestFor(eve, group), "That is how it is already.");
    const before = await records(program);
    for (const wrong of ["ü".repeat(25), "#", "a.b", "fine <b>", "💥"]) {
      await eve.says(group, `/tag 1 ${wrong}`);
      assertEquals(newestFor(eve, group), "A tag has 1 to 24 letters, digits, _ or -.", wrong);
    }
    assertEquals(await records(program), before);
  }));

Deno.test("an incident has at most ten tags", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve } = yard;
    await reported(yard);
    const tags = Array.from({ length: 9 }, (_, n) => `t${n + 1}`);
    await eve.says(group, `/tag 1 ${tags.join(" ")}`);
    await eve.says(group, "/tag 1 t10 t11");
    assertEquals(newestFor(eve, group), "An incident has at most 10 tags.");
    assertEquals((await incident(program, "ACME-1")).tags, tags);
    await eve.says(group, "/tag 1 t10 t1");
    assertEquals((await incident(program, "ACME-1")).tags, [...tags, "t10"]);
    await eve.says(group, "/tag 1 t11");
    assertEquals(newestFor(eve, group), "An incident has at most 10 tags.");
    await eve.says(group, "/untag 1 t1");
    await eve.says(group, "/tag 1 t11");
    assertEquals((await incident(program, "ACME-1")).tags.length, 10);
  }));

Deno.test("those concerned tag it, also when it is over; without a tag they read the usage", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Eve"] });
    const { group, eve, bob, sam } = yard;
    await inWork(yard);
    await bob.says(group, "/resolve 1 Replaced the brake line");
    await bob.says(group, "/tag 1 brakes");
    assertEquals(await asks(eve, "/tag acme-1 truck"), ["ACME-1: tags added."]);
    assertMatch(plain(cardOf(group, "ACME-1")), /^#brakes #truck$/m);
    await sam.says(group, "/tag 1 fun");
    assertMatch(newestFor(sam, group), /^Only the reporter, /);
    for (const name of ["tag", "untag"]) {
      await eve.says(group, `/${name} 1`);
      assertStringIncludes(
        newestFor(eve, group),
        `Usage: /${name} [id] <tag> …\nExample: /${name}`,
      );
    }
    assertEquals((await incident(program, "ACME-1")).tags, ["brakes", "truck"]);
  }));
