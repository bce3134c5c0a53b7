import type { Chat, Message, User } from "grammy/types";
import { keyboard } from "./keyboard.ts";
import type { Notice } from "./notices.ts";
import { shown } from "./shown.ts";
import { wrap } from "./wrap.ts";

export interface TranscriptOptions {
  /** Marks lines with ANSI colours for a terminal. */
  colour?: boolean;
}

type Colour = "bold" | "dim" | "cyan" | "yellow" | "green" | "red";

const ANSI: Record<Colour, number> = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 };

/** Lines are broken here. */
const MOST_COLUMNS = 96;
const QUOTED = 24;
const MORE = "    ";

interface Line {
  readonly chat?: Chat;
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
  let current: number | undefined;
  const paint = (text: string, as?: Colour) =>
    colour && as ? `\x1b[${ANSI[as]}m${text}\x1b[0m` : text;

  return (notice) =>
    linesFor(notice).flatMap(({ chat, text, colour: as }) => {
      const lines = broken(text).map((part) => part && `  ${paint(part, as)}`);
      if (!chat || chat.id === current) return lines;
      current = chat.id;
      return ["", paint(headingOf(chat), "bold"), ...lines];
    });
}

/** What goes on in the next line stands further in. */
function broken(text: string): string[] {
  const indent = /^ */.exec(text)?.[0] ?? "";
  const [first = "", ...more] = wrap(text.trimStart(), MOST_COLUMNS - indent.length);
  return [indent + first, ...more.map((part) => `${MORE}${part}`)];
}

function headingOf(chat: Chat): string {
  return chat.type === "private" ? `${chat.first_name}, in private` : `${chat.title}`;
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
      return [{ ...(message ? { chat: message.chat } : {}), text, colour: "yellow" }];
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
  const { from, reply_to_message: original } = message;
  const change = membership(message);
  if (change) return [{ ...at(message), text: change, colour: "dim" }];
  // What an edited message replies to has been told of.
  const answered = original && !edited ? ` ↩ ${quoted(original)}` : "";
  const speaker = `${from?.first_name ?? "Somebody"}${answered}`;
  const [first = "", ...more] = bodyOf(message).split("\n");
  const colour = from?.is_bot ? { colour: "cyan" as const } : {};
  const rows = keyboard(message).map((row) => row.map(({ text }) => `[ ${text} ]`).join(" "));
  return [
    { ...at(message), text: `${marks}${speaker}: ${first}`, ...colour },
    ...more.map((text) => ({ ...at(message), text: `${MORE}${text}`.trimEnd(), ...colour })),
    ...rows.map((text) => ({ ...at(message), text: `${MORE}${text}`, colour: "yellow" as const })),
  ];
}

/** Who came or went, when the message says only that. */
function membership({ from, ...message }: Message): string | undefined {
  const { new_chat_members: joined, left_chat_member: left } = message;
  const by = from?.first_name ?? "Somebody";
  if (joined?.length === 1 && joined[0]?.id === from?.id) return `${by} joins`;
  if (joined) return `${by} adds ${joined.map(({ first_name }) => first_name).join(", ")}`;
  if (left) return left.id === from?.id ? `${by} leaves` : `${by} removes ${left.first_name}`;
  return undefined;
}

function bodyOf(message: Message): string {
  const kind = message.photo ? "(photo) " : message.document ? "(document) " : "";
  return `${message.forward_origin ? "(forwarded) " : ""}${kind}${shown(message)}`.trimEnd();
}

function quoted(message: Message): string {
  return `“${short(message, QUOTED)}”`;
}

/** The first line, cut between words. */
function short(message: Message, most = 40): string {
  const [line = ""] = bodyOf(message).split("\n");
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most / 2)).trimEnd()}…`;
}

function at({ chat }: Message): { chat: Chat } {
  return { chat };
}
