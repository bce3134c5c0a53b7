import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { DeskAnswer } from "../../src/domain/desk.ts";
import { DONE_ACTIONS, type Outcome } from "../../src/domain/outcome.ts";
import type { Grant } from "../../src/domain/person.ts";
import type { Refusal } from "../../src/domain/refusal.ts";
import { MOST_TOAST_CHARACTERS, sentenceFor } from "../../src/view/answers.ts";
import { clip } from "../../src/view/clip.ts";
import { MINUTE, NOON, otto, rita } from "../domain/cast.ts";
import { type Carried, deskAnswers, refusals } from "../domain/answers.ts";
import { HOSTILE_NAMES } from "./hostile.ts";
import { en } from "../../src/view/texts/en/en.ts";
import { CATALOGUES } from "../../src/view/texts/catalogues.ts";
import type { Texts } from "../../src/view/texts/texts.ts";

const ID = { company: "ACME", number: 42 };
const NOW = NOON - 20 * MINUTE;
const refusal = (refusal: Refusal) => sentenceFor(en, { kind: "refused", refusal }, NOW);

const carrying = (name: string): Carried => ({
  company: "ABCDEFG8",
  name: name.trim().slice(0, 80) || "?",
  title: name.slice(0, 255),
  person: { id: 9_007_199_254_740_991, name },
  number: 999_999_999,
  chatId: -1_009_007_199_254_740,
});

function outcomes(carried?: Carried): Outcome[] {
  const { company, number } = carried ?? ID as Carried;
  return [
    ...DONE_ACTIONS.map((action) => ({
      kind: "done" as const,
      action,
      incident: { company, number },
    })),
    ...refusals(carried).map((refusal) => ({ kind: "refused" as const, refusal })),
    ...deskAnswers(carried).map((answer) => ({ kind: "desk" as const, answer })),
  ];
}

function inEachLanguage(all: readonly Outcome[]): [Outcome, Texts][] {
  return Object.values(CATALOGUES).flatMap((texts) =>
    all.map((outcome): [Outcome, Texts] => [outcome, texts])
  );
}

Deno.test("every outcome has a sentence of its own", () => {
  for (const texts of Object.values(CATALOGUES)) {
    const sentences = outcomes().map((outcome) => sentenceFor(texts, outcome, NOW));
    for (const sentence of sentences) assert(sentence.trim().length > 3, sentence);
    const done = DONE_ACTIONS.map((action) =>
      sentenceFor(texts, { kind: "done", action, incident: ID }, NOW)
    );
    assertEquals(new Set(done).size, done.length);
    for (const sentence of done) assertStringIncludes(sentence, "ACME-42");
  }
});

Deno.test("what was done and what was refused fits a toast whole, whatever people are called", () => {
  for (const [kind, name] of Object.entries(HOSTILE_NAMES)) {
    for (const [outcome, texts] of inEachLanguage(outcomes(carrying(name)))) {
      const sentence = sentenceFor(texts, outcome, NOW);
      assert(clip(sentence, MOST_TOAST_CHARACTERS).length <= 200);
      if (outcome.kind === "desk") continue;
      assert(sentence.length <= MOST_TOAST_CHARACTERS, `${kind}: ${sentence}`);
    }
  }
});

/** Answers of administration that a press can bring. */
const BROUGHT_BY_PRESSES: ReadonlySet<DeskAnswer["key"]> = new Set([
  ...["group_attached", "group_attached_already", "group_rejected", "group_blocked"] as const,
  ...["unknown_group", "group_not_active", "activation_pending", "not_allowed"] as const,
  ...["takes_calls", "asked_to_take_calls", "setting_set", "setting_kept"] as const,
  ...["letter_sent_again", "letter_dropped", "letter_gone", "letters_dropped"] as const,
  ...["own_language_set", "group_language_set", "notify_set", "retention_set"] as const,
  ...[
    "forgetting_begun",
    "being_forgotten",
    "person_being_forgotten",
    "is_platform_admin",
    "button_too_old",
  ] as const,
]);

