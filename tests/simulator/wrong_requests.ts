import { assertEquals } from "@std/assert";
import { BUTTON } from "./scene.ts";
import { keyboard, type Story } from "./wrong_call.ts";

const SENT = "sendMessage";

/** Requests that no chat would take: parameters, texts and keyboards. */
export const wrongRequests: Record<string, Story> = {
  "unknown method": () => ({ method: "sendFax", params: {}, says: "Not Found: method not found" }),
  "unknown parameter": ({ ana }) => ({
    method: SENT,
    params: { chat_id: ana.id, text: "x", reply_to_message_id: 1 },
    says: 'Bad Request: no parameter "reply_to_message_id" in Bot API 10.3, ' +
      "which Telegram would ignore",
  }),
  "getUpdates beside a webhook": ({ telegram }) => {
    telegram.connect(() => new Response(), { secret: "s" });
    return {
      method: "getUpdates",
      params: {},
      says: "Conflict: can't use getUpdates method while webhook is active; " +
        "use deleteWebhook to delete the webhook first",
    };
  },
  "no message text": ({ ana }) => ({
    method: SENT,
    params: { chat_id: ana.id, text: "" },
    says: "Bad Request: message text is empty",
  }),
  "no chat id": () => ({
    method: SENT,
    params: { text: "x" },
    says: "Bad Request: chat_id is empty",
  }),
  "no message id": ({ ana }) => ({
    method: "deleteMessage",
    params: { chat_id: ana.id },
    says: "Bad Request: message identifier is not specified",
  }),
  "no message ids": ({ ana }) => ({
    method: "deleteMessages",
    params: { chat_id: ana.id, message_ids: [] },
    says: "Bad Request: message identifiers are not specified",
  }),
  "no user id": ({ office }) => ({
    method: "getChatMember",
    params: { chat_id: office.id },
    says: "Bad Request: invalid user_id specified",
  }),
  "no commands": () => ({
    method: "setMyCommands",
    params: {},
    says: "Bad Request: expected an Array of BotCommand",
  }),
  "command name": () => ({
    method: "setMyCommands",
    params: { commands: [{ command: "Report", description: "x" }] },
    says: "Bad Request: BOT_COMMAND_INVALID",
  }),
  "command description": () => ({
    method: "setMyCommands",
    params: { commands: [{ command: "report", description: "" }] },
    says: "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID",
  }),
  "unknown chat action": ({ ana }) => ({
    method: "sendChatAction",
    params: { chat_id: ana.id, action: "dance" },
    says: "Bad Request: wrong parameter action in request",
  }),
  "unknown parse mode": ({ ana }) => ({
    method: SENT,
    params: { chat_id: ana.id, text: "x", parse_mode: "Wiki" },
    says: "Bad Request: unsupported parse_mode",
  }),
  "HTML that does not parse": ({ ana }) => ({
    method: SENT,
    params: { chat_id: ana.id, text: "<b>x", parse_mode: "HTML" },
    says: `Bad Request: can't parse entities: Can't find end tag corresponding to start tag "b"`,
  }),
  "nothing but blanks": ({ ana }) => ({
    method: SENT,
    params: { chat_id: ana.id, text: " <b> </b>\n", parse_mode: "HTML" },
    says: "Bad Request: text must be non-empty",
  }),
  "text too long": async ({ ana, ask }) => {
    const longest = { chat_id: ana.id, text: `<b>${"🔥".repeat(2048)}</b>`, parse_mode: "HTML" };
    assertEquals((await ask(SENT, longest)).ok, true, "4096 UTF-16 units are not too many");
    return {
      method: SENT,
      params: { ...longest, text: `${longest.text}x` },
      says: "Bad Request: message is too long",
    };
  },
  "caption too long": ({ ana }) => ({
    method: "sendPhoto",
    params: { chat_id: ana.id, photo: "AgAC", caption: "x".repeat(1025) },
    says: "Bad Request: message caption is too long",
  }),
  "toast too long": async ({ ana, office, sends, pressedBy }) => {
    const card = await sends({ chat_id: office.id, text: "card", reply_markup: BUTTON });
    return {
      method: "answerCallbackQuery",
      params: { callback_query_id: pressedBy(ana, card), text: "x".repeat(201) },
      says: "Bad Request: MESSAGE_TOO_LONG",
    };
  },
  "markup that is not JSON": ({ ana }) => ({
    method: SENT,
    params: { chat_id: ana.id, text: "x", reply_markup: "{" },
    says: "Bad Request: can't parse reply keyboard markup JSON object",
  }),
  "markup that is no object": ({ ana }) => ({
    method: SENT,
    params: { chat_id: ana.id, text: "x", reply_markup: [1] },
    says: "Bad Request: object expected as reply markup",
  }),
  "keyboard that is no array": ({ ana }) => ({
    method: SENT,
    params: { chat_id: ana.id, text: "x", reply_markup: { inline_keyboard: "bad" } },
    says: 'Bad Request: field "inline_keyboard" must be of type Array',
  }),
  "row that is no array": ({ ana }) => ({
    method: SENT,
    params: { chat_id: ana.id, text: "x", reply_markup: { inline_keyboard: [{ text: "x" }] } },
    says: "Bad Request: can't parse inline keyboard button: " +
      "expected an Array of InlineKeyboardButton",
  }),
  "button without a text": ({ ana }) => ({
    method: SENT,
    params: { chat_id: ana.id, text: "x", ...keyboard({ callback_data: "x" }) },
    says: `Bad Request: can't parse inline keyboard button: Can't find field "text"`,
  }),
  "button with an empty text": ({ ana }) => ({
    method: SENT,
    params: { chat_id: ana.id, text: "x", ...keyboard({ text: " ", callback_data: "x" }) },
    says: "Bad Request: a button's text is empty, which Telegram would leave out",
  }),
  "button that does nothing": ({ ana }) => ({
    method: SENT,
    params: { chat_id: ana.id, text: "x", ...keyboard({ text: "x", callback_data: "" }) },
    says: "Bad Request: can't parse inline keyboard button: " +
      "Text buttons are unallowed in the inline keyboard",
  }),
  "callback data too long": async ({ ana, ask }) => {
    const most = { text: "x", callback_data: "é".repeat(32) };
    const params = { chat_id: ana.id, text: "x" };
    assertEquals((await ask(SENT, { ...params, ...keyboard(most) })).ok, true, "64 bytes fit");
    return {
      method: SENT,
      params: { ...params, ...keyboard({ ...most, callback_data: "é".repeat(33) }) },
      says: "Bad Request: BUTTON_DATA_INVALID",
    };
  },
  "button with a wrong address": ({ ana }) => ({
    method: SENT,
    params: { chat_id: ana.id, text: "x", ...keyboard({ text: "x", url: "not-a-url" }) },
    says: "Bad Request: inline keyboard button URL 'not-a-url' is invalid: Wrong HTTP URL",
  }),
  "button to a person the bot never met": async ({ telegram, ana, ben, ask }) => {
    const params = { chat_id: ana.id, text: "x" };
    for (const url of [`tg://user?id=${ben.id}`, "https://t.me/c/3999999999/7"]) {
      const { ok } = await ask(SENT, { ...params, ...keyboard({ text: "x", url }) });
      assertEquals(ok, true, url);
    }
    const { id } = telegram.person("Stranger");
    return {
      method: SENT,
      params: { ...params, ...keyboard({ text: "x", url: `tg://user?id=${id}` }) },
      says: "Bad Request: BUTTON_USER_INVALID",
    };
  },
  "too many buttons": ({ ana }) => ({
    method: SENT,
    params: {
      chat_id: ana.id,
      text: "x",
      reply_markup: {
        inline_keyboard: Array(26).fill(Array(4).fill(BUTTON.inline_keyboard[0]?.[0])),
      },
    },
    says: "Bad Request: reply markup is too long",
  }),
};
