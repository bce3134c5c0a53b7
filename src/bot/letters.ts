/** The list of dead letters, made anew for each page and after each press. */

import { formatIncidentId } from "../domain/ids.ts";
import { newestLetters } from "../store/dead_letters.ts";
import { keys } from "../store/keys.ts";
import { readAll } from "../store/read.ts";
import type { OutboxRow } from "../store/records.ts";
import { LETTERS_PAGE, lettersPanel, type ListedLetter } from "../view/dead_letters.ts";
import { Html, plainText } from "../view/html.ts";
import type { Panel } from "../view/menu.ts";
import { pageOf } from "../view/paging.ts";
import type { BotDeps } from "./incoming.ts";
import type { Texts } from "../view/texts/texts.ts";

/** A page of the list; the last one when there are not so many. Reads no more than up to there. */
export async function lettersPage(
  deps: BotDeps,
  { texts, page: wanted }: { texts: Texts; page: number },
): Promise<Panel> {
  const limit = (wanted + 1) * LETTERS_PAGE + 1;
  const letters = await newestLetters(deps.kv, { now: deps.now(), limit });
  const { items, page, pages } = pageOf(letters, { page: wanted, size: LETTERS_PAGE });
  const names = await namesOf(deps, [...new Set(items.map(({ letter }) => letter.chatId))]);
  const listed = items.map(({ at, id, letter: { chatId, reason, row } }): ListedLetter => {
    return {
      at,
      id,
      chatId,
      chatName: names.get(chatId) ?? "",
      reason,
      words: wordsOf(texts, row),
    };
  });
  return lettersPanel(texts, { items: listed, page, pages, newest: letters[0]?.at ?? null });
}

/** Titles of groups and names of people, by chat id, as far as they are known. */
async function namesOf({ kv }: BotDeps, chatIds: readonly number[]): Promise<Map<number, string>> {
  const [groups, profiles] = await Promise.all([
    readAll(kv, chatIds.filter((id) => id < 0).map((id) => keys.group(id))),
    readAll(kv, chatIds.filter((id) => id > 0).map((id) => keys.profile(id))),
  ]);
  const names = new Map<number, string>();
  for (const { value } of groups) if (value) names.set(value.chatId, value.title);
  for (const { value } of profiles) if (value) names.set(value.id, value.name);
  return names;
}

function wordsOf(texts: Texts, row: OutboxRow): string {
  switch (row.kind) {
    case "message":
      return plainText(new Html(row.content.html));
    case "card":
      return texts.letters.card(formatIncidentId(row.incident));
    case "leave":
      return texts.letters.leave;
    default:
      return row satisfies never;
  }
}
