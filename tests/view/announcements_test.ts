import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { EventType, Happening, IncidentEvent } from "../../src/domain/event.ts";
import type { PersonRef } from "../../src/domain/person.ts";
import { announce } from "../../src/view/announcements.ts";
import { MOST_MENTIONS } from "../../src/view/calls.ts";
import { MessageContent, type NewMessage } from "../../src/view/message.ts";
import { acme, hana, MINUTE, NOON, otto, YARD } from "../domain/cast.ts";
import { called, incidentAfter, incidentIn, reported } from "../domain/history.ts";
import { event as eventOf, everyEvent } from "./every_event.ts";
import { HOSTILE_NAMES, hugeCompany, hugeIncidents, hugePerson, LONGEST_TAGS } from "./hostile.ts";
import { entities, read } from "./reads.ts";
import { en } from "../../src/view/texts/en/en.ts";

const AT = NOON + 11 * MINUTE;
const waiting = incidentAfter(reported, called);

function people(count: number, name = "P"): PersonRef[] {
  return Array.from({ length: count }, (_, i) => ({ id: 1000 + i, name: `${name}${i}` }));
}

function event(happening: Happening, actor: PersonRef | null = otto): IncidentEvent {
  return eventOf(happening, { actor, at: AT });
}

const chosen = event({ type: "department_chosen", department: "1" });
const unclaimed = event({ type: "unclaimed" });
const nudged = event({ type: "nudged", about: "unclaimed" }, null);

function mentions({ content }: NewMessage): string[] {
  return entities(read(content.html), "text_mention");
}

function text({ content }: NewMessage): string {
  return read(content.html).text;
}

Deno.test("a department's people are called by name, five a message, each of them once", () => {
  const audience = people(12);
  const messages = announce(en, chosen, waiting, { company: acme, audience });
  assertEquals(messages.map((message) => mentions(message).length), [5, 5, 2]);
  assertEquals(messages.flatMap(mentions), audience.map(({ name }) => name));
  for (const message of messages) {
    assertStringIncludes(text(message), "ACME-42 needs Dispatch: “Brakes failed on truck 12”");
  }
});

Deno.test("the first message of a call replaces the call before it, the rest belong to the first", () => {
  const messages = announce(en, chosen, waiting, { company: acme, audience: people(12) });
  assertEquals(
    messages.map(({ content }) => content.about),
    [false, true, true].map((continues) => ({
      incident: { company: "ACME", number: 42 },
      role: "call" as const,
      continues,
      onlyWhile: ["awaiting_claim" as const],
    })),
  );
});

Deno.test("exactly five people are one message, six are two", () => {
  const counts = [1, 5, 6].map((n) =>
    announce(en, chosen, waiting, { company: acme, audience: people(n) }).length
  );
  assertEquals(counts, [1, 1, 2]);
});

Deno.test("a department without people is not called: the card says all there is", () => {
  assertEquals(announce(en, chosen, waiting, { company: acme, audience: [] }), []);
});

Deno.test("an incident that nobody works on any more is called again, with who left", () => {
  const [message, ...more] = announce(en, unclaimed, waiting, { company: acme, audience: [hana] });
  assert(message && more.length === 0);
  assertStringIncludes(text(message), "Otto is no longer on ACME-42");
  assert(mentions(message).includes("Hana"));
  assertEquals([message.chatId, message.order], [YARD, "ping"]);
  const nobody = announce(en, unclaimed, waiting, { company: acme, audience: [] });
  assertEquals(nobody.length, 1);
});

Deno.test("a reminder says for how long nobody has claimed, and comes after everything else", () => {
  const [message] = announce(en, nudged, waiting, { company: acme, audience: [hana] });
  assert(message);
  assertStringIncludes(
    text(message),
    "Nobody has claimed ACME-42 for 10 minutes: “Brakes failed on truck 12”",
  );
  assertEquals(message.order, "reminder");
  assertEquals(message.content.about?.onlyWhile, ["awaiting_claim"]);
  const minute = { ...nudged, at: NOON + 2 * MINUTE };
  const [first] = announce(en, minute, waiting, { company: acme, audience: [] });
  assertStringIncludes(text(first!), "for 1 minute: ");
});

Deno.test("whoever is handed an incident hears it, and from whom", () => {
  const event_ = event({ type: "handed_over", to: hana });
  const [message, ...more] = announce(en, event_, incidentIn("in_progress"), {
    company: acme,
    audience: [],
  });
  assert(message && more.length === 0);
  assertEquals(text(message), "Hana, ACME-42 is yours now: Otto has left it.");
  assert(mentions(message).includes("Hana"));
  assertEquals(message.content.about?.onlyWhile, ["in_progress"]);
});

Deno.test("whoever pressed Resolve is asked for a reply, and only while it is awaited", () => {
  const [message, ...more] = announce(
    en,
    event({ type: "resolve_pressed" }),
    incidentIn("awaiting_summary"),
    { company: acme, audience: [] },
  );
  assert(message && more.length === 0);
  assertEquals(mentions(message), ["Otto"]);
  assertStringIncludes(text(message), "how was ACME-42 resolved?");
  assert(message.content.forceReply !== null && message.content.forceReply.length <= 64);
  assertEquals(message.content.about?.role, "summary_prompt");
  assertEquals(message.content.about?.onlyWhile, ["awaiting_summary"]);
});

/** What is said aloud; `announcements_work_test.ts` has the rest of it. */
const ALOUD: readonly EventType[] = [
  "department_chosen",
  "department_changed",
  "unclaimed",
  "nudged",
  "handed_over",
  "assigned",
  "claim_ended",
  "escalated",
  "de_escalated",
  "reopened",
  "resolve_pressed",
];

Deno.test("nothing else is said: the card shows it", () => {
  for (const [type, forms] of Object.entries(everyEvent())) {
    for (const happening of forms) {
      const context = { company: acme, audience: people(3) };
      const said = announce(en, event(happening), incidentIn("awaiting_claim"), context);
      assertEquals(said.length > 0, ALOUD.includes(type as EventType), type);
    }
  }
});

Deno.test("every announcement is valid and mentions at most five, whatever people are called", () => {
  for (const [kind, name] of Object.entries(HOSTILE_NAMES)) {
    const person = hugePerson(name);
    const audience = people(MOST_MENTIONS + 1).map(({ id }) => ({ id, name }));
    const context = { company: hugeCompany(name.trim() || "?"), audience };
    for (const text of ["&".repeat(3000), '"'.repeat(3000), "🔥".repeat(1500)]) {
      const forms = everyEvent({ person, text, department: "abcdef59", tags: LONGEST_TAGS });
      for (const happening of Object.values(forms).flat()) {
        for (const incident of hugeIncidents(name, text)) {
          const said = announce(en, event(happening, person), incident, context);
          for (const message of said) {
            const count = mentions(message).length;
            assert(count <= MOST_MENTIONS, `${kind}, ${happening.type}: ${count} mentions`);
            assertEquals(MessageContent.parse(message.content), message.content);
          }
        }
      }
    }
  }
});
