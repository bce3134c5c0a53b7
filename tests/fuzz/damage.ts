/** Mutants that are out of shape: fields of other types, missing, doubled, taken from other updates. */

import type { Chance } from "../domain/random.ts";
import { HOSTILE } from "../matrix/hostile.ts";
import { aSpot, contentOf, isObject, type Json, kindOf, put } from "./json.ts";

type Damage = (update: Json, chance: Chance, other: Json) => void;

const STRANGE: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 53 - 1,
  -(2 ** 53 - 1),
  2 ** 60,
  "",
  "0",
  "\u0000",
  [],
  {},
  [[]],
  { id: 1 },
  "constructor",
];

function otherType(update: Json, chance: Chance): void {
  const spot = aSpot(update, chance);
  if (spot) put(spot, structuredClone(chance.pick(STRANGE)));
}

function missing(update: Json, chance: Chance): void {
  const spot = aSpot(update, chance);
  if (spot) put(spot, undefined);
}

function hostileText(update: Json, chance: Chance): void {
  const spot = aSpot(update, chance, ({ value }) => typeof value === "string");
  if (!spot) return;
  const text = String(spot.value);
  const at = chance.below(text.length + 1);
  const splice = chance.pick(Object.values(HOSTILE));
  put(spot, text.slice(0, at) + splice + text.slice(at + chance.below(4)));
}

function otherNumber(update: Json, chance: Chance): void {
  const spot = aSpot(update, chance, ({ value }) => typeof value === "number");
  if (!spot) return;
  const number = Number(spot.value);
  put(spot, chance.pick([number + 1, number - 1, -number, number * 1000, 0, 2 ** 31, number / 2]));
}

/** A field of another update, under its own name. */
function borrowed(update: Json, chance: Chance, other: Json): void {
  const [mine, theirs] = [contentOf(update), contentOf(other)];
  if (!mine || !theirs) return;
  const key = chance.pick(Object.keys(theirs));
  mine[key] = structuredClone(theirs[key]);
}

/** All fields of another update that this one has not. */
function crossed(update: Json, _chance: Chance, other: Json): void {
  const [mine, theirs] = [contentOf(update), contentOf(other)];
  if (mine && theirs) Object.assign(mine, structuredClone(theirs), { ...mine });
}

/** The same content under another kind of update, or under two. */
function otherKind(update: Json, chance: Chance, other: Json): void {
  const [from, to] = [kindOf(update), kindOf(other)];
  if (from === to) return;
  update[to] = structuredClone(update[from]);
  if (chance.below(2) === 0) delete update[from];
}

function nested(update: Json, chance: Chance): void {
  const spot = aSpot(update, chance, ({ value }) => isObject(value));
  if (spot) {
    put(spot, chance.below(2) === 0 ? [spot.value] : { ...spot.value as Json, deep: spot.value });
  }
}

const DAMAGES: readonly Damage[] = [
  otherType,
  missing,
  hostileText,
  hostileText,
  otherNumber,
  borrowed,
  crossed,
  otherKind,
  nested,
];

/** One or two of them; `other` is another update. */
export function damage(update: Json, chance: Chance, other: Json): void {
  for (let times = 1 + chance.below(2); times > 0; times--) {
    chance.pick(DAMAGES)(update, chance, other);
  }
}
