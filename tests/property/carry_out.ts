/** Somebody wants something: the program does it, or not, as the model says, and nothing else. */

import { assert, assertEquals } from "@std/assert";
import { formatIncidentId } from "../../src/domain/ids.ts";
import type { Outcome } from "../../src/domain/outcome.ts";
import type { Refusal } from "../../src/domain/refusal.ts";
import { sentenceFor } from "../../src/view/answers.ts";
import { clip } from "../../src/view/clip.ts";
import { en } from "../../src/view/texts/en/en.ts";
import { parseHtml } from "../simulator/html.ts";
import type { Call } from "../simulator/simulator.ts";
import { deliverAgain } from "./again.ts";
import { assertFits, assertTold } from "./checks.ts";
import { rest } from "./rest.ts";
import type { Stage, Told } from "./stage.ts";
import { afterwards, meaningOf, refusalOf, type Returned, type Wish } from "./wish.ts";
import { straysAmong } from "./writes.ts";

/** Carries it out and looks at what has become of it. */
export async function carryOut(stage: Stage, wish: Wish): Promise<void> {
  const { program: { telegram, clock }, tally, writes } = stage;
  const { who, where, action, way } = wish;
  const name = formatIncidentId(wish.incident);
  const told = stage.incidents.get(name);
  const refusal = refusalOf(stage, wish);
  const what = `${way} by ${who?.name ?? "the clock"} in ${
    where?.group.title ?? "private"
  }: ${name} ${JSON.stringify(action).slice(0, 300)} ${told ? JSON.stringify(told.model) : ""}`;
  writes.take();
  const calls = telegram.calls.length;
  const updates = telegram.updates.length;
  const returned = await wish.act();
  await rest(stage);
  const said = telegram.calls.slice(calls);
  const strays = straysAmong(writes.take(), reachOf(told, refusal));
  assertEquals(strays, [], refusal ? `${refusal.reason} and yet written; ${what}` : what);
  tally.count({ action: meaningOf(stage, wish), way, done: refusal === null });
  if (told && refusal === null) {
    told.model = afterwards(stage, told, wish);
    keepInMind(told, wish, returned);
    // What was refused has written nothing: all is as it was found after the step before.
    await assertTold(stage, told, what);
  }
  assertAnswered(wish, { returned, said, refusal, name, now: clock.now() }, what);
  assertFits(said, what);
  await deliverAgain(stage, telegram.updates.slice(updates), {
    who,
    toast: returned.toast,
    isDone: refusal === null,
    what,
  });
}

function reachOf(told: Told | undefined, refusal: Refusal | null) {
  const incidents = told && !refusal ? [told.name] : [];
  return { incidents, company: told?.id.company ?? "", chatId: told?.site.group.id ?? 0 };
}

/** What can be edited later. */
function keepInMind(told: Told, { who, action, edits }: Wish, { message }: Returned): void {
  if (action.type === "edit_comment" && edits) edits.isComment = true;
  const isKept = action.type === "comment" || action.type === "attach";
  const isPlace = message?.location !== undefined;
  if (!isKept || !who || !message || isPlace || message.chat.id !== told.site.group.id) return;
  const isComment = action.type === "comment" || action.caption !== "";
  told.said.push({ message, by: who, isComment });
}

interface Answered {
  returned: Returned;
  said: readonly Call[];
  refusal: Refusal | null;
  name: string;
  now: number;
}

/** Whoever acted is told the truth; of what was refused nobody else hears. */
function assertAnswered(wish: Wish, answered: Answered, what: string): void {
  const { returned, said, refusal, now } = answered;
  const toOthers = said.filter(({ ok, method, personal }) =>
    ok && /^(send|edit|copy)/.test(method) && personal !== wish.who?.id
  );
  if (refusal) assertEquals(toOthers, [], `${refusal.reason}, and others hear of it; ${what}`);
  const sentence = sentenceFor(en, outcomeOf(wish, answered), now);
  if (wish.answer === "toast") {
    return assertEquals(returned.toast?.text, clip(sentence, 200), what);
  }
  if (wish.answer === "nothing" || (wish.answer === "refusal" && !refusal)) return;
  const read = said.filter(({ personal }) => personal === wish.who?.id)
    .flatMap(({ params: { text } }) => typeof text === "string" ? parseHtml(text).text : []);
  // Commands that are not for everybody say so first.
  const isTold = read.includes(sentence) || (refusal && read.includes(en.desk.not_allowed));
  assert(isTold, `Not told “${sentence}” but ${JSON.stringify(read)}; ${what}`);
}

function outcomeOf({ action, incident }: Wish, { refusal }: Answered): Outcome {
  if (refusal) return { kind: "refused", refusal };
  const isSummary = action.type === "resolve" && action.summary !== null;
  return { kind: "done", action: isSummary ? "summarize" : action.type, incident };
}
