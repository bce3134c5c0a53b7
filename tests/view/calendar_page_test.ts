import { assert, assertEquals } from "@std/assert";
import type { Company } from "../../src/domain/company.ts";
import { formatHours, parseHours } from "../../src/domain/hours.ts";
import { calendarPage, type Duty, dutyPage } from "../../src/view/calendar_page.ts";
import { en } from "../../src/view/texts/en/en.ts";
import { acme, hana, otto, rita } from "../domain/cast.ts";
import { HOSTILE_NAMES, hugeCompany, hugePerson } from "./hostile.ts";
import { entities, read } from "./reads.ts";

/** As long as a week of hours gets: four spans on each day, no two days alike. */
const LONGEST_HOURS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  .map((day, i) => `${day} 00:0${i}-03:00 06:00-09:00 12:00-15:00 18:00-21:00`).join("; ");
const HOLIDAYS = Array.from(
  { length: 100 },
  (_, i) => new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10),
);

const lines = (company: Company) => read(calendarPage(en, company)).text.split("\n");

Deno.test("a company that has set nothing works round the clock", () => {
  assertEquals(lines(acme), [
    "When Acme Logistics works (UTC)",
    "round the clock",
    "Holidays: none",
  ]);
});

Deno.test("hours and holidays stand there as they are typed", () => {
  const calendar = {
    hours: parseHours("Mon-Fri 8-17; sat 9-13"),
    holidays: ["2026-11-26", "2026-12-25"],
  };
  assertEquals(lines({ ...acme, timeZone: "America/Chicago", calendar }), [
    "When Acme Logistics works (America/Chicago)",
    "mon-fri 08:00-17:00; sat 09:00-13:00",
    "Holidays: 2026-11-26, 2026-12-25",
  ]);
});

const duties: Duty[] = [
  {
    department: "Dispatch",
    members: [
      { person: otto, hours: "mon-fri 08:00-16:00", onDuty: true },
      { person: hana, hours: "daily 22:00-06:00", onDuty: false },
      { person: rita, hours: null, onDuty: false },
    ],
  },
  { department: "Workshop", members: [] },
];

Deno.test("each department's people stand there with their hours, and whoever is on duty is marked", () => {
  assertEquals(read(dutyPage(en, acme, duties)).text.split("\n"), [
    "Shifts of Acme Logistics",
    "Dispatch",
    "Otto: mon-fri 08:00-16:00 · on duty now",
    "Hana: daily 22:00-06:00",
    "Rita: no set hours",
    "Workshop",
    "nobody",
  ]);
  assertEquals(entities(read(dutyPage(en, acme, duties)), "text_mention"), []);
});

Deno.test("what does not fit one message is cut at a line, and it says how to see one department", () => {
  const members = Array.from({ length: 300 }, (_, i) => ({
    person: { id: 100 + i, name: `M${i}` },
    hours: null,
    onDuty: false,
  }));
  const shown = (count: number) =>
    read(dutyPage(en, acme, [{ department: "Dispatch", members: members.slice(0, count) }])).text
      .split("\n");
  assertEquals(shown(100).at(-1), "M99: no set hours");
  const cut = shown(300);
  assertEquals(cut.at(-1), en.shift.cut("/shifts ACME"));
  assertEquals(
    cut.slice(2, -1),
    members.slice(0, cut.length - 3).map(({ person }) => `${person.name}: no set hours`),
  );
});

Deno.test("both pages are valid, however many people and hours there are, and whatever names", () => {
  assertEquals(formatHours(parseHours(LONGEST_HOURS)!), LONGEST_HOURS);
  for (const [kind, name] of Object.entries(HOSTILE_NAMES)) {
    const company = hugeCompany(name.trim() || "?");
    const calendar = { hours: parseHours(LONGEST_HOURS), holidays: HOLIDAYS };
    read(calendarPage(en, { ...company, timeZone: "America/Argentina/ComodRivadavia", calendar }));
    const members = Array.from({ length: 400 }, (_, nth) => ({
      person: hugePerson(name, nth),
      hours: LONGEST_HOURS,
      onDuty: true,
    }));
    const { text } = read(
      dutyPage(
        en,
        company,
        company.departments.slice(0, 10).map((department) => ({
          department: department.name,
          members,
        })),
      ),
    );
    assert(text.includes("on duty now"), kind);
  }
});
