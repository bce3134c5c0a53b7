/** The arguments of each command, word by word, as its own line in the table says. */

import { COMMANDS } from "../../src/bot/command_table.ts";
import type { Place } from "../../src/bot/command.ts";
import type { Grounds } from "./grounds.ts";

/** A command with arguments that work, and which of them can't be just anything. */
export interface Written {
  name: string;
  where: "yard" | "private";
  words: string[];
  /** Places of ids, settings, choices: what can't be one is refused. The others are anybody's words. */
  parsed: number[];
}

/** What people may put in their own words: whatever stands in a `<…>` or `[…]` with one of these. */
const OWN_WORDS = /text|what happened|summary|reason|words|name|tag|\bID\b/;

/** Every command of the table, where it works. */
export function* writtenCommands(all: Grounds): Generator<Written> {
  for (const { name, group, private: inPrivate } of COMMANDS) {
    if (group) yield written(name, { place: group, where: "yard" }, all);
    if (inPrivate) yield written(name, { place: inPrivate, where: "private" }, all);
  }
}

function written(
  name: string,
  { place: { usage, example }, where }: { place: Place; where: Written["where"] },
  { named, nowhere }: Grounds,
): Written {
  const words = example.split(" ").filter(Boolean).map((word) => {
    if (/^(@\w+|\d{6,})$/.test(word)) return String(named.assignee.ACME);
    if (/^-\d{6,}$/.test(word)) return String(nowhere.id);
    return word.replace("ACME-42", "ACME-1").replace("ACME-41", "ACME-3");
  });
  const tokens = usage.match(/<[^>]*>|\[[^\]]*\]|\S+/g) ?? [];
  const firstOwn = tokens.findIndex((token) => OWN_WORDS.test(token));
  const parsed = [...words.keys()].filter((at) => firstOwn < 0 || at < firstOwn);
  return { name, where, words, parsed };
}
