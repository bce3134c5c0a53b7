/** What is decided about one active group, by those who administer it. */

import type { CoreDeps } from "../deps.ts";
import type { Company } from "../domain/company.ts";
import type { AttachedGroup } from "../domain/group.ts";
import { isFresh, type Standing, standingOf } from "../domain/standing.ts";
import { keys } from "../store/keys.ts";
import { type Entries, readOne } from "../store/read.ts";
import { type Attempt, commitAction, type Committed } from "./commit.ts";
import { answered, type DeskOrigin } from "./companies.ts";
import { activeGroup } from "./refused.ts";

/** Who administers a group, in that group. */
export interface GroupDeskOrigin extends DeskOrigin {
  /** Telegram can still be asked who administers the group: nothing is decided before that. */
  mayAsk?: boolean;
}

/** What was committed in a group. */
export interface GroupCommitted extends Committed {
  /** Nothing was decided: who administers the group has to be asked first. */
  askAdministrators: boolean;
}

/** The keys that such a matter reads. */
export type GroupReads = {
  group: ReturnType<typeof keys.group>;
  company: ReturnType<typeof keys.company>;
  person: ReturnType<typeof keys.person>;
  profile: ReturnType<typeof keys.profile>;
  administrators: ReturnType<typeof keys.administrators>;
};

/** What such a matter is decided by. */
export interface GroupMatter {
  /** The entries, for the changes. */
  read: Entries<GroupReads>;
  /** The group. */
  group: AttachedGroup;
  /** Its company. */
  company: Company;
  /** What the actor is there. */
  standing: Standing;
}

/** Reads what a matter of one active group is decided by. */
export async function inGroup(
  deps: CoreDeps,
  origin: GroupDeskOrigin,
  attempt: (matter: GroupMatter) => Attempt | Promise<Attempt>,
): Promise<GroupCommitted> {
  const { actorId, chatId } = origin;
  let askAdministrators = false;
  const hint = await readOne(deps.kv, keys.group(chatId));
  const companyId = hint.value && "company" in hint.value ? hint.value.company : "";
  const wanted: GroupReads = {
    group: keys.group(chatId),
    company: keys.company(companyId),
    person: keys.person(companyId, actorId),
    profile: keys.profile(actorId),
    administrators: keys.administrators(chatId),
  };
  const committed = await commitAction(deps, origin, wanted, (read, { now }) => {
    if (read.profile.value?.forgetting) return answered({ key: "being_forgotten" });
    if (read.group.value?.status === "pending") return answered({ key: "activation_pending" });
    const group = activeGroup(read.group.value, companyId);
    const company = read.company.value;
    if (!group || !company || company.archivedAt !== null) {
      return answered({ key: "group_not_active" });
    }
    const standing = standingOf({
      personId: actorId,
      now,
      platformAdmins: deps.settings.platformAdmins,
      person: read.person.value,
      group,
      administrators: read.administrators.value,
    });
    askAdministrators = origin.mayAsk === true && !standing.manager &&
      !isFresh(read.administrators.value, now);
    if (askAdministrators) return answered({ key: "noted" });
    return attempt({ read, group, company, standing });
  });
  return { ...committed, askAdministrators };
}
