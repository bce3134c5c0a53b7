import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { PersonalAction } from "../../src/domain/rules.ts";
import { RULES } from "../../src/domain/rules.ts";
import {
  assignMenu,
  cancelMenu,
  departmentMenu,
  duplicateMenu,
  MENU_PAGE,
  moreMenu,
  type Panel,
  priorityMenu,
  snoozeMenu,
} from "../../src/view/menu.ts";
import { acme, MINUTE, mona, NOON } from "../domain/cast.ts";
import type { Company } from "../../src/domain/company.ts";
import { parseHours } from "../../src/domain/hours.ts";
import { incidentIn } from "../domain/history.ts";
import { HOSTILE_NAMES, HOSTILE_TEXTS, hugeCompany, hugeIncidents, hugePerson } from "./hostile.ts";
import { checkKeyboard, labels, read } from "./reads.ts";
import { en } from "../../src/view/texts/en/en.ts";

const incident = incidentIn("in_progress");
const ALL = Object.keys(RULES) as PersonalAction[];
const CLOSE = ["✖️ Close"];
const BACK = ["‹ Back", "✖️ Close"];

/** The ids of all departments but the incident's. */
const others = ({ departments }: Company) =>
  new Set(departments.map(({ id }) => id).filter((id) => id !== incident.department));
const more = (...possible: PersonalAction[]) =>
  moreMenu(en, incident, acme, { possible: new Set(possible), choosable: others(acme) });
const data = ({ keyboard }: Panel) => keyboard.flat().map((button) => button.data);

Deno.test("More offers what somebody may do, and nothing else", () => {
  assertEquals(labels(more("assign", "cancel", "claim").keyboard), [
    ["👤 Assign", "🗑 Cancel"],
    ["🕘 History"],
    CLOSE,
  ]);
  assertEquals(labels(more(...ALL).keyboard), [
    ["👤 Assign", "🔻 De-escalate"],
    ["🔀 Change department", "❗ Priority"],
    ["💤 Snooze", "🗑 Cancel"],
    ["📌 Re-pin", "🕘 History"],
    CLOSE,
  ]);
  assertStringIncludes(read(more(...ALL).html).text, "What do you want to do?");
});

Deno.test("each action opens by its own button", () => {
  const verbs: Partial<Record<PersonalAction, string>> = {
    assign: "assign",
    de_escalate: "de_escalate",
    change_department: "change",
    set_priority: "priority",
    snooze: "snooze",
    cancel: "cancel",
    repin: "repin",
  };
  for (const action of ALL) {
    const [first, ...others] = data(more(action));
    const verb = verbs[action];
    if (verb) assertEquals([first, ...others], [`${verb}:ACME-42`, "history:ACME-42", "close"]);
    else assertEquals([first, ...others], ["history:ACME-42", "close"], action);
  }
});

Deno.test("whoever may do nothing still sees the history, and is told so", () => {
  const panel = more("comment", "attach");
  assertEquals(labels(panel.keyboard), [["🕘 History"], CLOSE]);
  assertStringIncludes(read(panel.html).text, "nothing more that you can do here");
});

Deno.test("a company with one department has nowhere to move an incident to", () => {
  const company = { ...acme, departments: acme.departments.slice(0, 1) };
  const possible = new Set(["change_department" as const]);
  const { keyboard } = moreMenu(en, incident, company, { possible, choosable: others(company) });
  assertEquals(labels(keyboard), [["🕘 History"], CLOSE]);
});

Deno.test("every menu says which incident it is about, and what that is", () => {
  const page = { items: [], page: 0, pages: 1 };
  const panels = [
    more(),
    departmentMenu(en, incident, acme, others(acme)),
    priorityMenu(en, incident, acme),
    snoozeMenu(en, incident, acme, NOON),
    cancelMenu(en, incident, acme),
    duplicateMenu(en, incident, acme, page),
    assignMenu(en, incident, acme, page),
  ];
  for (const { html } of panels) {
    const [title, gist] = read(html).text.split("\n");
    assertEquals(title, "🟡 ACME-42 · Dispatch · in progress");
    assertEquals(gist, "“Brakes failed on truck 12”");
  }
});

