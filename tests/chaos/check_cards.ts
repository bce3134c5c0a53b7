/** Invariant 7, at every moment: a card that is behind has a row that says so. */

import { formatIncidentId } from "../../src/domain/ids.ts";
import { keyText } from "../faults/stored_record.ts";
import type { Card, DeadLetter, StoredIncident } from "../../src/store/records.ts";
import type { Commit } from "./journal.ts";

/** Rows of cards that were taken away although the card shows an older state. */
export function wronglyCleared(commits: readonly Commit[]): string[] {
  const wrong: string[] = [];
  const states = new Map<string, number>();
  const cards = new Map<string, number>();
  for (const { at, changes } of commits) {
    for (const change of changes) {
      if (change.type !== "set") continue;
      if (change.key[0] === "incident") {
        const { state } = change.value as StoredIncident;
        states.set(formatIncidentId(state), state.version);
      } else if (change.key[0] === "card") {
        const { version } = change.value as Card;
        cards.set(`${String(change.key[1])}-${String(change.key[2])}`, version);
      }
    }
    const isPutAside = changes.some((change) =>
      change.type === "set" && change.key[0] === "dead_letter" &&
      (change.value as DeadLetter).row.kind === "card"
    );
    for (const { type, key } of changes) {
      if (type !== "delete" || key[0] !== "outbox" || key[3] !== "card" || isPutAside) continue;
      const name = `${String(key[4])}-${String(key[5])}`;
      const [shown, version] = [cards.get(name), states.get(name)];
      if (shown !== version) {
        wrong.push(
          `${keyText(key)} was taken away at ${at}: shown is ${shown}, there is ${version}`,
        );
      }
    }
  }
  return wrong;
}
