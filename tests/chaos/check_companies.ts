/** Invariant 5: nothing of one company reaches another. */

import type { Contents } from "../faults/contents.ts";
import type { World } from "./world.ts";

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