Deno.test("what it is stands in the quotes of the language", () => {
  const speaking = { ...en, quoted: (text: string) => `«${text}»` };
  const { text } = read(cancelMenu(speaking, incident, acme).html);
  assertEquals(text.split("\n")[1], "«Brakes failed on truck 12»");
});

Deno.test("an incident is moved to one of the other departments", () => {
  const departments = ["Dispatch", "Workshop", "Legal", "Night"].map((name, i) => ({
    id: `${i + 1}`,
    name,
    members: 0,
    restricted: name === "Legal",
  }));
  const company = { ...acme, departments };
  const panel = departmentMenu(en, incident, company, others(company));
  assertEquals(labels(panel.keyboard), [["Workshop", "🔒 Legal"], ["Night"], BACK]);
  assertEquals(data(panel).slice(0, 3), [2, 3, 4].map((id) => `move:ACME-42:${id}`));
});

Deno.test("a department that somebody may not choose is not offered to them", () => {
  const panel = departmentMenu(en, incident, acme, new Set());
  assertEquals(labels(panel.keyboard), [BACK]);
});

Deno.test("the priorities stand there with their signs, the most urgent first", () => {
  const panel = priorityMenu(en, { ...incident, priority: "low" }, acme);
  assertStringIncludes(read(panel.html).text, "How urgent is it? Now: low.");
  assertEquals(labels(panel.keyboard), [["🚨 critical", "🔶 high"], ["medium", "🔽 low"], BACK]);
  assertEquals(data(panel).slice(0, 4), [
    "set:ACME-42:critical",
    "set:ACME-42:high",
    "set:ACME-42:medium",
    "set:ACME-42:low",
  ]);
});

Deno.test("what is snoozed can be woken; what is not has no button for it", () => {
  const snoozed = { ...incident, snoozed: { until: NOON, by: mona } };
  const possible = new Set<PersonalAction>(["snooze", "wake"]);
  const choosable = new Set<string>();
  const first = (of: typeof incident) =>
    labels(moreMenu(en, of, acme, { possible, choosable }).keyboard)[0];
  assertEquals(first(incident), ["💤 Snooze", "🕘 History"]);
  assertEquals(first(snoozed), ["💤 Snooze", "⏰ Remind again"]);
});

/** Works on weekdays from half past seven, in Chicago: six hours behind. */
const office: Company = {
  ...acme,
  timeZone: "America/Chicago",
  calendar: { hours: parseHours("mon-fri 07:30-17:00"), holidays: ["2026-11-26"] },
};

Deno.test("it is snoozed for hours, or until the next morning in the company's place", () => {
  const panel = (company: Company, now: number) => snoozeMenu(en, incident, company, now);
  const tomorrow = (company: Company, now: number) => labels(panel(company, now).keyboard)[1]![0];
  assertStringIncludes(
    read(panel(acme, NOON).html).text,
    "For how long should nobody be reminded of it?",
  );
  assertEquals(labels(panel(acme, NOON).keyboard), [
    ["1 hour", "4 hours"],
    ["Until 24 Nov, 08:00"],
    BACK,
  ]);
  assertEquals(data(panel(acme, NOON)), [
    "quiet:ACME-42:1h",
    "quiet:ACME-42:4h",
    "quiet:ACME-42:tomorrow",
    "more:ACME-42",
    "close",
  ]);
  assertEquals(tomorrow({ ...acme, timeZone: "Asia/Tokyo" }, NOON), "Until 24 Nov, 08:00");
  assertEquals(tomorrow(office, NOON), "Until 24 Nov, 07:30");
  const wednesday = NOON + 2 * 24 * 60 * MINUTE;
  assertEquals(tomorrow(office, wednesday), "Until 27 Nov, 07:30", "Thursday is a holiday");
  assertEquals(tomorrow(office, wednesday + 2 * 24 * 60 * MINUTE), "Until 30 Nov, 07:30");
});

