/**
 * Mutants that are still in shape: somebody else, somewhere else, about something else, at another
 * time. Most of them come as far as the domain's decision, which is where the rules are.
 */

import { PRIORITIES } from "../../src/domain/priority.ts";
import { SAMPLES } from "../matrix/samples.ts";
import { HOSTILE } from "../matrix/hostile.ts";
import { contentOf, isObject, type Json, kindOf, messageIn } from "./json.ts";
import type { Scenery } from "./scenery.ts";

/** Changes an update in place. */
type Mutation = (update: Json, scenery: Scenery) => void;

const ID = /\b[A-Za-z][A-Za-z0-9]{1,7}-\d{1,9}\b/;

/** Somebody else; a private chat goes along. */
function who(update: Json, { chance, users }: Scenery): void {
  const content = contentOf(update);
  if (!content) return;
  const user = structuredClone(chance.pick(users));
  content.from = user;
  const message = messageIn(update);
  if (message && message !== content && chance.below(20) === 0) message.from = user;
  const chat = message?.chat;
  if (message && isObject(chat) && chat.type === "private" && chance.below(8) > 0) {
    message.chat = { ...chat, id: user.id, first_name: user.first_name };
  }
}

/** Somewhere else; more often where incidents are. */
function where(update: Json, { chance, chats, homes }: Scenery): void {
  const chat = structuredClone(chance.pick(chance.below(3) > 0 ? homes : chats));
  const message = messageIn(update) ?? contentOf(update);
  if (!message) return;
  message.chat = chat;
  if (isObject(message.reply_to_message)) message.reply_to_message.chat = structuredClone(chat);
}

/** About another incident, most often of the same group. */
function which(update: Json, scenery: Scenery): void {
  const { chance, incidents } = scenery;
  const message = messageIn(update);
  const here = incidents.filter(({ chatId }) => chatId === (message?.chat as Json | undefined)?.id);
  const from = here.length > 0 && chance.below(6) > 0 ? here : incidents;
  if (from.length === 0) return;
  reword(update, (text) => text.replace(ID, chance.pick(from).id));
  if (isObject(message?.reply_to_message)) replyToAnother(message, scenery);
}

function replyToAnother(message: Json, { botMessage }: Scenery): void {
  const other = botMessage((message.chat as Json | undefined)?.id);
  if (other) message.reply_to_message = structuredClone({ ...other, reply_to_message: undefined });
}

/** What it says in words: the text, the caption, or the data of a button. */
function reword(update: Json, change: (text: string) => string): void {
  const content = contentOf(update);
  for (const key of ["text", "caption", "data"]) {
    if (content && typeof content[key] === "string") content[key] = change(content[key]);
  }
}

/** Another button about an incident. */
function verb(update: Json, { chance, named }: Scenery): void {
  const content = contentOf(update);
  if (typeof content?.data !== "string") return;
  const [, id = ""] = content.data.split(":");
  const [name, sample] = chance.pick(
    Object.entries(SAMPLES).filter(([, it]) => it?.kind === "does"),
  );
  if (sample?.kind !== "does" || !ID.test(id)) return;
  const more = sample.more?.(named, id);
  content.data = [name, id, ...(more === undefined ? [] : [more])].join(":");
}

/** Another choice: a person, a department, a priority, a time. */
function choice(update: Json, { chance, users }: Scenery): void {
  const one = chance.pick([
    String(chance.pick(users).id),
    chance.pick(["1", "2", "3", "Dispatch", "Workshop"]),
    chance.pick(PRIORITIES),
    chance.pick(["1h", "4h", "tomorrow", "off", "#oil", "false alarm", "duplicate of ACME-3"]),
  ]);
  reword(update, (text) => {
    const parts = text.split(/([: ])/);
    const last = parts.length > 4 ? parts.length - 1 : parts.length;
    return [...parts.slice(0, last), ...(last === parts.length ? [" "] : []), one].join("");
  });
}

/** Another company, in whatever names one. */
function company(update: Json, { chance }: Scenery): void {
  reword(
    update,
    (text) => text.replace(COMPANY, () => chance.pick(["ACME", "ZETA", "OMEGA", "NO"])),
  );
}

const COMPANY = /(?<=[: ])(ACME|ZETA|OMEGA)(?=[: ]|$)/g;

/** Another button of the console. */
function turn(update: Json, { chance, consoleData }: Scenery): void {
  const content = contentOf(update);
  if (typeof content?.data !== "string" || !content.data.startsWith("a:")) return;
  content.data = chance.pick(consoleData);
}

/** Another text behind the command or the id. */
function words(update: Json, { chance, texts }: Scenery): void {
  const message = messageIn(update);
  if (!message || kindOf(update) === "callback_query") return;
  const hostile = chance.pick(Object.values(HOSTILE));
  const plain = chance.pick(texts).replace(/^\/\w+/, "").trim();
  const much = "🚒 Brakes failed & <b>burn</b> ".repeat(chance.pick([1, 10, 100, 140]));
  const said = chance.pick([hostile, plain, plain, plain, much, "x"]);
  reword(update, (text) => {
    const kept = /^(\/\S+\s*)?([A-Za-z][A-Za-z0-9]{1,7}-\d{1,9}\s)?/.exec(text)?.[0] ?? "";
    return chance.below(4) === 0 ? text.slice(0, kept.length + chance.below(40)) : kept + said;
  });
}

/** The same message, edited; or an edit that comes as a message. */
function edited(update: Json): void {
  const [from, to] = "message" in update
    ? ["message", "edited_message"]
    : ["edited_message", "message"];
  if (!(from in update)) return;
  update[to] = update[from];
  delete update[from];
}

/** In a reply to a message of the bot. */
function replying(update: Json, scenery: Scenery): void {
  const message = messageIn(update);
  if (message && kindOf(update) !== "callback_query") replyToAnother(message, scenery);
}

/** How often each of them, in proportion. */
const MUTATIONS: readonly (readonly [Mutation, number])[] = [
  [who, 10],
  [which, 10],
  [verb, 7],
  [words, 5],
  [choice, 3],
  [replying, 2],
  [company, 1],
  [turn, 1],
  [where, 1],
  [edited, 1],
];
const ALL = MUTATIONS.flatMap(([mutation, times]) => Array.from({ length: times }, () => mutation));

/** One to three of them. */
export function mutate(update: Json, scenery: Scenery): void {
  const { chance } = scenery;
  for (let times = 1 + chance.below(3); times > 0; times--) chance.pick(ALL)(update, scenery);
}
