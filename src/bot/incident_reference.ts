/** Which incident a command is about. */

import { type IncidentId, parseIncidentId } from "../domain/ids.ts";
import { keys } from "../store/keys.ts";
import { readOne } from "../store/read.ts";
import type { CommandCall } from "./command.ts";
import { type BotDeps, repliedTo, textOf } from "./incoming.ts";

/** The incident, and what else the command says. */
export interface Reference {
  /** Which incident. */
  incident: IncidentId;
  /** The arguments without its id. */
  rest: string;
}

/**
 * The incident that a command names by its id (`ACME-42`, or `42` inside a group), or that the message
 * is about which it replies to; `null` when it is about none. In such a reply a bare number is a word
 * like others, unless it is that incident's own.
 */
export async function referenceIn(deps: BotDeps, call: CommandCall): Promise<Reference | null> {
  const [word = ""] = call.args.split(/\s/, 1);
  const named = incidentNamed(word, call.group?.company ?? null);
  const isBare = /^\d+$/.test(word);
  const byName = named && { incident: named, rest: call.args.slice(word.length).trim() };
  if (byName && !isBare) return byName;
  const repliedAbout = await incidentRepliedTo(deps, call);
  const isItsOwn = byName?.incident.number === repliedAbout?.number;
  return repliedAbout && !isItsOwn ? { incident: repliedAbout, rest: call.args } : byName;
}

async function incidentRepliedTo(deps: BotDeps, call: CommandCall): Promise<IncidentId | null> {
  const original = repliedTo(call.message);
  if (!original) return null;
  const { value } = await readOne(deps.kv, keys.message(call.message.chat.id, original.message_id));
  const isOwn = original.from?.id === deps.settings.botId;
  return value?.incident ?? (isOwn ? incidentInText(textOf(original)) : null);
}

/** `ACME-42` anywhere; `42` or `#42` where the company is known. */
export function incidentNamed(word: string, company: string | null): IncidentId | null {
  const full = parseIncidentId(word);
  if (full || company === null) return full;
  const number = /^#?([1-9]\d{0,8})$/.exec(word)?.[1];
  return number ? { company, number: Number(number) } : null;
}

/** The incident that one of the bot's own messages names: each of them names its own. */
export function incidentInText(text: string): IncidentId | null {
  return parseIncidentId(/\b[A-Z][A-Z0-9]{1,7}-[1-9]\d{0,8}\b/.exec(text)?.[0] ?? "");
}
