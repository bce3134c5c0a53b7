/** How an answer for one person reaches that person, and nobody else if that can be helped. */

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { keys } from "../../src/store/keys.ts";
import { cardOf, type CompanyOptions, type ProgramOptions, startProgram } from "../program.ts";
import { plain } from "../simulator/simulator.ts";

const EPHEMERAL = "ephemeral_message_parameters";

/** Ana asks for help in a group in which Bob listens. */
async function scene(
  { telegram: options = {}, bot = "administrator" }:
    & Pick<ProgramOptions, "telegram">
    & Pick<CompanyOptions, "bot"> = {},
) {
  const program = await startProgram({ telegram: options });
  const { telegram } = program;
  const ana = telegram.person("Ana");
  const bob = telegram.person("Bob");
  const yard = await program.company("ACME", { members: [ana, bob], bot });
  const heard = () => yard.visibleTo(bob).map(plain);
  return { program, telegram, ana, bob, yard, heard };
}

Deno.test("an answer in a group is an ephemeral message that nobody else sees", async () => {
  const { program, ana, yard, heard } = await scene();
  const before = heard();
  await ana.says(yard, "/help");
  assertStringIncludes(plain(yard.visibleTo(ana).at(-1)!), "You can:");
  assertEquals(heard(), [...before, "/help"]);
  await program.close();
});

Deno.test("where ephemeral messages are refused, the answer is a private message", async () => {
  const { program, ana, yard, heard } = await scene({ telegram: { knowsEphemeral: false } });
  await ana.starts();
  const before = heard();
  await ana.says(yard, "/help");
  assertStringIncludes(plain(ana.private.messages.at(-1)!), "This group:");
  assertEquals(heard(), [...before, "/help"]);
  await program.close();
});

Deno.test("to somebody who never started the bot it is a reply in the group, which the next one replaces", async () => {
  const { program, ana, bob, yard, heard } = await scene({
    telegram: { knowsEphemeral: false },
  });
  const before = heard().length;
  const first = await ana.says(yard, "/help");
  assertEquals(yard.messages.at(-1)?.reply_to_message?.message_id, first.message_id);
  assertEquals(heard().length, before + 2);
  const shown = yard.messages.at(-1)!.message_id;
  const { value } = await program.store.get<{ messageId: number }>(keys.publicAnswer(yard.id).key);
  assertEquals(value?.messageId, shown);

  const second = await bob.says(yard, "/help");
  assertEquals(yard.messages.some(({ message_id }) => message_id === shown), false);
  assertEquals(yard.messages.at(-1)?.reply_to_message?.message_id, second.message_id);
  assertEquals(heard().length, before + 3);
  await program.close();
});

Deno.test("a plain member bot answers an unasked-for whisper in private or in the group", async () => {
  const { program, ana, yard, telegram } = await scene({ bot: "member" });
  await ana.says(yard, "/new_issue Hi");
  const refused = telegram.calls.findLast(({ params }) => EPHEMERAL in params);
  assertEquals([refused?.ok, refused?.error?.description], [false, "Bad Request: BOT_NOT_ADMIN"]);
  assertStringIncludes(plain(yard.messages.at(-1)!), "too short: 2 characters");
  await program.close();
});

Deno.test("an answer that Telegram can't take just now comes with the retry", async () => {
  const { program, ana, yard, telegram, heard } = await scene();
  const before = heard();
  const mend = telegram.faults.add({ method: "sendMessage", kind: "500" });
  await ana.says(yard, "/help", { wait: false });
  await telegram.settled();
  assertEquals(yard.visibleTo(ana).map(plain), [...before, "/help"]);
  mend();
  await program.clock.advance(1_000);
  await telegram.settled();
  assertStringIncludes(plain(yard.visibleTo(ana).at(-1)!), "You can:");
  assertEquals(heard(), [...before, "/help"]);
  await program.close();
});

