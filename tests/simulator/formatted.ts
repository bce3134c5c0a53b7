import type { MessageEntity } from "grammy/types";
import { foundEntities } from "./found_entities.ts";
import { type Formatted, HtmlError, inOrder, parseHtml } from "./html.ts";
import { stringIn } from "./params.ts";
import type { Params, World } from "./world.ts";

const MAX_ENTITIES = 100;

/** Why a text can't be shown: the rules turn it into Telegram's answer. */
export type Unreadable = { parseMode: string } | { html: string };

/** The text of a call (`text` or `caption`) as it will be shown, or why it can't be. */
export function readText(params: Params, key: "text" | "caption"): Formatted | Unreadable {
  const raw = stringIn(params, key) ?? "";
  const given = params[key === "text" ? "entities" : "caption_entities"];
  const mode = stringIn(params, "parse_mode") ?? "";
  if (!mode) return { text: raw, entities: Array.isArray(given) ? given : [] };
  if (mode.toLowerCase() !== "html") return { parseMode: mode };
  try {
    return parseHtml(raw);
  } catch (error) {
    if (error instanceof HtmlError) return { html: error.message };
    throw error;
  }
}

export function isUnreadable(text: Formatted | Unreadable): text is Unreadable {
  return !("text" in text);
}

/**
 * What Telegram makes of a readable text: trimmed, mentions by id resolved to people it knows (and
 * dropped where it doesn't), commands, links and the like found, everything past 100 entities gone.
 */
export function finished(world: World, { text, entities }: Formatted): Formatted {
  const start = text.length - text.trimStart().length;
  const trimmed = text.trim();
  const kept = entities.flatMap((entity): MessageEntity[] => {
    const offset = Math.max(0, entity.offset - start);
    const end = Math.min(trimmed.length, entity.offset - start + entity.length);
    if (end <= offset) return [];
    const moved = { ...entity, offset, length: end - offset };
    if (moved.type !== "text_mention") return [moved];
    const account = world.accounts.get(moved.user.id);
    return account ? [{ ...moved, user: account.user }] : [];
  });
  const all = inOrder([...kept, ...foundEntities(trimmed, kept)]);
  return { text: trimmed, entities: all.slice(0, MAX_ENTITIES) };
}
