import { assert, assertEquals, assertMatch } from "@std/assert";
import type { Message } from "grammy/types";
import { MOST_PINNED_AGAIN } from "../../src/execute/group_return.ts";
import { keys } from "../../src/store/keys.ts";
import { cardOf, type Program } from "../program.ts";
import { type Group, plain } from "../simulator/simulator.ts";
import { incident, records, stored } from "./stored.ts";
import { asks, inStory } from "./story.ts";
import { reportedYard } from "./working_yard.ts";

/** A message that arrives without anybody in the simulation having sent it. */
async function arrives({ telegram }: Program, group: Group, content: Partial<Message>) {
  const [{ chat }] = group.messages as [Message, ...Message[]];
  const message = { message_id: 900_001, date: 1_795_424_400, chat, ...content };
  await telegram.forgedUpdate({ message } as Parameters<typeof telegram.forgedUpdate>[0]);
}

function remindersSent({ telegram }: Program): number {
  return telegram.calls.filter(({ method, params }) =>
    method === "sendMessage" && String(params.text).includes("⏰")
  ).length;
}

async function crew(program: Program): Promise<string[]> {
  const state = await incident(program, "ACME-1");
  return "owner" in state ? [state.owner, ...state.helpers].map(({ name }) => name) : [];
}

Deno.test("a group's new title is known from then on", () =>
  inStory(async (program) => {
    const { yard, eve } = await reportedYard(program);
    await arrives(program, yard, { from: eve.user, new_chat_title: "Yard & <north>" });
    assertEquals((await stored(program, keys.group(yard.id)))?.title, "Yard & <north>");
    assertEquals(await asks(program.admin, `/add_group ACME ${yard.id}`), [
      "“Yard & <north>” belongs to ACME already. Nothing was changed.",
    ]);
  }));

Deno.test("while the bot is not in a group, nobody is reminded, and its incidents are kept", () =>
  inStory(async (program) => {
    const { yard, mia, card } = await reportedYard(program);
    await program.pass(5);
    await mia.removesBot(yard);
    assertEquals((await stored(program, keys.group(yard.id)))?.status, "suspended");
    const before = program.telegram.calls.length;
    await program.pass(180);
    assertEquals(program.telegram.calls.length, before, "nothing is said at all");
    assertEquals((await program.app.sweep())?.due, 0, "and not every sweep looks at it");
    const state = await incident(program, "ACME-1");
    assertEquals([state.status, state.version], ["awaiting_claim", 2]);
    assertEquals(
      (await mia.presses(card, "Claim")).text,
      "This group is suspended. Ask a platform admin.",
    );
  }));

Deno.test("what is kept of a group that the bot left can be read in private, by those who may see it", () =>
  inStory(async (program) => {
    const { yard, eve, mia } = await reportedYard(program);
    const sam = program.telegram.person("Sam");
    await mia.removesBot(yard);
    for (const person of [eve, mia]) {
      assertMatch((await asks(person, "/issues")).join(), /ACME-1/);
      assertMatch((await asks(person, "/issue ACME-1")).join(), /What happened: Brakes failed/);
      assertMatch((await asks(person, "/history ACME-1")).join(), /Eve reported it/);
      assertEquals(await asks(person, "/comment ACME-1 Hello?"), [
        "This group is suspended. Ask a platform admin.",
      ]);
    }
    for (const text of ["/issue ACME-1", "/history ACME-1", "/comment ACME-1 x"]) {
      const answer = await asks(sam, text);
      assertEquals(answer, await asks(sam, text.replace("ACME-1", "ACME-99")), text);
    }
  }));

Deno.test("back again, the group is active at once: cards are pinned, an owed reminder is given once", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const { yard, eve, bob, mia, card } = await reportedYard(program);
    await eve.says(yard, "/new_issue Lights failed");
    const other = cardOf(yard, "ACME-2");
    await bob.presses(other, "Claim");
    for (const { message_id } of [card, other]) {
      await telegram.call("unpinChatMessage", { chat_id: yard.id, message_id });
    }
    await mia.removesBot(yard);
    const questions = () => yard.messages.filter((m) => plain(m).includes("which company")).length;
    const asked = questions();
    await program.pass(35);
    await mia.adds(yard);
    await yard.botRights("administrator");
    await program.pass(1);
    assertEquals((await stored(program, keys.group(yard.id)))?.status, "active");
    assertEquals(questions(), asked, "nobody is asked for a company again");
    assert(yard.messages.some((message) => plain(message).includes("is now part of ACME")));
    assertEquals(remindersSent(program), 1);
    assertMatch(
      plain(yard.messages.findLast((message) => plain(message).includes("⏰"))!),
      /ACME-1 for 35 minutes/,
    );
    const pinned = yard.pinned.map(({ message_id }) => message_id);
    assertEquals(pinned.toSorted(), [card.message_id, other.message_id].toSorted());
    await program.pass(8);
    assertEquals(remindersSent(program), 1);
    await program.pass(2);
    assertEquals(remindersSent(program), 2);
    assertEquals((await bob.presses(cardOf(yard, "ACME-1"), "Claim")).text, "ACME-1 is yours.");
  }));

