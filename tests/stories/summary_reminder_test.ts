import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import type { Message } from "grammy/types";
import { cardOf, type Program } from "../program.ts";
import { buttons, type Group, plain } from "../simulator/simulator.ts";
import { mentioned, saying } from "./reading.ts";
import { events } from "./stored.ts";
import { inStory } from "./story.ts";
import { endOf, inWork, type Yard, yardOf } from "./yard.ts";

function remindersIn(group: Group): Message[] {
  return saying(group, "or it closes without a summary");
}

async function resolvedYard(program: Program): Promise<Yard> {
  const yard = await yardOf(program);
  await yard.bob.presses(await inWork(yard), "Resolve");
  return yard;
}

Deno.test("at half time whoever resolved it is asked again; the reply to that is the summary", () =>
  inStory(async (program) => {
    const yard = await resolvedYard(program);
    const { group, bob, eve } = yard;
    await program.pass(4);
    assertEquals(remindersIn(group), []);
    await program.pass(1);
    const [reminder] = remindersIn(group);
    assertMatch(plain(reminder!), /^Bob, how was ACME-1 resolved\? Reply to this message, or it/);
    assertEquals(mentioned(reminder!), ["Bob"]);
    assertEquals(reminder?.reply_to_message?.message_id, cardOf(group, "ACME-1").message_id);
    await eve.says(group, "He was here all night", { replyTo: reminder! });
    assertEquals(await endOf(program), ["awaiting_summary"]);
    await bob.says(group, "Replaced the brake line", { replyTo: reminder! });
    assertEquals(await endOf(program), ["resolved", "Replaced the brake line"]);
    await program.pass(30);
    assertEquals((await events(program, "ACME-1")).slice(4), ["nudged", "commented", "summarized"]);
  }));

Deno.test("a manager's reply to that reminder is the summary as well", () =>
  inStory(async (program) => {
    const { group, mia } = await resolvedYard(program);
    await program.pass(5);
    await mia.says(group, "Bob replaced the line", { replyTo: remindersIn(group)[0]! });
    assertEquals(await endOf(program), ["resolved", "Bob replaced the line"]);
  }));

Deno.test("without a word it closes when all the time is over, and can be reopened", () =>
  inStory(async (program) => {
    const { group, eve, bob } = await resolvedYard(program);
    await program.pass(9);
    assertEquals(await endOf(program), ["awaiting_summary"]);
    const [reminder] = remindersIn(group);
    await program.pass(1);
    assertEquals(await endOf(program), ["closed", "no_summary"]);
    assertEquals(buttons(cardOf(group, "ACME-1")), ["🔁 Reopen", "⋯ More"]);
    assertStringIncludes(plain(cardOf(group, "ACME-1")), "closed without a summary");
    await bob.says(group, "Replaced the brake line", { replyTo: reminder! });
    assertEquals(await endOf(program), ["resolved", "Replaced the brake line"]);
    await eve.presses(cardOf(group, "ACME-1"), "Reopen");
    assertEquals(await endOf(program), ["awaiting_claim"]);
    await program.pass(10);
    assertMatch(plain(group.messages.at(-1)!), /Nobody has claimed ACME-1 for 10 minutes/);
  }));

Deno.test("back to work, nobody is asked for a summary; resolved again, there is the whole time", () =>
  inStory(async (program) => {
    const { group, bob } = await resolvedYard(program);
    await program.pass(5);
    await bob.presses(cardOf(group, "ACME-1"), "Back to work");
    await program.pass(20);
    assertEquals(await endOf(program), ["in_progress"]);
    await bob.presses(cardOf(group, "ACME-1"), "Resolve");
    await program.pass(9);
    assertEquals(await endOf(program), ["awaiting_summary"]);
    await program.pass(1);
    assertEquals(await endOf(program), ["closed", "no_summary"]);
  }));
