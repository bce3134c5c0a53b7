/** Lists of incidents as people read them. */

import type { Message } from "grammy/types";
import { buttons, type Group, type Person } from "../simulator/simulator.ts";

/** Nobody reports too much. */
export const BUSY = { environment: { REPORTS_PER_PERSON_PER_HOUR: "1000" } };

/** Asks in a group, or in private: the ids that the answer offers to open. */
export async function lists(person: Person, place: Group | Person["private"], text: string) {
  await person.says(place, text);
  return idsOn(newest(person, place));
}

/** The newest message that somebody sees there. */
export function newest(person: Person, place: Group | Person["private"]): Message {
  return ("visibleTo" in place ? place.visibleTo(person) : place.messages).at(-1)!;
}

/** The incidents that a list offers to open. */
export function idsOn(message: Message): string[] {
  return buttons(message).filter((label) => /^[A-Z]+-\d+$/.test(label));
}
