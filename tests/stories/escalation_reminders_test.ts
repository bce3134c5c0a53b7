import { assert, assertEquals, assertMatch } from "@std/assert";
import { buttons, plain } from "../simulator/simulator.ts";
import { escalationsIn, mentioned, remindersIn } from "./reading.ts";
import { events } from "./stored.ts";
import { inStory, newestInPrivate } from "./story.ts";
import { crew, inWork, reported, yardOf } from "./yard.ts";

Deno.test("at tier 2 the managers are reminded, in the escalation interval from the escalation on", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Mia", "Gus"] });
    const { group, eve, mia, gus } = yard;
    const card = await reported(yard);
    await program.pass(5);
    await eve.presses(card, "Escalate");
    await program.pass(14);
    assertEquals(remindersIn(group), []);
    assertEquals(escalationsIn(mia.private.messages).length, 1);
    await program.pass(1);
    const reminder = escalationsIn(group.messages).at(-1)!;
    assertMatch(plain(reminder), /^🔺 ACME-1 has waited for a manager for 15 minutes/);
    assertEquals(mentioned(reminder).toSorted(), ["Gus", "Mia"]);
    assertEquals(reminder.reply_to_message?.message_id, card.message_id);
    assertEquals(escalationsIn(mia.private.messages).length, 1);
    await program.pass(15);
    assertMatch(plain(escalationsIn(group.messages).at(-1)!), /for 30 minutes/);
    assertMatch(newestInPrivate(mia), /^🔺 ACME-1 has waited for a manager for 30 minutes/);
    assertEquals(buttons(mia.private.messages.at(-1)!), ["🙋 Claim"]);
    assertEquals(escalationsIn(gus.private.messages), []);
    assertEquals(group.messages.filter((it) => plain(it).includes("has waited")).length, 1);
    await mia.presses(mia.private.messages.at(-1)!, "Claim");
    await program.pass(60);
    assertEquals(escalationsIn(mia.private.messages).length, 1);
    assertEquals((await events(program, "ACME-1")).filter((it) => it === "nudged").length, 2);
  }));

Deno.test("while its owner goes on, the managers are reminded until one of them takes over", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Mia"] });
    const { group, bob, mia } = yard;
    const card = await inWork(yard);
    await program.pass(5);
    await bob.presses(card, "Escalate");
    await program.pass(14);
    assertEquals(escalationsIn(mia.private.messages).length, 1);
    await program.pass(1);
    const reminder = escalationsIn(group.messages).at(-1)!;
    assertMatch(plain(reminder), /^🔺 ACME-1 has waited for a manager for 15 minutes/);
    assertEquals(mentioned(reminder).toSorted(), ["Gus", "Mia"]);
    assertEquals(await crew(program), ["Bob"]);
    await program.pass(15);
    assertMatch(newestInPrivate(mia), /for 30 minutes/);
    await mia.presses(mia.private.messages.at(-1)!, "Claim");
    assertEquals(await crew(program), ["Mia", "Bob"]);
    await program.pass(60);
    assertEquals((await events(program, "ACME-1")).filter((it) => it === "nudged").length, 2);
    assertEquals(remindersIn(group), []);
  }));

Deno.test("the escalation interval is configured, and a priority scales it", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve } = yard;
    await eve.presses(await reported(yard), "Escalate");
    await eve.says(group, "/priority 1 critical");
    await program.pass(9);
    assert(!plain(escalationsIn(group.messages).at(-1)!).includes("has waited"));
    await program.pass(1);
    assertMatch(
      plain(escalationsIn(group.messages).at(-1)!),
      /has waited for a manager for 10 minutes/,
    );
    await eve.says(group, "/priority 1 low");
    await program.pass(119);
    assertMatch(plain(escalationsIn(group.messages).at(-1)!), /for 10 minutes/);
    await program.pass(1);
    assertMatch(plain(escalationsIn(group.messages).at(-1)!), /for 2 hours/);
  }, { environment: { SLA_ESCALATION_NUDGE_MINUTES: "40" } }));

Deno.test("given back unclaimed, the department has the whole time until its reminder", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve, mia } = yard;
    await eve.presses(await reported(yard), "Escalate");
    await program.pass(14);
    await mia.says(group, "/de_escalate 1");
    await program.pass(9);
    assertEquals(remindersIn(group), []);
    await program.pass(1);
    assertMatch(plain(remindersIn(group)[0]!), /Nobody has claimed ACME-1 for 10 minutes/);
    assertEquals(mentioned(remindersIn(group)[0]!).toSorted(), ["Ana", "Bob"]);
  }));
