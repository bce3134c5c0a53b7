import { assertEquals, assertRejects } from "@std/assert";
import { BUTTON, inScene } from "./scene.ts";

Deno.test("an anonymous administrator speaks as the group, and presses as a person", () =>
  inScene(async ({ telegram, ana, ben, office, sends }) => {
    await telegram.call("setMyCommands", {
      commands: [{ command: "help", description: "Help", is_ephemeral: true }],
    });
    await office.promote(ana, { is_anonymous: true });
    const said = await ana.says(office, "/help");
    assertEquals(said.from, {
      id: 1087968824,
      is_bot: true,
      first_name: "Group",
      username: "GroupAnonymousBot",
    });
    assertEquals([said.sender_chat?.id, said.ephemeral_message_id], [office.id, undefined]);
    assertEquals(telegram.updates.at(-1)?.message, said);
    const edited = await ana.edits(said, "/help me");
    assertEquals([edited.text, edited.sender_chat?.id], ["/help me", office.id]);
    await assertRejects(() => ben.edits(said, "x"), RangeError, "Ben has no such message");
    const card = await sends({ chat_id: office.id, text: "card", reply_markup: BUTTON });
    void ana.presses(card, "Claim", { wait: false });
    assertEquals(telegram.updates.at(-1)?.callback_query?.from.id, ana.id);
    const forwarded = await ben.forwards(said, ben.private);
    assertEquals(forwarded.forward_origin?.type, "chat");
    await office.promote(ana);
    assertEquals((await ana.says(office, "me")).from?.id, ana.id);
  }));

Deno.test("an owner can hide, but in no basic group", () =>
  inScene(async ({ telegram, ana }) => {
    for (const type of ["supergroup", "group"] as const) {
      const group = telegram.group("Yard", { owner: ana, type });
      await group.promote(ana, { is_anonymous: true });
      const owner = await telegram.call("getChatMember", { chat_id: group.id, user_id: ana.id });
      assertEquals((owner as { status: string }).status, "creator");
      const { sender_chat } = await ana.says(group, "/help");
      assertEquals(sender_chat?.id, type === "supergroup" ? group.id : undefined);
    }
  }));

Deno.test("channels speak in a group as their owners' voice or through their posts", () =>
  inScene(async ({ telegram, ana, office, lounge }) => {
    const news = telegram.channel("News");
    const said = await ana.says(office, "hear, hear", { as: news });
    assertEquals([said.from?.username, said.sender_chat], ["Channel_Bot", news]);
    const posted = await office.channelPosts(news, "Strike on Monday");
    assertEquals([posted.from?.id, posted.from?.is_bot], [777000, false]);
    assertEquals([posted.sender_chat, posted.is_automatic_forward], [news, true]);
    assertEquals(posted.forward_origin?.type, "channel");
    const told = telegram.updates.slice(-2).map(({ message }) => message?.text);
    assertEquals(told, ["hear, hear", "Strike on Monday"]);
    const before = telegram.updates.length;
    await lounge.channelPosts(news, "Strike on Monday");
    assertEquals(telegram.updates.length, before, "privacy mode counts for posts too");
  }));

Deno.test("a bot never hears another bot, but of it when people answer", () =>
  inScene(async ({ telegram, ana, office }) => {
    const before = telegram.updates.length;
    const replyTo = office.otherBotSays("/help@tocsin_bot");
    assertEquals([telegram.updates.length, office.visibleTo(ana)], [before, [replyTo]]);
    await ana.says(office, "what?", { replyTo });
    assertEquals(telegram.updates.at(-1)?.message?.reply_to_message?.from?.is_bot, true);
  }));
