import { assertEquals, assertStringIncludes } from "@std/assert";
import type { Program } from "../program.ts";
import { cardOf } from "../program.ts";
import { type Group, type Person, plain } from "../simulator/simulator.ts";
import { inStory, newestFor, newestInPrivate, textsFor } from "./story.ts";

/** What answers one person in a group: said by them, and words of the answer. */
const ANSWERED = {
  "/help": "You can:",
  "/start": "You can:",
  "/new_issue Bad": "too short: 3 characters",
  "/add_manager": "not yours to do here",
  "/companies": "private chat",
} as const;

async function people(program: Program, bot: "administrator" | "member" = "administrator") {
  const ana = program.telegram.person("Ana");
  const bob = program.telegram.person("Bob");
  const yard = await program.company("ACME", { members: [ana, bob], bot });
  return { ana, bob, yard };
}

/** Messages of the bot that everybody in the group sees, besides cards and calls. */
function publicAnswers(group: Group): string[] {
  const words = Object.values(ANSWERED);
  return group.messages
    .filter(({ ephemeral_message_id }) => ephemeral_message_id === undefined)
    .map(plain)
    .filter((text) => words.some((word) => text.includes(word)));
}

async function everyAnswer(
  person: Person,
  group: Group,
  check: (part: string) => void,
): Promise<void> {
  for (const [text, part] of Object.entries(ANSWERED)) {
    await person.says(group, text);
    check(part);
  }
}

Deno.test("where Telegram knows ephemeral messages, an answer is for that person alone", () =>
  inStory(async (program) => {
    const { ana, bob, yard } = await people(program);
    await everyAnswer(ana, yard, (part) => assertStringIncludes(newestFor(ana, yard), part));
    assertEquals(publicAnswers(yard), []);
    for (const part of Object.values(ANSWERED)) {
      assertEquals(textsFor(bob, yard).filter((text) => text.includes(part)), []);
    }
    assertEquals(ana.private.messages, []);
  }));

Deno.test("a bot that is no administrator whispers back to an ephemeral command", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const { ana, bob, yard } = await people(program, "member");
    await telegram.call("setMyCommands", {
      commands: [{ command: "help", description: "Help", is_ephemeral: true }],
      scope: { type: "all_group_chats" },
    });
    await ana.says(yard, "/help");
    assertStringIncludes(newestFor(ana, yard), "You can:");
    assertEquals(textsFor(bob, yard).filter((text) => text.includes("/help")), []);
    assertEquals(publicAnswers(yard), []);
  }));

Deno.test("where it does not, who has started the bot reads the answer in private", () =>
  inStory(async (program) => {
    const { ana, yard } = await people(program);
    await ana.starts();
    await everyAnswer(ana, yard, (part) => assertStringIncludes(newestInPrivate(ana), part));
    assertEquals(publicAnswers(yard), []);
  }, { telegram: { knowsEphemeral: false } }));

Deno.test("else it is a reply in the group, which the next such answer replaces", () =>
  inStory(async (program) => {
    const { ana, bob, yard } = await people(program);
    await everyAnswer(ana, yard, (part) => {
      assertEquals(publicAnswers(yard).length, 1);
      assertStringIncludes(publicAnswers(yard)[0]!, part);
    });
    const reply = yard.messages.findLast(({ from }) => from?.is_bot)!;
    assertEquals(plain(reply.reply_to_message as typeof reply), "/companies");
    await bob.says(yard, "/help");
    assertEquals(publicAnswers(yard).length, 1);
    assertStringIncludes(publicAnswers(yard)[0]!, "You can:");
  }, { telegram: { knowsEphemeral: false } }));

Deno.test("in a whole life the group sees cards, calls, questions and people, and nothing else", () =>
  inStory(async (program) => {
    const { ana, bob, yard } = await people(program);
    await ana.says(yard, "/new_issue Brakes failed");
    const card = cardOf(yard, "ACME-1");
    for (const [person, label] of [[bob, "Claim"], [ana, "Join"], [bob, "Leave"]] as const) {
      await person.presses(card, label);
    }
    await ana.presses(card, "Resolve");
    await ana.says(yard, "Ok", { replyTo: yard.messages.at(-1)! });
    await ana.says(yard, "Replaced the line", {
      replyTo: yard.messages.findLast((m) => plain(m).includes("how was ACME-1 resolved?"))!,
    });
    const heard = textsFor(bob, yard).filter(Boolean).map((text) => text.split("\n")[0]!);
    assertEquals(heard.slice(2).map((text) => text.slice(0, 24)), [
      "/new_issue Brakes failed",
      "✅ ACME-1 · Dispatch · re",
      "Ana, ACME-1 is yours now",
      "Ana, how was ACME-1 reso",
      "Ok",
      "Replaced the line",
    ]);
  }));
