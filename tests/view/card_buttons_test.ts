import { assertEquals } from "@std/assert";
import { type Incident, type Status, STATUSES } from "../../src/domain/incident.ts";
import { renderCard } from "../../src/view/card.ts";
import { acme, NOON, otto, rita } from "../domain/cast.ts";
import { incidentIn } from "../domain/history.ts";
import { labels } from "./reads.ts";
import { en } from "../../src/view/texts/en/en.ts";

const rows = (incident: Incident, company = acme) =>
  labels(renderCard(en, incident, company).keyboard);
const styles = (incident: Incident) =>
  renderCard(en, incident, acme).keyboard.flat().flatMap(({ text, style }) =>
    style ? [[text, style]] : []
  );

const escalated = (status: Status, taken = false) => ({
  ...incidentIn(status),
  escalation: {
    at: NOON,
    by: rita,
    reason: null,
    calledAt: NOON,
    nudgedAt: null,
    nudges: 0,
    takenBy: taken ? otto : null,
  },
});

Deno.test("departments stand two in a row, those that not everybody may choose with a lock", () => {
  const departments = ["A", "B", "C"].map((name, i) => ({
    id: String(i),
    name,
    members: 0,
    restricted: name === "B",
  }));
  assertEquals(rows(incidentIn("awaiting_department"), { ...acme, departments }), [
    ["A", "🔒 B"],
    ["C"],
    ["⋯ More"],
  ]);
});

const TIER_1: Record<Exclude<Status, "awaiting_department">, string[][]> = {
  awaiting_claim: [["🙋 Claim"], ["🔺 Escalate", "⋯ More"]],
  in_progress: [["🤝 Join", "🚪 Leave"], ["✅ Resolve"], ["🔺 Escalate", "⋯ More"]],
  awaiting_summary: [["↩️ Back to work", "⋯ More"]],
  resolved: [["🔁 Reopen", "⋯ More"]],
  closed: [["🔁 Reopen", "⋯ More"]],
};

Deno.test("the buttons stand in rows, what matters most in front", () => {
  for (const [status, expected] of Object.entries(TIER_1)) {
    assertEquals(rows(incidentIn(status as Status)), expected, status);
  }
});

Deno.test("what has escalated can't escalate again", () => {
  assertEquals(rows(escalated("awaiting_claim")), [["🙋 Claim"], ["⋯ More"]]);
  for (const status of ["awaiting_summary", "resolved", "closed"] as const) {
    assertEquals(rows(escalated(status)), TIER_1[status], status);
  }
});

Deno.test("a manager takes over from whoever works on it, until one has", () => {
  const work = [["🤝 Join", "🚪 Leave"], ["✅ Resolve"], ["⋯ More"]];
  assertEquals(rows(escalated("in_progress")), [["🙋 Claim"], ...work]);
  assertEquals(rows(escalated("in_progress", true)), work);
});

Deno.test("in every status what is attached is counted on a button that opens it", () => {
  for (const status of STATUSES) {
    const incident = { ...incidentIn(status), attachments: 12 };
    const buttons = renderCard(en, incident, acme).keyboard.flat();
    assertEquals(buttons.slice(-2).map(({ text, data }) => [text, data]), [
      ["⋯ More", "more:ACME-42"],
      ["📎 12", "files:ACME-42"],
    ], status);
  }
});

Deno.test("where clients know colours, the next step is green and the alarm red", () => {
  assertEquals(styles(incidentIn("awaiting_claim")), [
    ["🙋 Claim", "success"],
    ["🔺 Escalate", "danger"],
  ]);
  assertEquals(styles(escalated("in_progress")), [
    ["🙋 Claim", "danger"],
    ["✅ Resolve", "success"],
  ]);
  assertEquals(styles(incidentIn("resolved")), []);
});
