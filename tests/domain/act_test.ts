import { assert, assertEquals } from "@std/assert";
import { Act, actOf, actWithPseudonym, MOST_OF_AN_ACT, peopleIn } from "../../src/domain/act.ts";
import { type Company, newCompany } from "../../src/domain/company.ts";
import { parseHours } from "../../src/domain/hours.ts";
import { NO_GRANTS } from "../../src/domain/person.ts";

const BY_PETRA = { company: "ACME", at: 1_795_424_400_000, by: 7, what: "time_zone_set" };
const ACME = newCompany("ACME", "Acme Logistics", 1_795_000_000_000);

Deno.test("actOf() says who changed what, from what, to what", () => {
  const after = { ...ACME, timeZone: "Europe/Vienna" };
  const record = { record: "company" as const, id: "ACME" };
  assertEquals(actOf(BY_PETRA, [{ ...record, before: ACME, after }]), {
    schema: 1,
    ...BY_PETRA,
    changes: [{ ...record, path: "timeZone", before: "UTC", after: "Europe/Vienna" }],
    left: 0,
  });
  assertEquals(actOf(BY_PETRA, [{ ...record, before: ACME, after: { ...ACME } }]), null);
});

Deno.test("a new company is an act with nothing before; what only counts is none", () => {
  const record = { record: "company" as const, id: "ACME" };
  const created = actOf(BY_PETRA, [{ ...record, before: null, after: ACME }]);
  assertEquals(created?.changes.map(({ path, before, after }) => [path, before, after]), [
    ["name", null, "Acme Logistics"],
    ["departments.1.name", null, "Dispatch"],
    ["timeZone", null, "UTC"],
    ["locale", null, "en"],
  ]);
  const departments = ACME.departments.map((one) => ({ ...one, members: 1 }));
  const counted = { ...ACME, dispatchers: 2, departments };
  assertEquals(actOf(BY_PETRA, [{ ...record, before: ACME, after: counted }]), null);
  const person = { ...NO_GRANTS, schema: 1, company: "ACME", id: 9, dispatcher: true, shifts: {} };
  const granted = actOf(BY_PETRA, [{ record: "person", id: "9", before: null, after: person }]);
  assertEquals(granted?.changes.map(({ path, after }) => [path, after]), [["dispatcher", "true"]]);
});

Deno.test("hours are one change, and so is a switch or a word of the policy that nothing said before", () => {
  const record = { record: "company" as const, id: "ACME" };
  const changesOf = (before: Partial<Company>, after: Partial<Company>) =>
    actOf(BY_PETRA, [{ ...record, before: { ...ACME, ...before }, after: { ...ACME, ...after } }])
      ?.changes.map(({ path, before, after }) => `${path}: ${before} → ${after}`);
  const hours = (text: string) => ({ calendar: { hours: parseHours(text), holidays: [] } });
  assertEquals(changesOf({}, hours("mon-fri 8-17")), [
    "calendar.hours: null → mon-fri 08:00-17:00",
  ]);
  assertEquals(changesOf(hours("mon-fri 8-17"), hours("mon-fri 8-16")), [
    "calendar.hours: mon-fri 08:00-17:00 → mon-fri 08:00-16:00",
  ]);
  const policy = { escalatesByItself: false, unclaimedRepeatMinutes: null };
  assertEquals(changesOf({}, { policy }), [
    "policy.escalatesByItself: null → false",
    "policy.unclaimedRepeatMinutes: null → same",
  ]);
  const removed = [{ id: "2", name: "Legal", removedAt: 1 }];
  assertEquals(changesOf({}, { removed, lastRemoved: 2 }), undefined);
});

Deno.test("an act never grows beyond what a record can hold, and says what it left out", () => {
  const policy = Object.fromEntries(
    Array.from({ length: 1_000 }, (_, i) => [`setting${i}${"x".repeat(300)}`, "😀".repeat(500)]),
  );
  const act = actOf(BY_PETRA, [
    { record: "company", id: "ACME", before: ACME, after: { ...ACME, policy } },
  ]);
  assert(act);
  assertEquals(act.changes.length, MOST_OF_AN_ACT.changes);
  assertEquals(act.left, 1_000 - MOST_OF_AN_ACT.changes);
  assert(act.changes.every(({ after }) => after!.isWellFormed() && after!.endsWith("…")));
  // Two bytes for each UTF-16 unit, as V8 writes such texts.
  assert(JSON.stringify(act).length * 2 < 60_000, `${JSON.stringify(act).length}`);
  assertEquals(Act.parse(act), act);
});

Deno.test("a pseudonym takes somebody's place in an act, whether it was theirs or about them", () => {
  const [uma, pseudonym] = [5_000_001, 2 ** 52 + 7];
  const grants = { ...NO_GRANTS, dispatcher: true, departments: ["2"] };
  const group = (ids: number[]) => ({
    company: "ACME",
    chatId: -100,
    title: `Gate ${uma}`,
    people: Object.fromEntries(ids.map((id) => [id, grants])),
    askedToTakeCalls: ids,
  });
  const records = [
    { record: "company" as const, id: "ACME", before: null, after: { timeZone: `${uma}` } },
    { record: "person" as const, id: `${uma}`, before: null, after: grants },
    { record: "person" as const, id: `${uma}1`, before: null, after: grants },
    { record: "group" as const, id: "-100", before: group([8, uma]), after: group([8]) },
    { record: "group" as const, id: "-100", before: group([]), after: group([uma]) },
  ];
  for (const by of [7, uma]) {
    const act = actOf({ ...BY_PETRA, by }, records)!;
    assertEquals(new Set(act.changes.flatMap(peopleIn)), new Set([uma, uma * 10 + 1]));
    const after = actWithPseudonym(act, uma, pseudonym);
    assertEquals(after.by, by === uma ? pseudonym : 7);
    assertEquals(new Set(after.changes.flatMap(peopleIn)), new Set([pseudonym, uma * 10 + 1]));
    // What is no person stays, and so does everything else.
    const back = JSON.stringify(after).replaceAll(String(pseudonym), String(uma));
    assertEquals(back, JSON.stringify(act));
    assertEquals(after.changes.filter(({ after }) => after === `${uma}`).length, 1);
    assertEquals(actWithPseudonym(after, uma, pseudonym), after);
  }
});
