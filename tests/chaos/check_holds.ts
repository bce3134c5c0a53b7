/** Who may say something in a chat: nobody while it is on hold, one at a time, and no request is lost. */

import type { DrainToken } from "../../src/store/records.ts";
import type { Commit } from "./journal.ts";

/** Tokens that were taken while their chat was on hold or somebody else's, and forgotten requests. */
export function wronglyTaken(commits: readonly Commit[]): string[] {
  const wrong: string[] = [];
  const tokens = new Map<number, DrainToken>();
  for (const { at, changes } of commits) {
    for (const change of changes) {
      if (change.type !== "set" || change.key[0] !== "drain") continue;
      const chatId = Number(change.key[1]);
      const token = change.value as DrainToken;
      const before = tokens.get(chatId);
      tokens.set(chatId, token);
      if (before && token.asked < before.asked) wrong.push(`${chatId} forgot a request at ${at}`);
      const isTaken = before && token.holder !== null && token.holder !== before.holder;
      if (!isTaken) continue;
      // Whoever took it looked at the clock a moment before.
      if (before.holdUntil > at) wrong.push(`${chatId} was on hold at ${at} and taken`);
      if (before.holder !== null && before.until > at) wrong.push(`${chatId} was taken twice`);
    }
  }
  return wrong;
}
