import { assertEquals } from "@std/assert";
import { BUTTON } from "./scene.ts";
import { type Story, whisper } from "./wrong_call.ts";

const SENT = "sendMessage";
const DAY = 24 * 3_600_000;

/** Calls about messages that are gone, or are not the bot's to touch. */
export const wrongMessages: Record<string, Story> = {
  "reply without an id": ({ ana }) => ({
    method: SENT,
    params: { chat_id: ana.id, text: "x", reply_parameters: {} },
    says: 'Bad Request: can\'t find field "message_id"',
  }),
  "reply to a message that is gone": async ({ ana, ask }) => {
    const params = { chat_id: ana.id, text: "x", reply_parameters: { message_id: 999 } };
    const reply_parameters = { message_id: 999, allow_sending_without_reply: true };
    assertEquals((await ask(SENT, { ...params, reply_parameters })).ok, true);
    return { method: SENT, params, says: "Bad Request: message to be replied not found" };
  },
  "message to forward is gone": ({ ana, office }) => ({
    method: "forwardMessage",
    params: { chat_id: ana.id, from_chat_id: office.id, message_id: 999 },
    says: "Bad Request: message to forward not found",
  }),
  "message to copy is gone": ({ ana, office }) => ({
    method: "copyMessage",
    params: { chat_id: ana.id, from_chat_id: office.id, message_id: 999 },
    says: "Bad Request: message to copy not found",
  }),
  "message to edit is gone": ({ ana }) => ({
    method: "editMessageText",
    params: { chat_id: ana.id, message_id: 999, text: "x" },
    says: "Bad Request: message to edit not found",
  }),
  "message to pin is gone": ({ office }) => ({
    method: "pinChatMessage",
    params: { chat_id: office.id, message_id: 999 },
    says: "Bad Request: message to pin not found",
  }),
  "message to delete is gone": ({ ana }) => ({
    method: "deleteMessage",
    params: { chat_id: ana.id, message_id: 999 },
    says: "Bad Request: message to delete not found",
  }),
  "message to unpin is gone": ({ office }) => ({
    method: "unpinChatMessage",
    params: { chat_id: office.id, message_id: 999 },
    says: "Bad Request: message to unpin not found",
  }),
  "ephemeral message to edit is gone": async ({ office, ana, ben, sends }) => {
    const { ephemeral_message_id } = await sends({
      chat_id: office.id,
      text: "x",
      ...whisper(ana),
    });
    return {
      method: "editEphemeralMessageText",
      params: { chat_id: office.id, receiver_user_id: ben.id, ephemeral_message_id, text: "y" },
      says: "Bad Request: message to edit not found",
    };
  },
  "ephemeral message to delete is gone": ({ office, ana }) => ({
    method: "deleteEphemeralMessage",
    params: { chat_id: office.id, receiver_user_id: ana.id, ephemeral_message_id: 1 },
    says: "Bad Request: message to delete not found",
  }),
  "editing what the bot did not write": async ({ ana, office }) => {
    const { message_id } = await ana.says(office, "mine");
    return {
      method: "editMessageText",
      params: { chat_id: office.id, message_id, text: "x" },
      says: "Bad Request: message can't be edited",
    };
  },
  "editing the text of a message without one": async ({ ana, telegram }) => {
    const { photo } = await ana.sendsPhoto(ana.private);
    await telegram.call("sendPhoto", { chat_id: ana.id, photo: photo?.at(-1)?.file_id });
    return {
      method: "editMessageText",
      params: { chat_id: ana.id, message_id: ana.private.messages.at(-1)?.message_id, text: "x" },
      says: "Bad Request: there is no text in the message to edit",
    };
  },
  "an edit that changes nothing": async ({ ana, ask, sends }) => {
    const html = { text: "<b>x</b>", parse_mode: "HTML", reply_markup: BUTTON };
    const { message_id } = await sends({ chat_id: ana.id, ...html });
    const params = { chat_id: ana.id, message_id, ...html };
    const { reply_markup: _, ...withoutKeyboard } = params;
    assertEquals((await ask("editMessageText", { ...params, text: "x" })).ok, true, "not bold");
    assertEquals((await ask("editMessageText", withoutKeyboard)).ok, true, "no keyboard");
    assertEquals((await ask("editMessageText", params)).ok, true, "back as it was");
    return {
      method: "editMessageText",
      params,
      says: "Bad Request: message is not modified: specified new message content and reply " +
        "markup are exactly the same as a current content and reply markup of the message",
    };
  },
  "pinning without the right": async ({ office, ask, sends }) => {
    const { message_id } = await sends({ chat_id: office.id, text: "x" });
    const params = { chat_id: office.id, message_id };
    assertEquals((await ask("pinChatMessage", params)).ok, true);
    await office.botRights({ can_pin_messages: false });
    return {
      method: "unpinChatMessage",
      params,
      says: "Bad Request: not enough rights to manage pinned messages in the chat",
    };
  },
  "deleting without the right": async ({ ana, office, ask }) => {
    const one = await ana.says(office, "one");
    const two = await ana.says(office, "two");
    const params = ({ message_id }: { message_id: number }) => ({ chat_id: office.id, message_id });
    assertEquals((await ask("deleteMessage", params(one))).ok, true);
    await office.botRights({ can_delete_messages: false });
    return {
      method: "deleteMessage",
      params: params(two),
      says: "Bad Request: message can't be deleted",
    };
  },
  "deleting an old message": async ({ lounge, clock, ask, sends }) => {
    const sent = async () => (await sends({ chat_id: lounge.id, text: "x" })).message_id;
    const [young, old] = [await sent(), await sent()];
    await clock.advance(2 * DAY);
    const params = { chat_id: lounge.id };
    assertEquals((await ask("deleteMessage", { ...params, message_id: young })).ok, true);
    await clock.advance(1);
    return {
      method: "deleteMessage",
      params: { ...params, message_id: old },
      says: "Bad Request: message can't be deleted for everyone",
    };
  },
  "answering a press too late": async ({ ana, office, clock, sends, pressedBy }) => {
    const card = await sends({ chat_id: office.id, text: "card", reply_markup: BUTTON });
    const callback_query_id = pressedBy(ana, card);
    await clock.advance(15_001);
    return {
      method: "answerCallbackQuery",
      params: { callback_query_id },
      says: "Bad Request: query is too old and response timeout expired or query ID is invalid",
    };
  },
};
