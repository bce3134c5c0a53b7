/** The words of a text, as the search knows them: any script, without case and accents. */

/** Most words that one text is found by; what comes later in a longer text is not found. */
export const MOST_WORDS = 100;
/** Longer words are found by their beginning. */
const MOST_OF_A_WORD = 24;

/** Signs that people type for an apostrophe, as in the Uzbek gʻ and oʻ. */
const APOSTROPHES = /[`´‘’\u02B0-\u02FF]/g;

const segmenter = new Intl.Segmenter("und", { granularity: "word" });

/**
 * Distinct words in the order in which they appear, at most {@linkcode MOST_WORDS}. Scripts without
 * spaces are taken apart by dictionary (Unicode UAX #29 with ICU's dictionaries).
 */
export function wordsOf(text: string, most = MOST_WORDS): string[] {
  const words = new Set<string>();
  for (const { segment, isWordLike } of segmenter.segment(text.replace(APOSTROPHES, "'"))) {
    if (!isWordLike) continue;
    const word = folded(segment);
    if (word) words.add(word);
    if (words.size >= most) break;
  }
  return [...words];
}

/** One word without case, accents and width. */
function folded(word: string): string {
  const plain = word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return [...plain.replace(/[^\p{L}\p{N}]/gu, "")].slice(0, MOST_OF_A_WORD).join("");
}
