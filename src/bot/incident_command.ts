/** Commands that do something to one incident. */

import { LaterAction } from "../domain/action.ts";
import { formatIncidentId } from "../domain/ids.ts";
import { deliver } from "../delivery/deliver.ts";
import { sentenceFor } from "../view/answers.ts";
import { actOn } from "./act_on.ts";
import { answer } from "./answer.ts";
import {
  type Command,
  type CommandCall,
  type CommandName,
  explain,
  noteOutcome,
  type Role,
} from "./command.ts";
import type { BotDeps } from "./incoming.ts";
import { type Reference, referenceIn } from "./incident_reference.ts";

/** What a command's words ask for: an action for `LaterAction` to parse, or what is wrong with them. */
export type Wish = { action: unknown } | { problem: string | null };

/** What makes such a command. */
export interface IncidentCommand {
  /** Without the slash. */
  name: CommandName;
  /** Who it is shown to; who may do it is decided where it is done. */
  who: Role;
  /** What it takes after the incident's id. */
  usage: string;
  /** An example of that. */
  example: string;
  /** Reads the words after the id. */
  wish(deps: BotDeps, call: CommandCall, reference: Reference): Wish | Promise<Wish>;
}

/** A command of the table: in groups the id may be left out in a reply to the card. */
export function incidentCommand(spec: IncidentCommand): Command {
  const place = (id: string) => {
    const self = {
      name: spec.name,
      usage: [id, spec.usage].filter(Boolean).join(" "),
      example: ["ACME-42", spec.example].filter(Boolean).join(" "),
    };
    const run = async (deps: BotDeps, call: CommandCall) => {
      const reference = await referenceIn(deps, call);
      if (!reference) return await explain(deps, call, self, call.texts.arguments.whichIncident);
      const wish = await spec.wish(deps, call, reference);
      if ("problem" in wish) return await explain(deps, call, self, wish.problem);
      const action = LaterAction.safeParse(wish.action);
      if (!action.success) return await explain(deps, call, self);
      await act(deps, call, reference, action.data);
    };
    return { who: spec.who, usage: self.usage, example: self.example, run };
  };
  return {
    name: spec.name,
    aliases: [],
    ofIncident: true,
    ephemeral: true,
    group: place("[id]"),
    private: place("<id>"),
  };
}

/** Nobody but the bot sees such a command, so its effect is confirmed. */
async function act(
  deps: BotDeps,
  call: CommandCall,
  { incident }: Reference,
  action: LaterAction,
): Promise<void> {
  deps.trace.incident = formatIncidentId(incident);
  const { message: { chat }, from, updateId } = call;
  const { outcome, deliveries } = await actOn(deps, { chat, from, updateId }, { incident, action });
  await Promise.all([
    deliver(deps, deliveries),
    answer(deps, call, sentenceFor(call.texts, outcome, deps.now())),
  ]);
  noteOutcome(deps.trace, outcome);
}
