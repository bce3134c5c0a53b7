/** An answer to what the console has asked, and what becomes of it. */

import type { Committed } from "../../execute/commit.ts";
import type { DeskOrigin } from "../../execute/companies.ts";
import type { Entry } from "../../store/read.ts";
import type { ConsoleQuestion, Prompt } from "../../store/records.ts";
import type { IncomingMessage } from "../incoming.ts";
import type { SomeArguments } from "./arguments.ts";
import type { Asking } from "./ask.ts";
import type { Asker } from "./entry.ts";

/** The question, as it is kept. */
export type AskedEntry = Entry<Prompt> & { value: Prompt };

/** An answer with everything that it is about. */
export interface Answering {
  /** The message that answers. */
  incoming: IncomingMessage;
  /** Who answers. */
  asker: Asker;
  /** The question. */
  prompt: AskedEntry;
  /** What it was for. */
  asked: ConsoleQuestion;
  /** What is done with the answer. */
  row: Asking;
  /** What that is about. */
  args: SomeArguments;
}

/** What became of an answer. */
export type Result =
  /** Something was decided; `note` says what. */
  | { kind: "decided"; committed: Committed; note: string }
  /** It is asked again. */
  | { kind: "problem"; problem: string }
  /** They don't want to. */
  | { kind: "left" }
  /** It is no answer to this. */
  | { kind: "ignored" };

/** An answer's origin. */
export interface Settling extends DeskOrigin {
  /** Telegram's `update_id`. */
  updateId: number;
  /** The question. */
  settles: Deno.KvKey;
}

/** Who acts by an answer, and that the question is settled by it. */
export function originOf({ incoming: { from, message, updateId }, prompt }: Answering): Settling {
  return { actorId: from.id, chatId: message.chat.id, updateId, settles: prompt.key };
}
