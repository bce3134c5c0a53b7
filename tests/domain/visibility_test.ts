import { assertEquals } from "@std/assert";
import { maySee } from "../../src/domain/visibility.ts";
import { hana, otto, rita, stella, wanda, YARD } from "./cast.ts";
import { incidentAfter } from "./history.ts";
import { SITUATIONS } from "./situations.ts";
import { DISPATCHER, MANAGER, MEMBER, NO_ROLES } from "./story.ts";

const OTHER_GROUP = YARD - 1;
const OWN = incidentAfter(...SITUATIONS.find(({ is }) => is === "in_progress")!.steps);

/** Who, with which roles, and whether they see it in private; each sees it in its own group. */
const VIEWERS = [
  ["a stranger", stella, NO_ROLES, false],
  ["the reporter", rita, NO_ROLES, true],
  ["the owner", otto, NO_ROLES, true],
  ["a helper", hana, NO_ROLES, true],
  ["a helper of the past", wanda, NO_ROLES, true],
  ["a member of the department", stella, MEMBER, false],
  ["a dispatcher of the company", stella, DISPATCHER, true],
  ["a manager of the company", stella, MANAGER, true],
] as const;

for (const [who, { id: personId }, standing, inPrivate] of VIEWERS) {
  Deno.test(`${who} sees an incident in its own group, and ${inPrivate ? "" : "not "}in private`, () => {
    assertEquals(maySee(OWN, { personId, chatId: YARD, standing }), true);
    assertEquals(maySee(OWN, { personId, chatId: null, standing }), inPrivate);
  });

  Deno.test(`${who} does not see an incident in another group`, () => {
    assertEquals(maySee(OWN, { personId, chatId: OTHER_GROUP, standing }), false);
  });
}

Deno.test("whoever reported it or worked on it sees it in private whatever became of it", () => {
  for (const { is, steps, workers } of SITUATIONS) {
    const incident = incidentAfter(...steps);
    const sees = (personId: number) =>
      maySee(incident, { personId, chatId: null, standing: NO_ROLES });
    assertEquals([rita.id, ...workers].map(sees), [true, ...workers.map(() => true)], is);
    assertEquals(sees(stella.id), false, is);
  }
});

Deno.test("an incident that moved with its group is seen there, and not where it was", () => {
  const moved = { ...OWN, chatId: OTHER_GROUP };
  const viewer = { personId: stella.id, standing: MANAGER };
  assertEquals(maySee(moved, { ...viewer, chatId: OTHER_GROUP }), true);
  assertEquals(maySee(moved, { ...viewer, chatId: YARD }), false);
});