Deno.test("an incident is cancelled for one of three reasons", () => {
  const panel = cancelMenu(en, incident, acme);
  assertEquals(labels(panel.keyboard), [
    ["False alarm", "Duplicate of …"],
    ["Other reason …"],
    BACK,
  ]);
  assertEquals(data(panel), [
    "false_alarm:ACME-42",
    "duplicate:ACME-42",
    "other_reason:ACME-42",
    "more:ACME-42",
    "close",
  ]);
});

Deno.test("the incident it doubles is chosen by its number and what it is about", () => {
  const others = Array.from({ length: MENU_PAGE }, (_, i) => ({
    ...incidentIn("awaiting_claim"),
    number: 41 - i,
  }));
  const panel = duplicateMenu(en, incident, acme, { items: others, page: 1, pages: 3 });
  const rows = labels(panel.keyboard);
  assertEquals(rows.length, MENU_PAGE + 2);
  assertEquals(rows[0], ["ACME-41 · Brakes failed on truck 12"]);
  assertEquals(rows.slice(-2), [["◀", "▶"], BACK]);
  assertEquals(data(panel).slice(-5), [
    "double:ACME-42:34",
    "duplicate:ACME-42:0",
    "duplicate:ACME-42:2",
    "more:ACME-42",
    "close",
  ]);
});

Deno.test("people to give it to stand two in a row, by id, eight on a page", () => {
  const items = Array.from({ length: MENU_PAGE }, (_, i) => ({ id: 200 + i, name: `P${i}` }));
  const panel = assignMenu(en, incident, acme, { items, page: 0, pages: 2 });
  assertEquals(labels(panel.keyboard), [
    ["P0", "P1"],
    ["P2", "P3"],
    ["P4", "P5"],
    ["P6", "P7"],
    ["▶"],
    BACK,
  ]);
  assertEquals(data(panel)[7], "to:ACME-42:207");
  assertEquals(data(panel)[8], "assign:ACME-42:1");
  const nameless = assignMenu(en, incident, acme, {
    items: [{ id: 9, name: " " }],
    page: 0,
    pages: 1,
  });
  assertEquals(labels(nameless.keyboard), [["Person 9"], BACK]);
});

Deno.test("when there is nobody, or no other incident, the menu says so", () => {
  const page = { items: [], page: 0, pages: 1 };
  const nobody = assignMenu(en, incident, acme, page);
  assertStringIncludes(read(nobody.html).text, "Nobody takes calls for this department yet.");
  assertEquals(labels(nobody.keyboard), [BACK]);
  const noOther = duplicateMenu(en, incident, acme, page);
  assertStringIncludes(read(noOther.html).text, "There is no other open incident here.");
  assertEquals(labels(noOther.keyboard), [BACK]);
  assert(data(noOther).includes("more:ACME-42"));
});

Deno.test("every menu is valid, whatever people are called and write", () => {
  for (const [kind, name] of Object.entries(HOSTILE_NAMES)) {
    for (const text of Object.values(HOSTILE_TEXTS)) {
      const company = hugeCompany(name.trim() || "?");
      const items = Array.from({ length: MENU_PAGE }, (_, nth) => hugePerson(name, nth));
      for (const incident of hugeIncidents(name, text)) {
        const doubles = items.map(() => incident);
        const choosable = new Set(company.departments.map(({ id }) => id));
        const panels = [
          moreMenu(en, incident, company, { possible: new Set(ALL), choosable }),
          departmentMenu(en, incident, company, choosable),
          priorityMenu(en, incident, company),
          snoozeMenu(
            en,
            incident,
            { ...company, timeZone: "America/Argentina/ComodRivadavia" },
            NOON,
          ),
          cancelMenu(en, incident, company),
          duplicateMenu(en, incident, company, { items: doubles, page: 500_000, pages: 999_999 }),
          assignMenu(en, incident, company, { items, page: 500_000, pages: 999_999 }),
        ];
        for (const { html, keyboard } of panels) {
          try {
            read(html);
            checkKeyboard(keyboard);
          } catch (error) {
            throw new Error(`${kind}, ${incident.status}: ${error}`, { cause: error });
          }
        }
      }
    }
  }
});
