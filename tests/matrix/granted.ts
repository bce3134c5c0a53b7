/** What a press must come to, from the design's table, the places and the roles alone. */

import type { Incident } from "../../src/domain/incident.ts";
import { type Model, modelOf } from "../domain/model.ts";
import { refusalByDesign } from "../domain/design_verdict.ts";
import type { PersonalAction } from "../../src/domain/rules.ts";
import { partsIn } from "../domain/situation.ts";
import type { Person } from "../simulator/simulator.ts";
import type { Role } from "../stories/many_eyes.ts";
import { HOMES, rolesOf, type Where } from "./grounds.ts";
import type { Sample } from "./samples.ts";

/** Who presses, and where. */
export interface Presser {
  person: Person;
  role: Role;
  where: Where;
}

/** Somebody presses a button about that incident: why not, in the log's word; `null`: it is granted. */
export function verdictOn(
  action: PersonalAction | null,
  { id, incident }: { id: string; incident: Incident },
  { person, role, where }: Presser,
): string | null {
  const { home, company } = HOMES[id]!;
  const model = modelOf(incident);
  const roles = rolesOf(role, company, where);
  const acting = { person: { id: person.id, name: person.name }, roles };
  const sees = where === "private"
    ? isTheirs(model, acting) || roles.dispatcher || roles.manager
    : where === home;
  if (!sees) return "unknown_incident";
  if (action === null) return null;
  // ZETA has given nobody a role that takes calls.
  const nobodyTakesCalls = company === "ZETA" && where !== "private";
  return refusalByDesign(action, model, acting, nobodyTakesCalls)?.reason ?? null;
}

function isTheirs(model: Model, acting: Parameters<typeof partsIn>[0]): boolean {
  return partsIn(acting, model).some((part) =>
    ["reporter", "owner", "helper", "worker"].includes(part)
  );
}

/** Who manages the groups of a company, by the group. */
const MANAGERS: Record<Where, readonly Role[]> = {
  yard: ["manager", "manager of its group", "administrator of its group", "platform admin"],
  depot: ["manager", "platform admin"],
  vault: ["manager of another company", "platform admin"],
  nowhere: [],
  private: [],
};

/** Somebody presses a button about no incident: whether the table grants it. */
export function isGranted(
  kind: Exclude<Sample["kind"], "does" | "opens">,
  verb: string,
  { role, where }: Presser,
): boolean {
  switch (kind) {
    case "platform":
      return where === "private" && role === "platform admin";
    case "company":
      return where === "private" && rolesOf(role, "ACME", where).manager;
    case "self":
      return where === "private";
    case "leaver":
      return where === "private" && role === "member";
    case "group":
      return where === "yard" || where === "depot" || where === "vault";
    case "yard":
      return where === "yard" && MANAGERS.yard.includes(role);
    case "managed":
      return MANAGERS[where].includes(role);
    case "spoken":
      return where === "private" || MANAGERS[where].includes(role);
    case "own":
      // The owner has asked for a list in the yard; everybody can close what stands open for them.
      return verb === "close" || (where === "yard" && role === "owner");
    default:
      return kind satisfies never;
  }
}
