/** Actions on incidents that exist, through the one write path. */

import type { CoreDeps } from "../deps.ts";
import type { LaterAction } from "../domain/action.ts";
import type { Company } from "../domain/company.ts";
import { decide } from "../domain/decide.ts";
import type { AttachedGroup, Group } from "../domain/group.ts";
import type { IncidentId } from "../domain/ids.ts";
import { departmentOf, type Incident } from "../domain/incident.ts";
import { policyFor } from "../domain/policy.ts";
import type { Person, PersonRef, Profile } from "../domain/person.ts";
import type { Refusal } from "../domain/refusal.ts";
import { isFresh, nobodyTakesCalls, standingOf } from "../domain/standing.ts";
import { mayAnswerCall, maySee } from "../domain/visibility.ts";
import { isFree } from "../store/drain_token.ts";
import { keys } from "../store/keys.ts";
import type { Entries } from "../store/read.ts";
import type { Card, StoredIncident } from "../store/records.ts";
import { setIncident } from "../store/write.ts";
import { isReported, messageKey, messageLinks } from "./message_links.ts";
import { apply } from "./apply.ts";
import { type Attempt, commitAction, type Committed, type Moment } from "./commit.ts";
import { answered } from "./companies.ts";
import { readOther } from "./other.ts";
import { restoredDeadline } from "./replan.ts";
import { activeGroup, ARCHIVED, inactive, refused } from "./refused.ts";

/** Somebody, or the clock, acts on an incident. */
export interface IncidentRequest {
  /** The action. */
  action: LaterAction;
  /** Who acts; `null` when the clock does. */
  actor: PersonRef | null;
  /** The incident. */
  incident: IncidentId;
  /** The incident's group. */
  chatId: number;
  /** It happens in the actor's private chat, where the roles of groups do not count. */
  inPrivate?: boolean;
  /** It answers a call of the bot's in the actor's private chat. */
  answersCall?: boolean;
  /** Telegram's `update_id`; `null` when the clock acts. */
  updateId: number | null;
  /** The message whose button was pressed. */
  pressedMessageId?: number;
  /** Telegram's `media_group_id`, when the message is one of several files. */
  albumId?: string | undefined;
  /** The bot's question that this answers is settled with it. */
  settles?: Deno.KvKey | undefined;
  /** Telegram can still be asked who administers the group: nothing is written before that. */
  mayAsk?: boolean;
}

/** What was committed, and what the read showed besides. */
export interface Acted extends Committed {
  /** Refused by what is known, but the group's administrators were not asked lately. */
  askAdministrators: boolean;
  /** The pressed message is a second card, left by a broken connection. */
  strayCard: boolean;
  /** What was known of the actor. */
  profile: Profile | null;
  /** The incident's company, as far as there is one. */
  company: Company | null;
}

