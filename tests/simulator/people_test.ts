import { assertEquals, assertExists, assertRejects } from "@std/assert";
import { BUTTON, inScene } from "./scene.ts";

Deno.test("what people say carries the entities a client puts in", () =>
  inScene(async ({ ana, ben, office }) => {
    const text = "/report@tocsin_bot Ben, ask @ana about #printers https://example.com/x.";
    const { entities } = await ana.says(office, text, { mentions: [ben] });
    assertEquals(entities?.map(({ type, offset, length }) => [type, text.substr(offset, length)]), [
      ["bot_command", "/report@tocsin_bot"],
      ["text_mention", "Ben"],
      ["mention", "@ana"],
      ["hashtag", "#printers"],
      ["url", "https://example.com/x"],
    ]);
  }));

Deno.test("a reply carries the original, but not what that replied to", () =>
  inScene(async ({ telegram, ana, ben, office }) => {
    const first = await ana.says(office, "one");
    const second = await ben.says(office, "two", { replyTo: first });
    await ana.says(office, "three", { replyTo: second });
    const reply = telegram.updates.at(-1)?.message?.reply_to_message;
    assertEquals([reply?.text, reply?.reply_to_message], ["two", undefined]);
  }));

Deno.test("forwards name their author or, if hidden, only a name", () =>
  inScene(async ({ ana, ben, office }) => {
    const original = await ana.says(office, "look");
    const open = await ben.forwards(original, ben.private);
    const hidden = await ben.forwards(original, ben.private, { hidden: true });
    assertEquals(open.forward_origin, { type: "user", date: original.date, sender_user: ana.user });
    assertEquals(hidden.forward_origin, {
      type: "hidden_user",
      date: original.date,
      sender_user_name: "Ana",
    });
    assertEquals(hidden.text, "look");
  }));

Deno.test("the bot learns that it was added, promoted, removed, blocked", () =>
  inScene(async ({ telegram, ana }) => {
    const den = telegram.group("Den", { members: [ana], type: "group", withBot: false });
    telegram.updates.splice(0);
    await ana.adds(den);
    await den.botRights("administrator");
    await ana.removesBot(den);
    await ana.blocks();
    await ana.unblocks();
    const changes = telegram.updates.flatMap(({ my_chat_member: change }) =>
      change
        ? [[change.chat.type, change.old_chat_member.status, change.new_chat_member.status]]
        : []
    );
    assertEquals(changes, [
      ["group", "left", "member"],
      ["group", "member", "administrator"],
      ["group", "administrator", "kicked"],
      ["private", "member", "kicked"],
      ["private", "kicked", "member"],
    ]);
    const joined = telegram.updates.find(({ message }) => message?.new_chat_members)?.message;
    assertEquals([joined?.from.id, joined?.new_chat_members?.[0]?.id], [ana.id, telegram.bot.id]);
  }));

Deno.test("message ids count per supergroup; private chats and groups share one count", () =>
  inScene(async ({ telegram, ana, office, lounge }) => {
    const annex = telegram.group("Annex", { members: [ana] });
    const ids = [];
    for (const place of [office, annex, office, lounge, ana.private]) {
      ids.push((await ana.says(place, "x")).message_id);
    }
    assertEquals(ids, [1, 1, 2, 2, 3]);
  }));

Deno.test("a button is sought in the keyboard as it is now; forged data needs no button", () =>
  inScene(async ({ telegram, ana, office, ask, sends }) => {
    const old = await sends({ chat_id: office.id, text: "card", reply_markup: BUTTON });
    const { message_id } = old;
    const reply_markup = { inline_keyboard: [[{ text: "Join", callback_data: "join" }]] };
    await ask("editMessageReplyMarkup", { chat_id: office.id, message_id, reply_markup });
    await assertRejects(() => ana.presses(old, "Claim"), RangeError, "buttons are [Join]");
    void ana.presses(old, "Join", { wait: false });
    const query = telegram.updates.at(-1)?.callback_query;
    assertExists(query);
    assertEquals([query.data, query.message?.reply_markup], ["join", reply_markup]);
    await ask("deleteMessage", { chat_id: office.id, message_id });
    await assertRejects(() => ana.presses(old, "Join"), RangeError, "the message is gone");
    void ana.presses(old, "Join", { wait: false, data: "forged" });
    const forged = telegram.updates.at(-1)?.callback_query;
    assertEquals([forged?.data, forged?.message?.date], ["forged", 0]);
  }));

Deno.test("a group knows its members, administrators and what it became", () =>
  inScene(async ({ telegram, ana, ben, office, lounge, ask }) => {
    await office.promote(ana, { can_pin_messages: false });
    const { result } = await ask("getChatAdministrators", { chat_id: office.id });
    assertEquals((result as { user: { id: number } }[]).map(({ user }) => user.id).toSorted(), [
      ana.id,
      telegram.bot.id,
    ]);
    assertEquals((await ask("getChatMemberCount", { chat_id: office.id })).result, 3);
    await ben.leaves(office);
    const ask_about = { chat_id: office.id, user_id: ben.id };
    const { result: gone } = await ask("getChatMember", ask_about);
    assertEquals((gone as { status: string }).status, "left");
    assertEquals(office.visibleTo(ben), []);
    const next = await lounge.becomesSupergroup();
    assertEquals(lounge.messages.at(-1)?.migrate_to_chat_id, next.id);
    assertEquals(next.messages.at(-1)?.migrate_from_chat_id, lounge.id);
  }));
