import type { Chat, Message, User } from "grammy/types";
import { keyboard } from "./keyboard.ts";
import type { Notice } from "./notices.ts";
import { answeredBy, bodyOf, eventOf, short, speakerOf } from "./told.ts";
import { wrap } from "./wrap.ts";

export interface TranscriptOptions {
  /** Marks lines with ANSI colours for a terminal. */
  colour?: boolean;
}

type Colour = "bold" | "dim" | "cyan" | "yellow" | "green" | "red";

const ANSI: Record<Colour, number> = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 };

/** Lines are broken here. */
const MOST_COLUMNS = 96;
const MORE = "    ";

/** Where something happens: a chat, or a topic of it. */
interface Spot {
  readonly chat: Chat;
  readonly topic?: number;
}

interface Line {
  readonly spot?: Spot;
  readonly text: string;
  readonly colour?: Colour;
}

/**
 * Writes down what happens in every chat, as lines to read in a terminal. The function it returns
 * gives the lines for one notice: none for what nobody sees, a heading where the chat changes.
 *
 * ```ts
 * const write = transcript({ colour: Deno.stdout.isTerminal() });
 * telegram.onNotice((notice) => write(notice).forEach((line) => console.log(line)));
 * ```
 */
export function transcript({ colour = false }: TranscriptOptions = {}): (n: Notice) => string[] {
  let current: string | undefined;
  const topics = new Map<string, string>();
  const paint = (text: string, as?: Colour) =>
    colour && as ? `\x1b[${ANSI[as]}m${text}\x1b[0m` : text;

  return (notice) => {
    if (notice.kind === "message") noteTopic(topics, notice.message);
    return linesFor(notice).flatMap(({ spot, text, colour: as }) => {
      const lines = broken(text).map((part) => part && `  ${paint(part, as)}`);
      if (!spot || keyOf(spot) === current) return lines;
      current = keyOf(spot);
      return ["", paint(headingOf(spot, topics), "bold"), ...lines];
    });
  };
}

function noteTopic(topics: Map<string, string>, message: Message): void {
  const { forum_topic_created: created } = message;
  if (created) topics.set(keyOf(at(message).spot), created.name);
}

/** What goes on in the next line stands further in. */
function broken(text: string): string[] {
  const indent = /^ */.exec(text)?.[0] ?? "";
  const [first = "", ...more] = wrap(text.trimStart(), MOST_COLUMNS - indent.length);
  return [indent + first, ...more.map((part) => `${MORE}${part}`)];
}

function headingOf(spot: Spot, topics: Map<string, string>): string {
  const { chat } = spot;
  if (chat.type === "private") return `${chat.first_name}, in private`;
  const topic = topics.get(keyOf(spot));
  return topic ? `${chat.title} › ${topic}` : `${chat.title}`;
}

function keyOf({ chat, topic = 0 }: Spot): string {
  return `${chat.id}/${topic}`;
}

function linesFor(notice: Notice): Line[] {
  switch (notice.kind) {
    case "message":
      return messageLines(notice.message, notice);
    case "edited":
      return messageLines(notice.message, { ...notice, edited: true });
    case "deleted":
      if (notice.message.pinned_message) return [];
      return [{
        ...at(notice.message),
        text: `✗ deleted: ${short(notice.message)}`,
        colour: "dim",
      }];
    case "pinned": {
      const how = notice.silent ? "pinned silently" : "pinned";
      return [{
        ...at(notice.message),
        text: `📌 ${how}: ${short(notice.message)}`,
        colour: "dim",
      }];
    }
    case "unpinned":
      return [{ ...at(notice.message), text: `unpinned: ${short(notice.message)}`, colour: "dim" }];
    case "pressed": {
      const { from, message } = notice.query;
      const text = `${from.first_name} presses [ ${notice.label} ]`;
      return [{ ...(message ? at(message as Message) : {}), text, colour: "yellow" }];
    }
    case "toast": {
      const { toast, user } = notice;
      if (!toast.text) return [];
      const kind = toast.alert ? "alert" : "toast";
      return [{ text: `(${kind} to ${user.first_name}: ${toast.text})`, colour: "green" }];
    }
    case "call": {
      const { error, method } = notice.call;
      return error ? [{ text: `(${method}: ${error.description})`, colour: "red" }] : [];
    }
    case "update":
      return [];
    default:
      return notice satisfies never;
  }
}

function messageLines(
  message: Message,
  { audience, edited, replaces }: { audience?: User; edited?: boolean; replaces?: Message },
): Line[] {
  // The pin itself has been told of.
  if (message.pinned_message) return [];
  const marks = [
    edited ? "✎" : "",
    audience ? `(only ${audience.first_name} sees)` : "",
    replaces ? "(in place of the message)" : "",
  ].filter(Boolean).map((mark) => `${mark} `).join("");
  const event = eventOf(message);
  if (event) return [{ ...at(message), text: event, colour: "dim" }];
  // What an edited message replies to has been told of.
  const answered = edited ? "" : answeredBy(message);
  const speaker = `${speakerOf(message)}${answered ? ` ↩ ${answered}` : ""}`;
  const [first = "", ...more] = bodyOf(message).split("\n");
  const colour = message.from?.is_bot ? { colour: "cyan" as const } : {};
  const rows = keyboard(message).map((row) => row.map(({ text }) => `[ ${text} ]`).join(" "));
  return [
    { ...at(message), text: `${marks}${speaker}: ${first}`, ...colour },
    ...more.map((text) => ({ ...at(message), text: `${MORE}${text}`.trimEnd(), ...colour })),
    ...rows.map((text) => ({ ...at(message), text: `${MORE}${text}`, colour: "yellow" as const })),
  ];
}

function at({ chat, is_topic_message, message_thread_id: topic }: Message): { spot: Spot } {
  return { spot: { chat, ...(is_topic_message && topic ? { topic } : {}) } };
}
