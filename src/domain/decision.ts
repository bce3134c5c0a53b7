/** What a decision is. */

import type { Happening } from "./event.ts";
import type { Refusal } from "./refusal.ts";

/** What happens: the events, or the refusal. */
export type Decision = { events: Happening[] } | { refusal: Refusal };

/** It happens. */
export function yes(...events: Happening[]): Decision {
  return { events };
}

/** It does not. */
export function no(refusal: Refusal): Decision {
  return { refusal };
}
