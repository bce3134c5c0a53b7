import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { MOST_TURNS, type Turn } from "../../src/domain/health.ts";
import type { Observation } from "../../src/domain/observation.ts";
import { type SymptomKind, SYMPTOMS, THRESHOLDS } from "../../src/domain/symptom.ts";
import { healthReport } from "../../src/view/health_report.ts";
import { MessageContent } from "../../src/view/message.ts";
import { MINUTE, NOON } from "../domain/cast.ts";
import { HOSTILE_NAMES } from "./hostile.ts";
import { read } from "./reads.ts";
import { en } from "../../src/view/texts/en/en.ts";

const FAILURE = "Wrong response from the webhook: 500 Internal <Server> Error";

const ANSWERED = {
  kind: "answered",
  hasWebhook: true,
  pending: 7,
  failedAt: NOON,
  failure: FAILURE,
} as const;

const observed: Observation = {
  at: NOON,
  telegram: ANSWERED,
  sweptAt: NOON,
  outbox: { rows: 0, oldest: 0, stuck: 0 },
  deadLetters: 0,
  storeTook: 1,
  tallies: new Map(),
};
const companies = new Map([["ACME", "Acme Logistics"]]);

function turn(type: Turn["type"], kind: SymptomKind, value: number = THRESHOLDS[kind]): Turn {
  const company = kind.startsWith("many_") ? "ACME" : null;
  return { type, symptom: { kind, company, since: NOON - 12 * MINUTE, value } };
}

const report = (...turns: Turn[]) =>
  read(healthReport(en, turns, { observed, companies }).html).text.split("\n");

Deno.test("what is wrong is told with its measure, since when, why it matters and what to do first", () => {
  assertEquals(report(turn("raised", "sweep_late", 4 * MINUTE)), [
    "🚨 No sweep has ended for 4 minutes",
    "Since 23 Nov, 11:48 UTC.",
    "Why it matters: nobody is reminded, and what could not be said at once stays unsaid.",
    "Do first: look in the log for “sweep failed”, and whether the crons run.",
  ]);
});

Deno.test("failing updates are told with Telegram's own words", () => {
  const lines = report(turn("raised", "updates_failing"));
  assertEquals(lines.filter((line) => line.includes(FAILURE)), [`Telegram says: ${FAILURE}`]);
  assertEquals(report(turn("raised", "updates_waiting")).join().includes(FAILURE), false);
});

Deno.test("a company's symptom names the company, and a share is read as one", () => {
  const [title] = report(turn("raised", "many_unclaimed", 2 / 3));
  assertEquals(title, "🚨 67 % of the open incidents are unclaimed · Acme Logistics");
});

Deno.test("what is over is told in a line, with how long it lasted", () => {
  assertEquals(report(turn("over", "many_escalated"), turn("over", "dead_letters")), [
    "✅ Few open incidents wait for managers again · Acme Logistics. It lasted 12 minutes.",
    "",
    "✅ Hardly any message was lost within the last 24 hours. It lasted 12 minutes.",
  ]);
});

Deno.test("every symptom has texts of its own, raised and over", () => {
  const texts = SYMPTOMS.flatMap((
    kind,
  ) => [report(turn("raised", kind)), report(turn("over", kind))]);
  assertEquals(new Set(texts.map(([title]) => title)).size, 2 * SYMPTOMS.length);
  for (const lines of SYMPTOMS.map((kind) => report(turn("raised", kind)))) {
    assertStringIncludes(lines.at(-2)!, "Why it matters: ");
    assertStringIncludes(lines.at(-1)!, "Do first: ");
  }
});

Deno.test("a report of as much as one look brings is valid, whatever the companies are called", () => {
  const companySymptoms = Array.from(
    { length: MOST_TURNS - 1 },
    () => turn("raised", "many_escalated"),
  );
  const worst = [
    [turn("raised", "updates_failing"), ...companySymptoms],
    SYMPTOMS.slice(0, MOST_TURNS).map((kind) => turn("raised", kind, 1e9)),
    SYMPTOMS.slice(-MOST_TURNS).map((kind) => turn("raised", kind, 1e9)),
  ];
  for (const name of Object.values(HOSTILE_NAMES)) {
    for (const turns of worst) {
      const content = healthReport(en, turns, {
        observed: { ...observed, telegram: { ...ANSWERED, failure: name } },
        companies: new Map([["ACME", name]]),
      });
      read(content.html);
      assert(MessageContent.parse(content));
    }
  }
});
