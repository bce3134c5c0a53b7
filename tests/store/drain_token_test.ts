import { assert, assertEquals } from "@std/assert";
import { askFor, isFree, LEASE_TIME, nextPlace } from "../../src/store/drain_token.ts";
import { type DrainToken, FREE_TOKEN } from "../../src/store/records.ts";
import { NOON } from "../domain/cast.ts";

const held: DrainToken = { ...FREE_TOKEN, holder: "first", until: NOON + LEASE_TIME, asked: NOON };

Deno.test("isFree() while nobody drains, or whoever did is out of time", () => {
  assertEquals(isFree(FREE_TOKEN, NOON), true);
  assertEquals(isFree(held, NOON), false);
  assertEquals(isFree(held, NOON + LEASE_TIME - 1), false);
  assertEquals(isFree(held, NOON + LEASE_TIME), true);
});

Deno.test("isFree() never while the chat is on hold", () => {
  const onHold = { ...FREE_TOKEN, holdUntil: NOON + 5_000 };
  assertEquals(isFree(onHold, NOON + 4_999), false);
  assertEquals(isFree(onHold, NOON + 5_000), true);
  assertEquals(isFree({ ...held, holdUntil: NOON + 2 * LEASE_TIME }, NOON + LEASE_TIME), false);
});

Deno.test("askFor() takes a free token for a lease", () => {
  assertEquals(askFor(FREE_TOKEN, NOON, "me"), {
    token: { ...FREE_TOKEN, holder: "me", until: NOON + LEASE_TIME, asked: NOON },
    taken: true,
    listFirst: false,
  });
});

Deno.test("askFor() moves the count of a token that somebody holds, and nothing else", () => {
  const { token, taken } = askFor(held, NOON, "me");
  assertEquals(taken, false);
  assertEquals(token, { ...held, asked: NOON + 1 });
});

Deno.test("askFor() takes over from the dead, and looks for what they left", () => {
  const { token, taken, listFirst } = askFor(held, NOON + LEASE_TIME, "me");
  assertEquals([token.holder, taken, listFirst], ["me", true, true]);
});

Deno.test("askFor() looks for rows that were left when the token was given back", () => {
  const left = { ...FREE_TOKEN, rowsLeft: true };
  assertEquals(askFor(left, NOON, "me").listFirst, true);
});

Deno.test("askFor() does not take the token while the chat is on hold", () => {
  const onHold = { ...FREE_TOKEN, holdUntil: NOON + 1, failures: 3, rowsLeft: true };
  const { token, taken } = askFor(onHold, NOON, "me");
  assertEquals([taken, token.holder, token.failures], [false, null, 3]);
  assertEquals(token.asked > onHold.asked, true);
});

Deno.test("nextPlace() always goes on, even when the clock stands still or goes back", () => {
  let token = FREE_TOKEN;
  let last = -1;
  for (const now of [NOON, NOON, NOON - 5_000, NOON + 1, NOON + 60_000]) {
    const place = nextPlace(token, now);
    assert(place > last && place >= now);
    last = place;
    token = askFor(token, now, "me").token;
    assertEquals(token.asked, place, "the count is the place of the rows that were asked for");
  }
});
