/** Invariant 5: nothing of one company reaches another. */

import type { Update } from "grammy/types";
import { formatIncidentId } from "../../src/domain/ids.ts";
import type { Contents } from "../faults/contents.ts";
import type { Simulator } from "../simulator/simulator.ts";
import type { World } from "./world.ts";

/** What was done to an incident from a place that it does not belong to: neither its group nor a private chat. */
export function wronglyPlaced(
  { updates }: Simulator,
  { incidents, histories }: Contents,
): string[] {
  const places = new Map(updates.map((update) => [update.update_id, placeOf(update)]));
  return incidents.flatMap(({ state }) => {
    const name = formatIncidentId(state);
    return (histories.get(name) ?? []).flatMap(({ event: { type, updateId } }) => {
      const place = updateId === null ? undefined : places.get(updateId);
      return place === undefined || place > 0 || place === state.chatId
        ? []
        : [`${name}: "${type}" from ${place}`];
    });
  });
}

function placeOf({ message, edited_message, callback_query }: Update): number | undefined {
  return (message ?? edited_message ?? callback_query?.message)?.chat.id;
}

/** What was heard where it must not be heard, and what was done by people who have no business there. */
export function wronglyShared(
  { sites, people, cast, spoken }: World,
  { histories }: Contents,
): string[] {
  const wrong: string[] = [];
  for (const company of new Set(sites.map((site) => site.company))) {
    const own = sites.filter((site) => site.company === company);
    const insiders = new Set([
      cast.admin.id,
      ...own.flatMap(({ members }) => members.map(({ id }) => id)),
    ]);
    const chats = new Set([...insiders, ...own.map(({ group }) => group.id)]);
    const secret = `${company.toLowerCase()}kind`;
    for (const { chatId, text } of spoken) {
      if (text.includes(secret) && !chats.has(chatId)) {
        wrong.push(`${chatId} hears of ${company}: ${text.slice(0, 100)}`);
      }
    }
    const outsiders = new Set(people.map(({ id }) => id).filter((id) => !insiders.has(id)));
    for (const [name, history] of histories) {
      if (!name.startsWith(`${company}-`)) continue;
      for (const { event: { actor, type } } of history) {
        if (actor && outsiders.has(actor.id)) wrong.push(`${name}: "${type}" by ${actor.name}`);
      }
    }
  }
  return wrong;
}
