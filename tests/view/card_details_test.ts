import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Nudge } from "../../src/domain/event.ts";
import { type Incident, OPEN_STATUSES, type Status } from "../../src/domain/incident.ts";
import { PRIORITIES } from "../../src/domain/priority.ts";
import { renderCard, statusName, titleLine } from "../../src/view/card.ts";
import { acme, hana, MINUTE, NOON, otto, rita } from "../domain/cast.ts";
import {
  called,
  claimed,
  HISTORIES,
  incidentAfter,
  incidentIn,
  nudgedAbout,
  reported,
  type Step,
} from "../domain/history.ts";
import { entities, read } from "./reads.ts";
import { en } from "../../src/view/texts/en/en.ts";

const shown = (incident: Incident) => read(renderCard(en, incident, acme).html);
const lines = (incident: Incident) => shown(incident).text.split("\n");
const title = (incident: Incident) => read(titleLine(en, incident, acme)).text;
const working = incidentIn("in_progress");

const escalate = (reason: string | null, by: typeof rita | null = rita): Step => [
  { type: "escalated", reason },
  by,
];
const cancel = (why: Partial<Step[0] & { type: "cancelled" }>): Step => [{
  type: "cancelled",
  reason: "cancelled",
  note: null,
  duplicateOf: null,
  ...why,
}, otto];

Deno.test("how urgent it is shows at a glance, unless it is as usual", () => {
  const titles = PRIORITIES.map((priority) => title({ ...working, priority }));
  assertEquals(titles, [
    "🟡🔽 ACME-42 · Dispatch · in progress",
    "🟡 ACME-42 · Dispatch · in progress",
    "🟡🔶 ACME-42 · Dispatch · in progress",
    "🟡🚨 ACME-42 · Dispatch · in progress",
  ]);
});

Deno.test("an incident of a department that not everybody may choose wears its lock", () => {
  const departments = acme.departments.map((one) => ({ ...one, restricted: true }));
  const { text } = read(titleLine(en, working, { ...acme, departments }));
  assertEquals(text, "🟡 ACME-42 · 🔒 Dispatch · in progress");
});

Deno.test("what has escalated says so, by whom, since when and why", () => {
  const incident = incidentAfter(reported, called, escalate("No parts\nleft"));
  assertEquals(title(incident), "🔴 ACME-42 · Dispatch · waiting for someone to claim · escalated");
  assert(lines(incident).includes("🔺 Escalated by Rita 23 Nov, 12:02 UTC: No parts left"));
});

Deno.test("what the clock escalated says since when", () => {
  const incident = incidentAfter(reported, called, escalate(null, null));
  assert(lines(incident).includes("🔺 Escalated 23 Nov, 12:02 UTC"));
});

Deno.test("while somebody goes on working, the card shows when the managers were reminded", () => {
  const nudged: Step = [{ type: "nudged", about: "escalated" }, null];
  const steps = [reported, called, claimed, escalate(null), nudged];
  const line = "🔺 Escalated by Rita 23 Nov, 12:03 UTC";
  assert(lines(incidentAfter(...steps)).includes(`${line}, reminded 23 Nov, 12:04 UTC`));
  const taken = incidentAfter(...steps, [{ type: "claimed" }, hana]);
  assert(lines(taken).includes(`${line}, taken over by Hana`));
});

Deno.test("once a manager has taken over, the card names them", () => {
  const steps = [reported, called, claimed, escalate("No parts")];
  const taken = incidentAfter(...steps, [{ type: "claimed" }, hana]);
  const line = "🔺 Escalated by Rita 23 Nov, 12:03 UTC: No parts";
  assert(lines(incidentAfter(...steps)).includes(line));
  assert(lines(taken).includes(`${line}, taken over by Hana`));
  assert(lines(taken).includes("Owner: Hana"));
  assert(lines(taken).includes("Helping: Otto"));
  assert(entities(shown(taken), "text_mention").filter((name) => name === "Hana").length === 2);
});

Deno.test("that it once escalated stays on record, and out of the title of what has ended", () => {
  const escalation = {
    at: NOON,
    by: rita,
    reason: null,
    calledAt: NOON,
    nudgedAt: null,
    nudges: 0,
    takenBy: null,
  };
  const ended = { ...incidentIn("resolved"), escalation };
  assertEquals(title(ended), "✅ ACME-42 · Dispatch · resolved");
  assert(lines(ended).includes("🔺 Escalated by Rita 23 Nov, 12:00 UTC"));
});

Deno.test("the card shows when whoever is waited for was reminded, as long as they are", () => {
  const reminded = (status: Status, about: Nudge, ...more: Step[]) =>
    lines(incidentAfter(...HISTORIES[status], nudgedAbout(about), ...more));
  const shows: [readonly string[], string][] = [
    [
      reminded("awaiting_department", "department"),
      "The reporter was reminded 23 Nov, 12:01 UTC",
    ],
    [
      reminded("awaiting_claim", "unclaimed"),
      "Called 23 Nov, 12:01 UTC, reminded 23 Nov, 12:02 UTC",
    ],
    [
      reminded("in_progress", "silent"),
      "Claimed 23 Nov, 12:02 UTC, last word 23 Nov, 12:04 UTC, asked 23 Nov, 12:05 UTC",
    ],
    [
      reminded("in_progress", "silent", [{ type: "checked_in" }, hana]),
      "Claimed 23 Nov, 12:02 UTC, last word 23 Nov, 12:06 UTC",
    ],
    [
      reminded("awaiting_summary", "summary"),
      "Asked Sami for a summary 23 Nov, 12:05 UTC, reminded 23 Nov, 12:06 UTC",
    ],
  ];
  for (const [card, line] of shows) assert(card.includes(line), card.join("\n"));
});

