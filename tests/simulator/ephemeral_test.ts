import { assertEquals, assertExists } from "@std/assert";
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
