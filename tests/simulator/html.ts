import type { MessageEntity } from "grammy/types";
import { decodeReference, readAttributes } from "./html_parts.ts";

/** Text without tags, and what the tags said about it, in UTF-16 units. */
export interface Formatted {
  text: string;
  entities: MessageEntity[];
}

/** Thrown with Telegram's own words for HTML it can't parse. */
export class HtmlError extends Error {
  override name = "HtmlError";
}

interface OpenTag {
  readonly tag: string;
  readonly start: number;
  readonly attributes: Map<string, string>;
}

const TYPES: Record<string, string> = {
  "a": "text_link",
  "b": "bold",
  "strong": "bold",
  "i": "italic",
  "em": "italic",
  "u": "underline",
  "ins": "underline",
  "s": "strikethrough",
  "strike": "strikethrough",
  "del": "strikethrough",
  "code": "code",
  "pre": "pre",
  "span": "spoiler",
  "tg-spoiler": "spoiler",
  "tg-emoji": "custom_emoji",
  "tg-time": "date_time",
  "blockquote": "blockquote",
};

const DATE_FORMAT = /^(r|w?[dD]?[tT]?)$/;

/**
 * Parses the HTML style of the Bot API as Telegram's server does, down to its error texts
 * (https://core.telegram.org/bots/api#html-style; offsets in errors are UTF-8 bytes).
 *
 * @throws {HtmlError} with the text that Telegram puts after "can't parse entities: "
 */