Deno.test("a toast that comes too late is no error: the press has had its effect", async () => {
  const { program, ana, yard, telegram } = await scene();
  await ana.says(yard, "/new_issue Brakes failed");
  telegram.faults.add({
    method: "answerCallbackQuery",
    kind: {
      code: 400,
      description:
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
    },
    times: 1,
  });
  assertEquals(await ana.presses(cardOf(yard, "ACME-1"), "Claim"), { missing: true });
  await telegram.settled();
  assertStringIncludes(plain(cardOf(yard, "ACME-1")), "Owner: Ana");
  assertEquals(telegram.pending, []);
  await program.close();
});

Deno.test("a toast is clipped to what Telegram shows, whatever the owner's name", async () => {
  const { program, ana, bob, yard } = await scene();
  const long = program.telegram.person("👩‍🚒".repeat(60));
  await long.joins(yard);
  await ana.says(yard, "/new_issue Brakes failed");
  await long.presses(cardOf(yard, "ACME-1"), "Claim");
  const toast = await bob.presses(cardOf(yard, "ACME-1"), "", { data: "claim:ACME-1" });
  assert(toast.text && toast.text.length <= 200, toast.text);
  assertStringIncludes(toast.text, "Already claimed by 👩‍🚒");
  await program.close();
});

Deno.test("a button pressed where the bot did not put it says so, and does nothing", async () => {
  const { program, ana, yard } = await scene();
  await ana.says(yard, "/new_issue Brakes failed");
  await ana.says(ana.private, "/help");
  const inPrivate = ana.private.messages.at(-1)!;
  for (const data of ["calls", `allow:${ana.id}`, "garbage", "x".repeat(64), ""]) {
    const toast = await ana.presses(inPrivate, "", { data });
    assertEquals(toast, { text: "This button no longer works." }, data);
  }
  const card = cardOf(yard, "ACME-1");
  for (const data of ["create:-5", "attach:-5:ACME", "reject:-5", "block:-5"]) {
    assertEquals(await ana.presses(card, "", { data }), { text: "This button no longer works." });
  }
  assertEquals((await program.store.get(["incident", "ACME", 1])).versionstamp !== null, true);
  assertStringIncludes(plain(cardOf(yard, "ACME-1")), "waiting for someone to claim");
  await program.close();
});

const BLOCKED = { code: 403, description: "Forbidden: bot was blocked by the user" };

Deno.test("where the bot may not write at all, the update is over all the same", async () => {
  const { program, ana, yard, telegram } = await scene({ bot: "member" });
  yard.membersMayWrite(false);
  telegram.faults.add({ method: "sendMessage", chatId: ana.id, kind: BLOCKED });
  await ana.says(yard, "/help");
  await ana.says(ana.private, "/help");
  const channel = { id: -1009, type: "channel" as const, title: "News" };
  const entities = [{ type: "bot_command" as const, offset: 0, length: 5 }];
  await telegram.forgedUpdate({
    channel_post: { message_id: 1, date: 1, chat: channel, text: "/help", entities } as never,
  });
  assertEquals(telegram.pending, []);
  assertEquals(await Array.fromAsync(program.store.list({ prefix: ["failed"] })), []);
  await program.close();
});

Deno.test("a command in a channel is told where it works; anything else there is nobody's", async () => {
  const { program, telegram } = await scene();
  const posted = async (text: string) => {
    const before = telegram.calls.length;
    const entities = [{ type: "bot_command" as const, offset: 0, length: text.indexOf(" ") }];
    const chat = { id: program.admin.id, type: "channel" as const, title: "News" };
    await telegram.forgedUpdate({
      channel_post: { message_id: 1, date: 1, chat, text, entities } as never,
    });
    return telegram.calls.slice(before).map(({ params }) => params.text);
  };
  assertEquals(await posted("/new_issue Brakes failed"), [
    "This works in a group. Add me to one, and use it there.",
  ]);
  assertEquals(await posted("/weather today"), []);
  assertEquals(await posted("hello "), []);
  await program.close();
});
