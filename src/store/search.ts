/** Finding incidents by their words. What a search costs grows with what it matches. */

import type { Kv } from "./kv.ts";

/** Most matches of one word that are looked at, of a whole word the newest. */
const MOST_MATCHES = 5_000;

/**
 * Numbers of a company's incidents in which every one of `words` is the beginning of some word, newest
 * first; `chatId`: of that group only.
 */
export async function findNumbers(
  kv: Kv,
  company: string,
  words: readonly string[],
  chatId: number | null,
): Promise<number[]> {
  let found: Set<number> | null = null;
  for (const word of words) {
    const matches = await numbersWith(kv, company, word, chatId);
    found = found === null ? matches : found.intersection(matches);
    if (found.size === 0) return [];
  }
  return [...found ?? []].sort((a, b) => b - a);
}

async function numbersWith(
  kv: Kv,
  company: string,
  beginning: string,
  chatId: number | null,
): Promise<Set<number>> {
  const range = {
    start: ["word", company, beginning],
    end: ["word", company, `${beginning}\u{10FFFF}`],
  };
  const numbers = new Set<number>();
  for await (const { key, value } of kv.list(range, { limit: MOST_MATCHES, reverse: true })) {
    if (chatId === null || value === chatId) numbers.add(Number(key[3]));
  }
  return numbers;
}
