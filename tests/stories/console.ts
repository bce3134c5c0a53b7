/** Somebody at the console: what they read there, and what they press. */

import { assertExists } from "@std/assert";
import type { Message } from "grammy/types";
import { buttons, type Person, plain, type Toast } from "../simulator/simulator.ts";

/** The newest console in somebody's private chat. */
export function consoleOf(person: Person): Message {
  const found = person.private.messages.findLast((message) =>
    buttons(message).includes("✖️ Close") && plain(message).includes("Console")
  );
  assertExists(found, `${person.name} has no console open`);
  return found;
}

/** Opens it. */
export async function opensConsole(person: Person): Promise<void> {
  await person.says(person.private, "/admin");
}

/** Presses one label after the other: what the last press answered. */
export async function clicks(person: Person, ...labels: string[]): Promise<Toast> {
  let answer: Toast = {};
  for (const label of labels) answer = await person.presses(consoleOf(person), label);
  return answer;
}

/** What the console says, line by line, without commands that do the same. */
export function reads(person: Person): string[] {
  return plain(consoleOf(person)).split("\n").filter((line) => line && !line.startsWith("/"));
}

/** What can be pressed, without the ways back. */
export function offers(person: Person): string[] {
  return buttons(consoleOf(person)).filter((label) => !/^(‹ Back|✖️ Close)$/.test(label));
}

/** What stands in the private chat, the person's own words as they are. */
export function chatOf(person: Person): string[] {
  return person.private.messages.map((message) => plain(message).split("\n")[0]!);
}

/** Presses a button that may not be there: forged data on the console's message. */
export function forges(person: Person, data: string, on = consoleOf(person)): Promise<Toast> {
  return person.presses(on, "", { data });
}
