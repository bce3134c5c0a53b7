import { assertEquals } from "@std/assert";
import { MOST_PINNED_AGAIN, showGroupAnew } from "../../src/execute/group_return.ts";
import { cardRowKey, keys } from "../../src/store/keys.ts";
import type { Card } from "../../src/store/records.ts";
import { acme, YARD, yard } from "../domain/cast.ts";
import { withCore } from "./core.ts";

const CARD: Card = {
  schema: 1,
  messageId: 5,
  topicId: null,
  version: 1,
  pin: "pinned",
  callMessageIds: [],
  repins: 0,
};

Deno.test("every open card of a group that is active again is shown anew, however many there are", () =>
  withCore(async ({ deps, store, commits }) => {
    await store.set(keys.company("ACME").key, acme);
    await store.set(keys.group(YARD).key, yard());
    const ids = Array.from({ length: 2 * MOST_PINNED_AGAIN + 1 }, (_, n) => ({
      company: "ACME",
      number: n + 1,
    }));
    for (const id of ids) await store.set(keys.open(YARD, id).key, null);
    const last = ids.at(-1)!;
    await store.set(keys.card(last).key, CARD);
    await showGroupAnew(deps, YARD);
    assertEquals(commits(), 3);
    for (const id of ids) {
      const row = await store.get(keys.outbox(cardRowKey(YARD, id)).key);
      assertEquals(row.versionstamp !== null, true, `ACME-${id.number}`);
    }
    const { value } = await store.get<{ pin: string }>(keys.card(last).key);
    assertEquals(value?.pin, "unknown");
  }));

Deno.test("nothing is shown in a group that is not active", () =>
  withCore(async ({ deps, store, commits }) => {
    await store.set(keys.group(YARD).key, { ...yard(), status: "suspended" });
    for (let number = 1; number <= MOST_PINNED_AGAIN + 1; number++) {
      await store.set(keys.open(YARD, { company: "ACME", number }).key, null);
    }
    await showGroupAnew(deps, YARD);
    assertEquals(commits(), 0);
  }));
