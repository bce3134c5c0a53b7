/** A story: the program from its start to its end, with everything in order when it is over. */

import { assert } from "@std/assert";
import type { Act } from "../../src/domain/act.ts";
import { en } from "../../src/view/texts/en/en.ts";
import { type Program, type ProgramOptions, startProgram } from "../program.ts";
import { type Group, type Person, plain } from "../simulator/simulator.ts";
import { assertInOrder } from "./stored.ts";

/** Tells a story to a program of its own. */
export async function inStory(
  tell: (program: Program) => Promise<void>,
  options: ProgramOptions = {},
): Promise<void> {
  const program = await startProgram(options);
  try {
    await tell(program);
    await program.telegram.settled();
    await assertInOrder(program.store);
    await assertActsAreNamed(program.store);
  } finally {
    await program.close();
  }
}

/** Whatever went on record says in words what it was. */
async function assertActsAreNamed(store: Deno.Kv): Promise<void> {
  for await (const { value } of store.list<Act>({ prefix: ["act"] })) {
    assert(Object.hasOwn(en.acts.what, value.what), `an act without a name: ${value.what}`);
  }
}

/** The newest message that a person sees in a group, as they read it. */
export function newestFor(person: Person, group: Group): string {
  const newest = group.visibleTo(person).at(-1);
  return newest ? plain(newest) : "";
}

/** What a person reads in a group, oldest first. */
export function textsFor(person: Person, group: Group): string[] {
  return group.visibleTo(person).map(plain);
}

/** The newest message of the chat between a person and the bot. */
export function newestInPrivate(person: Person): string {
  const newest = person.private.messages.at(-1);
  return newest ? plain(newest) : "";
}

/** Says something to the bot in private: what it answered, one text per message. */
export async function asks(person: Person, text: string): Promise<string[]> {
  const before = person.private.messages.length;
  await person.says(person.private, text);
  return person.private.messages.slice(before + 1).map(plain);
}

/** What the log says came of the last update that wanted something. */
export function loggedOutcome({ log }: Program): string | undefined {
  const lines = log.map((line) => JSON.parse(line));
  return lines.findLast(({ message }) => message === "update")?.outcome;
}

/** The ids of the usual platform admin and of a second one, for the environment. */
export const TWO_ADMINS = { PLATFORM_ADMIN_IDS: "5000001,424242" };
