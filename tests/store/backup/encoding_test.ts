import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  decodeValue,
  encodeValue,
  keyText,
  valueText,
} from "../../../src/store/backup/encoding.ts";
import { formatLine, parseLine } from "../../../src/store/backup/format.ts";
import { compareKeys } from "../../../src/store/backup/key_order.ts";
import { chanceFrom, seedFor } from "../../domain/random.ts";
import { withStore } from "./backup.ts";
import { randomKey, randomValue, sameValue, TOP } from "./random_value.ts";

function trip(value: unknown): unknown {
  return decodeValue(JSON.parse(JSON.stringify(encodeValue(value))));
}

Deno.test("every kind of value that a record can have comes back as it was", () => {
  const values: unknown[] = [
    null,
    undefined,
    true,
    "",
    "\u{1F69A} \ud800 \u0000 \u2028",
    0,
    -0,
    NaN,
    Infinity,
    -Infinity,
    5e-324,
    Number.MAX_SAFE_INTEGER,
    12345678901234567890n,
    -1n,
    new Deno.KvU64(0n),
    new Deno.KvU64(2n ** 64n - 1n),
    new Uint8Array(),
    new Uint8Array([0, 255, 128]),
    new Date(-1),
    new Date(NaN),
    [],
    [[undefined, -0], {}],
    { a: undefined, b: { c: Infinity } },
    { $u64: "5" },
    { $object: { $undefined: true } },
    { $: 1 },
    { $a: 1, $b: 2 },
    { ["__proto__"]: { polluted: true } },
  ];
  for (const value of values) assert(sameValue(trip(value), value), Deno.inspect(value));
  assertEquals(({} as { polluted?: boolean }).polluted, undefined);
});

Deno.test("any value and any key survive a line of a backup, and the store itself", async () => {
  const random = chanceFrom(seedFor("values of backups"));
  await withStore(async (store) => {
    for (let i = 0; i < 1_500; i++) {
      const [key, value] = [randomKey(random), randomValue(random, TOP)];
      const line = parseLine(formatLine({ key, value }));
      assert(line && "key" in line, Deno.inspect({ key, value }, { depth: 9 }));
      const isSame = sameValue(line.value, value) && sameValue(line.key, key);
      assert(isSame, Deno.inspect({ key, value, line }, { depth: 9 }));
      if (i % 10 > 0) continue;
      await store.set(line.key, line.value);
      const [entry] = await Array.fromAsync(
        store.list({ start: key, end: [...key, true] }, { limit: 1 }),
      );
      assert(sameValue(entry?.value, value), Deno.inspect({ key, value, entry }, { depth: 9 }));
    }
  });
});

Deno.test("what no record has is refused instead of changed", () => {
  for (const value of [new Map(), /a/, Symbol("a"), () => 1, new Error("a"), [new Set()]]) {
    assertThrows(() => encodeValue(value), TypeError, "Cannot encode");
  }
  for (const json of [{ $map: [] }, { $undefined: false }, { $bytes: 5 }, { $u64: null }]) {
    assertThrows(() => decodeValue(json), TypeError, "Cannot decode");
  }
});

Deno.test("valueText() is the same for equal values only, whatever the order of their members", () => {
  assertEquals(valueText({ a: [1, { b: 2, c: 3 }] }), valueText({ a: [1, { c: 3, b: 2 }] }));
  const different = [[1, 2], [2, 1], { a: 1 }, { a: "1" }, { a: 1n }, { a: undefined }, {}, null];
  assertEquals(new Set(different.map(valueText)).size, different.length);
  assertEquals(keyText(["a", 1]) === keyText(["a", "1"]), false);
});

Deno.test("compareKeys() has the store's own order", async () => {
  const random = chanceFrom(7);
  await withStore(async (store) => {
    for (let i = 0; i < 400; i++) await store.set(randomKey(random), i);
    const entries = await Array.fromAsync(store.list({ prefix: [] }));
    const keys = entries.map(({ key }) => key);
    assert(keys.length > 300);
    for (const [i, key] of keys.entries()) {
      assertEquals(compareKeys(key, key), 0);
      const next = keys[i + 1];
      if (!next) continue;
      assert(compareKeys(key, next) < 0, Deno.inspect([key, next]));
      assert(compareKeys(next, key) > 0, Deno.inspect([key, next]));
    }
  });
});
