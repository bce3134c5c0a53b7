/** What somebody sees of an incident, and what they may do to it, where they are. */

import type { Chat, User } from "grammy/types";
import type { Company } from "../domain/company.ts";
import type { Facts } from "../domain/facts.ts";
import { type AttachedGroup, formerGroup } from "../domain/group.ts";
import type { IncidentId } from "../domain/ids.ts";
import type { PersonRef, Profile } from "../domain/person.ts";
import { departmentOf, type Incident } from "../domain/incident.ts";
import { policyFor } from "../domain/policy.ts";
import { possibleActions } from "../domain/refuse.ts";
import type { PersonalAction } from "../domain/rules.ts";
import { nobodyTakesCalls, standingOf } from "../domain/standing.ts";
import { maySee } from "../domain/visibility.ts";
import { keys } from "../store/keys.ts";
import { readMany, readOne } from "../store/read.ts";
import type { Card } from "../store/records.ts";
import { type BotDeps, isGroup, personRef } from "./incoming.ts";
import { standingInGroup } from "./role.ts";
import { textsFor } from "./language.ts";
import { withSigns } from "../view/texts/signs.ts";
import type { Texts } from "../view/texts/texts.ts";

/** An incident as somebody sees it. */
export interface Look {
  /** The incident. */
  incident: Incident;
  /** Its company. */
  company: Company;
  /** Its group. */
  group: AttachedGroup;
  /** Its card. */
  card: Card | null;
  /** What was known of the person. */
  profile: Profile | null;
  /** In their language. */
  texts: Texts;
  /** What they could do to it now. */
  possible: ReadonlySet<PersonalAction>;
  /** What that is decided from. */
  facts: Facts & { actor: PersonRef };
}

/** Looks at an incident; `null`: there is none, or it is not for these eyes. */
export async function lookAt(
  deps: BotDeps,
  { chat, from }: { chat: Chat; from: User },
  id: IncidentId,
): Promise<Look | null> {
  const { incident, company, card, person, profile } = await readMany(deps.kv, {
    incident: keys.incident(id),
    company: keys.company(id.company),
    card: keys.card(id),
    person: keys.person(id.company, from.id),
    profile: keys.profile(from.id),
  });
  const state = incident.value?.state;
  if (!state || !company.value) return null;
  const here = isGroup(chat);
  if (here && !await isHome(deps, state, chat.id)) return null;
  const kept = (await readOne(deps.kv, keys.group(state.chatId))).value;
  const isIts = kept !== null && "company" in kept && kept.company === id.company;
  const group = isIts ? kept : formerGroup(state.chatId, id.company);
  // Where the bot is not, nobody can look; in private what is kept can be read.
  if (here && group.status !== "active") return null;
  const standing = here ? await standingInGroup(deps, group, from.id) : standingOf({
    personId: from.id,
    now: deps.now(),
    platformAdmins: deps.settings.platformAdmins,
    person: person.value,
    group: null,
    administrators: null,
  });
  if (!maySee(state, { personId: from.id, chatId: here ? state.chatId : null, standing })) {
    return null;
  }
  const department = departmentOf(state);
  const facts = {
    now: deps.now(),
    actor: personRef(from),
    standing,
    company: company.value,
    policy: policyFor(deps.settings.policy, company.value, group),
    pins: group.settings.pins,
    nobodyTakesCalls: here && department !== null &&
      nobodyTakesCalls(company.value, group, department),
    otherStanding: null,
    otherIncident: null,
  };
  return {
    incident: state,
    company: company.value,
    group,
    card: card.value,
    profile: profile.value,
    texts: withSigns(textsFor(from, profile.value, company.value), group.settings.signs),
    possible: possibleActions(state, facts.actor, facts),
    facts,
  };
}

/** Whether it lives there; a card from before the group became a supergroup still counts. */
async function isHome(deps: BotDeps, { chatId }: Incident, pressedIn: number): Promise<boolean> {
  if (chatId === pressedIn) return true;
  return (await readOne(deps.kv, keys.moved(pressedIn))).value?.to === chatId;
}
