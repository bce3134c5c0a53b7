import { assert, assertEquals, assertMatch } from "@std/assert";
import type { Message } from "grammy/types";
import { cardOf } from "../program.ts";
import { buttons, type Group, plain } from "../simulator/simulator.ts";
import { mentioned, saying } from "./reading.ts";
import { events, incident } from "./stored.ts";
import { inStory } from "./story.ts";
import { crew, inWork, yardOf } from "./yard.ts";

function questionsIn(group: Group): Message[] {
  return saying(group, "how is ACME-1 going?");
}

Deno.test("an owner who is silent for two hours is asked; who says that they are on it has the whole time again", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, bob, ana, eve, mia } = yard;
    const card = await inWork(yard);
    await program.pass(119);
    assertEquals(questionsIn(group), []);
    await program.pass(1);
    const [question] = questionsIn(group);
    assertEquals(
      plain(question!),
      "Bob, how is ACME-1 going? “Brakes failed on truck 12” Nothing was heard of it for 2 hours. " +
        "Reply to this message, or press a button.",
    );
    assertEquals(mentioned(question!), ["Bob"]);
    assertEquals(question?.reply_to_message?.message_id, card.message_id);
    assertEquals(buttons(question!), ["👍 Still on it", "🚪 Leave", "✅ Resolve"]);
    for (const person of [eve, ana, mia]) {
      assertEquals(await person.presses(question!, "Still on it"), {
        text: "Only the owner or its helpers can do that.",
      });
    }
    assertEquals(questionsIn(group).length, 1);
    await program.pass(30);
    assertEquals(await bob.presses(question!, "Still on it"), {
      text: "Thank you. ACME-1 goes on.",
    });
    assertEquals(questionsIn(group), []);
    await program.pass(119);
    assertEquals(questionsIn(group), []);
    await program.pass(1);
    assertEquals(questionsIn(group).length, 1);
    assertEquals((await events(program, "ACME-1")).slice(3), ["nudged", "checked_in", "nudged"]);
  }));

Deno.test("a helper may say so as well; without a word the question comes again and replaces the one before", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, ana } = yard;
    await ana.presses(await inWork(yard), "Join");
    await program.pass(240);
    const [question, ...others] = questionsIn(group);
    assertMatch(plain(question!), /Nothing was heard of it for 4 hours/);
    assertEquals(others, []);
    await ana.presses(question!, "Still on it");
    assertEquals(questionsIn(group), []);
    assertEquals(await crew(program), ["Bob", "Ana"]);
  }));

Deno.test("a comment, a tag, a hand-over buys the whole time; what others say does not", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, bob, ana, eve, dan } = yard;
    const card = await inWork(yard);
    await program.pass(100);
    await eve.says(group, "Any news?", { replyTo: card });
    await program.pass(19);
    await bob.says(group, "Waiting for the spare part", { replyTo: card });
    await program.pass(119);
    await bob.says(group, "/tag 1 brakes");
    await program.pass(119);
    assertEquals(questionsIn(group), []);
    await dan.says(group, `/assign 1 ${ana.id}`);
    await program.pass(119);
    assertEquals(questionsIn(group), []);
    await program.pass(1);
    assertEquals(mentioned(questionsIn(group)[0]!), ["Ana"]);
    await ana.says(group, "Nearly done", { replyTo: questionsIn(group)[0]! });
    assertEquals((await incident(program, "ACME-1")).comments.count, 3);
    await program.pass(119);
    assertEquals((await events(program, "ACME-1")).filter((it) => it === "nudged").length, 1);
    await program.pass(1);
    assertEquals((await events(program, "ACME-1")).at(-1), "nudged");
  }));

Deno.test("from the question one may leave, or resolve; what is out of date says the truth", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, bob, ana } = yard;
    await inWork(yard);
    await program.pass(120);
    const [first] = questionsIn(group);
    assertEquals(await bob.presses(first!, "Leave"), { text: "You have left ACME-1." });
    assertEquals((await incident(program, "ACME-1")).status, "awaiting_claim");
    assertEquals(questionsIn(group), []);
    await ana.presses(cardOf(group, "ACME-1"), "Claim");
    await program.pass(120);
    const [second] = questionsIn(group);
    assertEquals(await ana.presses(second!, "Resolve"), {
      text: "ACME-1: now reply with a summary.",
    });
    assert(saying(group, "how was ACME-1 resolved?").length === 1);
    assertEquals(
      await ana.presses(questionsIn(group)[0] ?? cardOf(group, "ACME-1"), "", {
        data: "on_it:ACME-1",
      }),
      { text: "Already resolved; Ana is writing the summary." },
    );
  }));
