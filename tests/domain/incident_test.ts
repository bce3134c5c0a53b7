import { assert, assertEquals } from "@std/assert";
import {
  baseOf,
  crewOf,
  departmentOf,
  Incident,
  isOpen,
  STATUSES,
  tierOf,
} from "../../src/domain/incident.ts";
import { countsOf } from "../../src/domain/statistics.ts";
import { HISTORIES, history, incidentAfter, incidentIn } from "./history.ts";
import { SITUATIONS } from "./situations.ts";

Deno.test("isOpen() holds until it is resolved or closed", () => {
  assertEquals(STATUSES.filter((status) => !isOpen(incidentIn(status))), ["resolved", "closed"]);
});

/** Fields that incidents did not have at first. */
const LATER_FIELDS = {
  topicId: null,
  editedAt: null,
  priority: "medium",
  tags: [],
  escalation: null,
  snoozed: null,
  reopened: 0,
  repins: 0,
  workers: [],
  comments: { count: 0, newest: null },
  attachments: 0,
  askedAt: 0,
  nudgedAt: null,
  nudges: 0,
  heardAt: 0,
  wokenAt: 0,
};

/** What an incident has in every situation, besides its status. */
const COMMON_FIELDS = SITUATIONS.map(({ steps }) => new Set(Object.keys(incidentAfter(...steps))))
  .reduce((common, fields) => common.intersection(fields))
  .values().filter((field) => field !== "status").toArray().toSorted();

for (const { is, steps } of SITUATIONS) {
  Deno.test(`the record of an incident in ${is} has just its own fields`, () => {
    const incident = incidentAfter(...steps);
    assertEquals(Incident.parse({ ...incident, more: 1 }), incident);
    for (const key of Object.keys(incident).filter((it) => !(it in LATER_FIELDS))) {
      const { [key as keyof Incident]: _left, ...rest } = incident;
      assert(!Incident.safeParse(rest).success, key);
    }
  });

  Deno.test(`an older record of an incident in ${is} is read as one to which nothing was added`, () => {
    const incident = incidentAfter(...steps);
    const older = Object.entries(incident).filter(([key]) => !(key in LATER_FIELDS));
    const later = Object.entries(LATER_FIELDS).filter(([key]) => key in incident);
    const expected: unknown = { ...incident, ...Object.fromEntries(later) };
    assertEquals<unknown>(Incident.parse(Object.fromEntries(older)), expected);
  });

  Deno.test(`baseOf() has just what every incident has, in ${is}`, () => {
    const incident = incidentAfter(...steps);
    assertEquals(Object.keys(baseOf(incident)).toSorted(), COMMON_FIELDS);
    assertEquals({ ...incident, ...baseOf(incident) }, incident);
  });
}

Deno.test("tier, department and crew of an incident are what the design says", () => {
  for (const situation of SITUATIONS) {
    const incident = incidentAfter(...situation.steps);
    const { is, tier, department, owner, helpers } = situation;
    assertEquals(tierOf(incident), tier, is);
    assertEquals(departmentOf(incident), department, is);
    assertEquals(crewOf(incident), owner ? [owner, ...helpers] : [], is);
    assertEquals(incident.workers, situation.workers, is);
  }
});

Deno.test("a life counts once as reported, and once as resolved when it is", () => {
  const counts = (status: "resolved" | "closed") =>
    history(HISTORIES[status]).map(countsOf).filter((counted) => counted !== null);
  assertEquals(counts("resolved"), ["reported", "resolved"]);
  assertEquals(counts("closed"), ["reported"]);
});
