import { assertEquals, assertMatch } from "@std/assert";
import { cardOf } from "../program.ts";
import { buttons, plain } from "../simulator/simulator.ts";
import { escalationsIn, mentioned, remindersIn } from "./reading.ts";
import { events } from "./stored.ts";
import { asks, inStory } from "./story.ts";
import { crew, reported, yardOf } from "./yard.ts";

Deno.test("reminded of twice in vain, it escalates by itself; a manager claims it from the second private reminder", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Mia", "Gus"] });
    const { group, bob, mia, gus } = yard;
    const card = await reported(yard);
    for (const minutes of [10, 20]) {
      await program.pass(10);
      const [reminder, ...others] = remindersIn(group);
      assertMatch(plain(reminder!), new RegExp(`^⏰ Nobody has claimed ACME-1 for ${minutes} min`));
      assertEquals(mentioned(reminder!).toSorted(), ["Ana", "Bob"]);
      assertEquals(others, []);
    }
    await program.pass(9);
    assertEquals(escalationsIn(group.messages), []);
    await program.pass(1);
    assertEquals(remindersIn(group), []);
    const call = group.messages.at(-1)!;
    assertMatch(plain(call), /^🔺 ACME-1 has escalated, because nobody has claimed it: “Brakes/);
    assertEquals(mentioned(call).toSorted(), ["Gus", "Mia"]);
    assertMatch(plain(cardOf(group, "ACME-1")), /🔴 ACME-1 · Workshop · .* · escalated\n/);
    assertMatch((await bob.presses(card, "Claim")).text ?? "", /^Only managers/);
    const told = escalationsIn(mia.private.messages).length;
    await program.pass(15);
    assertMatch(
      plain(group.messages.at(-1)!),
      /^🔺 ACME-1 has waited for a manager for 15 minutes/,
    );
    assertEquals(escalationsIn(mia.private.messages).length, told);
    await program.pass(15);
    assertEquals(escalationsIn(mia.private.messages).length, told + 1);
    assertEquals(escalationsIn(gus.private.messages), []);
    const reminder = mia.private.messages.at(-1)!;
    assertMatch(plain(reminder), /^🔺 ACME-1 has waited for a manager for 30 minutes/);
    assertEquals(buttons(reminder), ["🙋 Claim"]);
    assertEquals(await mia.presses(reminder, "Claim"), { text: "ACME-1 is yours." });
    assertEquals(await crew(program), ["Mia"]);
    await program.pass(60);
    assertEquals(await events(program, "ACME-1"), [
      "reported",
      "department_chosen",
      "nudged",
      "nudged",
      "escalated",
      "nudged",
      "nudged",
      "claimed",
    ]);
    assertMatch(plain(cardOf(group, "ACME-1")), /^🟡 ACME-1/);
  }));

Deno.test("with automatic escalation off the reminders go on; switched on, it escalates at the next one", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, bob, mia } = yard;
    assertMatch(
      (await asks(mia, "/policy ACME auto_escalation off")).join(),
      /auto_escalation is off now/,
    );
    const card = await reported(yard);
    await program.pass(60);
    assertEquals((await events(program, "ACME-1")).slice(2), Array(6).fill("nudged"));
    assertMatch(plain(remindersIn(group)[0]!), /for 60 minutes/);
    await asks(mia, "/policy ACME auto_escalation default");
    await program.pass(10);
    assertEquals((await events(program, "ACME-1")).at(-1), "escalated");
    assertMatch((await bob.presses(card, "Claim")).text ?? "", /^Only managers/);
  }));

Deno.test("claimed after the last reminder it does not escalate", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const card = await reported(yard);
    await program.pass(29);
    await yard.bob.presses(card, "Claim");
    await program.pass(60);
    assertEquals(escalationsIn(yard.group.messages), []);
    assertEquals((await events(program, "ACME-1")).slice(2), ["nudged", "nudged", "claimed"]);
  }));

Deno.test("given back to its department it has both reminders again before it escalates anew", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, mia } = yard;
    await reported(yard);
    await program.pass(30);
    await mia.says(group, "/de_escalate 1");
    assertEquals(escalationsIn(group.messages), []);
    await program.pass(29);
    const since = (await events(program, "ACME-1")).slice(5);
    assertEquals(since, ["de_escalated", "nudged", "nudged"]);
    await program.pass(1);
    assertEquals((await events(program, "ACME-1")).at(-1), "escalated");
    assertEquals(escalationsIn(group.messages).length, 1);
  }));
