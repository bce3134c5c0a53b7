import type { Message, MessageEntity, User } from "grammy/types";
import { foundEntities } from "./found_entities.ts";
import { inOrder } from "./html.ts";

/** What a person types, with the entities a client puts into it. */
export function typed(
  text: string,
  mentions: readonly User[] = [],
): Pick<Message, "text" | "entities"> {
  const named = mentions.flatMap((user): MessageEntity[] => {
    const offset = text.indexOf(user.first_name);
    if (offset < 0) throw new RangeError(`Cannot mention: "${user.first_name}" is not in the text`);
    return [{ type: "text_mention", offset, length: user.first_name.length, user }];
  });
  const entities = inOrder([...named, ...foundEntities(text, named)]);
  return { text, ...(entities.length ? { entities } : {}) };
}
