import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { ClaimEnd, Happening } from "../../src/domain/event.ts";
import type { Incident } from "../../src/domain/incident.ts";
import type { PersonRef } from "../../src/domain/person.ts";
import { announce } from "../../src/view/announcements.ts";
import type { NewMessage } from "../../src/view/message.ts";
import { acme, hana, hugo, MINUTE, NOON, otto, rita } from "../domain/cast.ts";
import { incidentIn } from "../domain/history.ts";
import { event } from "./every_event.ts";
import { entities, read } from "./reads.ts";
import { en } from "../../src/view/texts/en/en.ts";

const AT = NOON + 11 * MINUTE;
const waiting = incidentIn("awaiting_claim");
const working = incidentIn("in_progress");
const GIST = "“Brakes failed on truck 12”";
const crowd = (count: number): PersonRef[] =>
  Array.from({ length: count }, (_, i) => ({ id: 1000 + i, name: `M${i}` }));

function said(
  happening: Happening,
  incident: Incident,
  { audience = [], actor = rita }: { audience?: PersonRef[]; actor?: PersonRef | null } = {},
): NewMessage[] {
  return announce(en, event(happening, { actor, at: AT }), incident, { company: acme, audience });
}

const text = ({ content }: NewMessage) => read(content.html).text;
const mentions = ({ content }: NewMessage) => entities(read(content.html), "text_mention");

Deno.test("when an incident escalates the managers are called, five a message, with the reason", () => {
  const reason = "Nobody has\nthe parts";
  const messages = said({ type: "escalated", reason }, working, { audience: crowd(7) });
  assertEquals(messages.map((message) => mentions(message).length), [5, 2]);
  assertEquals(messages.flatMap(mentions), crowd(7).map(({ name }) => name));
  for (const message of messages) {
    assertEquals(message.order, "ping");
    assertEquals(message.content.about?.onlyWhile, ["awaiting_claim", "in_progress"]);
    assertEquals(
      text(message).split(" M")[0],
      [
        `🔺 ACME-42 has escalated: ${GIST} Who takes over?`,
        "Why: Nobody has the parts",
      ].join("\n"),
    );
  }
  assertEquals(messages.map(({ content }) => content.about?.continues), [false, true]);
});

Deno.test("an escalation is told even without a reason and without managers", () => {
  const [message, ...more] = said({ type: "escalated", reason: null }, waiting);
  assert(message && more.length === 0);
  assertEquals(text(message), `🔺 ACME-42 has escalated: ${GIST} Who takes over?`);
});

Deno.test("managers are reminded in their own words", () => {
  const called = { ...waiting, calledAt: NOON - 4 * MINUTE };
  const nudged: Happening = { type: "nudged", about: "escalated" };
  const [message] = said(nudged, called, { audience: [otto], actor: null });
  assertStringIncludes(text(message!), "ACME-42 has waited for a manager for 15 minutes: “Brakes");
  assertEquals(mentions(message!), ["Otto"]);
  assertEquals(message!.order, "reminder");
  assertEquals(message!.content.about?.onlyWhile, ["awaiting_claim", "in_progress"]);
  const escalation = {
    at: NOON + MINUTE,
    by: rita,
    reason: null,
    calledAt: NOON + MINUTE,
    nudgedAt: null,
    nudges: 0,
    takenBy: null,
  };
  const [goesOn] = said(nudged, { ...working, escalation }, { actor: null });
  assertStringIncludes(text(goesOn!), "ACME-42 has waited for a manager for 10 minutes: “Brakes");
});

Deno.test("a department hears that it is needed again, when there is somebody to hear it", () => {
  const again: Happening[] = [
    { type: "department_changed", department: "2" },
    { type: "de_escalated" },
    { type: "reopened", reason: null },
  ];
  const moved = { ...waiting, department: "2" };
  for (const happening of again) {
    const messages = said(happening, moved, { audience: crowd(6) });
    assertEquals(messages.map((message) => mentions(message).length), [5, 1], happening.type);
    assertStringIncludes(text(messages[0]!), `ACME-42 needs Workshop again: ${GIST} Who claims`);
    assertEquals(messages[0]!.content.about?.onlyWhile, ["awaiting_claim"]);
    assertEquals(said(happening, moved), [], happening.type);
  }
});

Deno.test("an incident that is reopened without a department calls nobody", () => {
  const reopened: Happening = { type: "reopened", reason: null };
  assertEquals(said(reopened, incidentIn("awaiting_department"), { audience: crowd(2) }), []);
});

Deno.test("whoever is given an incident hears it by name, and by whom it was given", () => {
  const assigned: Happening = { type: "assigned", to: hana };
  const [message, ...more] = said(assigned, working, { audience: [hana] });
  assert(message && more.length === 0);
  assertEquals(text(message), `Hana, ACME-42 is yours: ${GIST} Assigned by Rita.`);
  assertEquals(mentions(message), ["Hana"]);
  assertEquals([message.order, message.content.about?.onlyWhile], ["ping", ["in_progress"]]);
  const [byNobody] = said(assigned, working, { actor: null });
  assertEquals(text(byNobody!), `Hana, ACME-42 is yours: ${GIST}`);
});

const ENDS: Record<ClaimEnd, string> = {
  revoked: "Otto was taken off ACME-42 by a manager.",
  role_lost: "Otto can't work on ACME-42 any more: the role for it is gone.",
  left_group: "Otto has left the group and is no longer on ACME-42.",
};

for (const [cause, sentence] of Object.entries(ENDS) as [ClaimEnd, string][]) {
  const ended = (heir: PersonRef | null): Happening => ({
    type: "claim_ended",
    person: otto,
    cause,
    heir,
  });

  Deno.test(`when the owner's claim ends (${cause}), whoever inherits it is mentioned`, () => {
    const [message, ...more] = said(ended(hugo), { ...working, owner: hugo }, { audience: [hana] });
    assert(message && more.length === 0);
    assertEquals(text(message), `${sentence} Hugo, it is yours now.`);
    assertEquals(mentions(message), ["Hugo"]);
    assertEquals([message.order, message.content.about?.onlyWhile], ["ping", ["in_progress"]]);
  });

  Deno.test(`when the last claim ends (${cause}), those who may claim are called`, () => {
    const messages = said(ended(null), waiting, { audience: crowd(6) });
    assertEquals(messages.map((message) => mentions(message).length), [5, 1]);
    assertStringIncludes(text(messages[0]!), `${sentence} ${GIST} Who claims it? M0`);
    assertEquals(messages[0]!.content.about?.onlyWhile, ["awaiting_claim"]);
    assertEquals(text(said(ended(null), waiting)[0]!), `${sentence} ${GIST} Who claims it?`);
  });

  Deno.test(`when a helper's claim ends (${cause}), it is told and nobody is called`, () => {
    const [message, ...more] = said(ended(null), working, { audience: crowd(6) });
    assert(message && more.length === 0);
    assertEquals(text(message), sentence);
    assertEquals(mentions(message), []);
  });
}
