/** Counts who is refused what only administrators may do, and tells the platform admins of too many. */

import type { CoreDeps } from "../deps.ts";
import {
  type Attempted,
  countRefusal,
  type Refusals,
  REFUSALS_WINDOW,
} from "../domain/refusals.ts";
import type { Delivery } from "../store/drain_token.ts";
import { keys } from "../store/keys.ts";
import { reachable } from "../store/reachable.ts";
import { readAll } from "../store/read.ts";
import { set } from "../store/write.ts";
import type { NewMessage } from "../view/message.ts";
import { refusalsReport } from "../view/refusals_report.ts";
import { textsForPerson } from "../view/texts/language.ts";
import { commitAction } from "./commit.ts";
import { answered } from "./companies.ts";

/** Puts it on record; the platform admins are told in the same commit, once an hour. */
export async function noteRefusal(
  deps: CoreDeps,
  personId: number,
  attempted: Attempted,
): Promise<Delivery[]> {
  const [admin = 0] = deps.settings.platformAdmins;
  const wanted = { refusals: keys.refusals(personId) };
  const origin = { chatId: admin, updateId: null };
  const { deliveries } = await commitAction(deps, origin, wanted, async (read, { now }) => {
    const { refusals, tell } = countRefusal(read.refusals.value, attempted, now);
    if (!refusals || refusals === read.refusals.value) return answered({ key: "noted" });
    return answered({ key: "noted" }, {
      changes: [set(read.refusals, refusals, REFUSALS_WINDOW)],
      messages: tell ? await messagesOf(deps, personId, refusals) : [],
    });
  });
  return deliveries;
}

async function messagesOf(
  { kv, settings }: CoreDeps,
  personId: number,
  refusals: Refusals,
): Promise<NewMessage[]> {
  const [[profile], groups, admins] = await Promise.all([
    readAll(kv, [keys.profile(personId)]),
    readAll(kv, refusals.chats.filter((id) => id < 0).map((id) => keys.group(id))),
    reachable(kv, settings.platformAdmins),
  ]);
  const titles = new Map(
    groups.flatMap(({ value }): [number, string][] => value ? [[value.chatId, value.title]] : []),
  );
  const person = { id: personId, name: profile?.value?.name ?? "" };
  return admins.map((admin) => ({
    chatId: admin.id,
    order: "direct",
    content: refusalsReport(textsForPerson(admin), { person, refusals, titles }),
  }));
}
