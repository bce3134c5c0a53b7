import type { MessageEntity } from "grammy/types";

type FoundType = "bot_command" | "mention" | "hashtag" | "url";

const PATTERNS: readonly (readonly [FoundType, RegExp])[] = [
  ["url", /(?<![\w@])https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g],
  ["bot_command", /(?<![\w/@<>&])\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])/g],
  ["mention", /(?<![\w@/])@[A-Za-z0-9_]{3,32}(?!\w)/g],
  ["hashtag", /(?<![\w#])#[\p{L}_][\p{L}\p{N}_]*/gu],
];

/** The entities Telegram finds by itself in plain text: commands, @mentions, #tags and links. */
export function foundEntities(text: string, taken: MessageEntity[] = []): MessageEntity[] {
  const found: MessageEntity[] = [];
  for (const [type, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const entity = { type, offset: match.index, length: match[0].length };
      if (![...taken, ...found].some((other) => overlap(other, entity))) found.push(entity);
    }
  }
  return found;
}

function overlap(a: Pick<MessageEntity, "offset" | "length">, b: typeof a): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}

/** The commands in a message, with the bot they name, if any. */
export function commandsIn(
  text: string,
  entities: readonly MessageEntity[],
): { name: string; bot?: string; offset: number }[] {
  return entities.filter(({ type }) => type === "bot_command").map(({ offset, length }) => {
    const [name = "", bot] = text.slice(offset + 1, offset + length).split("@");
    return { name, offset, ...(bot ? { bot } : {}) };
  });
}
