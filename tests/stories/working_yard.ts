/** A group of ACME at work: somebody reports, two work, one manages. */

import type { Message } from "grammy/types";
import { cardOf, type CompanyOptions, type Program } from "../program.ts";
import { buttons, type Group, type Person } from "../simulator/simulator.ts";
import { asks } from "./story.ts";

/** The group and its people. */
export interface WorkingYard {
  yard: Group;
  /** Reports; has no role. */
  eve: Person;
  /** Members of Dispatch. */
  bob: Person;
  ana: Person;
  /** A manager of the company; has started the bot. */
  mia: Person;
}

/** The group, before anything is reported. */
export async function workingYard(
  program: Program,
  { members = [], ...options }: CompanyOptions = {},
): Promise<WorkingYard> {
  const { telegram } = program;
  const [eve, bob, ana, mia] = ["Eve", "Bob", "Ana", "Mia"].map((name) =>
    telegram.person(name)
  ) as [Person, Person, Person, Person];
  await mia.starts();
  const yard = await program.company("ACME", {
    ...options,
    members: [eve, bob, ana, mia, ...members],
  });
  await giveRoles(program, { bob, ana, mia });
  return { yard, eve, bob, ana, mia };
}

async function giveRoles(
  { admin }: Program,
  { bob, ana, mia }: Pick<WorkingYard, "bob" | "ana" | "mia">,
): Promise<void> {
  for (const { id } of [bob, ana]) await asks(admin, `/add_member ACME Dispatch ${id}`);
  await asks(admin, `/add_manager ACME ${mia.id}`);
}

/** Eve has reported; nobody has claimed. */
export async function reportedYard(
  program: Program,
  { description = "Brakes failed on truck 12", ...options }: CompanyOptions & {
    description?: string;
  } = {},
): Promise<WorkingYard & { card: Message; source: Message }> {
  const working = await workingYard(program, options);
  const { yard, eve } = working;
  const source = await eve.says(yard, `/new_issue ${description}`);
  return { ...working, source, card: cardOf(yard, "ACME-1") };
}

/** The message that this person sees with a button of that label, the newest one. */
export function withButton(person: Person, place: Group | Person["private"], label: string) {
  const seen = "visibleTo" in place ? place.visibleTo(person) : place.messages;
  return seen.findLast((message) => buttons(message).some((text) => text.includes(label)));
}
