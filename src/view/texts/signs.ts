/** The signs that a group has chosen, over those of a catalogue. */

import { type Status, STATUSES } from "../../domain/incident.ts";
import { PRIORITIES, type Priority } from "../../domain/priority.ts";
import type { Signs } from "../../domain/sign.ts";
import type { Texts } from "./texts.ts";

/** The catalogue with these signs in it; the others stay as they are. */
export function withSigns(texts: Texts, signs: Signs): Texts {
  if (Object.keys(signs).length === 0) return texts;
  const statusSigns: Record<Status, string> = { ...texts.signs };
  for (const status of STATUSES) statusSigns[status] = signs[status] ?? statusSigns[status];
  const prioritySigns: Record<Priority, string> = { ...texts.prioritySigns };
  for (const name of PRIORITIES) prioritySigns[name] = signs[name] ?? prioritySigns[name];
  return { ...texts, signs: statusSigns, prioritySigns };
}
