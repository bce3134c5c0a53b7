/** Values and keys of every kind that the store knows, by chance. */

import type { Chance } from "../../domain/random.ts";

const TEXTS = ["", "a", "A", "$u64", "$", "éß", "日本", "\u{1F69A}", "\u0000", "a\u0000b", '\n"\\'];
const NUMBERS = [0, -0, 1, -1, 42, -42, 0.5, -1001234567890, 2 ** 53, 1e300, Infinity, -Infinity];
const BIGINTS = [0n, 1n, -1n, 255n, -256n, 2n ** 64n, -(2n ** 70n)];

function bytes(chance: Chance): Uint8Array {
  return Uint8Array.from({ length: chance.below(5) }, () => chance.below(256));
}

/** One to four parts of every type, so that a listing has all of them in order. */
export function randomKey(chance: Chance): Deno.KvKey {
  return Array.from({ length: 1 + chance.below(4) }, () => randomPart(chance));
}

function randomPart(chance: Chance): Deno.KvKeyPart {
  const kind = chance.below(5);
  if (kind === 0) return bytes(chance);
  if (kind === 1) return chance.pick(TEXTS);
  if (kind === 2) return chance.below(2) ? chance.pick(NUMBERS) : chance.next() * 1e9 - 5e8;
  return kind === 3 ? chance.pick(BIGINTS) : chance.below(2) === 0;
}

/** Objects and arrays at most `depth` deep. */
export function randomValue(chance: Chance, depth: number): unknown {
  const members = () =>
    Array.from({ length: chance.below(4) }, () => randomValue(chance, depth - 1));
  switch (chance.below(depth > 0 ? 11 : 9)) {
    case 0:
      return chance.pick([null, undefined, true, false]);
    case 1:
    case 2:
      return chance.pick(TEXTS);
    case 3:
      return chance.pick(NUMBERS);
    case 4:
      return chance.next() * 10 ** (chance.below(40) - 20);
    case 5:
      return chance.pick(BIGINTS);
    case 6:
      return bytes(chance);
    case 7:
      return new Date(chance.below(2 ** 40));
    case 8:
      // Inside other values the store has no counts.
      return depth === TOP ? new Deno.KvU64(BigInt(chance.below(2 ** 31))) : NaN;
    case 9:
      return members();
    default:
      return Object.fromEntries(members().map((member) => [chance.pick(TEXTS), member]));
  }
}

/** The depth that a value begins with. */
export const TOP = 4;

/** Whether two values are the same: the sign of zero counts, and so does a member without a value. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (a instanceof Date) return Object.is(a.getTime(), (b as Date).getTime());
  if (a instanceof Deno.KvU64) return a.value === (b as Deno.KvU64).value;
  const names = Reflect.ownKeys(a);
  return names.length === Reflect.ownKeys(b).length &&
    names.every((name) =>
      Object.hasOwn(b, name) && sameValue(Reflect.get(a, name), Reflect.get(b, name))
    );
}
