import { assert, assertEquals } from "@std/assert";
import type { Act, ActChange } from "../../src/domain/act.ts";
import { newCompany } from "../../src/domain/company.ts";
import { SETTING_NAMES } from "../../src/domain/policy_setting.ts";
import { actPieces } from "../../src/view/act_page.ts";
import { CATALOGUES } from "../../src/view/texts/catalogues.ts";
import { en } from "../../src/view/texts/en/en.ts";
import type { Texts } from "../../src/view/texts/texts.ts";
import { read } from "./reads.ts";

const AT = Date.UTC(2026, 10, 23, 9);
const company = {
  ...newCompany("ACME", "Acme Logistics", AT),
  timeZone: "Europe/Vienna",
  removed: [{ id: "7", name: "Legal", removedAt: AT }],
};
const called = {
  company,
  people: new Map([["7", "Petra"], ["8", "Bob"]]),
  groups: new Map([["-100", "Yard"]]),
};

type Part = Pick<ActChange, "path" | "before" | "after">;

/** The lines of an act under its head. */
function told(record: ActChange["record"], parts: Part[], texts: Texts = en): string[] {
  const id = { company: "ACME", person: "8", group: "-100" }[record];
  const changes = parts.map((part) => ({ record, id, ...part }));
  const act: Act = { schema: 1, company: "ACME", at: AT, by: 7, what: "x_y", changes, left: 0 };
  return actPieces(texts, act, called).flatMap((piece) => read(piece).text.split("\n").slice(1));
}

const part = (path: string, before: string | null, after: string | null): Part => ({
  path,
  before,
  after,
});

Deno.test("an older act of the hours is one line, and its bookkeeping none", () => {
  assertEquals(
    told("company", [
      part("calendar.hours.mon.0.from", null, "480"),
      part("calendar.hours.mon.0.to", "960", "1020"),
      part("lastRemoved", "0", "7"),
      part("removed.7.name", null, "Legal"),
      part("removed.7.removedAt", null, `${AT}`),
      part("createdAt", null, `${AT}`),
      part("departments.1.members", "1", "2"),
    ]),
    ["working hours: changed"],
  );
  assertEquals(
    told("group", [
      part("status", "active", "suspended"),
      part("suspension.why", null, "detached"),
      part("suspension.botIsThere", null, "true"),
    ]),
    ["Yard · state: active → suspended", "Yard · because: nothing → detached"],
  );
});

Deno.test("a company's values read as words, those of a department that is gone too", () => {
  assertEquals(
    told("company", [
      part("name", "Acme", "Acme <b>"),
      part("retentionDays", null, "30"),
      part("defaultDepartment", "7", "1"),
      part("departments.order", "1, 7", "7, 1"),
      part("archivedAt", `${AT}`, null),
      part("futureAt", null, `${AT}`),
      part("locale", "ru", "uz"),
      part("calendar.holidays", null, "2026-12-24"),
      part("policy.escalatesByItself", null, "false"),
      part("policy.priorityFactors.high", "0.5", null),
      part("policy.reportsPerPersonPerHour", "5", "6"),
    ]),
    [
      "name: Acme → Acme <b>",
      "incidents are kept: ♾ For ever → 30 days",
      "default department: Legal → Dispatch",
      "order of the departments: Dispatch, Legal → Legal, Dispatch",
      "archived: 23 Nov 2026, 10:00 → no",
      "futureAt: nothing → 23 Nov 2026, 10:00",
      "language: Русский → O‘zbekcha",
      "holidays: nothing → 2026-12-24",
      "auto_escalation: as usual → off",
      "high: minutes × 0.5 → as usual",
      "reports_per_person: 5 per hour → 6 per hour",
    ],
  );
});

Deno.test("what people and groups have reads as words", () => {
  assertEquals(told("person", [part("shifts.7", null, "mon 08:00-17:00")]), [
    "Bob · department “Legal” · shift: nothing → mon 08:00-17:00",
  ]);
  assertEquals(
    told("group", [
      part("people.8.manager", null, "true"),
      part("language", null, "es"),
      part("cardTopicId", null, "5"),
      part("settings.silentCalls", "false", "true"),
      part("settings.reporters", "anybody", "people"),
      part("settings.signs.medium", null, "🧯"),
      part("askedToTakeCalls", null, "8"),
    ]),
    [
      "Yard · Bob · manager: no → yes",
      "Yard · language: As the company does → Español",
      "Yard · Cards: each where it is reported → all in one topic (5)",
      "Yard · Calls: with a sound → without a sound",
      "Yard · Reports: by anybody in the group → by those who have a role",
      "Yard · Signs · medium: none → 🧯",
      "Yard · asked to take calls: nothing → Bob",
    ],
  );
});

Deno.test("what nothing has a word for any more stands as it was kept", () => {
  assertEquals(told("company", [part("policy.moonPhase", null, "3")]), [
    "policy.moonPhase: nothing → 3",
  ]);
  assertEquals(
    told("group", [
      part("settings.signs.blue", null, "🟦"),
      part("settings.echo", null, "true"),
    ]),
    ["Yard · settings.signs.blue: nothing → 🟦", "Yard · settings.echo: nothing → yes"],
  );
});

Deno.test("no path is left where the language has a word for it", () => {
  const paths = ["timeZone", "locale", "calendar.hours", "retentionDays", "archivedAt"];
  for (const [locale, texts] of Object.entries(CATALOGUES)) {
    for (const path of [...paths, "defaultDepartment", "departments.1.name"]) {
      const [line] = told("company", [part(path, null, "1")], texts);
      assert(!line!.startsWith(path), `${locale}: ${line}`);
    }
    for (const name of SETTING_NAMES) assert(texts.policyWords.labels[name], `${locale} ${name}`);
  }
});
