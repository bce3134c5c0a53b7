import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { NUDGES } from "../../src/domain/event.ts";
import type { Happening, Nudge } from "../../src/domain/event.ts";
import { type Incident, isOpen } from "../../src/domain/incident.ts";
import type { PersonRef } from "../../src/domain/person.ts";
import { announce } from "../../src/view/announcements.ts";
import { MOST_MENTIONS } from "../../src/view/calls.ts";
import { MessageContent, type NewMessage } from "../../src/view/message.ts";
import { acme, hana, MINUTE, NOON, otto, rita, sami, YARD } from "../domain/cast.ts";
import { escalatedBy, HISTORIES, incidentAfter, incidentIn } from "../domain/history.ts";
import { event, everyEvent } from "./every_event.ts";
import { HOSTILE_NAMES, hugeCompany, hugeIncidents, hugePerson } from "./hostile.ts";
import { checkKeyboard, entities, labels, read } from "./reads.ts";
import { en } from "../../src/view/texts/en/en.ts";

const HOUR = 60 * MINUTE;
const AT = NOON + 3 * HOUR;
const GIST = "“Brakes failed on truck 12”";

function said(
  happening: Happening,
  incident: Incident,
  { audience = [], actor = null }: { audience?: PersonRef[]; actor?: PersonRef | null } = {},
): NewMessage[] {
  return announce(en, event(happening, { actor, at: AT }), incident, { company: acme, audience });
}

function reminder(about: Nudge, incident: Incident, audience: PersonRef[] = []): NewMessage {
  const [message, ...more] = said({ type: "nudged", about }, incident, { audience });
  assert(message && more.length === 0);
  return message;
}

const text = ({ content }: NewMessage) => read(content.html).text;
const mentions = ({ content }: NewMessage) => entities(read(content.html), "text_mention");
const crowd = (count: number): PersonRef[] =>
  Array.from({ length: count }, (_, i) => ({ id: 1000 + i, name: `M${i}` }));

/** An incident that each kind of reminder is about, and whom one reminds of it. */
const REMINDED: Record<Nudge, [Incident, PersonRef[]]> = {
  department: [incidentIn("awaiting_department"), []],
  unclaimed: [incidentIn("awaiting_claim"), [hana]],
  escalated: [incidentAfter(...HISTORIES.awaiting_claim, escalatedBy(rita)), [hana]],
  silent: [incidentIn("in_progress"), []],
  summary: [incidentIn("awaiting_summary"), []],
};

const SAID: Record<Nudge, string> = {
  department:
    `Rita, which department is ACME-42 for? ${GIST} Choose it on the card; if nobody does, Dispatch is called.`,
  unclaimed: `⏰ Nobody has claimed ACME-42 for 2 hours: ${GIST} Hana`,
  escalated: `🔺 ACME-42 has waited for a manager for 2 hours: ${GIST} Hana`,
  silent:
    `Otto, how is ACME-42 going? ${GIST} Nothing was heard of it for 2 hours. Reply to this message, or press a button.`,
  summary: "Sami, how was ACME-42 resolved? Reply to this message, or it closes without a summary.",
};

for (const about of NUDGES) {
  const [incident, audience] = REMINDED[about];

  Deno.test(`a reminder about ${about} says what is waited for, and mentions whoever it is`, () => {
    const message = reminder(about, incident, audience);
    assertEquals(text(message), SAID[about]);
    const who = { department: rita, silent: otto, summary: sami, unclaimed: hana, escalated: hana };
    assertEquals(mentions(message), [who[about].name]);
  });

  Deno.test(`a reminder about ${about} is about the incident, and has a point only until something happens`, () => {
    const { chatId, order, content } = reminder(about, incident, audience);
    assertEquals([chatId, order], [YARD, "reminder"]);
    const onlyWhile = about === "escalated" ? ["awaiting_claim", "in_progress"] : [incident.status];
    assertEquals<unknown>(content.about, {
      incident: { company: "ACME", number: 42 },
      role: about === "summary" ? "summary_prompt" : "call",
      continues: false,
      onlyWhile,
      nudgedAt: AT,
    });
    assertEquals(content.forceReply, null);
    assertEquals(MessageContent.parse(content), content);
  });
}

Deno.test("whoever is asked how it goes answers with a button, or with a reply", () => {
  const { keyboard } = reminder("silent", REMINDED.silent[0]).content;
  assertEquals(labels(keyboard), [["👍 Still on it", "🚪 Leave"], ["✅ Resolve"]]);
  assertEquals(keyboard.flat().map(({ data, style }) => [data, style]), [
    ["on_it:ACME-42", "primary"],
    ["leave:ACME-42", undefined],
    ["resolve:ACME-42", "success"],
  ]);
  for (const about of NUDGES.filter((one) => one !== "silent")) {
    const [incident, audience] = REMINDED[about];
    assertEquals(reminder(about, incident, audience).content.keyboard, [], about);
  }
});

