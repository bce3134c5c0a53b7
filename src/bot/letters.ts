/** The list of dead letters, made anew for each page and after each press. */

import { formatIncidentId } from "../domain/ids.ts";
import { type KeptLetter, newestLetters } from "../store/dead_letters.ts";
import { keys } from "../store/keys.ts";
import { readMany } from "../store/read.ts";
import type { OutboxRow } from "../store/records.ts";
import { LETTERS_PAGE, lettersPanel, type ListedLetter } from "../view/dead_letters.ts";
import { en } from "../view/en.ts";
import { Html, plainText } from "../view/html.ts";
import type { Panel } from "../view/menu.ts";
import { pageOf } from "../view/paging.ts";
import type { BotDeps } from "./incoming.ts";

/** A page of the list; the last one when there are not so many. Reads no more than up to there. */
export async function lettersPage(deps: BotDeps, wanted: number): Promise<Panel> {
  const limit = (wanted + 1) * LETTERS_PAGE + 1;
  const letters = await newestLetters(deps.kv, { now: deps.now(), limit });
  const { items, page, pages } = pageOf(letters, { page: wanted, size: LETTERS_PAGE });
  const listed = await Promise.all(items.map((letter) => listedLetter(deps, letter)));
  return lettersPanel({ items: listed, page, pages, newest: letters[0]?.at ?? null });
}

async function listedLetter(deps: BotDeps, { at, id, letter }: KeptLetter): Promise<ListedLetter> {
  const { chatId, reason, row } = letter;
  const { group, profile } = await readMany(deps.kv, {
    group: keys.group(chatId),
    profile: keys.profile(chatId),
  });
  const chatName = group.value?.title ?? profile.value?.name ?? "";
  return { at, id, chatId, chatName, reason, words: wordsOf(row) };
}

function wordsOf(row: OutboxRow): string {
  switch (row.kind) {
    case "message":
      return plainText(new Html(row.content.html));
    case "card":
      return en.letters.card(formatIncidentId(row.incident));
    case "leave":
      return en.letters.leave;
    default:
      return row satisfies never;
  }
}
