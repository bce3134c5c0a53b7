import { assertEquals } from "@std/assert";
import type { Message, MessageEntity, User } from "grammy/types";
import {
  authorOf,
  authorOfReply,
  companyIdIn,
  groupIdIn,
  personIdIn,
  personIn,
  words,
} from "../../src/bot/arguments.ts";
import { fullName, isGroup, repliedTo, textOf } from "../../src/bot/incoming.ts";
import { denoKv } from "../../src/store/kv.ts";
import { keys } from "../../src/store/keys.ts";
import { en } from "../../src/view/texts/en/en.ts";

const ana: User = { id: 7, is_bot: false, first_name: "Ana", last_name: "Diaz", username: "ana_d" };
const robot: User = { id: 8, is_bot: true, first_name: "Robot" };
const chat = { id: -1001, type: "supergroup" as const, title: "Yard" };

function messageWith(more: Record<string, unknown> = {}): Message {
  return { message_id: 5, date: 1, chat, from: ana, text: "x", ...more } as unknown as Message;
}

Deno.test("words() splits at any white space", () => {
  assertEquals(words("  ACME\t Night  shift\n@ana "), ["ACME", "Night", "shift", "@ana"]);
  assertEquals(words(" \n"), []);
});

Deno.test("companyIdIn() reads an id in any case, and nothing else", () => {
  assertEquals(companyIdIn("acme"), "ACME");
  assertEquals(companyIdIn("A1B2C3D4"), "A1B2C3D4");
  for (const wrong of [undefined, "", "A", "1ABC", "ABCDEFGHI", "AC-ME", "ÄCME", "AC ME"]) {
    assertEquals(companyIdIn(wrong), null, wrong);
  }
});

Deno.test("groupIdIn() reads a negative whole number, and nothing else", () => {
  assertEquals(groupIdIn("-1001234567890"), -1001234567890);
  assertEquals(groupIdIn("-5"), -5);
  for (const wrong of [undefined, "", "5", "-", "--5", "-0", "-05", "-1.5", "-1e9", "-x"]) {
    assertEquals(groupIdIn(wrong), null, wrong);
  }
  assertEquals(groupIdIn(`-${"9".repeat(16)}`), null);
});

Deno.test("personIdIn() reads a positive whole number that is exact, and nothing else", () => {
  assertEquals(personIdIn("123456789"), 123456789);
  assertEquals(personIdIn("9007199254740991"), Number.MAX_SAFE_INTEGER);
  for (const wrong of ["", "0", "-5", "05", "1.5", "1e5", "9007199254740992", "@ana", "٣"]) {
    assertEquals(personIdIn(wrong), null, wrong);
  }
});

/** Who is meant by a message and the last word of it. */
async function meant(message: Message, word?: string) {
  const store = await Deno.openKv(":memory:");
  await store.set(keys.handle("Ana_D").key, 7);
  const kv = denoKv(store);
  const found = await personIn(kv, { updateId: 1, message, from: ana, texts: en }, word);
  store.close();
  return found;
}

const ANA = { person: { id: 7, name: "Ana Diaz", handle: "ana_d" } };

Deno.test("personIn() takes a numeric id as it is", async () => {
  assertEquals(await meant(messageWith(), "42"), { person: { id: 42 } });
});

Deno.test("personIn() finds a known @handle in any case", async () => {
  assertEquals(await meant(messageWith(), "@ANA_d"), { person: { id: 7 } });
});

Deno.test("personIn() says what to do about a handle nobody has shown yet", async () => {
  assertEquals(await meant(messageWith(), "@nobody_yet"), {
    problem: en.arguments.unknownHandle("nobody_yet"),
  });
});

Deno.test("personIn() says what a person can be when the word is none", async () => {
  for (const word of ["Ana", "@ab", "@1abc", "@" + "a".repeat(33), "-5", "t.me/ana"]) {
    assertEquals(await meant(messageWith(), word), { problem: en.arguments.badPerson }, word);
  }
});

Deno.test("personIn() goes by a text mention before the word", async () => {
  const mention = { type: "text_mention", offset: 0, length: 3, user: ana } as MessageEntity;
  assertEquals(await meant(messageWith({ entities: [mention] }), "42"), ANA);
  const other = { type: "bold", offset: 0, length: 3 } as MessageEntity;
  assertEquals(await meant(messageWith({ entities: [other, mention] })), ANA);
});

Deno.test("personIn() refuses bots, however they are named", async () => {
  const notAPerson = { problem: en.arguments.notAPerson };
  const entities = [{ type: "text_mention", offset: 0, length: 5, user: robot }];
  assertEquals(await meant(messageWith({ entities })), notAPerson);
  const forward_origin = { type: "user", date: 1, sender_user: robot };
  assertEquals(await meant(messageWith({ forward_origin })), notAPerson);
});

Deno.test("personIn() goes by a forwarded message, and by a reply to one", async () => {
  const forward_origin = { type: "user", date: 1, sender_user: ana };
  assertEquals(await meant(messageWith({ forward_origin }), "42"), ANA);
  const reply_to_message = messageWith({ forward_origin, from: robot });
  assertEquals(await meant(messageWith({ reply_to_message })), ANA);
});

Deno.test("personIn() is null when nobody is named", async () => {
  assertEquals(await meant(messageWith()), null);
  const reply_to_message = messageWith({ from: robot });
  assertEquals(await meant(messageWith({ reply_to_message })), null);
});

Deno.test("authorOf() tells what to do when the author hides, or is a chat", () => {
  const hidden = { problem: en.arguments.hiddenAuthor };
  assertEquals(authorOf(en, { type: "hidden_user", date: 1, sender_user_name: "Ana" }), hidden);
  assertEquals(authorOf(en, { type: "chat", date: 1, sender_chat: chat }), hidden);
  const channel = { id: -1002, type: "channel" as const, title: "News" };
  assertEquals(authorOf(en, { type: "channel", date: 1, chat: channel, message_id: 1 }), hidden);
});

Deno.test("authorOfReply() is who wrote the message, a bot, or nobody", () => {
  const reply = (more: Record<string, unknown>) =>
    authorOfReply(messageWith({ reply_to_message: messageWith(more) }));
  assertEquals(reply({}), { id: 7, name: "Ana Diaz", handle: "ana_d" });
  assertEquals(reply({ from: robot }), "bot");
  assertEquals(reply({ from: undefined }), null);
  assertEquals(reply({ sender_chat: chat }), null);
  assertEquals(authorOfReply(messageWith()), null);
});

Deno.test("repliedTo() overlooks what opened a forum topic", () => {
  const original = messageWith({ forum_topic_created: { name: "Brakes", icon_color: 1 } });
  assertEquals(repliedTo(messageWith({ reply_to_message: original })), null);
  assertEquals(repliedTo(messageWith()), null);
  assertEquals(repliedTo(messageWith({ reply_to_message: messageWith() }))?.message_id, 5);
});

Deno.test("textOf() is the text, else the caption, else nothing", () => {
  assertEquals(textOf({ text: "a", caption: "b" }), "a");
  assertEquals(textOf({ caption: "b" }), "b");
  assertEquals(textOf({}), "");
});

Deno.test("fullName() is one name or two; isGroup() knows both kinds of group", () => {
  assertEquals([fullName(ana), fullName(robot)], ["Ana Diaz", "Robot"]);
  assertEquals(isGroup(chat), true);
  assertEquals(isGroup({ id: -5, type: "group", title: "Old yard" }), true);
  assertEquals(isGroup({ id: 5, type: "private", first_name: "Ana" }), false);
  assertEquals(isGroup({ id: -6, type: "channel", title: "News" }), false);
});
