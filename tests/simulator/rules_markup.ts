import { objectIn, stringIn } from "./params.ts";
import { EDITING, type Rule, SENDING } from "./rule.ts";
import { hasMet } from "./rooms.ts";
import type { Asked, Params } from "./world.ts";

const WITH_MARKUP = [
  ...SENDING,
  ...EDITING,
  "editEphemeralMessageText",
  "editEphemeralMessageReplyMarkup",
];
const ACTIONS = [
  "callback_data",
  "url",
  "web_app",
  "login_url",
  "switch_inline_query",
  "switch_inline_query_current_chat",
  "switch_inline_query_chosen_chat",
  "copy_text",
  "callback_game",
  "pay",
  "disabled",
];

export const MAX_DATA_BYTES = 64;
export const MAX_BUTTONS = 100;

/** Whether a keyboard is one. */
export const markupRules: readonly Rule[] = [
  {
    name: "markup that is not JSON",
    methods: WITH_MARKUP,
    wording: "telegram",
    code: 400,
    description: "Bad Request: can't parse reply keyboard markup JSON object",
    when: ({ params }) => typeof params.reply_markup === "string" && params.reply_markup !== "",
  },
  {
    name: "markup that is no object",
    methods: WITH_MARKUP,
    wording: "telegram",
    code: 400,
    description: "Bad Request: object expected as reply markup",
    when: ({ params }) => !!params.reply_markup && !objectIn(params, "reply_markup"),
  },
  {
    name: "keyboard that is no array",
    methods: WITH_MARKUP,
    wording: "telegram",
    code: 400,
    description: 'Bad Request: field "inline_keyboard" must be of type Array',
    when: ({ params }) => {
      const keyboard = objectIn(params, "reply_markup")?.inline_keyboard;
      return keyboard !== undefined && !Array.isArray(keyboard);
    },
  },
  {
    name: "row that is no array",
    methods: WITH_MARKUP,
    wording: "telegram",
    code: 400,
    description: "Bad Request: can't parse inline keyboard button: " +
      "expected an Array of InlineKeyboardButton",
    when: (asked) => rowsIn(asked).some((row) => !Array.isArray(row)),
  },
  {
    name: "button without a text",
    methods: WITH_MARKUP,
    wording: "telegram",
    code: 400,
    description: `Bad Request: can't parse inline keyboard button: Can't find field "text"`,
    when: (asked) => buttonsIn(asked).some((button) => button.text === undefined),
  },
  {
    name: "button with an empty text",
    methods: WITH_MARKUP,
    wording: "simulator",
    code: 400,
    description: "Bad Request: a button's text is empty, which Telegram would leave out",
    when: (asked) => buttonsIn(asked).some((button) => !stringIn(button, "text")?.trim()),
  },
  {
    name: "button that does nothing",
    methods: WITH_MARKUP,
    wording: "telegram",
    code: 400,
    description: "Bad Request: can't parse inline keyboard button: " +
      "Text buttons are unallowed in the inline keyboard",
    when: (asked) =>
      buttonsIn(asked).some((button) =>
        button.callback_data === "" || !ACTIONS.some((action) => button[action] !== undefined)
      ),
  },
  {
    name: "callback data too long",
    methods: WITH_MARKUP,
    wording: "telegram",
    code: 400,
    description: "Bad Request: BUTTON_DATA_INVALID",
    when: (asked) =>
      buttonsIn(asked).some((button) =>
        new TextEncoder().encode(stringIn(button, "callback_data") ?? "").length > MAX_DATA_BYTES
      ),
  },
  {
    name: "button with a wrong address",
    methods: WITH_MARKUP,
    wording: "telegram",
    code: 400,
    description: "Bad Request: inline keyboard button URL '%' is invalid: Wrong HTTP URL",
    when: (asked) => {
      const urls = buttonsIn(asked).flatMap((button) => stringIn(button, "url") ?? []);
      return urls.find((url) =>
        !/^(tg:\/\/|ton:\/\/|https?:\/\/)?[^\s/]+\.?[^\s]*$/.test(url) ||
        !/[.:]/.test(url)
      ) ?? false;
    },
  },
  {
    name: "button to a person the bot never met",
    methods: WITH_MARKUP,
    wording: "telegram",
    code: 400,
    description: "Bad Request: BUTTON_USER_INVALID",
    when: (asked, world) =>
      buttonsIn(asked).some((button) => {
        const id = /^tg:\/\/user\?id=(\d+)$/.exec(stringIn(button, "url") ?? "")?.[1];
        return id !== undefined && !hasMet(world, Number(id));
      }),
  },
  {
    name: "too many buttons",
    methods: WITH_MARKUP,
    wording: "telegram",
    code: 400,
    description: "Bad Request: reply markup is too long",
    when: (asked) => buttonsIn(asked).length > MAX_BUTTONS,
  },
];

function rowsIn({ params }: Asked): unknown[] {
  const keyboard = objectIn(params, "reply_markup")?.inline_keyboard;
  return Array.isArray(keyboard) ? keyboard : [];
}

function buttonsIn(asked: Asked): Params[] {
  return rowsIn(asked).flat() as Params[];
}
