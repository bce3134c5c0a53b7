/** An answer to what the console has asked: a text, or people. */

import { deliver } from "../../delivery/deliver.ts";
import type { DeskAnswer } from "../../domain/desk.ts";
import type { Outcome } from "../../domain/outcome.ts";
import { takeBackQuestion } from "../../execute/prompts.ts";
import type { ConsoleQuestion } from "../../store/records.ts";
import { sentenceFor } from "../../view/answers.ts";
import type { Address } from "../../view/console/address.ts";
import { withNote } from "../../view/console/frame.ts";
import { answer } from "../answer.ts";
import { noteOutcome } from "../command.ts";
import { type BotDeps, type IncomingMessage, textOf } from "../incoming.ts";
import { mayOpen } from "./access.ts";
import { type Answering, type AskedEntry, originOf, type Result } from "./answering.ts";
import { askFor, tidyUp } from "./ask.ts";
import { chosenIn, giveTo } from "./chosen.ts";
import { given } from "./entry.ts";
import { pageAt, showInPlace } from "./show.ts";
import { consoleCallIn } from "./table.ts";

/** Does what the answer was for, and shows the console with it; else asks again and says why. */
export async function answerInConsole(
  deps: BotDeps,
  incoming: IncomingMessage,
  prompt: AskedEntry,
  asked: ConsoleQuestion,
): Promise<void> {
  const { from, texts, message } = incoming;
  const asker = { personId: from.id, texts };
  const call = consoleCallIn(asked.act.split(":"));
  const { id: chat } = message.chat;
  Object.assign(deps.trace, { chat, person: from.id, action: "console", administers: true });
  if (call?.kind !== "act" || call.act.kind === "press" || call.act.kind === "send") {
    return await answer(deps, incoming, texts.admin.gone);
  }
  const about = { incoming, asker, prompt, asked, row: call.act, args: call.args };
  const isTheirs = await mayOpen(deps, from.id, { who: call.act.who, args: call.args });
  if (!isTheirs) deps.trace.outcome = "not_allowed";
  const result = isTheirs ? await resultOf(deps, about) : { kind: "left" as const };
  switch (result.kind) {
    case "ignored":
      return;
    case "problem":
      return await askAgain(deps, about, result.problem);
    case "left":
      await takeBackQuestion(deps, prompt);
      return await showAfter(deps, about, { note: isTheirs ? null : texts.desk.not_allowed });
    case "decided":
      return await conclude(deps, about, result);
    default:
      return result satisfies never;
  }
}

async function resultOf(deps: BotDeps, about: Answering): Promise<Result> {
  const { incoming, row, args } = about;
  const { message, texts } = incoming;
  if (row.kind === "people") {
    const chosen = await chosenIn(deps, about);
    return "kind" in chosen ? chosen : await giveTo(deps, { ...about, row }, chosen);
  }
  if (message.users_shared) return { kind: "ignored" };
  const text = textOf(message).trim();
  const done = await row.run(deps, originOf(about), given(args), { text, texts });
  if ("problem" in done) return { kind: "problem", problem: done.problem };
  const note = sentenceFor(texts, done.outcome, deps.now());
  return asksAgain(done.outcome)
    ? { kind: "problem", problem: note }
    : { kind: "decided", committed: done, note };
}

/** Nothing was changed, and another answer would do. */
const OTHER_ANSWER: readonly DeskAnswer["key"][] = [
  "company_exists",
  "department_exists",
  "too_many_holidays",
];

function asksAgain(outcome: Outcome): boolean {
  return outcome.kind === "desk" && OTHER_ANSWER.includes(outcome.answer.key);
}

async function askAgain(deps: BotDeps, about: Answering, problem: string): Promise<void> {
  const { incoming, asker, prompt, asked: { act, panelId }, row, args } = about;
  const { message, updateId } = incoming;
  const origin = { chatId: message.chat.id, updateId };
  await tidyUp(deps, { chatId: message.chat.id, texts: asker.texts }, {
    prompt: prompt.value,
    answerId: message.message_id,
  });
  await askFor(deps, origin, { asker, row, args, asked: { act, panelId }, problem });
}

async function conclude(
  deps: BotDeps,
  about: Answering,
  { committed, note }: Result & { kind: "decided" },
): Promise<void> {
  noteOutcome(deps.trace, committed.outcome);
  // Where nothing was changed, nothing has settled the question yet; what is said later is no answer.
  if (!committed.isSettled) await takeBackQuestion(deps, about.prompt);
  await deliver(deps, committed.deliveries);
  const instead = about.row.instead?.(committed.outcome) ?? null;
  await showAfter(deps, about, instead ? { note: null, at: instead } : { note });
  await about.row.after?.(deps, committed, given(about.args));
}

/** The console with what was done; `at`: at another page than the act's own next one. */
async function showAfter(
  deps: BotDeps,
  about: Answering,
  { note, at }: { note: string | null; at?: Address },
): Promise<void> {
  const { incoming: { message }, asker, prompt, asked: { panelId }, row, args } = about;
  const chatId = message.chat.id;
  await tidyUp(deps, { chatId, texts: asker.texts }, {
    prompt: prompt.value,
    answerId: message.message_id,
  });
  const page = await pageAt(deps, asker, at ?? row.next(given(args)));
  const panel = note === null ? page : withNote(note, page);
  await showInPlace(deps, { chatId, messageId: panelId }, panel);
}
