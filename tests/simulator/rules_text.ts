import { finished, isUnreadable, readText } from "./formatted.ts";
import { type Rule, SENDING } from "./rule.ts";
import { stringIn } from "./params.ts";
import type { Asked, World } from "./world.ts";

const WITH_TEXT = ["sendMessage", "editMessageText", "editEphemeralMessageText"];
const WITH_CAPTION = ["sendPhoto", "sendDocument", "copyMessage"];

export const MAX_TEXT = 4096;
export const MAX_CAPTION = 1024;
export const MAX_TOAST = 200;

/** Whether a text can be read and is of a length that Telegram takes. */
export const textRules: readonly Rule[] = [
  {
    name: "unknown parse mode",
    methods: [...WITH_TEXT, ...WITH_CAPTION],
    wording: "telegram",
    code: 400,
    // Telegram knows Markdown and MarkdownV2 too; the product writes HTML alone.
    description: "Bad Request: unsupported parse_mode",
    when: (asked) => {
      const read = readText(asked.params, keyOf(asked));
      return isUnreadable(read) && "parseMode" in read;
    },
  },
  {
    name: "HTML that does not parse",
    methods: [...WITH_TEXT, ...WITH_CAPTION],
    wording: "telegram",
    code: 400,
    description: "Bad Request: can't parse entities: %",
    when: (asked) => {
      const read = readText(asked.params, keyOf(asked));
      return isUnreadable(read) && "html" in read && read.html;
    },
  },
  {
    name: "nothing but blanks",
    methods: WITH_TEXT,
    wording: "telegram",
    code: 400,
    description: "Bad Request: text must be non-empty",
    when: (asked, world) => lengthOf(asked, world) === 0,
  },
  {
    name: "text too long",
    methods: WITH_TEXT,
    wording: "telegram",
    code: 400,
    description: "Bad Request: message is too long",
    when: (asked, world) => lengthOf(asked, world) > MAX_TEXT,
  },
  {
    name: "caption too long",
    methods: WITH_CAPTION,
    wording: "telegram",
    code: 400,
    description: "Bad Request: message caption is too long",
    when: (asked, world) => lengthOf(asked, world) > MAX_CAPTION,
  },
  {
    name: "toast too long",
    methods: ["answerCallbackQuery"],
    wording: "telegram",
    code: 400,
    description: "Bad Request: MESSAGE_TOO_LONG",
    when: ({ params }) => (stringIn(params, "text") ?? "").length > MAX_TOAST,
  },
];

function keyOf({ method }: Asked): "text" | "caption" {
  return (SENDING as readonly string[]).includes(method) && method !== "sendMessage"
    ? "caption"
    : "text";
}

/** UTF-16 units after the tags are gone. */
function lengthOf(asked: Asked, world: World): number {
  const read = readText(asked.params, keyOf(asked));
  return isUnreadable(read) ? 0 : finished(world, read).text.length;
}
