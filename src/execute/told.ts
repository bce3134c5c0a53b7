/** Who of those whom an event concerns is told of it in private, and how much. */

import type { Company } from "../domain/company.ts";
import type { IncidentEvent } from "../domain/event.ts";
import { departmentOf, type Incident } from "../domain/incident.ts";
import { offeredTo, type Told } from "../domain/matter.ts";
import { isTold, type Matter } from "../domain/notify.ts";
import type { Standing } from "../domain/standing.ts";
import { peopleOf } from "../domain/visibility.ts";
import type { CalledPerson } from "./callees.ts";

/** Whoever wants to be told and can be reached. What somebody did, they know. */
export function toldInPrivate(
  people: readonly CalledPerson[],
  event: IncidentEvent,
  { matter, incident, company }: { matter: Matter; incident: Incident; company: Company },
): Told[] {
  const { priority } = incident;
  const told = people.filter((person) =>
    person.reachable && person.id !== event.actor?.id &&
    isTold(matter, { ...person, isCompanyManager: isCompanyManager(person) }, {
      company,
      priority,
      at: event.at,
    })
  );
  return told.map((person) => ({
    id: person.id,
    profile: person.profile,
    matter,
    actions: offeredTo(person, event, { incident, company, standing: standing(person, incident) }),
    maySee: person.from === "company" || peopleOf(incident).includes(person.id),
  }));
}

function isCompanyManager({ as, from }: CalledPerson): boolean {
  return as === "manager" && from === "company";
}

/** What the company lets them do, as far as their being called shows it. */
function standing({ as, from }: CalledPerson, incident: Incident): Standing {
  const role = from === "company" ? as : null;
  const department = departmentOf(incident);
  return {
    platformAdmin: false,
    manager: role === "manager",
    dispatcher: role === "manager" || role === "dispatcher",
    departments: role === "member" && department !== null ? [department] : [],
  };
}
