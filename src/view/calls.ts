/** Calls: messages that mention those who are wanted, each replacing the one before. */

import type { Incident } from "../domain/incident.ts";
import type { PersonRef } from "../domain/person.ts";
import { displayName } from "./clip.ts";
import { type Html, html, join } from "./html.ts";
import type { Keyboard, MessageContent, NewMessage } from "./message.ts";
import { personLink } from "./person_link.ts";
import type { Texts } from "./texts/texts.ts";

/**
 * Telegram notifies at most about this many people mentioned in one message.
 *
 * @see https://limits.tginfo.me/en
 */
export const MOST_MENTIONS = 5;

/** What it is about, in one line: a phone at night shows no more. */
export function gist({ description }: Incident): string {
  return displayName(description, "…", 80);
}

/** While a call has a point: see `MessageContent`. */
export type Point = Pick<NonNullable<MessageContent["about"]>, "onlyWhile" | "nudgedAt">;

/** One message per five people, so that each of them is notified; one without mentions for nobody. */
export function calls(
  texts: Texts,
  order: NewMessage["order"],
  incident: Incident,
  text: Html,
  audience: readonly PersonRef[],
  point: Point,
): NewMessage[] {
  const messages: NewMessage[] = [];
  for (let i = 0; i === 0 || i < audience.length; i += MOST_MENTIONS) {
    const mentions = audience.slice(i, i + MOST_MENTIONS).map((it) => personLink(texts, it));
    const body = mentions.length === 0 ? text : html`${text} ${join(mentions, " ")}`;
    const content = about(incident, body, { role: "call", continues: i > 0, ...point });
    messages.push({ chatId: incident.chatId, order, content });
  }
  return messages;
}

/** A message about an incident: it replies to the card, and replies to it are about the incident. */
export function about(
  { company, number }: Incident,
  text: Html,
  link: Omit<NonNullable<MessageContent["about"]>, "incident">,
  keyboard: Keyboard = [],
): MessageContent {
  return {
    html: text.source,
    keyboard,
    forceReply: null,
    replyTo: null,
    about: { incident: { company, number }, ...link },
  };
}
