/** Two companies with six groups and everybody in them. */

import type { Grant } from "../../src/domain/person.ts";
import { appoint, type Appointment } from "../property/appoint.ts";
import { type CompanyName, DEPARTMENTS } from "../property/cast.ts";
import type { Site } from "../property/stage.ts";
import type { Roles } from "../property/roles.ts";
import type { GroupOptions, Person, Simulator } from "../simulator/simulator.ts";

/** A group, and what is special about it. */
export interface ChaosSite extends Site {
  /** The bot may pin there. */
  mayPin: boolean;
  /** Forum topics that are there; none where the group is no forum. */
  topics: number[];
}

/** Everybody. */
export interface Cast {
  sites: ChaosSite[];
  /** Everybody but the platform admin. */
  people: Person[];
  admin: Person;
  roles: Roles;
  /** The roles that people have in the whole company. */
  appointments: Appointment[];
}

interface Place {
  company: CompanyName;
  mayPin?: boolean;
  forum?: boolean;
}

const PLACES: Record<string, Place> = {
  yard: { company: "ACME" },
  depot: { company: "ACME" },
  hall: { company: "ACME", forum: true },
  dock: { company: "BOLT" },
  gate: { company: "BOLT" },
  shed: { company: "BOLT", mayPin: false },
};

/** How many people have to do with each company alone, and with both. */
const CROWD = { ACME: 16, BOLT: 13, both: 5 };

const member = (department: string): Grant => ({ role: "member", department });

/** Roles in the whole company, by the place in the company's own crowd. */
const ROLES: Record<CompanyName, readonly (readonly [place: number, grant: Grant])[]> = {
  ACME: [
    ...[3, 4, 5, 6].map((n) => [n, member("1")] as const),
    ...[6, 7, 8, 9].map((n) => [n, member("2")] as const),
    ...[9, 10].map((n) => [n, member("3")] as const),
    [11, { role: "dispatcher" }],
    [12, { role: "dispatcher" }],
    [13, { role: "manager" }],
  ],
  BOLT: [
    ...[3, 4, 5, 6, 7].map((n) => [n, member("1")] as const),
    [8, { role: "dispatcher" }],
    [9, { role: "manager" }],
  ],
};

/** Sets it all up by the program's own commands. */
export async function assemble(telegram: Simulator, admin: Person): Promise<Cast> {
  const people: Person[] = [];
  const crowdOf = (name: string, size: number) =>
    Array.from({ length: size }, (_, n) => {
      const person = telegram.person(`${name} ${n + 1}`, { username: `${name}_person_${n + 1}` });
      people.push(person);
      return person;
    });
  const crowds = {
    ACME: crowdOf("Acme", CROWD.ACME),
    BOLT: crowdOf("Bolt", CROWD.BOLT),
    both: crowdOf("Both", CROWD.both),
  };
  await admin.starts();
  const roles: Roles = { granted: new Map(), administrators: new Map(), platformAdmin: admin.id };
  const sites: ChaosSite[] = [];
  for (const company of ["ACME", "BOLT"] as const) {
    await admin.says(admin.private, `/add_company ${company} ${company} Logistics`);
    for (const { name } of DEPARTMENTS[company].slice(1)) {
      await admin.says(admin.private, `/add_department ${company} ${name}`);
    }
    const places = Object.entries(PLACES).filter(([, place]) => place.company === company);
    for (const [n, [title, place]] of places.entries()) {
      const owner = crowds[company][n]!;
      // Not everybody is everywhere.
      const crowd = [...crowds[company], ...crowds.both].filter((who, i) =>
        who !== owner && (i + n) % 4 !== 0
      );
      sites.push(await openSite(telegram, { admin, title, place, owner, crowd }));
      roles.administrators.set(sites.at(-1)!.group.id, [owner.id]);
    }
  }
  await admin.says(admin.private, "/restrict_department ACME Vault");
  for (const person of people) await person.starts();
  const appointments = (["ACME", "BOLT"] as const).flatMap((company) => {
    const site = sites.find((each) => each.company === company)!;
    return ROLES[company].map(([place, grant]) => {
      return { who: crowds[company][place]!, site, everywhere: true, grant };
    });
  });
  for (const appointment of appointments) {
    await appoint({ roles, program: { admin } }, appointment);
  }
  return { sites, people, admin, roles, appointments };
}

async function openSite(
  telegram: Simulator,
  { admin, title, place, owner, crowd }: {
    admin: Person;
    title: string;
    place: Place;
    owner: Person;
    crowd: Person[];
  },
): Promise<ChaosSite> {
  const { company, mayPin = true, forum = false } = place;
  const options: GroupOptions = { owner, members: crowd, withBot: false, forum };
  const group = telegram.group(title, options);
  await owner.adds(group);
  await group.botRights({ can_pin_messages: mayPin });
  await admin.says(admin.private, `/add_group ${company} ${group.id}`);
  const topics = forum ? [group.opensTopic("Night shift"), group.opensTopic("Day shift")] : [];
  const members = [owner, ...crowd];
  return { group, company, members, owner, mayPin, topics };
}
