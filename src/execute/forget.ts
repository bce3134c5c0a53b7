/**
 * Somebody wants to be forgotten. From that commit on nothing more is noted of them; what there is gets
 * a pseudonym in their place step by step (see `sweep/forget_person.ts`).
 */

import type { CoreDeps } from "../deps.ts";
import type { IncidentId } from "../domain/ids.ts";
import { crewOf, type Incident } from "../domain/incident.ts";
import type { Profile } from "../domain/person.ts";
import { pseudonymOf } from "../domain/pseudonym.ts";
import { FORGETTING_STEPS } from "../store/forgetting.ts";
import { indexChanges } from "../store/indexes.ts";
import { keys } from "../store/keys.ts";
import { companiesAround } from "../store/around.ts";
import { currentIncidents } from "../store/listings.ts";
import type { Kv } from "../store/kv.ts";
import { readAll, readMany } from "../store/read.ts";
import { set } from "../store/write.ts";
import { commitAction, type Committed } from "./commit.ts";
import { answered, type DeskOrigin, isPlatformAdmin } from "./companies.ts";
import { activeGroup } from "./refused.ts";

/** How long the buttons that ask are valid, in milliseconds. */
export const ASKING_TIME = 10 * 60_000;
/** Most incidents that are named as still to be handed over. */
const MOST_NAMED = 5;

/**
 * Whether they may be forgotten now. `begin`: it begins with this commit. `askedAt`: when the question
 * that this answers was put, epoch milliseconds.
 */
export function askToBeForgotten(
  deps: CoreDeps,
  origin: DeskOrigin,
  { askedAt, begin }: { askedAt: number; begin: boolean },
): Promise<Committed> {
  const { actorId } = origin;
  const wanted = { profile: keys.profile(actorId), forgetting: keys.forgetting(actorId) };
  return commitAction(deps, origin, wanted, async ({ profile, forgetting }, { now }) => {
    if (forgetting.value) return answered({ key: "being_forgotten" });
    if (isPlatformAdmin(deps, actorId)) return answered({ key: "is_platform_admin" });
    if (askedAt > now || askedAt + ASKING_TIME <= now) return answered({ key: "button_too_old" });
    const incidents = await incidentsInHand(deps, actorId);
    if (incidents.length > 0) {
      return answered({ key: "still_at_work", incidents: incidents.slice(0, MOST_NAMED) });
    }
    if (!begin) return answered({ key: "noted" });
    const after = withoutName(profile.value, actorId);
    const before = profile.value && { kind: "profile" as const, value: profile.value };
    const name = profile.value?.name ?? "";
    const pseudonym = pseudonymOf(chanceFrom(deps));
    const [step] = FORGETTING_STEPS;
    return answered({ key: "forgetting_begun" }, {
      changes: [
        set(profile, after),
        ...indexChanges(before, { kind: "profile", value: after }),
        set(forgetting, { schema: 1, pseudonym, name, step, next: null, at: now }),
      ],
    });
  });
}

/** What is left of a profile until the end. */
function withoutName(profile: Profile | null, id: number): Profile {
  const none = { schema: 1 as const, id, name: "", handle: null, reachable: false };
  return { language: null, locale: null, notify: null, ...profile, ...none, forgetting: true };
}

/** 52 bits that nobody can foresee: the random digits of a UUID. */
function chanceFrom({ newId, random }: CoreDeps): number {
  const digits = newId().replaceAll("-", "");
  const found = /^([0-9a-f]{12})4[0-9a-f]*([0-9a-f])$/.exec(digits);
  return found ? Number.parseInt(found[1]! + found[2]!, 16) : Math.floor(random() * 2 ** 52);
}

/** Open incidents that somebody owns, helps with, or owes a summary, where something can be done. */
async function incidentsInHand({ kv }: CoreDeps, personId: number): Promise<IncidentId[]> {
  const found: IncidentId[] = [];
  for (const company of await companiesAround(kv, personId)) {
    const ids = await currentIncidents(kv, company);
    for (const { value } of await readAll(kv, ids.map((id) => keys.incident(id)))) {
      if (!value || !isInHand(value.state, personId)) continue;
      const { number, chatId } = value.state;
      if (await canActIn(kv, { company, chatId })) found.push({ company, number });
    }
  }
  return found;
}

/** Where the desk rests, nobody can hand anything over: the pseudonym takes their place there. */
async function canActIn(
  kv: Kv,
  { company: id, chatId }: { company: string; chatId: number },
): Promise<boolean> {
  const { company, group } = await readMany(kv, {
    company: keys.company(id),
    group: keys.group(chatId),
  });
  return company.value?.archivedAt === null && activeGroup(group.value, id) !== null;
}

function isInHand(state: Incident, personId: number): boolean {
  return crewOf(state).some(({ id }) => id === personId) ||
    ("summarizer" in state && state.summarizer.id === personId);
}
