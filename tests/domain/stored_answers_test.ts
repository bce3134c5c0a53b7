import { assertEquals, assertThrows } from "@std/assert";
import { Deadline } from "../../src/domain/deadlines.ts";
import { DONE_ACTIONS, Outcome } from "../../src/domain/outcome.ts";
import { Refusal } from "../../src/domain/refusal.ts";
import { deskAnswers, refusals } from "./answers.ts";

Deno.test("every answer that a redelivered update may need is kept whole", () => {
  const incident = { company: "ACME", number: 42 };
  const outcomes: Outcome[] = [
    ...DONE_ACTIONS.map((action) => ({ kind: "done" as const, action, incident })),
    ...refusals().map((refusal) => ({ kind: "refused" as const, refusal })),
    ...deskAnswers().map((answer) => ({ kind: "desk" as const, answer })),
  ];
  for (const outcome of outcomes) assertEquals(Outcome.parse(outcome), outcome);
});

Deno.test("an answer of no known kind is not kept", () => {
  assertThrows(() => Outcome.parse({ kind: "other" }));
  assertThrows(() => Refusal.parse({ reason: "because" }));
});

Deno.test("a deadline is of a known kind", () => {
  for (const kind of ["unclaimed", "escalated", "no_summary"]) {
    assertEquals<unknown>(Deadline.parse({ at: 1, kind }), { at: 1, kind });
  }
  assertThrows(() => Deadline.parse({ at: 1, kind: "someday" }));
});
