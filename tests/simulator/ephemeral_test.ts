import { assertEquals, assertExists, assertRejects } from "@std/assert";
import type { Message } from "grammy/types";
import { BUTTON, inScene } from "./scene.ts";

const texts = (messages: Message[]) => messages.map(({ text }) => text);
const HELP = { command: "help", description: "Help", is_ephemeral: true };

Deno.test("only the receiver sees an ephemeral message, until it is deleted", () =>
  inScene(async ({ office, ana, ben, ask, sends }) => {
    const whispered = await sends({
      chat_id: office.id,
      text: "psst",
      ephemeral_message_parameters: { receiver_user_id: ana.id },
    });
    assertEquals([whispered.message_id, whispered.receiver_user?.id], [0, ana.id]);
    assertEquals(texts(office.visibleTo(ana)), ["psst"]);
    assertEquals(texts(office.visibleTo(ben)), []);
    const { ephemeral_message_id } = whispered;
    const target = { chat_id: office.id, receiver_user_id: ana.id, ephemeral_message_id };
    await ask("editEphemeralMessageText", { ...target, text: "psst!", reply_markup: BUTTON });
    assertEquals(texts(office.visibleTo(ana)), ["psst!"]);
    assertEquals((await ask("deleteEphemeralMessage", target)).result, true);
    assertEquals(office.messages, []);
  }));

Deno.test("a menu stands in place of the card for the presser alone", () =>
  inScene(async ({ telegram, lounge, ana, ben, ask, sends, pressedBy }) => {
    const card = await sends({ chat_id: lounge.id, text: "card", reply_markup: BUTTON });
    const menu = async (text: string, pressed: Message) => {
      const callback_query_id = pressedBy(ana, pressed);
      return await sends({
        chat_id: lounge.id,
        text,
        reply_markup: BUTTON,
        ephemeral_message_parameters: {
          receiver_user_id: ana.id,
          callback_query_id,
          replace_callback_query_message: true,
        },
      });
    };
    const first = await menu("menu", card);
    await ana.says(lounge, "later");
    assertEquals(texts(lounge.visibleTo(ana)), ["menu", "later"]);
    assertEquals(texts(lounge.visibleTo(ben)), ["card", "later"]);
    const second = await menu("submenu", first);
    assertEquals(
      telegram.updates.at(-1)?.callback_query?.message?.ephemeral_message_id,
      first.ephemeral_message_id,
    );
    assertEquals(texts(lounge.visibleTo(ana)), ["submenu", "later"]);
    for (const { ephemeral_message_id } of [second, first]) {
      await ask("deleteEphemeralMessage", {
        chat_id: lounge.id,
        receiver_user_id: ana.id,
        ephemeral_message_id,
      });
    }
    assertEquals(texts(lounge.visibleTo(ana)), ["card", "later"]);
  }));

Deno.test("a press on an ephemeral message names it, and an edit changes it for its receiver", () =>
  inScene(async ({ telegram, lounge, ana, ben, ask, sends, pressedBy }) => {
    const card = await sends({ chat_id: lounge.id, text: "card", reply_markup: BUTTON });
    const menu = await sends({
      chat_id: lounge.id,
      text: "menu",
      reply_markup: BUTTON,
      ephemeral_message_parameters: {
        receiver_user_id: ana.id,
        callback_query_id: pressedBy(ana, card),
        replace_callback_query_message: true,
      },
    });
    pressedBy(ana, menu);
    const { message, from } = telegram.updates.at(-1)?.callback_query ?? {};
    assertEquals([message?.message_id, message?.chat.id, from?.id], [0, lounge.id, ana.id]);
    const target = {
      chat_id: lounge.id,
      receiver_user_id: ana.id,
      ephemeral_message_id: message?.ephemeral_message_id,
    };
    await ask("editEphemeralMessageText", { ...target, text: "done" });
    assertEquals(texts(lounge.visibleTo(ana)), ["done"]);
    assertEquals(texts(lounge.visibleTo(ben)), ["card"]);
    assertEquals(lounge.messages.map(({ text, edit_date }) => [text, !!edit_date]), [
      ["card", false],
      ["done", true],
    ]);
    await ask("deleteEphemeralMessage", target);
    assertEquals(lounge.visibleTo(ana), [card]);
  }));

Deno.test("nobody presses what they don't see", () =>
  inScene(async ({ telegram, lounge, ana, ben, sends, pressedBy }) => {
    const card = await sends({ chat_id: lounge.id, text: "card", reply_markup: BUTTON });
    const menu = await sends({
      chat_id: lounge.id,
      text: "menu",
      reply_markup: BUTTON,
      ephemeral_message_parameters: {
        receiver_user_id: ana.id,
        callback_query_id: pressedBy(ana, card),
        replace_callback_query_message: true,
      },
    });
    const pressed = (message: Message, person = ana) => person.presses(message, "Claim");
    await assertRejects(() => pressed(menu, ben), RangeError, "Ben does not see the message");
    await assertRejects(() => pressed(card), RangeError, 'Ana sees "menu" in its place');
    assertEquals(pressedBy(ben, card), "2", "the card is Ben's to press");
    const forged = { wait: false, data: "claim" };
    await assertRejects(() => ben.presses(menu, "Claim", forged), RangeError, "does not see");
    void ana.presses(card, "Claim", forged);
    assertEquals(telegram.updates.at(-1)?.callback_query?.message?.message_id, card.message_id);
  }));

Deno.test("a command that the menu calls ephemeral is seen by its sender and the bot", () =>
  inScene(async ({ telegram, lounge, ana, ben }) => {
    await telegram.call("setMyCommands", { commands: [HELP], scope: { type: "all_group_chats" } });
    await ana.says(lounge, "/help me");
    const { message } = telegram.updates.at(-1) ?? {};
    assertExists(message);
    assertEquals([message.message_id, message.text], [0, "/help me"]);
    assertExists(message.ephemeral_message_id);
    assertEquals(texts(lounge.visibleTo(ana)), ["/help me"]);
    assertEquals(texts(lounge.visibleTo(ben)), []);
    await ana.says(lounge, "/help@other_bot");
    await ana.says(lounge, "/report");
    assertEquals(texts(lounge.visibleTo(ben)), ["/help@other_bot", "/report"]);
    assertEquals((await ana.says(ana.private, "/help")).ephemeral_message_id, undefined);
  }));

Deno.test("the narrowest menu decides: administrators' before everybody's", () =>
  inScene(async ({ telegram, lounge, ana, ben }) => {
    const commands = [{ ...HELP, is_ephemeral: false }];
    await telegram.call("setMyCommands", { commands });
    await telegram.call("setMyCommands", {
      commands: [HELP],
      scope: { type: "all_chat_administrators" },
    });
    await lounge.promote(ana);
    assertEquals((await ana.says(lounge, "/help")).message_id, 0);
    assertEquals((await ben.says(lounge, "/help")).ephemeral_message_id, undefined);
    await telegram.call("deleteMyCommands", { scope: { type: "all_chat_administrators" } });
    assertEquals((await ana.says(lounge, "/help")).ephemeral_message_id, undefined);
    assertEquals(await telegram.call("getMyCommands"), commands);
  }));

Deno.test("an older Telegram sends such a command for everybody to see", () =>
  inScene(async ({ telegram, lounge, ana, ben }) => {
    await telegram.call("setMyCommands", { commands: [HELP] });
    await ana.says(lounge, "/help");
    assertEquals(texts(lounge.visibleTo(ben)), ["/help"]);
  }, { knowsEphemeral: false }));
