/** Puts on record how the nightly backup went; who waits for it is told when it fails for long. */

import type { CoreDeps } from "../deps.ts";
import { backupFailed, backupSent } from "../domain/nightly.ts";
import type { Delivery } from "../store/drain_token.ts";
import { keys } from "../store/keys.ts";
import { reachable } from "../store/reachable.ts";
import { set } from "../store/write.ts";
import { backupFailing } from "../view/backup_messages.ts";
import type { NewMessage } from "../view/message.ts";
import { textsForPerson } from "../view/texts/language.ts";
import { commitAction } from "./commit.ts";
import { answered } from "./companies.ts";

/** It was sent; `startedAt`: when it began, epoch milliseconds. */
export async function noteBackupSent(deps: CoreDeps, startedAt: number): Promise<void> {
  await commitAction(deps, ofNobody(deps), { nightly: keys.nightly() }, ({ nightly }) => {
    return answered({ key: "noted" }, { changes: [set(nightly, backupSent(startedAt))] });
  });
}

/** It failed; what is to be said comes back. */
export async function noteBackupFailed(deps: CoreDeps): Promise<Delivery[]> {
  const wanted = { nightly: keys.nightly() };
  const { deliveries } = await commitAction(
    deps,
    ofNobody(deps),
    wanted,
    async (read, { now }) => {
      const { nightly, tell } = backupFailed(read.nightly.value, now);
      const hours = Math.floor((now - (nightly.failingSince ?? now)) / 3_600_000);
      return answered({ key: "noted" }, {
        changes: [set(read.nightly, nightly)],
        messages: tell ? await toAdmins(deps, hours) : [],
      });
    },
  );
  return deliveries;
}

async function toAdmins({ kv, settings }: CoreDeps, hours: number): Promise<NewMessage[]> {
  const admins = await reachable(kv, settings.platformAdmins);
  return admins.map((admin) => ({
    chatId: admin.id,
    order: "direct",
    content: backupFailing(textsForPerson(admin), hours),
  }));
}

function ofNobody({ settings }: CoreDeps) {
  return { chatId: settings.platformAdmins[0] ?? 0, updateId: null };
}
