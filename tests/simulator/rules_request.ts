import { integerIn, stringIn } from "./params.ts";
import type { Rule } from "./rule.ts";
import { SIGNATURES } from "./signatures.ts";
import type { Params } from "./world.ts";

/** What is wrong with a request whatever the chats and messages are. */
export const requestRules: readonly Rule[] = [
  {
    name: "unknown method",
    methods: "every",
    wording: "telegram",
    code: 404,
    description: "Not Found: method not found",
    when: ({ method }) => !(method in SIGNATURES),
  },
  {
    name: "unknown parameter",
    methods: "every",
    wording: "simulator",
    code: 400,
    description: 'Bad Request: no parameter "%" in Bot API 10.3, which Telegram would ignore',
    when: ({ method, params }) => {
      const { required = [], optional = [] } = SIGNATURES[method] ?? {};
      return Object.keys(params).find((key) => ![...required, ...optional].includes(key)) ?? false;
    },
  },
  {
    name: "getUpdates beside a webhook",
    methods: ["getUpdates"],
    wording: "telegram",
    code: 409,
    description: "Conflict: can't use getUpdates method while webhook is active; " +
      "use deleteWebhook to delete the webhook first",
    when: (_asked, world) => world.webhook.url !== "",
  },
  {
    name: "no message text",
    methods: ["sendMessage", "editMessageText", "editEphemeralMessageText"],
    wording: "telegram",
    code: 400,
    description: "Bad Request: message text is empty",
    when: ({ params }) => !stringIn(params, "text") && params.rich_message === undefined,
  },
  {
    name: "no chat id",
    methods: methodsThatNeed("chat_id", ["editMessageText", "editMessageReplyMarkup"]),
    wording: "telegram",
    code: 400,
    description: "Bad Request: chat_id is empty",
    when: ({ params }) => isEmpty(params, "chat_id"),
  },
  {
    name: "no message id",
    methods: methodsThatNeed("message_id", ["editMessageText", "editMessageReplyMarkup"]),
    wording: "telegram",
    code: 400,
    description: "Bad Request: message identifier is not specified",
    when: ({ params }) => integerIn(params, "message_id") === undefined,
  },
  {
    name: "no message ids",
    methods: ["deleteMessages"],
    wording: "telegram",
    code: 400,
    description: "Bad Request: message identifiers are not specified",
    when: ({ params }) => !Array.isArray(params.message_ids) || params.message_ids.length === 0,
  },
  {
    name: "no user id",
    methods: methodsThatNeed("user_id"),
    wording: "telegram",
    code: 400,
    description: "Bad Request: invalid user_id specified",
    when: ({ params }) => !integerIn(params, "user_id"),
  },
  {
    name: "no commands",
    methods: ["setMyCommands"],
    wording: "guessed",
    code: 400,
    description: "Bad Request: expected an Array of BotCommand",
    when: ({ params }) => !Array.isArray(params.commands),
  },
  {
    name: "command name",
    methods: ["setMyCommands"],
    wording: "telegram",
    code: 400,
    description: "Bad Request: BOT_COMMAND_INVALID",
    when: ({ params }) =>
      commandsIn(params).some(({ command }) => !/^[a-z0-9_]{1,32}$/.test(String(command))),
  },
  {
    name: "command description",
    methods: ["setMyCommands"],
    wording: "telegram",
    code: 400,
    description: "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID",
    when: ({ params }) =>
      commandsIn(params).some(({ description }) => !/^.{1,256}$/s.test(String(description ?? ""))),
  },
  {
    name: "unknown chat action",
    methods: ["sendChatAction"],
    wording: "telegram",
    code: 400,
    description: "Bad Request: wrong parameter action in request",
    when: ({ params }) => !/^(typing|upload_|record_|choose_|find_)/.test(String(params.action)),
  },
];

function methodsThatNeed(parameter: string, more: string[] = []): string[] {
  const needing = Object.entries(SIGNATURES).filter(([, { required }]) =>
    required.includes(parameter)
  );
  return [...needing.map(([name]) => name), ...more];
}

function isEmpty(params: Params, key: string): boolean {
  return params[key] === undefined || params[key] === null || params[key] === "";
}

function commandsIn(params: Params): Params[] {
  return Array.isArray(params.commands) ? params.commands : [];
}
