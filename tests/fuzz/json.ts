/** Updates as plain JSON, which can be taken apart and put together again. */

import type { Chance } from "../domain/random.ts";

/** Any JSON object. */
export type Json = { [key: string]: unknown };

/** Whether it is a JSON object. */
export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A field somewhere in an update. */
export interface Spot {
  /** The object or array that it stands in. */
  parent: Json | unknown[];
  key: string | number;
  value: unknown;
}

/** Every field, at any depth. */
export function* spotsIn(parent: Json | unknown[]): Generator<Spot> {
  for (const [key, value] of Object.entries(parent)) {
    yield { parent, key: Array.isArray(parent) ? Number(key) : key, value };
    if (isObject(value) || Array.isArray(value)) yield* spotsIn(value);
  }
}

/** Puts another value there; `undefined` takes the field away. */
export function put({ parent, key }: Spot, value: unknown): void {
  if (Array.isArray(parent)) {
    if (value === undefined) parent.splice(Number(key), 1);
    else parent[Number(key)] = value;
  } else if (value === undefined) delete parent[key];
  else parent[key] = value;
}

/** A field by chance; `null`: there is none like that. */
export function aSpot(
  update: Json,
  chance: Chance,
  isWanted: (spot: Spot) => boolean = () => true,
): Spot | null {
  const spots = [...spotsIn(update)].filter((spot) => spot.key !== "update_id" && isWanted(spot));
  return spots.length > 0 ? chance.pick(spots) : null;
}

/** What happened, beside its number: `message`, `callback_query`, … */
export function kindOf(update: Json): string {
  return Object.keys(update).find((key) => key !== "update_id") ?? "nothing";
}

/** The content of an update, if it is an object. */
export function contentOf(update: Json): Json | null {
  const content = update[kindOf(update)];
  return isObject(content) ? content : null;
}

/** The message that an update is, or that was pressed. */
export function messageIn(update: Json): Json | null {
  const content = contentOf(update);
  if (!content) return null;
  if (kindOf(update) !== "callback_query") return "message_id" in content ? content : null;
  return isObject(content.message) ? content.message : null;
}
