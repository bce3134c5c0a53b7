/** What messages say beside their words: whom they notify, where they lead, what they remind of. */

import type { Message } from "grammy/types";
import { type Group, plain } from "../simulator/simulator.ts";

/** First names of the people that a message notifies, in order. */
export function mentioned({ entities = [] }: Message): string[] {
  return entities.flatMap((entity) =>
    entity.type === "text_mention" ? [entity.user.first_name] : []
  );
}

/** Where the links in a message lead. */
export function linksIn({ entities = [] }: Message): string[] {
  return entities.flatMap((entity) => entity.type === "text_link" ? [entity.url] : []);
}

/** Reminders of unclaimed incidents that stand in a group, oldest first. */
export function remindersIn({ messages }: Group): Message[] {
  return messages.filter((message) => plain(message).includes("⏰"));
}

/** Calls of the managers, oldest first: in a group there is one, the newest. */
export function escalationsIn(messages: readonly Message[]): Message[] {
  return messages.filter((message) => plain(message).startsWith("🔺"));
}

/** Messages in which it says so, oldest first. */
export function saying({ messages }: Pick<Group, "messages">, words: string): Message[] {
  return messages.filter((message) => plain(message).includes(words));
}
