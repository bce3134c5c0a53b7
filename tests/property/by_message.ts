/** What can be done by writing: replies to the bot's messages, and edits of one's own. */

import type { Message, Update } from "grammy/types";
import { keys } from "../../src/store/keys.ts";
import type { LaterAction } from "../../src/domain/action.ts";
import { formatIncidentId } from "../../src/domain/ids.ts";
import type { Person } from "../simulator/simulator.ts";
import { cardOf, fromBot } from "./by_press.ts";
import { anIncident, involvedIn } from "./pick.ts";
import { grantsOf } from "./roles.ts";
import type { Scenery, Told } from "./stage.ts";
import { aComment, aDescription, aSummary } from "./texts.ts";
import type { Wish } from "./wish.ts";

const PLACE = { kind: "location", latitude: 1, longitude: 2 } as const;

/** A message of the bot about an incident, and what kind of message it is. */
interface Original {
  message: Message;
  told: Told;
  role: string;
}

/** How many of the newest messages somebody may reply to. */
const NEW = 20;

/**
 * The card of an incident that waits for words, or one of the newest messages about incidents in a
 * group; `null`: none was found.
 */
function anOriginal(stage: Scenery): Original | null {
  const { chance, writes, incidents } = stage;
  if (chance.below(3) === 0) {
    const told = anAwaited(stage);
    const message = cardOf(stage, told);
    return message ? { message, told, role: "card" } : null;
  }
  const { group } = anIncident(stage).site;
  const newest = fromBot(group.messages).slice(-NEW);
  for (let tries = 0; tries < 5 && newest.length > 0; tries++) {
    const message = chance.pick(newest);
    const link = writes.latest(keys.message(group.id, message.message_id));
    const told = link && incidents.get(formatIncidentId(link.incident));
    if (told) return { message, told, role: link.role };
  }
  return null;
}

/** An incident whose summary is awaited, if there is one. */
function anAwaited(stage: Scenery): Told {
  const awaited = [...stage.incidents.values()].filter(({ model }) => isAwaited(model));
  return awaited.length > 0 ? stage.chance.pick(awaited) : anIncident(stage);
}

function isAwaited({ status, reason }: Told["model"]): boolean {
  return status === "awaiting_summary" || reason === "no_summary";
}

/** A reply, with or without a file; `null` when there is nothing to reply to. */
export function aReply(stage: Scenery): Wish | null {
  const { chance } = stage;
  const original = anOriginal(stage);
  if (!original) return null;
  const { told, message: replyTo } = original;
  const { site, id } = told;
  const involved = involvedIn(stage, told).filter((it) => site.members.includes(it));
  const who = chance.pick(chance.below(2) === 0 ? involved : site.members);
  const carries = chance.pick(["text", "text", "photo", "photo", "place"]);
  const words = carries === "text"
    ? aSummary(chance)
    : carries === "photo" && chance.below(2) === 0
    ? "Seen at the gate"
    : "";
  const options = { replyTo };
  const act = {
    text: () => who.says(site.group, words, options),
    photo: () => who.sends(site.group, { photo: {}, caption: words }, options),
    place: () => who.sends(site.group, { location: PLACE }, options),
  }[carries]!;
  return {
    who,
    where: site,
    incident: id,
    action: meaning(stage, original, { who, words, isFile: carries !== "text" }),
    way: "reply",
    answer: "refusal",
    act: async () => ({ message: await act() }),
  };
}

/** Whose summary is awaited gives it by any reply; a manager, or whoever works on it, by one to the question. */
function meaning(
  { roles }: Scenery,
  { told, role }: Original,
  { who, words, isFile }: { who: Person; words: string; isFile: boolean },
): LaterAction {
  const { model, id, site } = told;
  const isQuestion = role === "summary_prompt";
  const crew = [model.owner, ...model.helpers].some((it) => it?.id === who.id);
  const { manager } = grantsOf(roles, who.id, { company: id.company, chatId: site.group.id });
  const isSummary = isAwaited(model)
    ? model.summarizer?.id === who.id || (isQuestion && manager)
    : isQuestion && crew;
  const attached = isFile ? { messageId: 0, attachment: PLACE } : null;
  if (words && isSummary) return { type: "summarize", summary: words, attached };
  if (attached) return { type: "attach", attached, caption: words };
  return { type: "comment", messageId: 0, text: words };
}

/** A reply to a message that the bot never wrote, about an incident of another group. */
export function aForgedReply(stage: Scenery): Wish | null {
  const { chance, sites, program: { telegram } } = stage;
  const told = anIncident(stage);
  const where = chance.pick(sites.filter((site) => site !== told.site));
  const who = chance.pick(where.members);
  const chat = where.group.messages[0]!.chat;
  const from = telegram.bot;
  const text = "What I know about it";
  const isFile = chance.below(2) === 0;
  const message = {
    message_id: 900_000 + chance.below(90_000),
    date: 0,
    chat,
    from: who.user,
    ...(isFile ? { location: PLACE } : { text }),
    reply_to_message: { message_id: 800_000, date: 0, chat, from, text: `${told.name} needs help` },
  };
  return {
    who,
    where,
    incident: told.id,
    action: isFile
      ? { type: "attach", attached: { messageId: 0, attachment: PLACE }, caption: "" }
      : { type: "comment", messageId: 0, text },
    way: "forged reply",
    answer: "refusal",
    act: async () => {
      await telegram.forgedUpdate({ message } as unknown as Update);
      return {};
    },
  };
}

/** An edit of something that is part of an incident. */
export function anEdit(stage: Scenery): Wish {
  const { chance } = stage;
  const told = anIncident(stage);
  const said = chance.pick([told.source, ...told.said]);
  const isSource = said === told.source;
  const isCaption = said.message.text === undefined;
  const text = isCaption
    ? `Seen ${chance.below(1000)} times`
    : isSource
    ? aDescription(chance)
    : aComment(chance);
  return {
    who: said.by,
    where: told.site,
    incident: told.id,
    action: isSource
      ? { type: "edit_source", description: text }
      : { type: "edit_comment", comment: said.isComment ? 1 : null, messageId: 0, text },
    way: "edit",
    answer: "nothing",
    edits: said,
    act: async () => ({ message: await said.by.edits(said.message, text) }),
  };
}
