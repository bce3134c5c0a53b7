/** Names and handles are refreshed at each contact, after what somebody came for is done. */

import type { User } from "grammy/types";
import type { Profile } from "../domain/person.ts";
import { isKnown, noteContact } from "../execute/contact.ts";
import { describeError } from "../log.ts";
import { type BotDeps, seen } from "./incoming.ts";

/** Notes what has changed; `profile`: what was known, `undefined` when that was not read. */
export async function refreshContact(
  deps: BotDeps,
  user: User,
  profile: Profile | null | undefined,
): Promise<void> {
  const shown = seen(user);
  if (profile === undefined || isKnown(profile, shown)) return;
  // What they wanted is done and answered: a name can be noted at the next contact.
  await noteContact(deps, shown).catch((error) =>
    deps.log.warn("contact not noted", { error: describeError(error) })
  );
}