Deno.test("silence is counted from the last that was heard, or from the claim", () => {
  const working = incidentIn("in_progress");
  const quiet = (heardAt: number, claimedAt: number) =>
    /for (.*)\. Reply/.exec(text(reminder("silent", { ...working, heardAt, claimedAt })))?.[1];
  assertEquals(quiet(AT - 45 * MINUTE, NOON), "45 minutes");
  assertEquals(quiet(0, AT - 30 * MINUTE), "30 minutes");
  assertEquals(quiet(AT - 50 * HOUR, AT - 60 * HOUR), "2 days");
});

Deno.test("how long the managers let it wait is counted from their last call", () => {
  const working = incidentAfter(...HISTORIES.in_progress, escalatedBy(rita));
  const waited = (calledAt: number) => {
    const escalation = { ...working.escalation!, calledAt };
    return /manager for (.*): /.exec(text(reminder("escalated", { ...working, escalation })))?.[1];
  };
  assertEquals([waited(0), waited(AT - 20 * MINUTE)], ["2 hours", "20 minutes"]);
});

Deno.test("departments and managers are reminded five a message, each of them once", () => {
  for (const about of ["unclaimed", "escalated"] as const) {
    const messages = said({ type: "nudged", about }, REMINDED[about][0], { audience: crowd(12) });
    assertEquals(messages.map((message) => mentions(message).length), [5, 5, 2]);
    assertEquals(messages.flatMap(mentions), crowd(12).map(({ name }) => name));
    assertEquals(messages.map(({ content }) => content.about?.continues), [false, true, true]);
    for (const { content } of messages) assertEquals(content.about?.nudgedAt, AT);
  }
});

Deno.test("the reminder names the department that will be called, as its button does", () => {
  const [first, ...rest] = acme.departments;
  const company = { ...acme, departments: [{ ...first!, name: "Night\ndesk" }, ...rest] };
  const named = (of: typeof company) => {
    const [message] = announce(
      en,
      event({ type: "nudged", about: "department" }, { actor: null, at: AT }),
      REMINDED.department[0],
      { company: of, audience: [] },
    );
    return /if nobody does, (.*) is called\.$/.exec(text(message!))?.[1];
  };
  assertEquals(named(company), "Night desk");
  assertEquals(
    named({ ...company, departments: [{ ...first!, restricted: true }] }),
    "🔒 Dispatch",
  );
});

Deno.test("what the clock routes and escalates says that nobody did", () => {
  const chosen = said({ type: "department_chosen", department: "1" }, REMINDED.unclaimed[0], {
    audience: [hana],
  });
  assertEquals(chosen.map(text), [
    `Nobody chose a department for ACME-42, so it goes to Dispatch: ${GIST} Who claims it? Hana`,
  ]);
  const escalated = said({ type: "escalated", reason: null }, REMINDED.escalated[0], {
    audience: [hana],
  });
  assertEquals(escalated.map(text), [
    `🔺 ACME-42 has escalated, because nobody has claimed it: ${GIST} Who takes over? Hana`,
  ]);
});

Deno.test("when a snooze is over, whoever is waited for is called; when somebody ends it, nobody is", () => {
  for (const about of NUDGES) {
    const [incident] = REMINDED[about];
    const [message, ...more] = said({ type: "woken" }, incident, { audience: [hana] });
    assert(message && more.length === 0);
    assertEquals(text(message), `⏰ ACME-42 is on again: ${GIST} Hana`);
    assertEquals([message.order, message.content.about?.onlyWhile], [
      "reminder",
      [incident.status],
    ]);
    assertEquals(said({ type: "woken" }, incident, { audience: [hana], actor: otto }), []);
  }
});

Deno.test("a snooze and a word of those at work are shown by the card alone", () => {
  const working = incidentIn("in_progress");
  for (const type of ["checked_in", "snoozed"] as const) {
    const happening: Happening = type === "snoozed" ? { type, until: AT } : { type };
    assertEquals(said(happening, working, { audience: [hana], actor: otto }), []);
  }
});

Deno.test("every reminder is valid and mentions at most five, whatever people are called", () => {
  for (const [kind, name] of Object.entries(HOSTILE_NAMES)) {
    const person = hugePerson(name);
    const audience = crowd(MOST_MENTIONS + 1).map(({ id }) => ({ id, name }));
    const context = { company: hugeCompany(name.trim() || "?"), audience };
    const words = "&".repeat(3000);
    const forms = everyEvent({ person, text: words, department: "abcdef59", tags: [] });
    for (const happening of [...forms.nudged, ...forms.woken, ...forms.escalated]) {
      for (const incident of hugeIncidents(name, words).filter(isOpen)) {
        for (const message of announce(en, event(happening, { actor: null }), incident, context)) {
          const count = mentions(message).length;
          assert(count <= MOST_MENTIONS, `${kind}, ${happening.type}: ${count} mentions`);
          checkKeyboard(message.content.keyboard);
          assertEquals(MessageContent.parse(message.content), message.content);
          assertStringIncludes(text(message), "ABCDEFG8-999999999");
        }
      }
    }
  }
});
