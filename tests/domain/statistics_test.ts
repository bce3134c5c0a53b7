import { assertEquals } from "@std/assert";
import { evolve } from "../../src/domain/evolve.ts";
import type { Incident } from "../../src/domain/incident.ts";
import { isTallied, TALLIES, tallyMoves } from "../../src/domain/statistics.ts";
import { rita } from "./cast.ts";
import { called, escalatedBy, history, incidentAfter, incidentIn, reported } from "./history.ts";
import { SITUATIONS } from "./situations.ts";

/** Where the design puts a situation, by its status and tier. */
function expected(status: Incident["status"], tier: 1 | 2): string[] {
  if (status === "resolved" || status === "closed") return [];
  return [
    "open",
    ...(status === "awaiting_claim" ? ["unclaimed"] : []),
    ...(tier === 2 ? ["escalated"] : []),
  ];
}

const tallied = (incident: Incident | null) => TALLIES.filter((one) => isTallied(incident, one));

for (const { is, status, tier, steps } of SITUATIONS) {
  Deno.test(`an incident in ${is} counts where its status and tier say`, () => {
    assertEquals(tallied(incidentAfter(...steps)), expected(status, tier));
  });

  Deno.test(`the moves on the way to ${is} add up to where it stands`, () => {
    const sums = { open: 0, unclaimed: 0, escalated: 0 };
    let state: Incident | null = null;
    for (const event of history(steps)) {
      const after: Incident = evolve(state, event);
      for (const { tally, by } of tallyMoves(state, after)) sums[tally] += by;
      state = after;
    }
    assertEquals(TALLIES.filter((tally) => sums[tally] === 1), tallied(state));
    assertEquals(TALLIES.filter((tally) => sums[tally] !== 0 && sums[tally] !== 1), []);
  });
}

Deno.test("what stays the same moves nothing: a comment, a group with another chat id", () => {
  const before = incidentIn("awaiting_claim");
  assertEquals(tallyMoves(before, { ...before, chatId: -1007, version: before.version + 1 }), []);
});

Deno.test("one change may move several tallies", () => {
  const waiting = incidentAfter(reported, called, escalatedBy(rita));
  const moves = (by: 1 | -1) => TALLIES.map((tally) => ({ tally, by }));
  assertEquals(tallyMoves(null, waiting), moves(1));
  assertEquals(tallyMoves(waiting, incidentIn("resolved")), moves(-1));
});
