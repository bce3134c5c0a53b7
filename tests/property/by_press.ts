/** What can be pressed: the buttons that the bot shows, and all the others that could be forged. */

import type { Message } from "grammy/types";
import { type LaterAction, SNOOZES } from "../../src/domain/action.ts";
import { formatIncidentId, type IncidentId } from "../../src/domain/ids.ts";
import { PRIORITIES } from "../../src/domain/priority.ts";
import { keys } from "../../src/store/keys.ts";
import { keyboard, type Person } from "../simulator/simulator.ts";
import { DEPARTMENTS } from "./cast.ts";
import { anId, anIncident, aScene } from "./pick.ts";
import type { Scenery, Site, Told } from "./stage.ts";
import type { Wish } from "./wish.ts";

/** Buttons without a choice, with what they do. */
const PLAIN: Record<string, LaterAction> = {
  claim: { type: "claim" },
  join: { type: "join" },
  leave: { type: "leave" },
  resolve: { type: "resolve", summary: null },
  back: { type: "back_to_work" },
  escalate: { type: "escalate", reason: null },
  de_escalate: { type: "de_escalate" },
  reopen: { type: "reopen", reason: null },
  repin: { type: "repin" },
  on_it: { type: "check_in" },
  wake: { type: "wake" },
  false_alarm: { type: "cancel", why: { reason: "false_alarm" } },
};

const CHOICES = ["department", "to", "move", "set", "quiet", "double"] as const;
const VERBS = [...Object.keys(PLAIN), ...CHOICES];

interface Button {
  data: string;
  action: LaterAction;
}

/** The verbs that stand under a message. */
function verbsUnder(message: Message): string[] {
  return keyboard(message).flat().flatMap((it) =>
    "callback_data" in it ? it.callback_data.split(":", 1) : []
  ).filter((verb) => VERBS.includes(verb));
}

function aButton(stage: Scenery, told: Told, { incident, verb }: {
  incident: IncidentId;
  verb: string;
}): Button {
  const { chance } = stage;
  const id = formatIncidentId(incident);
  const plain = PLAIN[verb];
  if (plain) return { data: `${verb}:${id}`, action: plain };
  const button = (choice: string | number, action: LaterAction) => ({
    data: `${verb}:${id}:${choice}`,
    action,
  });
  switch (verb as typeof CHOICES[number]) {
    case "department":
    case "move": {
      const all = DEPARTMENTS[told.site.company].map((each) => each.id);
      const department = chance.pick([...all, ...all, "9"]);
      const type = verb === "move" ? "change_department" : "choose_department";
      return button(department, { type, department });
    }
    case "to": {
      const to = chance.pick(chance.below(3) === 0 ? stage.people : told.site.members);
      return button(to.id, { type: "assign", to: { id: to.id, name: to.name } });
    }
    case "set": {
      const priority = chance.pick(PRIORITIES);
      return button(priority, { type: "set_priority", priority });
    }
    case "quiet": {
      const until = chance.pick(SNOOZES);
      return button(until, { type: "snooze", until });
    }
    case "double": {
      const { number } = anIncident(stage).id;
      const of = { company: incident.company, number };
      return button(number, { type: "cancel", why: { reason: "duplicate", of } });
    }
  }
}

/** A press by somebody somewhere. */
export function aPress(stage: Scenery): Wish {
  const { who, where, told } = aScene(stage);
  const incident = anId(stage, told);
  const message = where ? underWhich(stage, told, where) : lastPrivate(who);
  const shown = stage.chance.below(2) === 0 ? verbsUnder(message) : [];
  const verb = stage.chance.pick(shown.length > 0 ? shown : VERBS);
  const { data, action } = aButton(stage, told, { incident, verb });
  const isRight = keyboard(message).flat().some((it) =>
    "callback_data" in it && it.callback_data === data
  );
  return {
    who,
    where,
    incident,
    action,
    way: !where ? "press in private" : isRight ? "press" : "forged press",
    answer: "toast",
    act: async () => ({ toast: await who.presses(message, "", { data }) }),
  };
}

/** The incident's card where it has one here; now and then another message of the bot. */
function underWhich(stage: Scenery, told: Told, where: Site): Message {
  const card = where === told.site && stage.chance.below(12) > 0 ? cardOf(stage, told) : undefined;
  return card ?? stage.chance.pick(fromBot(where.group.messages));
}

/** The message in the group that is on record as the incident's card. */
export function cardOf({ writes }: Scenery, { id, site }: Told): Message | undefined {
  const card = writes.latest(keys.card(id));
  return site.group.messages.find(({ message_id }) => message_id === card?.messageId);
}

/** What everybody in a group has from the bot. */
export function fromBot(messages: readonly Message[]): Message[] {
  return messages.filter((it) =>
    it.from?.is_bot && it.ephemeral_message_id === undefined && !it.pinned_message
  );
}

/** The newest message of the bot to somebody in private; there are no buttons under files. */
export function lastPrivate(who: Person): Message {
  return fromBot(who.private.messages).findLast(({ text }) => text !== undefined)!;
}