Deno.test("what a press has set or decided fits a toast whole, when names are long but ordinary", () => {
  const long = carrying("Internationale Speditionsgesellschaft AG");
  for (const [outcome, texts] of inEachLanguage(outcomes(long))) {
    if (outcome.kind !== "desk" || !BROUGHT_BY_PRESSES.has(outcome.answer.key)) continue;
    const sentence = sentenceFor(texts, outcome, NOW);
    assert(sentence.length <= MOST_TOAST_CHARACTERS, `${texts.locale}: ${sentence}`);
  }
});

Deno.test("no answer can be turned around or broken into lines by a name in it", () => {
  for (const [kind, name] of Object.entries(HOSTILE_NAMES)) {
    for (const [outcome, texts] of inEachLanguage(outcomes(carrying(name)))) {
      const sentence = sentenceFor(texts, outcome, NOW);
      assert(!/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\n\r]/.test(sentence), kind);
      assert(sentence.isWellFormed(), `half a character: ${kind} in ${JSON.stringify(outcome)}`);
    }
  }
});

Deno.test("a wrong length is told with the length there was and the one there should be", () => {
  assertEquals(
    refusal({ reason: "too_short", what: "description", length: 1 }),
    "That description is too short: 1 character. It needs at least 5.",
  );
  assertEquals(
    refusal({ reason: "too_long", what: "description", length: 3001 }),
    "That description is too long: 3,001 characters. At most 3,000 fit.",
  );
  assertStringIncludes(refusal({ reason: "too_short", what: "summary", length: 4 }), "least 5");
  assertStringIncludes(refusal({ reason: "too_long", what: "summary", length: 2001 }), "2,000");
});

Deno.test("a wait is told in whole minutes", () => {
  const wait = (scope: "person" | "group", ms: number) =>
    refusal({ reason: "too_many_reports", scope, retryAt: NOW + ms, isTold: false });
  assertStringIncludes(wait("person", 20 * MINUTE), "in 20 minutes");
  assertStringIncludes(wait("group", 1), "in 1 minute.");
});

Deno.test("a press on an old card hears the truth, with the name it is about", () => {
  const truth = (status: "in_progress" | "awaiting_summary" | "resolved") =>
    refusal({ reason: "wrong_status", status, person: otto });
  assertEquals(truth("in_progress"), "Already claimed by Otto.");
  assertStringIncludes(truth("awaiting_summary"), "Otto");
  assertEquals(truth("resolved"), "Already resolved by Otto.");
  for (const status of ["awaiting_department", "awaiting_claim", "closed"] as const) {
    assert(refusal({ reason: "wrong_status", status, person: null }).length > 10);
  }
});

Deno.test("who may is told in words", () => {
  assertEquals(
    refusal({ reason: "not_allowed", allowed: ["member", "dispatcher", "manager"] }),
    "Only members of the department, dispatchers, or managers can do that.",
  );
  assertEquals(
    refusal({ reason: "not_allowed", allowed: ["manager"] }),
    "Only managers can do that.",
  );
});

/** The sentences of refusals that need no more than one form. */
const REFUSED: readonly [Refusal, string][] = [
  [
    { reason: "restricted_department", department: "Legal" },
    "Only members of Legal and managers can choose it.",
  ],
  [{ reason: "department_chosen_already", department: "Legal" }, "Legal was chosen already."],
  [{ reason: "owns_already", person: otto }, "It is Otto's already."],
  [{ reason: "not_eligible", person: otto }, "Otto takes no calls for this department."],
  [{ reason: "no_claim" }, "That person is not working on it."],
  [{ reason: "escalated_already" }, "It has escalated already; the managers are called."],
  [{ reason: "not_escalated" }, "It has not escalated."],
  [{ reason: "open_already" }, "It is open already."],
  [{ reason: "too_many_helpers", most: 50 }, "50 are helping already; that is as many as fit."],
  [{ reason: "no_change" }, "That is how it is already."],
  [{ reason: "bad_tag" }, "A tag has 1 to 24 letters, digits, _ or -."],
  [{ reason: "too_many_tags", most: 10 }, "An incident has at most 10 tags."],
  [
    { reason: "too_long", what: "comment", length: 4097 },
    "That comment is too long: 4,097 characters. At most 4,096 fit.",
  ],
  [
    { reason: "too_long", what: "reason", length: 501 },
    "That reason is too long: 501 characters. At most 500 fit.",
  ],
];

