/** Reports, through the one write path. */

import type { CoreDeps } from "../deps.ts";
import type { ReportAction } from "../domain/action.ts";
import type { Happening } from "../domain/event.ts";
import type { AttachedGroup } from "../domain/group.ts";
import { decideReport, type ReportFacts } from "../domain/decide.ts";
import type { PersonRef } from "../domain/person.ts";
import { type Policy, policyFor } from "../domain/policy.ts";
import { MOST_OPEN_INCIDENTS } from "../domain/quota.ts";
import { blockedUntil, counted, isTold, RATE_WINDOW, told } from "../domain/rate.ts";
import { isFresh, type Standing, standingOf } from "../domain/standing.ts";
import { keys } from "../store/keys.ts";
import type { MessageLink } from "../store/records.ts";
import { readTallies } from "../store/tallies.ts";
import { set } from "../store/write.ts";
import { apply } from "./apply.ts";
import { commitAction, type Committed } from "./commit.ts";
import { albumLink } from "./message_links.ts";
import { activeGroup, ARCHIVED, inactive, refused } from "./refused.ts";

/** Somebody reports a problem. */
export interface ReportRequest {
  /** The action. */
  action: ReportAction;
  /** Who reports. */
  actor: PersonRef;
  /** The group it is reported in. */
  chatId: number;
  /** The company that the group belongs to, as far as is known. */
  company: string;
  /** Telegram's `update_id`. */
  updateId: number;
  /** Telegram's `media_group_id`, when the message is one of several files. */
  albumId?: string | undefined;
  /** The bot's question that this answers is settled with it. */
  settles?: Deno.KvKey;
  /** Telegram can still be asked who administers the group: nobody is turned down before that. */
  mayAsk?: boolean;
}

/** What was committed. */
export interface Reported extends Committed {
  /** Turned down by what is known, but the group's administrators were not asked lately. */
  askAdministrators: boolean;
}

/** Reports an incident. */
export async function executeReport(deps: CoreDeps, request: ReportRequest): Promise<Reported> {
  const { action, actor, chatId, updateId, company: companyId } = request;
  const wanted = {
    group: keys.group(chatId),
    company: keys.company(companyId),
    lastNumber: keys.lastNumber(companyId),
    source: keys.message(chatId, action.sourceMessageId),
    personRate: keys.personRate(companyId, actor.id),
    groupRate: keys.groupRate(companyId, chatId),
    person: keys.person(companyId, actor.id),
    administrators: keys.administrators(chatId),
  };
  let askAdministrators = false;
  // All reports of a company count up the same number: in one process they take turns, too.
  const committed = await deps.turns.take(
    companyId,
    () =>
      commitAction(deps, { chatId, updateId }, wanted, async (read, { now }) => {
        const { company, lastNumber, source, personRate, groupRate } = read;
        const active = activeGroup(read.group.value, companyId);
        if (!active || !company.value) return refused(inactive(read.group.value));
        if (company.value.archivedAt !== null) return refused(ARCHIVED);
        const number = (lastNumber.value?.last ?? 0) + 1;
        const standing = standingOf({
          personId: actor.id,
          now,
          platformAdmins: deps.settings.platformAdmins,
          person: read.person.value,
          group: active,
          administrators: read.administrators.value,
        });
        const policy = policyFor(deps.settings.policy, company.value, active);
        const decision = decideReport(action, {
          company: company.value,
          chatId,
          number,
          reporters: active.settings.reporters,
          standing,
          // Of another company, if the group has come from there, nobody here may learn anything.
          existing: source.value?.incident.company === companyId ? source.value.incident : null,
          limit: limitOf(
            isTold(personRate.value, now),
            ["person", blockedUntil(personRate.value, now, mostReports(policy, standing))],
            ["group", blockedUntil(groupRate.value, now, policy.reportsPerGroupPerHour)],
          ),
        });
        askAdministrators = false;
        if ("refusal" in decision) {
          const { refusal } = decision;
          askAdministrators = request.mayAsk === true &&
            refusal.reason === "reports_restricted" &&
            !isFresh(read.administrators.value, now);
          if (refusal.reason !== "too_many_reports" || refusal.isTold) return refused(refusal);
          const after = told(personRate.value, now, refusal.retryAt);
          return { ...refused(refusal), changes: [set(personRate, after, RATE_WINDOW)] };
        }
        // Every report moves the company's last number, which is checked: none can slip in between.
        const { tallies } = await readTallies(deps.kv, companyId);
        if (tallies.open >= MOST_OPEN_INCIDENTS) {
          return refused({ reason: "too_many_open", most: MOST_OPEN_INCIDENTS });
        }
        const id = { company: companyId, number };
        const link: MessageLink = { schema: 1, incident: id, role: "source" };
        const happened = await apply(deps, {
          before: { ...keys.incident(id), value: null, versionstamp: null },
          happenings: decision.events.map((event) => inCardTopic(event, active)),
          circumstance: { actor, at: now, updateId },
          company: company.value,
          group: active,
          card: null,
          administrators: [],
        });
        return {
          ...happened,
          outcome: { kind: "done", action: "report", incident: id },
          changes: [
            ...happened.changes,
            set(lastNumber, { schema: 1, last: number }),
            set(source, link),
            set(personRate, counted(personRate.value, now), RATE_WINDOW),
            set(groupRate, counted(groupRate.value, now), RATE_WINDOW),
            ...albumLink(id, request),
            ...(request.settles ? [{ type: "delete" as const, key: request.settles }] : []),
          ],
        };
      }),
  );
  return { ...committed, askAdministrators };
}

/** A group may have one topic for all cards. */
function inCardTopic(event: Happening, { cardTopicId }: AttachedGroup): Happening {
  return event.type === "reported" && cardTopicId !== null
    ? { ...event, topicId: cardTopicId }
    : event;
}

/** Dispatchers and managers report for others, too. */
function mostReports(policy: Policy, { dispatcher }: Standing): number {
  const { reportsPerPersonPerHour, reportsPerDispatcherPerHour } = policy;
  return dispatcher
    ? Math.max(reportsPerPersonPerHour, reportsPerDispatcherPerHour)
    : reportsPerPersonPerHour;
}

function limitOf(
  isTold: boolean,
  ...limits: ["person" | "group", number | null][]
): ReportFacts["limit"] {
  for (const [scope, retryAt] of limits) if (retryAt !== null) return { scope, retryAt, isTold };
  return null;
}
