/** Cards that could not be brought up to date while the bot was away, or lacked a right. */

import type { IncidentId } from "../domain/ids.ts";
import { isShown } from "../store/card_state.ts";
import { keys } from "../store/keys.ts";
import type { Kv } from "../store/kv.ts";
import { endedHere } from "../store/listings.ts";
import { readAll } from "../store/read.ts";

/** How many of the newest ends are looked at. */
const MOST_ENDED = 100;

/** The company's incidents in a group that ended lately and whose cards do not show that. */
export async function endsNotShown(
  kv: Kv,
  group: { chatId: number; company: string },
): Promise<IncidentId[]> {
  const ended = await endedHere(kv, group, MOST_ENDED);
  const incidents = await readAll(kv, ended.map((id) => keys.incident(id)));
  const cards = await readAll(kv, ended.map((id) => keys.card(id)));
  return ended.filter((_, i) => {
    const state = incidents[i]?.value?.state;
    return state && !isShown(state, cards[i]?.value ?? null, { pins: false });
  });
}
