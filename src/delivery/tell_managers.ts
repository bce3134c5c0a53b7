/** The bot lacks a right in a group: those who can mend that are told once, in private. */

import type { Deps } from "../deps.ts";
import { keys, messageRowKey } from "../store/keys.ts";
import type { Change } from "../store/kv.ts";
import { reachable, reachableManagers } from "../store/reachable.ts";
import { readMany, readOne } from "../store/read.ts";
import type { OutboxRow } from "../store/records.ts";
import { set } from "../store/write.ts";
import { rightMissing } from "../view/desk_messages.ts";
import { textsForPerson } from "../view/texts/language.ts";

/**
 * Tells the company's managers who have started the bot, or the platform admins when there is none; the
 * sweep says it. Nothing to do (no changes) when they were told already.
 */
export async function tellManagers(
  deps: Deps,
  chatId: number,
  right: "post" | "delete",
): Promise<Change[]> {
  const { kv, settings, now, newId } = deps;
  const { group, notice } = await readMany(kv, {
    group: keys.group(chatId),
    notice: keys.notice(chatId, right),
  });
  if (notice.value || !group.value) return [];
  const company = "company" in group.value ? group.value.company : null;
  const managers = company === null ? [] : await reachableManagers(kv, company);
  const people = managers.length > 0 ? managers : await reachable(kv, settings.platformAdmins);
  const { title } = group.value;
  const { value: of } = await readOne(kv, keys.company(company ?? ""));
  return [
    set(notice, { schema: 1, at: now() }),
    ...people.map((person) => {
      const content = rightMissing(textsForPerson(person, { company: of }), right, title);
      const row: OutboxRow = { schema: 1, kind: "message", content, createdAt: now() };
      return set({ key: messageRowKey(person.id, "direct", now(), newId()) }, row);
    }),
  ];
}