for (const [refused, sentence] of REFUSED) {
  Deno.test(`whoever hears ${refused.reason} is told: ${sentence}`, () => {
    assertEquals(refusal(refused), sentence);
  });
}

Deno.test("a group that can't act says what it waits for", () => {
  const sentences = (["pending", "suspended", "unknown"] as const)
    .map((status) => refusal({ reason: "group_not_active", status }));
  assertStringIncludes(sentences[0]!, "activation is pending");
  assertStringIncludes(sentences[1]!, "suspended");
  assertEquals(new Set(sentences).size, 3);
});

Deno.test("a role that is taken is told with its scope, and once more when there was none", () => {
  const revoked = (grant: Grant, scope: string, isNew: boolean) =>
    sentenceFor(
      en,
      { kind: "desk", answer: { key: "revoked", person: rita, grant, scope, isNew } },
      NOW,
    );
  const member = { role: "member", department: "Workshop" } as const;
  assertEquals(
    revoked({ role: "manager" }, "Acme", true),
    "Rita is no manager of Acme any more.",
  );
  assertEquals(
    revoked(member, "", true),
    "Rita is no member of Workshop in this group any more.",
  );
  assertEquals(revoked(member, "", false), "Rita has no such role.");
});

Deno.test("a role is told with its scope, and once more when there is nothing new", () => {
  const granted = (scope: string, isNew: boolean) =>
    sentenceFor(en, {
      kind: "desk",
      answer: { key: "granted", person: rita, grant: { role: "dispatcher" }, scope, isNew },
    }, NOW);
  assertEquals(granted("Acme", true), "Rita is a dispatcher of Acme now.");
  assertEquals(granted("", true), "Rita is a dispatcher of this group now.");
  assertEquals(granted("", false), "Rita has that role already. Nothing was changed.");
});

/** The sentences about patience, hours and shifts. */
const SET: readonly [DeskAnswer, string][] = [
  [
    { key: "policy_set", scope: "ACME", name: "unclaimed", value: "5" },
    "ACME: unclaimed is 5 now.",
  ],
  [
    { key: "policy_set", scope: "", name: "auto_escalation", value: "off" },
    "This group: auto_escalation is off now.",
  ],
  [
    { key: "hours_set", company: "ACME", hours: "mon-fri 08:00-17:00" },
    "ACME works mon-fri 08:00-17:00 now.",
  ],
  [{ key: "hours_set", company: "ACME", hours: null }, "ACME works round the clock now."],
  [{ key: "holidays_set", company: "ACME", count: 0 }, "ACME has 0 holidays now."],
  [{ key: "holidays_set", company: "ACME", count: 1 }, "ACME has 1 holiday now."],
  [{ key: "too_many_holidays", most: 100 }, "A company has at most 100 holidays."],
  [
    { key: "not_a_member", person: otto, department: "Night\ndesk" },
    "Otto is no member of Night desk. /add_member makes them one.",
  ],
  [
    { key: "shift_set", person: otto, department: "Dispatch", hours: "daily 22:00-06:00" },
    "Otto is on duty for Dispatch: daily 22:00-06:00.",
  ],
  [
    { key: "shift_set", person: { id: 9, name: " " }, department: "Dispatch", hours: null },
    "Person 9 has no set hours in Dispatch any more.",
  ],
];

for (const [answer, sentence] of SET) {
  Deno.test(`whoever has set it is told: ${sentence}`, () => {
    assertEquals(sentenceFor(en, { kind: "desk", answer }, NOW), sentence);
  });
}

Deno.test("what is done about reminders is told by the incident's id", () => {
  const done = (["check_in", "snooze", "wake"] as const).map((action) =>
    sentenceFor(en, { kind: "done", action, incident: ID }, NOW)
  );
  assertEquals(done, [
    "Thank you. ACME-42 goes on.",
    "ACME-42: no reminders for a while.",
    "ACME-42: reminders are on again.",
  ]);
});
