/** What somebody wants to be told in private, through the one write path. */

import type { CoreDeps } from "../deps.ts";
import type { NotifySetting } from "../domain/notify_setting.ts";
import { keys } from "../store/keys.ts";
import { set } from "../store/write.ts";
import { commitAction, type Committed } from "./commit.ts";
import { answered, type DeskOrigin } from "./companies.ts";

/** Sets it for whoever asks; `null`: their role decides again. They are known: they have just written. */
export function setNotify(
  deps: CoreDeps,
  origin: DeskOrigin,
  setting: NotifySetting | null,
): Promise<Committed> {
  const wanted = { profile: keys.profile(origin.actorId) };
  return commitAction(deps, origin, wanted, ({ profile }) => {
    const before = profile.value;
    if (!before) return answered({ key: "noted" });
    return answered({ key: "notify_set", setting }, {
      changes: before.notify === setting ? [] : [set(profile, { ...before, notify: setting })],
    });
  });
}
