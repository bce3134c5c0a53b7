/** A shift's digest replaces the one before it. */

import type { Deps } from "../deps.ts";
import { keys } from "../store/keys.ts";
import type { Change } from "../store/kv.ts";
import { readOne } from "../store/read.ts";
import { set } from "../store/write.ts";
import type { MessageContent } from "../view/message.ts";
import { unlessRefused } from "./unless_refused.ts";

/** Removes the digest that this one replaces; what is to be recorded comes back. */
export async function digestSent(
  deps: Deps,
  { chatId, digest }: { chatId: number; digest: NonNullable<MessageContent["digest"]> },
  messageId: number,
): Promise<Change[]> {
  const before = await readOne(deps.kv, keys.digest(chatId, digest.department));
  const said = before.value?.messageIds ?? [];
  if (digest.continues) return [set(before, { schema: 1, messageIds: [...said, messageId] })];
  for (const old of said) {
    await unlessRefused(deps, () => deps.telegram.deleteMessage(chatId, old));
  }
  return [set(before, { schema: 1, messageIds: [messageId] })];
}
