/** A company's yard with everybody who matters to an incident, and the menus that they open. */

import { assert, assertExists } from "@std/assert";
import type { Message } from "grammy/types";
import { cardOf, type CompanyOptions, type Program } from "../program.ts";
import { buttons, type Group, type Person, type Toast } from "../simulator/simulator.ts";
import { incident } from "./stored.ts";
import { asks } from "./story.ts";

/** Company `ACME` with the departments Dispatch (`1`), Workshop (`2`) and Safety (`3`). */
export interface Yard {
  group: Group;
  /** Reports; has no role. */
  eve: Person;
  /** Member of Workshop. */
  bob: Person;
  /** Member of Workshop. */
  ana: Person;
  /** Dispatcher of the company. */
  dan: Person;
  /** Manager of the company. */
  mia: Person;
  /** Owner of the group, which makes him a manager there. */
  gus: Person;
  /** In the group, and nothing else. */
  sam: Person;
}

/** For a program: a Telegram from before ephemeral messages. */
export const OLD_TELEGRAM = { telegram: { knowsEphemeral: false } };

/** Makes the yard. `started`: who has written to the bot, by name. */
export async function yardOf(
  program: Program,
  { started = [], ...options }: Omit<CompanyOptions, "members" | "owner"> & {
    started?: string[];
  } = {},
): Promise<Yard> {
  const { telegram, admin } = program;
  const [eve, bob, ana, dan, mia, gus, sam] = ["Eve", "Bob", "Ana", "Dan", "Mia", "Gus", "Sam"]
    .map((name) => telegram.person(name, { username: `${name.toLowerCase()}_acme` })) as [
      Person,
      Person,
      Person,
      Person,
      Person,
      Person,
      Person,
    ];
  const group = await program.company("ACME", {
    members: [eve, bob, ana, dan, mia, sam],
    owner: gus,
    departments: ["Workshop", "Safety"],
    ...options,
  });
  for (const { id } of [bob, ana]) await asks(admin, `/add_member ACME Workshop ${id}`);
  await asks(admin, `/add_dispatcher ACME ${dan.id}`);
  await asks(admin, `/add_manager ACME ${mia.id}`);
  const people = { eve, bob, ana, dan, mia, gus, sam };
  for (const person of Object.values(people)) {
    if (started.includes(person.name)) await person.starts();
  }
  return { group, ...people };
}

/** The bot meets everybody: from then on it knows their names and handles. */
export async function everybodyGreets({ group, ...people }: Yard): Promise<void> {
  for (const person of Object.values(people)) await person.says(group, "/help");
}

/** Eve reports, Workshop is called: the card. */
export async function reported(
  { group, eve }: Pick<Yard, "group" | "eve">,
  id = "ACME-1",
  text = "Brakes failed on truck 12",
): Promise<Message> {
  await eve.says(group, `/new_issue ${text}`);
  await eve.presses(cardOf(group, id), "Workshop");
  return cardOf(group, id);
}

/** As {@linkcode reported}; Bob works on it. */
export async function inWork(
  yard: Pick<Yard, "group" | "eve" | "bob">,
  id = "ACME-1",
  text?: string,
): Promise<Message> {
  const card = await reported(yard, id, text);
  await yard.bob.presses(card, "Claim");
  return cardOf(yard.group, id);
}

/** The owner, then the helpers, by name. */
export async function crew(program: Program, id = "ACME-1"): Promise<string[]> {
  const state = await incident(program, id);
  return "owner" in state ? [state.owner, ...state.helpers].map(({ name }) => name) : [];
}

/** How it ended: status, reason and note, or status and summary; else its status alone. */
export async function endOf(program: Program, id = "ACME-1"): Promise<(string | null)[]> {
  const state = await incident(program, id);
  if (state.status === "resolved") return ["resolved", state.summary];
  if (state.status !== "closed") return [state.status];
  return state.reason === "no_summary"
    ? ["closed", "no_summary"]
    : ["closed", state.reason, state.note];
}

/** What was opened last for one person: a menu, a list, a history. */
export function panelOf(person: Person, messages: readonly Message[]): Message {
  const panels = messages.filter((message) => buttons(message).includes("✖️ Close"));
  const age = ({ ephemeral_message_id = 0 }: Message) => ephemeral_message_id;
  const newest = panels.toSorted((a, b) => age(a) - age(b)).at(-1);
  assertExists(newest, `nothing is open for ${person.name}`);
  return newest;
}

/** The menu that a person sees in the group. */
export function menuOf(person: Person, { group }: Pick<Yard, "group">): Message {
  return panelOf(person, group.visibleTo(person));
}

/** Whether a menu, a list or a history stands open for a person in the group. */
export function hasOpen(person: Person, { group }: Pick<Yard, "group">): boolean {
  return group.visibleTo(person).some((message) => buttons(message).includes("✖️ Close"));
}

/** Presses *More* on the card, then one label after the other: what the last press answered. */
export async function chooses(
  person: Person,
  yard: Pick<Yard, "group">,
  [id, ...labels]: [id: string, ...labels: string[]],
): Promise<Toast> {
  let answer = await person.presses(cardOf(yard.group, id), "More");
  for (const label of labels) answer = await person.presses(menuOf(person, yard), label);
  return answer;
}

/** Another group of ACME and one of ZETA, with an incident each: their ids. */
export async function elsewhere(program: Program, { eve }: Yard): Promise<[string, string]> {
  const { telegram, admin } = program;
  const zoe = telegram.person("Zoe");
  const depot = telegram.group("Depot", { owner: zoe, members: [eve], withBot: false });
  await zoe.adds(depot);
  await depot.botRights("administrator");
  await asks(admin, `/add_group ACME ${depot.id}`);
  await zoe.says(depot, "/new_issue Gate is stuck");
  const vault = await program.company("ZETA", { owner: zoe });
  await zoe.says(vault, "/new_issue Lamp is broken");
  assert(cardOf(depot, "ACME-2") && cardOf(vault, "ZETA-1"));
  return ["ACME-2", "ZETA-1"];
}
