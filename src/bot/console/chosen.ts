/** People who are chosen for a role: with Telegram's own list, by forwarding, mention, handle or id. */

import type { SharedUser } from "grammy/types";
import { MOST_CHOSEN } from "../../delivery/wire.ts";
import type { Committed } from "../../execute/commit.ts";
import { noteContact, type Seen } from "../../execute/contact.ts";
import { sentenceFor } from "../../view/answers.ts";
import { personIn, words } from "../arguments.ts";
import { type BotDeps, seen, textOf } from "../incoming.ts";
import { type Answering, originOf, type Result } from "./answering.ts";
import type { PeopleDeed } from "./entry.ts";
import { given } from "./entry.ts";
import type { ArgumentName } from "./arguments.ts";

/** Somebody, as far as the message shows them. */
export type Chosen = Seen | { id: number };

/** Whom an answer names; or why it names nobody. */
export async function chosenIn(
  deps: BotDeps,
  { incoming, asked }: Answering,
): Promise<Chosen[] | Exclude<Result, { kind: "decided" }>> {
  const { message, texts } = incoming;
  const { users_shared: shared } = message;
  if (shared) {
    // What was chosen for another question, before or elsewhere, gives nobody this role.
    if (shared.request_id !== asked.requestId) return { kind: "ignored" };
    const people = new Map(shared.users.map((user) => [user.user_id, shownOf(user)]));
    return [...people.values()].slice(0, MOST_CHOSEN);
  }
  const text = textOf(message).trim();
  if (text === texts.admin.ask.cancel) return { kind: "left" };
  const found = await personIn(deps.kv, incoming, words(text)[0]);
  if (!found) return { kind: "problem", problem: texts.admin.ask.nobody };
  return "problem" in found ? { kind: "problem", problem: found.problem } : [found.person];
}

function shownOf({ user_id: id, first_name, last_name, username }: SharedUser): Chosen {
  if (first_name === undefined) return { id };
  return seen({
    id,
    is_bot: false,
    first_name,
    ...(last_name === undefined ? {} : { last_name }),
    ...(username === undefined ? {} : { username }),
  });
}

/**
 * Gives each of them the role. Who has it already keeps it, so that an update that comes again after a
 * crash goes on where it broke off; the last step has its mark, and settles the question.
 */
export async function giveTo(
  deps: BotDeps,
  about: Answering & { row: PeopleDeed<ArgumentName> },
  chosen: readonly Chosen[],
): Promise<Result> {
  const { settles, ...origin } = originOf(about);
  const all: Committed[] = [];
  for (const [i, person] of chosen.entries()) {
    if ("name" in person) await noteContact(deps, person);
    const isLast = i === chosen.length - 1;
    const step = isLast ? { ...origin, settles } : { ...origin, updateId: null };
    all.push(await about.row.run(deps, step, given(about.args), person.id));
    if (!isGiven(all.at(-1)!)) break;
  }
  const last = all.at(-1);
  if (!last) return { kind: "ignored" };
  const deliveries = all.flatMap((each) => each.deliveries);
  return { kind: "decided", committed: { ...last, deliveries }, note: noteOn(deps, about, all) };
}

function isGiven({ outcome }: Committed): boolean {
  return outcome.kind === "desk" && outcome.answer.key === "granted";
}

/** One sentence, however many they are. */
function noteOn(
  deps: BotDeps,
  { asker: { texts } }: Answering,
  all: readonly Committed[],
): string {
  const last = all.at(-1)!;
  if (all.length === 1 || !isGiven(last)) return sentenceFor(texts, last.outcome, deps.now());
  const fresh = all.filter(({ outcome }) =>
    outcome.kind === "desk" && outcome.answer.key === "granted" && outcome.answer.isNew
  );
  return texts.admin.people.given(fresh.length, all.length - fresh.length);
}
