/** What can be done by commands, in the incident's group, in another one or in private. */

import { type CancelReason, type LaterAction, SNOOZES } from "../../src/domain/action.ts";
import { formatIncidentId, type IncidentId } from "../../src/domain/ids.ts";
import { PRIORITIES } from "../../src/domain/priority.ts";
import type { Chance } from "../domain/random.ts";
import type { Message } from "grammy/types";
import { cardOf } from "./by_press.ts";
import { anId, anIncident, aScene } from "./pick.ts";
import type { Scenery, Site, Told } from "./stage.ts";
import { aComment, aDescription, aReason, aSummary, someTags } from "./texts.ts";
import type { Wish } from "./wish.ts";

const COMMANDS = [
  "escalate",
  "de_escalate",
  "assign",
  "revoke_claim",
  "resolve",
  "cancel",
  "reopen",
  "repin",
  "comment",
  "edit_description",
  "priority",
  "snooze",
  "tag",
  "untag",
] as const;

interface Words {
  /** What follows the id. */
  rest: string;
  action: LaterAction;
}

function words(stage: Scenery, told: Told, name: typeof COMMANDS[number]): Words {
  const { chance } = stage;
  const reason = chance.below(2) === 0 ? null : aReason(chance);
  switch (name) {
    case "escalate":
    case "reopen":
      return { rest: reason ?? "", action: { type: name, reason } };
    case "de_escalate":
    case "repin":
      return { rest: "", action: { type: name } };
    case "assign": {
      const { id, name } = chance.pick(told.site.members);
      return { rest: String(id), action: { type: "assign", to: { id, name } } };
    }
    case "revoke_claim": {
      const worker = chance.pick([told.model.owner, ...told.model.helpers])?.id ?? null;
      const personId = chance.pick([null, worker, chance.pick(told.site.members).id]);
      return { rest: String(personId ?? ""), action: { type: "revoke_claim", personId } };
    }
    case "resolve": {
      const summary = aSummary(chance);
      return { rest: summary, action: { type: "resolve", summary } };
    }
    case "cancel":
      return cancelling(stage);
    case "comment": {
      const text = aComment(chance);
      return { rest: text, action: { type: "comment", messageId: 0, text } };
    }
    case "edit_description": {
      const description = aDescription(chance);
      return { rest: description, action: { type: "edit_description", description } };
    }
    case "priority": {
      const priority = chance.pick(PRIORITIES);
      return { rest: priority.toUpperCase(), action: { type: "set_priority", priority } };
    }
    case "snooze": {
      const until = chance.pick(["off", ...SNOOZES] as const);
      const action = until === "off" ? { type: "wake" as const } : { type: name, until };
      return { rest: chance.pick([until, until.toUpperCase()]), action };
    }
    case "tag":
    case "untag": {
      const had = told.model.tags;
      const tags = name === "untag" && had.length > 0 && chance.below(2) === 0
        ? [chance.pick(had)]
        : someTags(chance);
      return { rest: asTyped(chance, tags), action: { type: name, tags } };
    }
    default:
      return name satisfies never;
  }
}

function cancelling(stage: Scenery): Words {
  const { chance } = stage;
  const why = ((): CancelReason => {
    const note = aReason(chance);
    const of = anIncident(stage).id;
    return chance.pick<CancelReason>([
      { reason: "false_alarm" },
      { reason: "duplicate", of },
      { reason: "cancelled", note },
    ]);
  })();
  const rest = why.reason === "false_alarm"
    ? chance.pick(["false alarm", "False-Alarm"])
    : why.reason === "duplicate"
    ? `duplicate of ${formatIncidentId(why.of)}`
    : why.note;
  return { rest, action: { type: "cancel", why } };
}

/** With signs and capitals that don't count. */
function asTyped(chance: Chance, tags: readonly string[]): string {
  return tags.map((tag) => chance.pick([tag, `#${tag}`, tag.toUpperCase()])).join(" ");
}

/** A command by somebody somewhere. */
export function aCommand(stage: Scenery): Wish {
  const { who, where, told } = aScene(stage);
  const incident = anId(stage, told);
  const name = stage.chance.pick(COMMANDS);
  const { rest, action } = words(stage, told, name);
  const card = where === told.site && incident === told.id && stage.chance.below(3) === 0
    ? cardOf(stage, told)
    : undefined;
  const id = card ? "" : spelled(stage.chance, incident, where);
  const text = [`/${name}`, id, rest].filter(Boolean).join(" ");
  return {
    who,
    where,
    incident,
    action,
    way: where === told.site ? "command" : "command elsewhere",
    answer: "sentence",
    act: async () => ({ message: await who.says(where?.group ?? who.private, text, reply(card)) }),
  };
}

function reply(replyTo: Message | undefined) {
  return replyTo ? { replyTo } : {};
}

/** The id as people write it; its number alone is enough in a group of the company. */
function spelled(chance: Chance, incident: IncidentId, where: Site | null): string {
  const full = formatIncidentId(incident);
  const short = where?.company === incident.company
    ? [String(incident.number), `#${incident.number}`]
    : [];
  return chance.pick([full, full.toLowerCase(), ...short]);
}
