import { assert, assertEquals, assertRejects } from "@std/assert";
import { BUTTON, inScene } from "./scene.ts";

Deno.test("the bot learns of the supergroup that its group became", () =>
  inScene(async ({ telegram, ana, ben, lounge, ask }) => {
    await lounge.promote(ana);
    await lounge.botRights("administrator");
    telegram.updates.splice(0);
    const next = await lounge.becomesSupergroup();
    assert(next.id < -1_000_000_000_000);
    const [joined, left, arrived, ...more] = telegram.updates;
    assertEquals(more, []);
    const change = joined?.my_chat_member;
    assertEquals([change?.chat.id, change?.chat.type, change?.from.id], [
      next.id,
      "supergroup",
      ana.id,
    ]);
    assertEquals(change?.old_chat_member.status, "left");
    assertEquals(change?.new_chat_member.status, "administrator");
    assertEquals([left?.message?.chat.id, left?.message?.migrate_to_chat_id], [lounge.id, next.id]);
    const { chat, from, sender_chat, message_id, migrate_from_chat_id } = arrived!.message!;
    assertEquals([chat.id, migrate_from_chat_id, message_id], [next.id, lounge.id, 1]);
    assertEquals([from?.username, sender_chat?.id], ["GroupAnonymousBot", next.id]);
    const { result } = await ask("getChatMember", { chat_id: next.id, user_id: ana.id });
    assertEquals((result as { status: string }).status, "administrator");
    assertEquals((await ask("getChatMemberCount", { chat_id: next.id })).result, 3);
    await ben.says(next, "hello");
    assertEquals(telegram.updates.at(-1)?.message?.text, "hello");
  }));

Deno.test("messages of the old group stay there, out of the bot's reach but in people's sight", () =>
  inScene(async ({ telegram, ana, lounge, ask, sends }) => {
    await lounge.botRights("administrator");
    const card = await sends({ chat_id: lounge.id, text: "card", reply_markup: BUTTON });
    const { message_id } = card;
    await ask("pinChatMessage", { chat_id: lounge.id, message_id });
    const next = await lounge.becomesSupergroup();
    assertEquals(next.pinned.map(({ text }) => text), ["card"]);
    const edit = { message_id, text: "card!" };
    const gone = await ask("editMessageText", { ...edit, chat_id: next.id });
    assertEquals(gone.description, "Bad Request: message to edit not found");
    const calls: [method: string, params: Record<string, unknown>][] = [
      ["editMessageText", edit],
      ["pinChatMessage", { message_id }],
      ["sendMessage", { text: "x" }],
      ["getChat", {}],
    ];
    for (const [method, params] of calls) {
      const answer = await ask(method, { ...params, chat_id: lounge.id });
      assertEquals(answer.parameters, { migrate_to_chat_id: next.id }, method);
    }
    const again = await sends({ chat_id: next.id, text: "card" });
    await ask("pinChatMessage", { chat_id: next.id, message_id: again.message_id });
    assertEquals(next.pinned.map(({ chat }) => chat.id), [next.id, lounge.id]);
    const reply = await ana.says(next, "this one", { replyTo: card });
    assertEquals([reply.reply_to_message, reply.external_reply?.chat?.id], [undefined, lounge.id]);
    void ana.presses(card, "Claim", { wait: false });
    assertEquals(telegram.updates.at(-1)?.callback_query?.message?.chat.id, lounge.id);
    await assertRejects(() => ana.says(lounge, "x"), RangeError, '"Lounge" became a supergroup');
    await assertRejects(() => next.becomesSupergroup(), RangeError, "is no basic group");
    await assertRejects(() => lounge.becomesSupergroup(), RangeError, "is no basic group");
  }));