/** Does something to an incident that exists. */
export async function executeIncident(
  deps: CoreDeps,
  request: IncidentRequest,
): Promise<Acted> {
  const { action, actor, incident: id, chatId, updateId, pressedMessageId, mayAsk } = request;
  const inPrivate = request.inPrivate ?? false;
  const personId = actor?.id ?? NOBODY;
  const wanted = {
    incident: keys.incident(id),
    card: keys.card(id),
    group: keys.group(chatId),
    company: keys.company(id.company),
    administrators: keys.administrators(chatId),
    person: keys.person(id.company, personId),
    profile: keys.profile(personId),
    ...messageKey(action, chatId),
  };
  const seen: Omit<Acted, keyof Committed> = {
    askAdministrators: false,
    strayCard: false,
    profile: null,
    company: null,
  };
  const attempt = async (read: Entries<typeof wanted>, moment: Moment): Promise<Attempt> => {
    const { now } = moment;
    const state = read.incident.value?.state;
    const group = activeGroup(read.group.value, id.company);
    const company = read.company.value;
    const administrators = read.administrators.value;
    const card = read.card.value;
    if (read.profile.value?.forgetting) return answered({ key: "being_forgotten" });
    const standingIn = (of: number, person: Person | null, here: AttachedGroup | null) =>
      standingOf({
        personId: of,
        now,
        platformAdmins: deps.settings.platformAdmins,
        person,
        group: here,
        administrators,
      });
    const standing = standingIn(personId, read.person.value, inPrivate ? null : group);
    // Whoever may not see an incident must not learn that it exists.
    const answersCall = request.answersCall === true && mayAnswerCall(standing);
    const sees = state && (answersCall || maySee(state, { personId, chatId: null, standing }));
    if (inPrivate && !sees) {
      return refused({ reason: "unknown_incident" });
    }
    const isArchived = company !== null && company.archivedAt !== null;
    if (!group || isArchived) {
      const later = actor === null && read.incident.value
        ? setIncident(read.incident, postponed(read.incident.value, now))
        : [];
      const why = group ? ARCHIVED : (inPrivate ? outOfReach : inactive)(read.group.value);
      return { ...refused(why), changes: later };
    }
    if (!state || !company || state.chatId !== chatId) {
      return refused({ reason: "unknown_incident" });
    }
    const done = { kind: "done", action: doneBy(action), incident: id } as const;
    if (isReported(action, read.said, id)) return { outcome: done };
    const other = await readOther(deps.kv, id.company, action);
    seen.strayCard = pressedMessageId !== undefined && card !== null &&
      card.messageId !== pressedMessageId && isFree(moment.token, now);
    const policy = policyFor(deps.settings.policy, company, group);
    const decision = decide(state, action, {
      now,
      actor,
      standing,
      company,
      policy,
      pins: group.settings.pins,
      nobodyTakesCalls: !inPrivate && nobodyIsThere(state, company, group),
      otherStanding: other.personId === null
        ? null
        : standingIn(other.personId, other.person, group),
      // One group's incidents are nothing to another's.
      otherIncident: other.incident?.chatId === chatId ? other.incident : null,
    });
    if ("refusal" in decision) {
      seen.askAdministrators = mayAsk === true && !isFresh(administrators, now) &&
        couldAdminister(decision.refusal, inPrivate);
      const restored = decision.refusal.reason === "not_due"
        ? restoredDeadline(read.incident, policy, { company, now })
        : [];
      const cards = !seen.askAdministrators && isBehind(card, state, moment) ? [id] : [];
      return { ...refused(decision.refusal), cards, changes: restored };
    }
    seen.askAdministrators = false;
    const happened = await apply(deps, {
      before: read.incident,
      happenings: decision.events,
      circumstance: { actor, at: now, updateId },
      company,
      group,
      card,
      administrators: administrators?.ids ?? [],
    });
    const [{ state: after }] = happened.known;
    const comment = decision.events.at(-1)?.type === "commented" ? after.version : null;
    const links = messageLinks(read.said, id, { chatId, albumId: request.albumId, comment });
    return {
      ...happened,
      changes: [
        ...happened.changes,
        ...links,
        ...(request.settles ? [{ type: "delete" as const, key: request.settles }] : []),
      ],
      checks: other.checks,
      outcome: done,
    };
  };
  const committed = await commitAction(
    deps,
    { chatId, updateId },
    wanted,
    attempt,
    ({ profile, company }) => {
      seen.profile = profile.value;
      seen.company = company.value;
    },
  );
  return { ...committed, ...seen };
}

/** In private somebody may see what happened in a group that belongs to another company by now. */
function outOfReach(group: Group | null): Refusal {
  return group?.status === "active"
    ? { reason: "group_not_active", status: "suspended" }
    : inactive(group);
}

/** Whether knowing who administers the group could change a refusal; in private that is no role. */
function couldAdminister(refusal: Refusal, inPrivate: boolean): boolean {
  switch (refusal.reason) {
    case "not_eligible":
      return true;
    case "restricted_department":
      return !inPrivate;
    case "not_allowed":
      return !inPrivate && refusal.allowed.includes("manager");
    default:
      return false;
  }
}

/** With a summary at once, a resolution is one. */
function doneBy(action: LaterAction): LaterAction["type"] {
  return action.type === "resolve" && action.summary !== null ? "summarize" : action.type;
}

function nobodyIsThere(state: Incident, company: Company, group: AttachedGroup): boolean {
  const department = departmentOf(state);
  return department !== null && nobodyTakesCalls(company, group, department);
}

/** How often an incident is looked at while its group is suspended, in milliseconds. */
const SUSPENDED_PAUSE = 60 * 60_000;

/** A suspended group's deadlines must not stay due: the sweep would see them every minute. */
function postponed(incident: StoredIncident, now: number): StoredIncident {
  const { deadline } = incident;
  return { ...incident, deadline: deadline && { ...deadline, at: now + SUSPENDED_PAUSE } };
}

/** No person has this id. */
const NOBODY = 0;

/** Whether the card shows an older state and nobody is about to mend that. */
function isBehind(card: Card | null, state: Incident, { token, now }: Moment): boolean {
  return (card?.version ?? 0) < state.version && isFree(token, now);
}
