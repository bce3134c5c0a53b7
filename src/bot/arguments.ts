/** Command arguments: company ids, chat ids and people, parsed before anything else sees them. */

import type { Message, MessageOrigin } from "grammy/types";
import { RETENTION_DAYS } from "../domain/company.ts";
import { CompanyId } from "../domain/ids.ts";
import { keys } from "../store/keys.ts";
import type { Kv } from "../store/kv.ts";
import { readOne } from "../store/read.ts";
import { type IncomingMessage, repliedTo, seen } from "./incoming.ts";
import type { Seen } from "../execute/contact.ts";
import type { Texts } from "../view/texts/texts.ts";

/** Words of a command's arguments. */
export function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

/** A company id in any case; `null` when it can't be one. */
export function companyIdIn(word: string | undefined): string | null {
  const parsed = CompanyId.safeParse(word ?? "");
  return parsed.success ? parsed.data : null;
}

/** A number of days that may be set; `null`: for ever; `undefined`: neither. */
export function daysIn(word: string): number | null | undefined {
  if (word.toLowerCase() === "forever") return null;
  const days = /^[1-9]\d{0,4}$/.test(word) ? Number(word) : 0;
  return days >= RETENTION_DAYS.least && days <= RETENTION_DAYS.most ? days : undefined;
}

/** Epoch milliseconds; `null` when it can't be that. */
export function momentIn(word: string): number | null {
  return /^[1-9]\d{0,14}$/.test(word) ? Number(word) : null;
}

/** A group's chat id: a negative whole number; `null` when it can't be one. */
export function groupIdIn(word: string | undefined): number | null {
  if (!/^-[1-9]\d{0,14}$/.test(word ?? "")) return null;
  return Number(word);
}

/** A person's numeric id; `null` when it can't be one. */
export function personIdIn(word: string): number | null {
  if (!/^[1-9]\d{0,15}$/.test(word)) return null;
  const id = Number(word);
  return Number.isSafeInteger(id) ? id : null;
}

/** Who is meant, or a sentence that says why nobody is found. */
export type PersonFound = { person: Seen | { id: number } } | { problem: string };

/**
 * Finds the person that a message is about: a forwarded message, the message it replies to when that
 * was forwarded, a text mention, or the last word as numeric id or @handle. `null`: it names nobody.
 */
export async function personIn(
  kv: Kv,
  { message, texts }: IncomingMessage,
  word: string | undefined,
): Promise<PersonFound | null> {
  const origin = message.forward_origin ?? repliedTo(message)?.forward_origin;
  if (origin) return authorOf(texts, origin);
  const mention = textMentionIn(texts, message);
  if (mention) return mention;
  if (word === undefined) return null;
  const id = personIdIn(word);
  if (id !== null) return { person: { id } };
  const handle = /^@([A-Za-z][A-Za-z0-9_]{3,31})$/.exec(word)?.[1];
  if (!handle) return { problem: texts.arguments.badPerson };
  const { value } = await readOne(kv, keys.handle(handle));
  return value === null
    ? { problem: texts.arguments.unknownHandle(handle) }
    : { person: { id: value } };
}

/** The author of a forwarded message, if they show their account. */
export function authorOf(texts: Texts, origin: MessageOrigin): PersonFound {
  if (origin.type !== "user") return { problem: texts.arguments.hiddenAuthor };
  if (origin.sender_user.is_bot) return { problem: texts.arguments.notAPerson };
  return { person: seen(origin.sender_user) };
}

function textMentionIn(texts: Texts, message: Message): PersonFound | null {
  for (const entity of message.entities ?? []) {
    if (entity.type !== "text_mention") continue;
    return entity.user.is_bot
      ? { problem: texts.arguments.notAPerson }
      : { person: seen(entity.user) };
  }
  return null;
}

/** The author of the message that a command in a group replies to; `null`: it is not such a reply. */
export function authorOfReply(message: Message): Seen | "bot" | null {
  const original = repliedTo(message);
  if (!original?.from || original.sender_chat) return null;
  return original.from.is_bot ? "bot" : seen(original.from);
}