Deno.test("while nothing was heard since the claim, the claim is the last word", () => {
  const alone = incidentAfter(reported, called, claimed);
  assert(lines(alone).includes("Claimed 23 Nov, 12:02 UTC"));
});

Deno.test("what is snoozed says until when, and who wants it so", () => {
  const snoozed = { until: NOON + 90 * MINUTE, by: hana };
  for (const status of OPEN_STATUSES) {
    const incident = { ...incidentIn(status), snoozed };
    assert(
      lines(incident).includes(
        "💤 No reminders; they come back 23 Nov, 13:30 UTC · snoozed by Hana",
      ),
      status,
    );
    assert(entities(shown(incident), "text_mention").includes("Hana"), status);
    assert(!shown(incidentIn(status)).text.includes("💤"), status);
  }
});

Deno.test("tags stand on a line of their own, as they are searched for", () => {
  const incident = { ...working, tags: ["brakes", "nacht_1", "急"] };
  assert(lines(incident).includes("#brakes #nacht_1 #急"));
  assert(!shown(working).text.includes("#"));
});

Deno.test("comments are counted, and the newest is named", () => {
  const newest = { by: hana, comment: 9, line: "Tow truck <is> here" };
  const incident = { ...working, comments: { count: 3, newest } };
  assert(lines(incident).includes("💬 3 · Hana: Tow truck <is> here"));
  const blank = { ...newest, line: "\u200b" };
  assert(lines({ ...working, comments: { count: 1, newest: blank } }).includes("💬 1 · Hana: …"));
  assert(!shown(working).text.includes("💬"));
});

Deno.test("other words and a second life stand beside the report", () => {
  const line = (incident: Incident) => lines(incident)[1];
  assertEquals(line(working), "Reported by Rita 23 Nov, 12:00 UTC");
  assertEquals(
    line({ ...working, editedAt: NOON + 9 * MINUTE }),
    "Reported by Rita 23 Nov, 12:00 UTC · edited 23 Nov, 12:09 UTC",
  );
  assertEquals(
    line({ ...working, reopened: 1 }),
    "Reported by Rita 23 Nov, 12:00 UTC · reopened 1 time",
  );
  assertStringIncludes(line({ ...working, reopened: 2 })!, " · reopened 2 times");
});

Deno.test("a cancelled incident says in its title and at its foot why, by whom and when", () => {
  const ended = (why: Parameters<typeof cancel>[0]) =>
    incidentAfter(reported, called, claimed, cancel(why));
  const alarm = ended({ reason: "false_alarm" });
  const duplicateOf = { company: "ACME", number: 41 };
  const double = ended({ reason: "duplicate", duplicateOf });
  const other = ended({ reason: "cancelled", note: "The driver\nfixed it" });
  assertEquals([alarm, double, other].map(title), [
    "⚫️ ACME-42 · Dispatch · false alarm",
    "⚫️ ACME-42 · Dispatch · duplicate",
    "⚫️ ACME-42 · Dispatch · cancelled",
  ]);
  assertEquals([alarm, double, other].map((incident) => lines(incident).at(-1)), [
    "Closed by Otto 23 Nov, 12:03 UTC",
    "Closed by Otto 23 Nov, 12:03 UTC: ACME-41",
    "Closed by Otto 23 Nov, 12:03 UTC: The driver fixed it",
  ]);
  for (const incident of [alarm, double, other]) assert(!shown(incident).text.includes("Owner"));
});

Deno.test("an incident that nobody had sent anywhere ends without a department", () => {
  const incident = incidentAfter(reported, cancel({ reason: "false_alarm" }));
  assertEquals(title(incident), "⚫️ ACME-42 · false alarm");
  assertEquals(statusName(en, incident), "false alarm");
});

Deno.test("without its texts a card still has all its other lines", () => {
  const newest = { by: hana, comment: 9, line: "Tow truck is here" };
  const incident = {
    ...incidentIn("resolved"),
    tags: ["brakes"],
    comments: { count: 1, newest },
  };
  const { html, keyboard } = renderCard(en, incident, acme, { withTexts: false });
  assertEquals(read(html).text.split("\n"), [
    "✅ ACME-42 · Dispatch · resolved",
    "Reported by Rita 23 Nov, 12:00 UTC",
    "Owner: Otto",
    "Helping: Hana, Hugo",
    "Claimed 23 Nov, 12:02 UTC",
    "#brakes",
    "💬 1 · Hana: Tow truck is here",
    "Resolved 23 Nov, 12:06 UTC",
  ]);
  assertEquals(keyboard, renderCard(en, incident, acme).keyboard);
  const bare = renderCard(en, working, acme, { withTexts: false }).html;
  assertEquals(
    read(bare).text.split("\n").at(-1),
    "Claimed 23 Nov, 12:02 UTC, last word 23 Nov, 12:04 UTC",
  );
});
