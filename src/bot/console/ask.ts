/** What the console asks in private chat: a text, or people. Once it is answered, nothing of it stays. */

import { deliver } from "../../delivery/deliver.ts";
import { unlessRefused } from "../../delivery/unless_refused.ts";
import { askInConsole, takeBackQuestion } from "../../execute/prompts.ts";
import { keys } from "../../store/keys.ts";
import { readOne } from "../../store/read.ts";
import type { Prompt } from "../../store/records.ts";
import { clip } from "../../view/clip.ts";
import { html, lines } from "../../view/html.ts";
import { plainMessage } from "../../view/message.ts";
import type { Texts } from "../../view/texts/texts.ts";
import type { BotDeps } from "../incoming.ts";
import type { SomeArguments } from "./arguments.ts";
import { type Asker, type ConsoleAct, given } from "./entry.ts";
import { hintFor } from "./hint.ts";

/** An act that needs an answer. */
export type Asking = Exclude<ConsoleAct, { kind: "press" | "send" }>;

/** What is asked, and why. */
export interface Question {
  /** Who is asked. */
  asker: Asker;
  /** What needs the answer. */
  row: Asking;
  /** What that is about. */
  args: SomeArguments;
  /** Its button's words, and the console's message. */
  asked: { act: string; panelId: number };
  /** What was wrong with the answer before. */
  problem?: string;
}

/** Most characters of what stands in an empty input field. */
const MOST_OF_A_PLACEHOLDER = 64;

/** Names a question after the update that causes it. */
function requestIdOf(updateId: number): number {
  return updateId % 2 ** 31;
}

/** Asks, with the command that does the same. */
export async function askFor(
  deps: BotDeps,
  origin: { chatId: number; updateId: number },
  { asker: { personId, texts }, row, args, asked, problem }: Question,
): Promise<void> {
  const { ask } = texts.admin;
  const requestId = requestIdOf(origin.updateId);
  const question = row.kind === "people" ? ask.people : row.question(texts, given(args));
  const hint = hintFor(texts, row, args);
  const content = plainMessage(lines(
    problem ?? null,
    html`<b>${question}</b>`,
    hint === null ? null : html`<code>${hint}</code>`,
    row.kind === "text" ? texts.admin.leaveIt : null,
  ));
  const { deliveries } = await askInConsole(deps, origin, {
    personId,
    asked: { for: "console", ...asked, requestId, hasPicker: row.kind === "people" },
    content: row.kind === "people"
      ? { ...content, picker: { requestId, choose: ask.choose, leave: ask.cancel } }
      : { ...content, forceReply: clip(question, MOST_OF_A_PLACEHOLDER) },
  });
  await deliver(deps, deliveries);
}

/** Where a question stands, and in whose language what goes with it is said. */
export interface Asked {
  /** The private chat. */
  chatId: number;
  /** Who was asked. */
  personId: number;
  /** The update that is being handled. */
  updateId: number;
  /** Their language. */
  texts: Texts;
}

/** Whoever turns to something else is not asked any more; what this very update has asked stays. */
export async function dropQuestion(deps: BotDeps, asked: Asked): Promise<void> {
  const prompt = await readOne(deps.kv, keys.prompt(asked.chatId, asked.personId));
  const { value } = prompt;
  if (value?.asked.for !== "console") return;
  if (value.asked.requestId === requestIdOf(asked.updateId)) return;
  if (await takeBackQuestion(deps, prompt)) await tidyUp(deps, asked, { prompt: value });
}

/** Takes a question away, with the answer and the keyboard that came with it. */
export async function tidyUp(
  deps: BotDeps,
  { chatId, texts }: Pick<Asked, "chatId" | "texts">,
  { prompt, answerId = null }: { prompt: Prompt; answerId?: number | null },
): Promise<void> {
  const remove = async (messageId: number) => {
    await unlessRefused(deps, () => deps.telegram.deleteMessage(chatId, messageId));
  };
  const hasPicker = prompt.asked.for === "console" && prompt.asked.hasPicker;
  // A keyboard goes only with a message; that one goes at once.
  const sent = hasPicker
    ? await unlessRefused(deps, () =>
      deps.telegram.sendMessage(chatId, texts.admin.done, {
        reply_markup: { remove_keyboard: true },
      }))
    : null;
  const gone = [prompt.messageId, answerId, sent?.message_id ?? null];
  await Promise.all(gone.flatMap((id) => id === null ? [] : [remove(id)]));
}
