import { assertEquals, assertStringIncludes } from "@std/assert";
import type { MessageEntity } from "grammy/types";
import { writtenCommand } from "../../src/bot/written_command.ts";
import { cardOf, startProgram } from "../program.ts";
import { plain } from "../simulator/simulator.ts";

/** A text whose command Telegram has marked. */
function marked(text: string, command = /\/\S+/) {
  const found = command.exec(text);
  const entity: MessageEntity = {
    type: "bot_command",
    offset: found?.index ?? 0,
    length: found?.[0].length ?? 0,
  };
  return { text, entities: found ? [entity] : [] };
}

const WRITTEN: Record<string, ReturnType<typeof writtenCommand>> = {
  "/help": { name: "help", bot: null, args: "" },
  "/help@Tocsin_Bot": { name: "help", bot: "Tocsin_Bot", args: "" },
  "/new_issue  Brakes failed \n on truck 12 ": {
    name: "new_issue",
    bot: null,
    args: "Brakes failed \n on truck 12",
  },
  "/new_issue@Tocsin_Bot\nBrakes": { name: "new_issue", bot: "Tocsin_Bot", args: "Brakes" },
  "/NEW_ISSUE x": { name: "NEW_ISSUE", bot: null, args: "x" },
  "/new_issue /ticket x": { name: "new_issue", bot: null, args: "/ticket x" },
  "please /help": null,
  "hello": null,
};

for (const [text, command] of Object.entries(WRITTEN)) {
  Deno.test(`writtenCommand() of ${JSON.stringify(text)}`, () => {
    assertEquals(writtenCommand(marked(text)), command);
  });
}

Deno.test("writtenCommand() goes by what Telegram marks, not by a slash", () => {
  assertEquals(writtenCommand({ text: "/help" }), null);
  assertEquals(writtenCommand({ text: "/usr/bin/deno", entities: [] }), null);
  const bold = { type: "bold" as const, offset: 0, length: 5 };
  assertEquals(writtenCommand({ text: "/help", entities: [bold] }), null);
  assertEquals(writtenCommand({ ...marked("/help me"), text: undefined as never }), null);
});

Deno.test("writtenCommand() takes the first of two commands, at the very beginning", () => {
  const entities: MessageEntity[] = [
    { type: "bot_command", offset: 6, length: 6 },
    { type: "bot_command", offset: 0, length: 5 },
  ];
  assertEquals(writtenCommand({ text: "/help /start", entities }), {
    name: "help",
    bot: null,
    args: "/start",
  });
});

Deno.test("a photo with /new_issue in its caption is a report", async () => {
  const program = await startProgram();
  const { telegram } = program;
  const ana = telegram.person("Ana");
  const yard = await program.company("ACME", { members: [ana] });
  await ana.sendsPhoto(yard, { caption: "/new_issue Brakes failed on truck 12" });
  assertStringIncludes(plain(cardOf(yard, "ACME-1")), "Brakes failed on truck 12");
  await program.close();
});

Deno.test("a command for another bot is none of this one's business, in any case of letters", async () => {
  const program = await startProgram();
  const { telegram } = program;
  const ana = telegram.person("Ana");
  const yard = await program.company("ACME", { members: [ana] });
  const before = yard.messages.length;
  await ana.says(yard, "/new_issue@other_bot Brakes failed");
  assertEquals(yard.messages.length, before + 1);
  await ana.says(yard, `/new_issue@${telegram.bot.username!.toUpperCase()} Brakes failed`);
  assertStringIncludes(plain(cardOf(yard, "ACME-1")), "Brakes failed");
  await program.close();
});

Deno.test("an unknown command is chatter in a group, and a question in private", async () => {
  const program = await startProgram();
  const { telegram } = program;
  const ana = telegram.person("Ana");
  const yard = await program.company("ACME", { members: [ana] });
  const before = yard.messages.length;
  await ana.says(yard, "/weather");
  assertEquals(yard.messages.length, before + 1);
  await ana.says(ana.private, "/weather");
  assertStringIncludes(plain(ana.private.messages.at(-1)!), "I don't know that command.");
  await program.close();
});

Deno.test("other bots, and those who write as a channel or as the group, are not listened to", async () => {
  const program = await startProgram();
  const { telegram } = program;
  const ana = telegram.person("Ana");
  const yard = await program.company("ACME", { members: [ana] });
  const said = await ana.says(yard, "hello");
  const before = yard.messages.length;
  const command = { ...said, ...marked("/new_issue Brakes failed") };
  const robot = { id: 77, is_bot: true, first_name: "Robot", username: "robot_bot" };
  await telegram.forgedUpdate({ message: { ...command, from: robot } as never });
  const channel = { id: -100777, type: "channel" as const, title: "News" };
  await telegram.forgedUpdate({ message: { ...command, sender_chat: channel } as never });
  assertEquals(yard.messages.length, before);
  await program.close();
});
