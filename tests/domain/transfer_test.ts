import { assertEquals } from "@std/assert";
import { decideTransfer } from "../../src/domain/decide_clock.ts";
import { no, yes } from "../../src/domain/decision.ts";
import { departmentOf, type Incident } from "../../src/domain/incident.ts";
import { acme } from "./cast.ts";
import { incidentIn } from "./history.ts";

const waiting = incidentIn("awaiting_claim");
const removed = departmentOf(waiting)!;
const left = acme.departments.filter(({ id }) => id !== removed);
const after = { ...acme, departments: left, defaultDepartment: null };
const unchanged = no({ reason: "no_change" });

Deno.test("an open incident leaves a department that is no more, for the default one", () => {
  const { id: department } = left[0]!;
  assertEquals(
    decideTransfer(waiting, removed, after),
    yes({ type: "department_changed", department }),
  );
});

Deno.test("what is elsewhere, is over, or has its department still, stays where it is", () => {
  const cases: [Incident, typeof acme][] = [
    [waiting, acme],
    [incidentIn("resolved"), after],
    [incidentIn("awaiting_department"), after],
  ];
  for (const [incident, company] of cases) {
    assertEquals(decideTransfer(incident, removed, company), unchanged, incident.status);
  }
  assertEquals(decideTransfer(waiting, left[0]!.id, after), unchanged);
});
