import { assertEquals, assertThrows } from "@std/assert";
import { Incident, isOpen, STATUSES } from "../../src/domain/incident.ts";
import { countsOf } from "../../src/domain/statistics.ts";
import { HISTORIES, history, incidentIn } from "./history.ts";

Deno.test("isOpen() holds until it is resolved or closed", () => {
  assertEquals(STATUSES.filter((status) => !isOpen(incidentIn(status))), ["resolved", "closed"]);
});

Deno.test("each status has just its own fields", () => {
  for (const status of STATUSES) {
    const incident = incidentIn(status);
    assertEquals(Incident.parse(incident), incident);
    for (const key of Object.keys(incident)) {
      const { [key as keyof Incident]: _left, ...rest } = incident;
      assertThrows(() => Incident.parse(rest), Error, undefined);
    }
  }
});

Deno.test("a life counts once as reported, and once as resolved when it is", () => {
  const counts = (status: "resolved" | "closed") =>
    history(HISTORIES[status]).map(countsOf).filter((counted) => counted !== null);
  assertEquals(counts("resolved"), ["reported", "resolved"]);
  assertEquals(counts("closed"), ["reported"]);
});
