/** What somebody wants done to an incident, the way they say so, and whether the design lets them. */

import type { LaterAction } from "../../src/domain/action.ts";
import { formatIncidentId, type IncidentId } from "../../src/domain/ids.ts";
import type { Refusal } from "../../src/domain/refusal.ts";
import { after, type Model, welcoming } from "../domain/model.ts";
import { guestOf, meant, type ModelFacts, refusalByModel } from "../domain/model_verdict.ts";
import type { Person, Toast } from "../simulator/simulator.ts";
import type { Message } from "grammy/types";
import { grantsOf, nobodyTakesCalls } from "./roles.ts";
import type { Scenery, Site, Told } from "./stage.ts";

/** How it is said. */
export type Way =
  | "press"
  | "press in private"
  | "forged press"
  | "command"
  | "command elsewhere"
  | "reply"
  | "forged reply"
  | "edit"
  | "clock";

/** What came back to whoever acted. */
export interface Returned {
  toast?: Toast;
  /** What they wrote. */
  message?: Message;
}

/** Something that somebody, or the clock, wants. */
export interface Wish {
  /** `null`: the clock. */
  who: Person | null;
  /** `null`: in private. */
  where: Site | null;
  incident: IncidentId;
  action: LaterAction;
  way: Way;
  /** What they get: a toast, a sentence, a sentence only when it is refused, or nothing. */
  answer: "toast" | "sentence" | "refusal" | "nothing";
  /** The message of theirs that an edit is about. */
  edits?: Told["source"];
  act(): Promise<Returned>;
}

/** Why not; `null`: it happens. */
export function refusalOf(stage: Scenery, wish: Wish): Refusal | null {
  const told = stage.incidents.get(formatIncidentId(wish.incident));
  if (!told || !isSeen(stage, told, wish)) return { reason: "unknown_incident" };
  return refusalByModel(told.model, wish.action, factsFor(stage, told, wish));
}

/**
 * "People of a group see its incidents there. Reporter, owner and helpers see theirs in private. The
 * company's own dispatchers and managers see all of the company's."
 */
function isSeen(
  { roles }: Scenery,
  { id: { company }, site, model }: Told,
  { who, where }: Wish,
): boolean {
  if (where) return where === site;
  if (!who) return true;
  const own = grantsOf(roles, who.id, { company, chatId: null });
  return own.dispatcher || model.reporter.id === who.id || model.workers.includes(who.id);
}

/** What it comes to: a late resolution is a summary. */
export function meaningOf(
  { incidents }: Scenery,
  { incident, action }: Pick<Wish, "incident" | "action">,
): LaterAction["type"] {
  const told = incidents.get(formatIncidentId(incident));
  return (told ? meant(told.model, action) : action).type;
}

/** The model once it has happened. */
export function afterwards(
  stage: Scenery,
  told: Told,
  wish: Pick<Wish, "who" | "where" | "action">,
): Model {
  const { model } = told;
  const facts = factsFor(stage, told, wish);
  const guest = guestOf(model, wish.action, facts);
  const next = after(model, meant(model, wish.action), facts.actor, facts.now);
  return guest ? welcoming(next, guest) : next;
}

/** What the model looks at. */
export function factsFor(
  { people, roles, incidents, program }: Scenery,
  told: Told,
  { who, where, action }: Pick<Wish, "who" | "where" | "action">,
): ModelFacts {
  const { company } = told.id;
  const chatId = told.site.group.id;
  const all = new Map(people.map(({ id }) => [id, grantsOf(roles, id, { company, chatId })]));
  if (who && !where) all.set(who.id, grantsOf(roles, who.id, { company, chatId: null }));
  return {
    now: program.clock.now(),
    actor: who && { id: who.id, name: who.name },
    roles: all,
    nobodyTakesCalls: (!who || !!where) &&
      nobodyTakesCalls(roles, told.model.department, { company, chatId }),
    otherNumber: isDoubleOfAnother(incidents, told, action) ? 1 : null,
  };
}

function isDoubleOfAnother(
  incidents: Scenery["incidents"],
  told: Told,
  action: LaterAction,
): boolean {
  if (action.type !== "cancel" || action.why.reason !== "duplicate") return false;
  const other = incidents.get(formatIncidentId(action.why.of));
  return other !== undefined && other !== told && other.site === told.site;
}
