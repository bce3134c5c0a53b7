/** Two companies with three groups and everybody in them, and what a test knows of their incidents. */

import type { Grant } from "../../src/domain/person.ts";
import { NO_GRANTS, withGrant, withoutGrant } from "../../src/domain/person.ts";
import type { IncidentId } from "../../src/domain/ids.ts";
import { policy } from "../domain/cast.ts";
import type { Chance } from "../domain/random.ts";
import type { Model } from "../domain/model.ts";
import { type Program, startProgram } from "../program.ts";
import type { Group, Person } from "../simulator/simulator.ts";
import type { Message } from "grammy/types";
import { CAST, DEPARTMENTS, type GroupName, GROUPS } from "./cast.ts";
import type { Roles } from "./roles.ts";
import { startTally, type Tally } from "./tally.ts";
import { watchWrites, type Writes } from "./writes.ts";

/** A group and its company. */
export interface Site {
  group: Group;
  company: string;
  members: Person[];
  /** Its Telegram owner. */
  owner: Person;
}

/** A message that became part of an incident. */
export interface Said {
  message: Message;
  by: Person;
  /** It has words on record; else only what it carries. */
  isComment: boolean;
}

/** An incident as the model tells it. */
export interface Told {
  id: IncidentId;
  /** The id as people write it. */
  name: string;
  site: Site;
  model: Model;
  source: Said;
  said: Said[];
}

/** Everything a walk needs. */
export interface Stage {
  program: Program;
  chance: Chance;
  sites: Site[];
  /** Everybody, the platform admin too. */
  people: Person[];
  roles: Roles;
  incidents: Map<string, Told>;
  writes: Writes;
  tally: Tally;
  /** Updates that had an effect, with their moment, the newest last. */
  handled: { updateId: number; at: number }[];
}

/** A role in a company, or in one of its groups only. */
export interface Appointment {
  who: Person;
  site: Site;
  /** In all groups of the company. */
  everywhere: boolean;
  grant: Grant;
  take?: boolean;
}

/** The patience that the model knows, and reports without end. */
const ENVIRONMENT = {
  SLA_UNCLAIMED_NUDGE_MINUTES: String(policy.unclaimedNudgeMinutes),
  SLA_ESCALATION_NUDGE_MINUTES: String(policy.escalationNudgeMinutes),
  SLA_SUMMARY_TIMEOUT_MINUTES: String(policy.summaryTimeoutMinutes),
  REPORTS_PER_PERSON_PER_HOUR: "1000",
  REPORTS_PER_GROUP_PER_HOUR: "1000",
};

/** Sets everything up through the program's own commands. */
export async function openStage(chance: Chance): Promise<Stage> {
  const writes = watchWrites();
  const program = await startProgram({ environment: ENVIRONMENT, wrapKv: writes.watch });
  const { telegram, admin } = program;
  const people = new Map(Object.keys(CAST).map((name) => [name, telegram.person(name)]));
  const sites = new Map<GroupName, Site>();
  for (const [name, { company, owner }] of Object.entries(GROUPS)) {
    const members = Object.entries(CAST).filter(([, { groups }]) =>
      groups.some((group) => group === name)
    ).map(([who]) => people.get(who)!);
    const boss = people.get(owner)!;
    const group = await openGroup(program, { name, company, members, owner: boss });
    sites.set(name as GroupName, { group, company, members: [boss, ...members], owner: boss });
  }
  await admin.says(admin.private, "/restrict_department ACME Vault");
  const stage: Stage = {
    program,
    chance,
    sites: [...sites.values()],
    people: [...people.values(), admin],
    roles: {
      companies: new Map(),
      groups: new Map(),
      administrators: new Map([...sites.values()].map((it) => [it.group.id, [it.owner.id]])),
      platformAdmin: admin.id,
    },
    incidents: new Map(),
    writes,
    tally: startTally(),
    handled: [],
  };
  for (const person of stage.people) await person.starts();
  for (const [name, { roles = [] }] of Object.entries(CAST)) {
    for (const { at, everywhere, grant } of roles) {
      await appoint(stage, { who: people.get(name)!, site: sites.get(at)!, everywhere, grant });
    }
  }
  return stage;
}

async function openGroup(
  program: Program,
  { name, company, members, owner }: {
    name: string;
    company: string;
    members: Person[];
    owner: Person;
  },
): Promise<Group> {
  const { telegram, admin } = program;
  const departments = DEPARTMENTS[company]!.slice(1).map((it) => it.name);
  const isFirst = name !== "depot";
  if (isFirst) {
    return await program.company(company, { title: name, members, owner, departments });
  }
  const group = telegram.group(name, { owner, members, withBot: false });
  await owner.adds(group);
  await group.botRights("administrator");
  await admin.says(admin.private, `/add_group ${company} ${group.id}`);
  return group;
}

/** Gives a role, or takes it away, by the command for it, and remembers it. */
export async function appoint(stage: Stage, appointment: Appointment): Promise<void> {
  const { who, site, everywhere, grant, take = false } = appointment;
  const { program: { admin }, roles } = stage;
  const command = `/${take ? "remove" : "add"}_${grant.role}`;
  const department = grant.role === "member"
    ? DEPARTMENTS[site.company]!.find(({ id }) => id === grant.department)!.name
    : "";
  const [all, key]: [Map<unknown, Map<number, typeof NO_GRANTS>>, unknown] = everywhere
    ? [roles.companies, site.company]
    : [roles.groups, site.group.id];
  const granted = all.get(key) ?? new Map();
  const before = granted.get(who.id) ?? NO_GRANTS;
  all.set(key, granted.set(who.id, (take ? withoutGrant : withGrant)(before, grant)));
  if (everywhere) {
    const words = [command, site.company, department, who.id].filter(Boolean).join(" ");
    await admin.says(admin.private, words);
  } else {
    const replyTo = await who.says(site.group, "Hello");
    await site.owner.says(site.group, [command, department].join(" ").trim(), { replyTo });
  }
}