Deno.test("back again, the newest cards are pinned too, however many are open before them", () =>
  inStory(async (program) => {
    const { telegram, store } = program;
    const { yard, mia, card } = await reportedYard(program);
    await telegram.call("unpinChatMessage", { chat_id: yard.id, message_id: card.message_id });
    await mia.removesBot(yard);
    const before = Array.from({ length: MOST_PINNED_AGAIN }, (_, number) => {
      return keys.open(yard.id, { company: "AAA", number: number + 1 }).key;
    });
    for (const key of before) await store.set(key, null);
    await mia.adds(yard);
    await yard.botRights("administrator");
    for (const key of before) await store.delete(key);
    await program.pass(1);
    assertEquals(yard.pinned.map(({ message_id }) => message_id), [card.message_id]);
  }));

Deno.test("back before a reminder is due, it comes when it is due", () =>
  inStory(async (program) => {
    const { yard, mia } = await reportedYard(program);
    await program.pass(3);
    await mia.removesBot(yard);
    await program.pass(3);
    await mia.adds(yard);
    await program.pass(3);
    assertEquals(remindersSent(program), 0);
    await program.pass(1);
    assertEquals(remindersSent(program), 1);
  }));

Deno.test("a bot that was removed without hearing of it finds out, and suspends the group", () =>
  inStory(async (program) => {
    const { yard, eve } = await reportedYard(program);
    const description = "Forbidden: bot was kicked from the supergroup chat";
    program.telegram.faults.add({ chatId: yard.id, kind: { code: 403, description } });
    await eve.says(yard, "/comment 1 Is anybody there?", { wait: false });
    await program.telegram.settled();
    await program.pass(12);
    assertEquals((await stored(program, keys.group(yard.id)))?.status, "suspended");
    const before = program.telegram.calls.length;
    await program.pass(120);
    assertEquals(program.telegram.calls.length, before);
    assertEquals((await incident(program, "ACME-1")).status, "awaiting_claim");
  }));

Deno.test("whoever speaks as the group is asked to act as themselves, and nothing else happens", () =>
  inStory(async (program) => {
    const { yard, bob, card } = await reportedYard(program);
    await yard.promote(bob, { is_anonymous: true });
    const before = await records(program);
    const commands = ["/new_issue Lights failed", "/comment 1 On my way", "/escalate 1", "/help"];
    for (const text of commands) {
      const said = await bob.says(yard, text);
      assertEquals(said.sender_chat?.id, yard.id);
      const answer = yard.messages.at(-1)!;
      assertMatch(plain(answer), /^I can't tell who you are: post as yourself/, text);
    }
    assertEquals(await records(program), before);
    assertEquals((await bob.presses(card, "Claim")).text, "ACME-1 is yours.");
    assertEquals(await crew(program), ["Bob"]);
  }));

Deno.test("an anonymous reply to the card is answered the same way: a word is not lost in silence", () =>
  inStory(async (program) => {
    const { yard, bob, card } = await reportedYard(program);
    await bob.presses(card, "Claim");
    await bob.presses(card, "Resolve");
    const prompt = yard.messages.findLast((m) => plain(m).includes("how was ACME-1 resolved?"))!;
    await yard.promote(bob, { is_anonymous: true });
    for (const replyTo of [cardOf(yard, "ACME-1"), prompt]) {
      await bob.says(yard, "Replaced the brake line", { replyTo });
      assertMatch(plain(yard.messages.at(-1)!), /^I can't tell who you are: post as yourself/);
    }
    assertEquals((await incident(program, "ACME-1")).status, "awaiting_summary");
    const said = yard.messages.length;
    await bob.says(yard, "Good morning");
    assertEquals(yard.messages.length, said + 1, "chatter is not answered");
  }));

Deno.test("posts of a channel, people who speak as a channel, and other bots are ignored", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const { yard, bob, card } = await reportedYard(program);
    const news = telegram.channel("News");
    await telegram.settled();
    const before = await records(program);
    const calls = telegram.calls.length;
    for (const text of ["/new_issue Lights failed", "/comment 1 Hello", "Read all about it"]) {
      await yard.channelPosts(news, text);
      await bob.says(yard, text, { as: news });
      await bob.says(yard, text, { as: news, replyTo: card });
      yard.otherBotSays(text);
      const from = { id: 7_000_009, is_bot: true, first_name: "Other" };
      const entities = [{ type: "bot_command" as const, offset: 0, length: 10 }];
      const content = { from, text, ...(text.startsWith("/") ? { entities } : {}) };
      await arrives(program, yard, { ...content, reply_to_message: card } as Partial<Message>);
    }
    assertEquals(await records(program), before);
    assertEquals(telegram.calls.length, calls);
  }));
