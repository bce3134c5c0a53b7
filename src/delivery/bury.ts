/** What will never go through is put aside with the reason; nothing disappears silently. */

import type { Deps } from "../deps.ts";
import { redact } from "../log.ts";
import { DEAD_LETTER_TIME } from "../store/dead_letters.ts";
import type { WaitingRow } from "../store/drain_token.ts";
import { classOf, keys, messageRowKey } from "../store/keys.ts";
import type { Change } from "../store/kv.ts";
import { profilesOf } from "../store/reachable.ts";
import { readOne } from "../store/read.ts";
import type { DeadLetter, OutboxRow } from "../store/records.ts";
import { set, setGroup } from "../store/write.ts";
import { groupLost } from "../view/desk_messages.ts";
import { textsForPerson } from "../view/texts/language.ts";

/** The changes that make a dead letter of a row, and close the chat when that is why. */
export async function bury(
  deps: Deps,
  { key, row }: WaitingRow,
  { why, isChatClosed }: { why: string; isChatClosed: boolean },
): Promise<Change[]> {
  const chatId = Number(key[1]);
  const reason = redact(why, deps.settings.secrets);
  const at = deps.now();
  deps.log.error("could not be said", { chat: chatId, error: reason });
  const letter: DeadLetter = {
    schema: 1,
    chatId,
    row,
    order: classOf(key),
    reason,
    at,
    expiresAt: at + DEAD_LETTER_TIME,
  };
  const changes = [set(keys.deadLetter(at, deps.newId()), letter, DEAD_LETTER_TIME)];
  if (!isChatClosed) return changes;
  if (chatId < 0) return [...changes, ...await suspended(deps, chatId)];
  const profile = await readOne(deps.kv, keys.profile(chatId));
  return profile.value
    ? [...changes, set(profile, { ...profile.value, reachable: false })]
    : changes;
}

/** The bot is in the group no longer, and nobody has told it: the platform admins are told. */
async function suspended({ kv, settings, now, newId }: Deps, chatId: number): Promise<Change[]> {
  const entry = await readOne(kv, keys.group(chatId));
  const suspension = entry.value?.status === "suspended" ? entry.value.suspension : undefined;
  if (entry.value?.status === "suspended" && suspension?.botIsThere) {
    return setGroup(entry, { ...entry.value, suspension: { ...suspension, botIsThere: false } });
  }
  if (entry.value?.status !== "active") return [];
  const { value } = entry;
  const admins = await profilesOf(kv, settings.platformAdmins);
  const notices = admins.map(({ id, profile }) => {
    const content = groupLost(textsForPerson(profile), value);
    const key = messageRowKey(id, "direct", now(), newId());
    const row: OutboxRow = { schema: 1, kind: "message", content, createdAt: now() };
    return set({ key }, row);
  });
  return [...setGroup(entry, { ...value, status: "suspended" }), ...notices];
}