export function parseHtml(html: string): Formatted {
  const open: OpenTag[] = [];
  const entities: MessageEntity[] = [];
  let text = "";
  let at = 0;
  while (at < html.length) {
    if (html[at] === "&") {
      const reference = decodeReference(html, at);
      text += reference.text;
      at = reference.end;
    } else if (html[at] !== "<") {
      text += html[at++];
    } else if (html[at + 1] !== "/") {
      const { tag, end } = openTag(html, at, text.length);
      open.push(tag);
      at = end;
    } else {
      const { closed, end } = closeTag(html, at, open.at(-1));
      open.pop();
      entities.push(...entityFor(closed, text));
      at = end;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed) {
    throw new HtmlError(`Can't find end tag corresponding to start tag "${unclosed.tag}"`);
  }
  return { text, entities: inOrder(withLanguages(entities)) };
}

function openTag(html: string, at: number, start: number): { tag: OpenTag; end: number } {
  const nameEnd = html.slice(at).search(/[\s>]/);
  if (nameEnd < 0) throw new HtmlError(`Unclosed start tag at byte offset ${bytes(html, at)}`);
  const tag = html.slice(at + 1, at + nameEnd).toLowerCase();
  if (!(tag in TYPES)) {
    throw new HtmlError(`Unsupported start tag "${tag}" at byte offset ${bytes(html, at)}`);
  }
  const read = readAttributes(html, at + nameEnd);
  if ("problem" in read) throw new HtmlError(explain(html, at, { tag, ...read }));
  if (tag === "span" && read.attributes.get("class") !== "tg-spoiler") {
    throw new HtmlError(
      `Tag "span" must have class "tg-spoiler" at byte offset ${bytes(html, at)}`,
    );
  }
  return { tag: { tag, start, attributes: read.attributes }, end: read.end };
}

function explain(
  html: string,
  at: number,
  { tag, problem, position }: { tag: string; problem: string; position: number },
): string {
  switch (problem) {
    case "empty name":
      return `Empty attribute name in the tag "${tag}" at byte offset ${bytes(html, at)}`;
    case "no value":
      return `Unclosed start tag "${tag}" at byte offset ${bytes(html, at)}`;
    case "bad token":
      return `Unexpected end of name token at byte offset ${bytes(html, position)}`;
    default:
      return `Unclosed start tag at byte offset ${bytes(html, at)}`;
  }
}

function closeTag(
  html: string,
  at: number,
  expected: OpenTag | undefined,
): { closed: OpenTag; end: number } {
  const offset = bytes(html, at);
  if (!expected) throw new HtmlError(`Unexpected end tag at byte offset ${offset}`);
  const [whole = "", name = ""] = /^<\/([^\s>]*)\s*/.exec(html.slice(at)) ?? [];
  const end = at + whole.length;
  if (html[end] !== ">") throw new HtmlError(`Unclosed end tag at byte offset ${offset}`);
  const found = name.toLowerCase();
  if (found && found !== expected.tag) {
    throw new HtmlError(
      `Unmatched end tag at byte offset ${offset}, expected "</${expected.tag}>", found "</${found}>"`,
    );
  }
  return { closed: expected, end: end + 1 };
}

function entityFor({ tag, start, attributes }: OpenTag, text: string): MessageEntity[] {
  const range = { offset: start, length: text.length - start };
  if (range.length === 0) return [];
  switch (tag) {
    case "a":
      return link(attributes.get("href") ?? text.slice(start), range);
    case "tg-emoji":
      return emoji(attributes.get("emoji-id") ?? "", range);
    case "tg-time":
      return time(attributes, range);
    case "blockquote":
      return [{
        type: attributes.has("expandable") ? "expandable_blockquote" : "blockquote",
        ...range,
      }];
    case "code": {
      const language = /^language-(.+)$/.exec(attributes.get("class") ?? "")?.[1];
      // A language counts only inside <pre>: withLanguages moves it there or drops it.
      return [{ type: "code", ...range, ...(language ? { language } : {}) } as MessageEntity];
    }
    default:
      return [{ type: TYPES[tag], ...range } as MessageEntity];
  }
}

type Range = { offset: number; length: number };

function link(href: string, range: Range): MessageEntity[] {
  const mention = /^tg:\/\/user\?id=(\d+)$/.exec(href);
  if (mention) {
    // Who that is stands in the world, not in the text: see formatted.ts.
    const user = { id: Number(mention[1]), is_bot: false, first_name: "" };
    return [{ type: "text_mention", ...range, user }];
  }
  const url = href.includes("://") ? href : `http://${href}`;
  const valid = URL.canParse(url) && (/^(https?|tg|ton):/.test(url)) && /[.]|^tg:|^ton:/.test(url);
  return valid ? [{ type: "text_link", ...range, url: new URL(url).href }] : [];
}

function emoji(id: string, range: Range): MessageEntity[] {
  if (!/^[1-9]\d{0,18}$/.test(id) || BigInt(id) >= 2n ** 63n) {
    throw new HtmlError("Invalid custom emoji identifier specified");
  }
  return [{ type: "custom_emoji", ...range, custom_emoji_id: id }];
}

function time(attributes: Map<string, string>, range: Range): MessageEntity[] {
  const unix = attributes.get("unix") ?? "";
  // Telegram's words for this one are a guess; those for the format are its own.
  if (!/^\d{1,10}$/.test(unix)) throw new HtmlError("Invalid date specified");
  const format = attributes.get("format") ?? "";
  if (!DATE_FORMAT.test(format)) throw new HtmlError("Invalid date format used");
  return [
    {
      type: "date_time",
      ...range,
      unix_time: Number(unix),
      date_time_format: format,
    } as MessageEntity,
  ];
}

function withLanguages(entities: MessageEntity[]): MessageEntity[] {
  const same = (a: Range, b: Range) => a.offset === b.offset && a.length === b.length;
  const language = (entity: MessageEntity) => (entity as { language?: string }).language;
  const codes = entities.filter((entity) => entity.type === "code" && language(entity));
  const merged = codes.filter((code) => entities.some((e) => e.type === "pre" && same(e, code)));
  return entities
    .filter((entity) => !merged.includes(entity))
    .map((entity) => {
      if (entity.type === "code") {
        return { type: "code", offset: entity.offset, length: entity.length };
      }
      const code = entity.type === "pre" && merged.find((each) => same(each, entity));
      return code ? { ...entity, language: language(code) } as MessageEntity : entity;
    });
}

/** By place, outer before inner, as Telegram lists them. */
export function inOrder(entities: MessageEntity[]): MessageEntity[] {
  return entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length);
}

function bytes(html: string, at: number): number {
  return new TextEncoder().encode(html.slice(0, at)).length;
}
