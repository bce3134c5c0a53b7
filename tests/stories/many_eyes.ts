/** An incident, and people who are all that somebody can be to it, in its group and elsewhere. */

import type { Message } from "grammy/types";
import { cardOf, type Program } from "../program.ts";
import type { Group, Person } from "../simulator/simulator.ts";
import { asks } from "./story.ts";

/** The answer about an incident that there is not, or that is not for these eyes. */
export const UNKNOWN = "There is no such incident here.";
/** Words that stand only in what is not for everybody's eyes. */
export const SECRET = /Treasure|Ruth/;

/** All that somebody can be to ACME-1, and whether they may see it in private. */
export const ROLES = {
  stranger: false,
  reporter: true,
  owner: true,
  helper: true,
  "past helper": true,
  member: false,
  dispatcher: true,
  manager: true,
  "dispatcher of its group": false,
  "manager of its group": false,
  "administrator of its group": false,
  "platform admin": true,
  "manager of another company": false,
} as const;

/** One of them. */
export type Role = keyof typeof ROLES;

/** Everybody, everywhere. */
export interface World {
  people: Record<Role, Person>;
  /** Where ACME-1 is, another group of ACME, and a group of another company; all are in all. */
  places: Record<"yard" | "depot" | "vault", Group>;
}

/** Makes them all: ACME-1 is in progress, with a photo. */
export async function world(program: Program): Promise<World> {
  const { telegram, admin } = program;
  const people = { "platform admin": admin } as Record<Role, Person>;
  for (const role of Object.keys(ROLES) as Role[]) {
    people[role] ??= telegram.person(role === "reporter" ? "Ruth" : role);
    await people[role].starts();
  }
  const members = Object.values(people);
  const owner = people["administrator of its group"];
  const yard = await program.company("ACME", { owner, members });
  const vault = await program.company("ZETA", { members, title: "Vault" });
  const depot = telegram.group("Depot", { members, withBot: false });
  await admin.adds(depot);
  await depot.botRights("administrator");
  await asks(admin, `/add_group ACME ${depot.id}`);
  for (const role of ["owner", "helper", "past helper", "member"] as const) {
    await asks(admin, `/add_member ACME Dispatch ${people[role].id}`);
  }
  await asks(admin, `/add_dispatcher ACME ${people.dispatcher.id}`);
  await asks(admin, `/add_manager ACME ${people.manager.id}`);
  await asks(admin, `/add_manager ZETA ${people["manager of another company"].id}`);
  for (const role of ["dispatcher", "manager"] as const) {
    const replyTo = await people[`${role} of its group`].says(yard, "Hello");
    await owner.says(yard, `/add_${role}`, { replyTo });
  }
  await people.reporter.says(yard, "/new_issue Treasure was stolen");
  const card = cardOf(yard, "ACME-1");
  await people.owner.presses(card, "Claim");
  await people.helper.presses(card, "Join");
  await people["past helper"].presses(card, "Join");
  await people["past helper"].presses(card, "Leave");
  await people.reporter.sendsPhoto(yard, { replyTo: card });
  await people.stranger.says(depot, "/new_issue Gate is stuck");
  await people.stranger.says(vault, "/new_issue Door is stuck");
  return { people, places: { yard, depot, vault } };
}

/** Somebody does something somewhere: all that the bot has sent because of it, as text. */
export async function heard(program: Program, act: () => Promise<unknown>): Promise<string> {
  const before = program.telegram.calls.length;
  await act();
  return program.telegram.calls.slice(before).map(({ params }) =>
    String(params.text ?? JSON.stringify(params))
  ).join("\n");
}

/** A message of the bot with buttons, which somebody sees there. */
export function pressable(person: Person, room: Group | Person["private"]): Message {
  const seen = "visibleTo" in room ? room.visibleTo(person) : room.messages;
  return seen.find(({ from, message_id }) => from?.is_bot && message_id !== 0)!;
}
