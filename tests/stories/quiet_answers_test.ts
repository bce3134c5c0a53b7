import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import type { Message } from "grammy/types";
import { plain } from "../simulator/simulator.ts";
import { inStory, newestFor, newestInPrivate, textsFor } from "./story.ts";
import { menuOf, OLD_TELEGRAM, reported, yardOf } from "./yard.ts";

/** What answers one person: said by Sam, who may do nothing, and words of the answer. */
const ANSWERED = {
  "/tag 1": "Usage: /tag [id] <tag> …",
  "/reopen": "Which incident?",
  "/cancel 1 it is fine": "Only ",
  "/assign 1 @bob_acme": "not yours to do here",
  "/escalate 99": "There is no such incident here.",
  "/issues": "Open incidents · 1 incident",
  "/find brakes": "Found · 1 incident",
  "/issue 1": "What happened: Brakes failed",
  "/history 1": "ACME-1 · history",
  "/help": "You can:",
} as const;

/** Messages of the bot that are such answers. */
function answersAmong(messages: readonly Message[]): string[] {
  return messages.filter(({ from }) => from?.is_bot).map(plain)
    .filter((text) => Object.values(ANSWERED).some((part) => text.includes(part)));
}

Deno.test("usage, refusals, lists, history and help are for whoever asked", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, sam, eve } = yard;
    await reported(yard);
    for (const [text, part] of Object.entries(ANSWERED)) {
      await sam.says(group, text);
      assertStringIncludes(newestFor(sam, group), part);
    }
    assertEquals(answersAmong(group.visibleTo(eve)), []);
    assertEquals(sam.private.messages, []);
  }));

Deno.test("… in private where Telegram knows no ephemeral messages and they have started the bot", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Sam"] });
    const { group, sam } = yard;
    await reported(yard);
    for (const [text, part] of Object.entries(ANSWERED)) {
      await sam.says(group, text);
      assertStringIncludes(newestInPrivate(sam), part);
    }
    assertEquals(answersAmong(group.messages), []);
  }, OLD_TELEGRAM));

Deno.test("… else as a reply in the group, one at a time", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, sam } = yard;
    await reported(yard);
    for (const [text, part] of Object.entries(ANSWERED)) {
      const said = await sam.says(group, text);
      const answers = group.messages.filter(({ from, reply_to_message: to }) =>
        from?.is_bot && to?.message_id === said.message_id
      );
      assertEquals(answers.length, 1, text);
      assertStringIncludes(plain(answers[0]!), part);
      assertEquals(answersAmong(group.messages).length, 1);
    }
  }, OLD_TELEGRAM));

Deno.test("a list is turned by whoever asked for it, in place, and closed", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve, sam } = yard;
    for (let n = 1; n <= 9; n++) await reported(yard, `ACME-${n}`, `Lamp ${n} is broken`);
    const seen = group.visibleTo(eve);
    await sam.says(group, "/issues");
    assertMatch(plain(menuOf(sam, yard)), /^Open incidents · 9 incidents\n.*ACME-9/);
    assert(!plain(menuOf(sam, yard)).includes("ACME-1 "));
    await sam.presses(menuOf(sam, yard), "▶");
    assertStringIncludes(plain(menuOf(sam, yard)), "ACME-1 ");
    await sam.presses(menuOf(sam, yard), "ACME-1");
    assertStringIncludes(plain(menuOf(sam, yard)), "What happened: Lamp 1 is broken");
    await sam.presses(menuOf(sam, yard), "Close");
    assertEquals(
      textsFor(sam, group).filter((text) => text.includes("Lamp 1 is broken")).length,
      3,
    );
    assertEquals(group.visibleTo(eve).length, seen.length + 1);
  }, { environment: { REPORTS_PER_PERSON_PER_HOUR: "20" } }));
