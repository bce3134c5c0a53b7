/** What a command takes, in the language of whoever reads it. */

import type { Texts } from "./texts/texts.ts";

/** The name of a thing in a usage; the other words there are typed as they stand. */
export type Placeholder = keyof Texts["placeholders"];

/** What stands between brackets: `<text>`, `[hours | always]`. */
const BETWEEN_BRACKETS = /(?<=[<[])[^\]>]+(?=[\]>])/g;

/** Between two things of which one is given. */
const OR = " | ";

/**
 * A row's usage with the names of things translated: `[id] <reason>` is `[номер] <причина>` in
 * Russian. Of words that are typed, with a name among them, only the name is: `duplicate of номер`.
 */
export function usageIn({ placeholders }: Texts, usage: string): string {
  const said = (name: string) => isPlaceholder(placeholders, name) ? placeholders[name] : null;
  const choice = (words: string) =>
    said(words) ?? words.replace(/[^ #]+/g, (word) => said(word) ?? word);
  return usage.replace(BETWEEN_BRACKETS, (choices) => choices.split(OR).map(choice).join(OR));
}

function isPlaceholder(placeholders: Texts["placeholders"], name: string): name is Placeholder {
  return Object.hasOwn(placeholders, name);
}
