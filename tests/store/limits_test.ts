import { assert, assertEquals } from "@std/assert";
import type { Change } from "../../src/store/kv.ts";
import { cardOf, startProgram } from "../program.ts";
import { plain } from "../simulator/simulator.ts";
import { assertInOrder, incident } from "../stories/stored.ts";

/** Of one commit. @see https://docs.deno.com/deploy/kv/transactions/ */
const LIMITS = { mutations: 1_000, keyBytes: 80 * 1024, valueBytes: 800 * 1024 };

const distinct = (first: number, count: number) =>
  Array.from({ length: count }, (_, n) => String.fromCodePoint(first + n));

/** Texts of 3,000 UTF-16 units, each with as many different words, or as long ones, as it can hold. */
const HOSTILE: Record<string, string> = {
  "3,000 ideographs": distinct(0x4E00, 3_000).join(""),
  "1,500 words of a letter": distinct(0x4E00, 1_500).join(" "),
  "1,000 letters beyond the first plane": distinct(0x20000, 1_000).join(" "),
  "the longest words": Array.from(
    { length: 60 },
    (_, n) => distinct(0x20000 + n * 24, 24).join(""),
  ).join(" "),
  "letters that become eighteen": Array.from(
    { length: 600 },
    (_, n) => `${String.fromCodePoint(0x4E00 + n)}\uFDFA\uFDFA`,
  ).join(" "),
  "Thai without spaces": distinct(0x0E01, 46).join("").repeat(65),
};

const encoder = new TextEncoder();

/** As KV counts a key: UTF-8 with two bytes around a string, nine for a number. */
function bytesOfKey(key: Deno.KvKey): number {
  return key.reduce<number>(
    (sum, part) => sum + (typeof part === "string" ? encoder.encode(part).length + 2 : 9),
    0,
  );
}

function bytesOfValue(change: Change): number {
  return change.type === "set" ? encoder.encode(JSON.stringify(change.value) ?? "").length : 8;
}

for (const [name, text] of Object.entries(HOSTILE)) {
  Deno.test(`no text becomes an update that can't be stored: ${name}`, async () => {
    assert(text.length <= 3_000, `${text.length} characters`);
    let largest = { mutations: 0, keyBytes: 0, valueBytes: 0 };
    const program = await startProgram({
      wrapKv: (kv) => ({
        ...kv,
        async commit(checks, changes) {
          const sum = (of: (change: Change) => number) =>
            changes.reduce((total, change) => total + of(change), 0);
          largest = {
            mutations: Math.max(largest.mutations, changes.length),
            keyBytes: Math.max(largest.keyBytes, sum(({ key }) => bytesOfKey(key))),
            valueBytes: Math.max(largest.valueBytes, sum(bytesOfValue)),
          };
          return await kv.commit(checks, changes);
        },
      }),
    });
    const ana = program.telegram.person("Ana");
    const yard = await program.company("ACME", { members: [ana] });
    const reversed = [...text].toReversed().join("").trim();
    const summary = [...text].slice(0, 1_000).join("").trim();
    const card = () => cardOf(yard, "ACME-1");
    const report = await ana.says(yard, `/new_issue ${text}`);
    await ana.says(yard, "/tag 1 aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj");
    await ana.edits(report, `/new_issue ${reversed}`);
    const comment = await ana.says(yard, text, { replyTo: card() });
    await ana.edits(comment, reversed);
    await ana.presses(card(), "Claim");
    await ana.presses(card(), "Resolve");
    const question = yard.messages.findLast((m) => plain(m).includes("how was ACME-1 resolved?"))!;
    await ana.says(yard, summary, { replyTo: question });

    const state = await incident(program, "ACME-1");
    assertEquals(state.description, reversed);
    assertEquals([state.status === "resolved" && state.summary, state.tags.length], [summary, 10]);
    assertEquals(state.comments.count, 1);
    assertEquals(await Array.fromAsync(program.store.list({ prefix: ["failed"] })), []);
    for (const [limit, most] of Object.entries(LIMITS)) {
      const used = largest[limit as keyof typeof LIMITS];
      assert(used > 0 && used <= most, `${limit}: ${used} of ${most}`);
    }
    await program.telegram.settled();
    await assertInOrder(program.store);
    await program.close();
  });
}
