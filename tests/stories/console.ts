/** Somebody at the console: what they read there, and what they press. */

import { assertEquals, assertExists } from "@std/assert";
import type { Message } from "grammy/types";
import type { ArgumentName } from "../../src/bot/console/arguments.ts";
import type { ConsoleRole } from "../../src/bot/console/entry.ts";
import { ACTS, PAGES } from "../../src/bot/console/table.ts";
import {
  ACT_NAMES,
  type ActName,
  PAGE_NAMES,
  type PageName,
  SURE,
} from "../../src/view/console/address.ts";
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

/** A button that the console could have. */
export interface ConsoleButton {
  name: PageName | ActName;
  /** Does something at once; the others lead to a page, or ask. */
  isDone: boolean;
  /** As its table says. */
  who: ConsoleRole;
  data: string;
}

/** What such buttons are about: a company and what it has. */
export interface ConsoleMatter {
  company: string;
  person: number;
  /** A group of the company. */
  chat: number;
  /** A group that waits. */
  waiting: number;
  /** Where a group could go. */
  into: string;
  /** When something was asked that can be confirmed, epoch milliseconds. */
  at: number;
}

/** Every button that there can be about a company and what it has. */
export function everyConsoleButton(about: ConsoleMatter): ConsoleButton[] {
  const pages = PAGE_NAMES.map((name): ConsoleButton => {
    const { who, takes } = PAGES[name];
    return { name, who, isDone: false, data: dataOf(name, takes, about) };
  });
  const acts = ACT_NAMES.flatMap((name): ConsoleButton[] => {
    const { who, takes, kind, ...act } = ACTS[name];
    const data = dataOf(name, takes, about);
    const button = { name, who, isDone: kind === "press", data };
    const isAsked = kind === "press" && "question" in act;
    return isAsked
      ? [button, { ...button, isDone: false, data: data.replace("a:", `a:${SURE}:`) }]
      : [button];
  });
  return [...pages, ...acts];
}

function dataOf(name: string, takes: readonly ArgumentName[], about: ConsoleMatter): string {
  const words: Record<ArgumentName, string> = {
    company: about.company,
    department: "1",
    person: String(about.person),
    // What begins with a group is about one that waits.
    chat: String(takes[0] === "chat" ? about.waiting : about.chat),
    setting: "unclaimed",
    role: "manager",
    state: "on",
    value: "default",
    date: "2026-12-25",
    place: "1",
    into: about.into,
    locale: "es",
    days: "90",
    at: String(about.at),
  };
  const missing = takes.filter((one) => !words[one]);
  assertEquals(missing, [], `no sample for what "${name}" of the console is about`);
  return ["a", name, ...takes.map((one) => words[one]), "0"].join(":");
}
