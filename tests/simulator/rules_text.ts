import { finished, isUnreadable, readText, type Unreadable } from "./formatted.ts";
import type { Formatted } from "./html.ts";
import { itemsIn } from "./rules_media.ts";
import { FILE_SENDING, type Rule } from "./rule.ts";
import { stringIn } from "./params.ts";
import type { Asked, World } from "./world.ts";

const WITH_TEXT = ["sendMessage", "editMessageText", "editEphemeralMessageText"];
const WITH_CAPTION = [...FILE_SENDING, "copyMessage"];

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
    when: (asked) => textsIn(asked).some((read) => isUnreadable(read) && "parseMode" in read),
  },
  {
    name: "HTML that does not parse",
    methods: [...WITH_TEXT, ...WITH_CAPTION],
    wording: "telegram",
    code: 400,
    description: "Bad Request: can't parse entities: %",
    when: (asked) => {
      for (const read of textsIn(asked)) {
        if (isUnreadable(read) && "html" in read) return read.html;
      }
      return false;
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

/** The texts of a call: that of its message, or the caption of each it sends. */
function textsIn(asked: Asked): (Formatted | Unreadable)[] {
  if (WITH_TEXT.includes(asked.method)) return [readText(asked.params, "text")];
  const captioned = asked.method === "sendMediaGroup" ? itemsIn(asked) : [asked.params];
  return captioned.map((params) => readText(params, "caption"));
}

/** UTF-16 units of the longest text after the tags are gone. */
function lengthOf(asked: Asked, world: World): number {
  const lengths = textsIn(asked).map((read) =>
    isUnreadable(read) ? 0 : finished(world, read).text.length
  );
  return Math.max(0, ...lengths);
}
