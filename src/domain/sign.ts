/** The signs of statuses and priorities that a group has chosen for itself. */

import { z } from "zod";
import { type Status, STATUSES } from "./incident.ts";
import { PRIORITIES, type Priority } from "./priority.ts";

/** What has a sign: each status, each priority. */
export const SIGNED = [...STATUSES, ...PRIORITIES] as const;

/** A status or a priority. */
export type Signed = Status | Priority;

/** The signs that differ from the usual ones. */
export type Signs = Partial<Record<Signed, string>>;

/** Most UTF-16 units of a sign: two families with a colour for each of them. */
const LONGEST = 64;

/** Schema of {@linkcode Signs}. */
export const Signs: z.ZodType<Signs> = z.partialRecord(z.enum(SIGNED), z.string().max(LONGEST));

/** The status or priority of that name. */
export function signedNamed(word: string): Signed | null {
  return SIGNED.find((one) => one === word.toLowerCase()) ?? null;
}

/** How many emojis a sign may have. */
const MOST_EMOJIS = 2;

const CHARACTERS = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * One emoji: a keycap, a flag, or a picture with its colours and what is joined to it.
 *
 * @see https://www.unicode.org/reports/tr51/#Emoji_Sequences
 */
const EMOJI =
  /^(?:[0-9#*]\uFE0F?\u20E3|\p{Regional_Indicator}{2}|\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]?(?:\u200D\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]?){0,4}[\u{E0020}-\u{E007F}]{0,8})$/u;

/** Whether it can be a sign: one emoji, or two. */
export function isSign(text: string): boolean {
  if (text.length > LONGEST) return false;
  const characters = [...CHARACTERS.segment(text)].map(({ segment }) => segment);
  return characters.length > 0 && characters.length <= MOST_EMOJIS &&
    characters.every((character) => EMOJI.test(character));
}
