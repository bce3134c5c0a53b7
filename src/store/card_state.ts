/** Whether a card shows what is true, as far as Telegram was told. */

import { type Incident, isOpen } from "../domain/incident.ts";
import type { Card } from "./records.ts";

/**
 * Whether people see what is true. An incident that is over needs no card, but no wrong one either.
 * `pins`: the group wants open ones pinned.
 */
export function isShown(state: Incident, card: Card | null, { pins }: { pins: boolean }): boolean {
  if (!card) return !isOpen(state);
  const rightPin = isOpen(state) && pins
    ? card.pin === "pinned" || card.pin === "refused"
    : !mayBePinned(card);
  return card.version === state.version && rightPin;
}

/** Whether Telegram may have it pinned. */
export function mayBePinned({ pin }: Card): boolean {
  return pin === "pinned" || pin === "unknown";
}
