/** Incidents at every stage of their life, everybody who can be something to them, and every place. */

import { assert } from "@std/assert";
import type { Message } from "grammy/types";
import type { Grants } from "../../src/domain/person.ts";
import { NO_GRANTS } from "../../src/domain/person.ts";
import { keys } from "../../src/store/keys.ts";
import { denoKv } from "../../src/store/kv.ts";
import { set } from "../../src/store/write.ts";
import { cardOf, type Program } from "../program.ts";
import type { Group, Person } from "../simulator/simulator.ts";
import { type Role, type World, world } from "../stories/many_eyes.ts";
import { asks } from "../stories/story.ts";
import type { Named } from "./samples.ts";

/** Where somebody presses; `nowhere` is a group that waits to be let in. */
export const PLACES = ["yard", "depot", "vault", "nowhere", "private"] as const;
/** One of them. */
export type Where = typeof PLACES[number];

/** Where each incident is, and its company. */
export const HOMES: Record<string, { home: Where; company: "ACME" | "ZETA" }> = {
  "ACME-1": { home: "yard", company: "ACME" },
  "ACME-3": { home: "yard", company: "ACME" },
  "ACME-4": { home: "yard", company: "ACME" },
  "ACME-5": { home: "yard", company: "ACME" },
  "ACME-6": { home: "yard", company: "ACME" },
  "ACME-7": { home: "yard", company: "ACME" },
  "ACME-8": { home: "yard", company: "ACME" },
  "ACME-9": { home: "yard", company: "ACME" },
  "ZETA-1": { home: "vault", company: "ZETA" },
};

/** Everything that is pressed, and by whom. */
export interface Grounds extends World {
  named: Named;
  /** The group that waits. */
  nowhere: Group;
  /** A message of the bot that somebody has before them there. */
  under(person: Person, where: Where, id: string | null): Message;
}

/** Makes it all. */
export async function grounds(program: Program): Promise<Grounds> {
  const all = await world(program);
  const { people, places: { yard, vault } } = all;
  const { admin, telegram } = program;
  const { reporter, owner, helper, manager } = people;
  const report = (what: string) => reporter.says(yard, `/new_issue ${what}`);
  const press = (person: Person, id: string, label: string) =>
    person.presses(cardOf(yard, id), label);
  const quiet = (person: Person, room: Group, id: string) => person.says(room, `/snooze ${id} 1h`);

  await report("ACME-3 waits for somebody");
  await report("ACME-4 waits for a manager");
  await press(reporter, "ACME-4", "Escalate");
  await report("ACME-5 is worked on and escalated");
  await press(owner, "ACME-5", "Claim");
  await press(helper, "ACME-5", "Join");
  await press(reporter, "ACME-5", "Escalate");
  await report("ACME-6 waits for its summary");
  await press(owner, "ACME-6", "Claim");
  await press(owner, "ACME-6", "Resolve");
  await report("ACME-7 is resolved");
  await press(owner, "ACME-7", "Claim");
  await owner.says(yard, "/resolve ACME-7 Mended the fence");
  await report("ACME-8 was none");
  await manager.says(yard, "/cancel ACME-8 false alarm");
  await asks(admin, "/add_department ACME Workshop");
  await report("ACME-9 waits for a department");
  for (const id of ["ACME-1", "ACME-3", "ACME-4", "ACME-5", "ACME-6", "ACME-9"]) {
    await quiet(manager, yard, id);
  }
  const boss = people["manager of another company"];
  await people.stranger.says(vault, "/new_issue Lock is stuck");
  await quiet(boss, vault, "ZETA-1");
  await asks(admin, "/add_department ZETA Workshop");

  const nowhere = telegram.group("Nowhere", {
    owner: manager,
    members: Object.values(people),
    withBot: false,
  });
  await manager.adds(nowhere);
  await people.stranger.presses(cardOf(yard, "ACME-1"), "", { data: "calls" });
  await owner.says(yard, "/issues");
  const letter = { at: program.clock.now(), id: "0b5c1a1e-0000-4000-8000-000000000001" };
  await denoKv(program.store).commit([], [
    set(keys.deadLetter(letter.at, letter.id), {
      schema: 1,
      chatId: yard.id,
      row: { schema: 1, kind: "card", incident: { company: "ACME", number: 1 }, createdAt: 1 },
      order: "direct",
      reason: "Bad Request: for the test",
      at: letter.at,
    }),
  ]);
  await asks(admin, "/add_company OMEGA Omega");
  await asks(admin, "/archive_company OMEGA");
  const named = {
    assignee: { ACME: people.dispatcher.id, ZETA: boss.id },
    asker: people.stranger.id,
    pending: nowhere.id,
    letter,
    leaver: people.member.id,
    resting: "OMEGA",
    at: program.clock.now(),
  };
  const under = messagesOf({ ...all, nowhere });
  for (const person of Object.values(people)) PLACES.forEach((where) => under(person, where, null));
  return { ...all, named, nowhere, under };
}

/** What the company itself, and the group where it is pressed, make of somebody, by the design alone. */
export function rolesOf(role: Role, company: "ACME" | "ZETA", where: Where): Grants {
  const grants = { ...NO_GRANTS };
  if (role === "platform admin") return { ...grants, dispatcher: true, manager: true };
  if (company === "ZETA") return { ...grants, manager: role === "manager of another company" };
  if (["owner", "helper", "past helper", "member"].includes(role)) grants.departments = ["1"];
  if (role === "dispatcher") grants.dispatcher = true;
  if (role === "manager") grants.manager = true;
  if (where === "yard") {
    if (role === "dispatcher of its group") grants.dispatcher = true;
    if (role === "manager of its group" || role === "administrator of its group") {
      grants.manager = true;
    }
  }
  return grants;
}

/** The incident's own card where there is one; found once, for what is done to it is undone. */
function messagesOf({ places, nowhere }: Pick<Grounds, "places" | "nowhere">): Grounds["under"] {
  const found = new Map<string, Message>();
  const find = (person: Person, where: Where, id: string | null) => {
    if (where === "private") return fromBot(person.private.messages);
    if (where === "nowhere") return fromBot(nowhere.messages);
    const isHome = id !== null && HOMES[id]?.home === where;
    return isHome ? cardOf(places[where], id) : fromBot(places[where].messages);
  };
  return (person, where, id) => {
    const name = [where, where === "private" ? person.id : id].join();
    const message = found.get(name) ?? find(person, where, id);
    found.set(name, message);
    return message;
  };
}

function fromBot(messages: readonly Message[]): Message {
  const found = messages.find((it) =>
    it.from?.is_bot && it.ephemeral_message_id === undefined && !it.pinned_message
  );
  assert(found);
  return found;
}
