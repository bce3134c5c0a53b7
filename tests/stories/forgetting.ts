/** Somebody is forgotten: how they ask for it, and what is left of them. */

import { assert, assertEquals } from "@std/assert";
import type { Message } from "grammy/types";
import { verify } from "../../src/store/backup/verify.ts";
import { denoKv } from "../../src/store/kv.ts";
import type { Program } from "../program.ts";
import { buttons, type Person } from "../simulator/simulator.ts";

/** What whoever was forgotten hears last. */
export const DONE = "Done: you are forgotten.";

/** The newest message in private with that button. */
export function asking(person: Person, label: string): Message {
  const found = person.private.messages.findLast((it) => buttons(it).includes(label));
  assert(found, `nobody asks ${person.name}: ${label}`);
  return found;
}

/** Asks to be forgotten, and answers both questions. */
export async function wantsToBeForgotten(person: Person): Promise<void> {
  await person.says(person.private, "/forget_me");
  await person.presses(asking(person, "Yes, forget me"), "Yes, forget me");
  await person.presses(asking(person, "For ever"), "For ever");
}

/** Everything in the store in which something of a person stands. */
export async function leftOf({ store }: Program, { id, name, user }: Person): Promise<string[]> {
  const signs = [String(id), name, user.username!];
  const found: string[] = [];
  for await (const { key, value } of store.list({ prefix: [] }, { batchSize: 500 })) {
    const text = Deno.inspect([key, value], { depth: 30, strAbbreviateSize: 100_000 });
    if (signs.some((sign) => text.toLowerCase().includes(sign.toLowerCase()))) found.push(text);
  }
  return found;
}

/** Nothing is wrong in the store. */
export async function assertVerified({ store }: Program): Promise<void> {
  const findings = await verify(denoKv(store), { repair: false });
  assertEquals([...findings].map(([finding, { examples }]) => [finding, examples]), []);
}
