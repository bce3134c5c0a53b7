/** What a slash command is. */

import type { AttachedGroup } from "../domain/group.ts";
import type { Committed } from "../execute/commit.ts";
import { formatIncidentId } from "../domain/ids.ts";
import type { Outcome } from "../domain/outcome.ts";
import { deliver } from "../delivery/deliver.ts";
import { sentenceFor } from "../view/answers.ts";
import { usageText } from "../view/help.ts";
import type { Texts } from "../view/texts/texts.ts";
import { answer } from "./answer.ts";
import type { BotDeps, IncomingMessage, Trace } from "./incoming.ts";

/** Who a command is for, least first. What exactly they may do is decided where it is done. */
export type Role = "reporter" | "dispatcher" | "manager" | "platform_admin";

/** A command somebody has sent. */
export interface CommandCall extends IncomingMessage {
  /** What follows the command, trimmed. */
  args: string;
  /** The active group it is used in; `null` in private. */
  group: AttachedGroup | null;
  /** The bot's question that it answers is settled with it. */
  settles?: Deno.KvKey;
}

/** A command in one kind of chat. */
export interface Place {
  /** Who may use it. */
  who: Role;
  /** What it takes, after the name. */
  usage: string;
  /** An example of that. */
  example: string;
  /** What others are told; missing: that it is not theirs to do. */
  refusal?(texts: Texts): string;
  /** Does it. */
  run(deps: BotDeps, call: CommandCall): Promise<void>;
}

/** The commands: each has a line in every catalogue, for the menus and `/help`. */
export type CommandName = keyof Texts["commands"];

/** A row of the command table. */
export interface Command {
  /** Without the slash; 1 to 32 of a-z 0-9 _. */
  name: CommandName;
  /** Other names. */
  aliases: readonly string[];
  /** It is about one incident: part of its life, whoever may use it. */
  ofIncident?: true;
  /** In groups: clients send it so that only the bot sees it. */
  ephemeral: boolean;
  /** In groups; `null`: not there. */
  group: Place | null;
  /** In private; `null`: not there. */
  private: Place | null;
}

/** Answers a command with its outcome, and delivers what it caused. */
export async function finish(
  deps: BotDeps,
  call: IncomingMessage,
  { outcome, deliveries }: Committed,
): Promise<void> {
  await Promise.all([
    deliver(deps, deliveries),
    isSilent(outcome) ? null : answer(deps, call, sentenceFor(call.texts, outcome, deps.now())),
  ]);
  noteOutcome(deps.trace, outcome);
}

/** What was done is seen on the card; who has to wait is told once. */
function isSilent(outcome: Outcome): boolean {
  switch (outcome.kind) {
    case "done":
      return true;
    case "refused":
      return outcome.refusal.reason === "too_many_reports" && outcome.refusal.isTold;
    case "desk":
      return outcome.answer.key === "noted";
    default:
      return outcome satisfies never;
  }
}

/** Notes an outcome for the log, in one word. */
export function noteOutcome(trace: Trace, outcome: Outcome): void {
  switch (outcome.kind) {
    case "done":
      trace.outcome = "done";
      trace.incident = formatIncidentId(outcome.incident);
      break;
    case "refused":
      trace.outcome = outcome.refusal.reason;
      break;
    case "desk":
      trace.outcome = outcome.answer.key;
      break;
    default:
      outcome satisfies never;
  }
}

/** Says how a command is used. */
export async function explain(
  deps: BotDeps,
  call: CommandCall,
  command: { name: string; usage: string; example: string },
  problem: string | null = null,
): Promise<void> {
  deps.trace.outcome = "usage";
  await answer(deps, call, usageText(call.texts, command, problem));
}
