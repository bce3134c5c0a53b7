/** Sets the stage through the program's own commands. */

import { settingText } from "../../src/domain/policy_setting.ts";
import { MODEL_POLICY } from "../domain/model_verdict.ts";
import type { Chance } from "../domain/random.ts";
import { type Program, startProgram } from "../program.ts";
import type { Group, Person } from "../simulator/simulator.ts";
import { appoint } from "./appoint.ts";
import { CAST, DEPARTMENTS, GROUP_NAMES, type GroupName, GROUPS } from "./cast.ts";
import type { Site, Stage } from "./stage.ts";
import { startTally } from "./tally.ts";
import { watchWrites } from "./writes.ts";

/** The patience that the model knows, as far as it has variables, and reports without end. */
const ENVIRONMENT = {
  SLA_UNCLAIMED_NUDGE_MINUTES: String(MODEL_POLICY.unclaimedNudgeMinutes),
  SLA_SUMMARY_TIMEOUT_MINUTES: String(MODEL_POLICY.summaryTimeoutMinutes),
  REPORTS_PER_PERSON_PER_HOUR: "1000",
  REPORTS_PER_GROUP_PER_HOUR: "1000",
};

/** The rest of it, which each company sets for itself. */
const SETTINGS = [
  "department",
  "department_repeat",
  "unclaimed_repeat",
  "escalated",
  "escalated_repeat",
  "check_in",
  "check_in_repeat",
] as const;

/** Two companies with three groups, everybody in them, and nothing reported. */
export async function openStage(chance: Chance): Promise<Stage> {
  const writes = watchWrites();
  const program = await startProgram({ environment: ENVIRONMENT, wrapKv: writes.watch });
  const { telegram, admin } = program;
  const people = new Map(Object.keys(CAST).map((name) => [name, telegram.person(name)]));
  const sites = new Map<GroupName, Site>();
  for (const name of GROUP_NAMES) {
    const { company } = GROUPS[name];
    const owner = people.get(GROUPS[name].owner)!;
    const others = Object.entries(CAST).filter(([, { groups }]) => groups.includes(name))
      .map(([who]) => people.get(who)!);
    const group = await openGroup(program, { name, members: others, owner });
    sites.set(name, { group, company, members: [owner, ...others], owner });
  }
  await admin.says(admin.private, "/restrict_department ACME Vault");
  const stage: Stage = {
    program,
    chance,
    sites: [...sites.values()],
    people: [...people.values(), admin],
    roles: {
      granted: new Map(),
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

/** A company comes with its first group. */
async function openGroup(
  program: Program,
  { name, members, owner }: { name: GroupName; members: Person[]; owner: Person },
): Promise<Group> {
  const { telegram, admin, store } = program;
  const { company } = GROUPS[name];
  if ((await store.get(["company", company])).value === null) {
    const departments = DEPARTMENTS[company].slice(1).map((it) => it.name);
    const group = await program.company(company, { title: name, members, owner, departments });
    for (const setting of SETTINGS) {
      const value = settingText(MODEL_POLICY, setting);
      await admin.says(admin.private, `/policy ${company} ${setting} ${value}`);
    }
    return group;
  }
  const group = telegram.group(name, { owner, members, withBot: false });
  await owner.adds(group);
  await group.botRights("administrator");
  await admin.says(admin.private, `/add_group ${company} ${group.id}`);
  return group;
}
