/** What is done to people's roles. */

import type { Grant } from "../../domain/person.ts";
import { parseHours } from "../../domain/hours.ts";
import type { Committed } from "../../execute/commit.ts";
import type { DeskOrigin } from "../../execute/companies.ts";
import { grantInCompany } from "../../execute/grants.ts";
import { setShift } from "../../execute/shifts.ts";
import { releaseClaims } from "../../sweep/release.ts";
import { type ActName, addressOf } from "../../view/console/address.ts";
import { displayName } from "../../view/clip.ts";
import { nameOf } from "../../view/console/departments.ts";
import type { BotDeps } from "../incoming.ts";
import type { Arguments } from "./arguments.ts";
import { act, type Asker, type ConsoleAct } from "./entry.ts";
import { departmentOf } from "./pages_company.ts";
import { personOf } from "./pages_people.ts";

/** Gives a role in a company, or takes it. */
function change(
  deps: BotDeps,
  origin: DeskOrigin,
  about: { company: string; person: number },
  role: { grant: Grant; take?: boolean },
): Promise<Committed> {
  const { company: companyId, person: personId } = about;
  return grantInCompany(deps, origin, { companyId, personId, ...role });
}

/** Whoever has lost a role can't go on with what they have claimed by it. */
async function release(
  deps: BotDeps,
  _committed: Committed,
  { company, person: personId }: Arguments<"company" | "person">,
): Promise<void> {
  await releaseClaims(deps, { personId, company });
}

async function sureMember(
  deps: BotDeps,
  { texts }: Asker,
  about: Arguments<"company" | "department" | "person">,
): Promise<string | null> {
  const found = await personOf(deps, about);
  const department = await departmentOf(deps, about);
  if (!found || !department) return null;
  const name = displayName(department.department.name, about.department, 40);
  return texts.admin.people.sureMember(nameOf(texts, found.person), name);
}

/** What is done to them. */
export const PEOPLE_ACTS = {
  /** Makes people managers or dispatchers. */
  add_people: act({
    kind: "people",
    who: "company",
    takes: ["company", "role"],
    commands: ["add_manager", "add_dispatcher"],
    hint: ({ company }) => `${company} <person>`,
    next: ({ company }) => addressOf("people", [company]),
    run: (deps, origin, { company, role }, person) =>
      change(deps, origin, { company, person }, { grant: { role } }),
  }),
  /** Makes people members of a department. */
  add_members: act({
    kind: "people",
    who: "company",
    takes: ["company", "department"],
    commands: ["add_member"],
    hint: ({ company }) => `${company} <department> <person>`,
    next: ({ company, department }) => addressOf("members", [company, department]),
    run: (deps, origin, { company, department }, person) =>
      change(deps, origin, { company, person }, { grant: { role: "member", department } }),
  }),
  /** Makes somebody a manager or a dispatcher. */
  give: act({
    kind: "press",
    who: "company",
    takes: ["company", "person", "role"],
    commands: ["add_manager", "add_dispatcher"],
    hint: ({ company, person }) => `${company} ${person}`,
    next: ({ company, person }) => addressOf("person", [company, person]),
    run: (deps, origin, { role, ...about }) => change(deps, origin, about, { grant: { role } }),
  }),
  /** Ends somebody's time as a manager or a dispatcher. */
  take: act({
    kind: "press",
    who: "company",
    takes: ["company", "person", "role"],
    commands: ["remove_manager", "remove_dispatcher"],
    hint: ({ company, person }) => `${company} ${person}`,
    next: ({ company, person }) => addressOf("person", [company, person]),
    async question(deps, { texts }, { role, ...about }) {
      const found = await personOf(deps, about);
      if (!found) return null;
      const { sureManager, sureDispatcher } = texts.admin.people;
      const sentence = role === "manager" ? sureManager : sureDispatcher;
      const { id, name } = found.company;
      return sentence(nameOf(texts, found.person), displayName(name, id, 40));
    },
    run: (deps, origin, { role, ...about }) =>
      change(deps, origin, about, { grant: { role }, take: true }),
    after: release,
  }),
  /** Makes somebody a member of a department. */
  join: act({
    kind: "press",
    who: "company",
    takes: ["company", "department", "person"],
    commands: ["add_member"],
    hint: ({ company, person }) => `${company} <department> ${person}`,
    next: ({ company, person, n }) => addressOf("memberships", [company, person], n),
    run: (deps, origin, { department, ...about }) =>
      change(deps, origin, about, { grant: { role: "member", department } }),
  }),
  /** Ends somebody's membership of a department. */
  end_membership: act({
    kind: "press",
    who: "company",
    takes: ["company", "department", "person"],
    commands: ["remove_member"],
    hint: ({ company, person }) => `${company} <department> ${person}`,
    next: ({ company, department }) => addressOf("members", [company, department]),
    from: ({ company, department, person }) => addressOf("member", [company, department, person]),
    question: sureMember,
    run: (deps, origin, { department, ...about }) =>
      change(deps, origin, about, { grant: { role: "member", department }, take: true }),
    after: release,
  }),
  /** Sets when somebody is on duty. */
  shift: act({
    kind: "text",
    who: "company",
    takes: ["company", "department", "person"],
    commands: ["shift"],
    hint: ({ company, person }) => `${company} <department> ${person} mon-fri 22:00-06:00`,
    next: ({ company, department, person }) => addressOf("member", [company, department, person]),
    question: (texts) => texts.admin.ask.shift,
    async run(deps, origin, args, { text, texts }) {
      const hours = parseHours(text);
      if (!hours) return { problem: texts.calendar.badHours };
      const { company: companyId, department, person: personId } = args;
      return await setShift(deps, origin, { companyId, department, personId, hours });
    },
  }),
  /** Lets somebody be on duty at no set hours. */
  no_shift: act({
    kind: "press",
    who: "company",
    takes: ["company", "department", "person"],
    commands: ["shift"],
    hint: ({ company, person }) => `${company} <department> ${person} off`,
    next: ({ company, department, person }) => addressOf("member", [company, department, person]),
    run: (deps, origin, { company: companyId, department, person: personId }) =>
      setShift(deps, origin, { companyId, department, personId, hours: null }),
  }),
} satisfies Partial<Record<ActName, ConsoleAct>>;
