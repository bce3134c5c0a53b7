/**
 * A second, small incident that is moved by actions alone and knows nothing of events: what the
 * design says, told once more.
 */

import type { LaterAction, SnoozeUntil } from "../../src/domain/action.ts";
import type { Incident } from "../../src/domain/incident.ts";
import type { PersonRef } from "../../src/domain/person.ts";
import type { Priority } from "../../src/domain/priority.ts";
import { NOON, rita } from "./cast.ts";
import type { Situation } from "./situation.ts";

/** The second incident. */
export interface Model extends Situation {
  description: string;
  priority: Priority;
  tags: readonly string[];
  comments: number;
  /** Ids of those who took it while nobody took calls, without a role for it. */
  guests: readonly number[];
  attachments: number;
  reopened: number;
  repins: number;
  /** Since when it waits for somebody, or when they were last reminded; `null`: it waits for nobody. */
  clock: number | null;
  /** How often they were reminded; while it is worked on or a summary is awaited once counts. */
  reminders: number;
  /** When the managers were called, the last time; `null` at tier 1. */
  managersCalled: number | null;
  /** They were called again already. */
  managersReminded: boolean;
  /** How many reminders they had. */
  managersReminders: number;
}

/** As it is reported, with its department if the company has only one. */
export function newModel(description: string, department: string | null): Model {
  return {
    status: department === null ? "awaiting_department" : "awaiting_claim",
    reason: null,
    tier: 1,
    takenOver: false,
    department,
    reporter: rita,
    owner: null,
    helpers: [],
    workers: [],
    summarizer: null,
    quietUntil: null,
    endedBy: null,
    description,
    priority: "medium",
    tags: [],
    comments: 0,
    guests: [],
    attachments: 0,
    reopened: 0,
    repins: 0,
    clock: NOON,
    reminders: 0,
    managersCalled: null,
    managersReminded: false,
    managersReminders: 0,
  };
}

/** The incident as the model tells it. */
export function modelOf(incident: Incident): Model {
  const { escalation } = incident;
  return {
    status: incident.status,
    reason: incident.status === "closed" ? incident.reason : null,
    tier: escalation ? 2 : 1,
    takenOver: "owner" in incident && !!escalation?.takenBy,
    department: "department" in incident ? incident.department : null,
    reporter: incident.reporter,
    owner: "owner" in incident ? incident.owner : null,
    helpers: "helpers" in incident ? incident.helpers : [],
    workers: incident.workers,
    summarizer: "summarizer" in incident ? incident.summarizer : null,
    quietUntil: incident.snoozed && incident.snoozed.until,
    endedBy: "endedBy" in incident ? incident.endedBy : null,
    description: incident.description,
    priority: incident.priority,
    tags: incident.tags,
    comments: incident.comments.count,
    guests: incident.guests ?? [],
    attachments: incident.attachments,
    reopened: incident.reopened,
    repins: incident.repins,
    ...clockOf(incident),
    managersCalled: escalation && (escalation.nudgedAt ?? escalation.calledAt),
    managersReminded: !!escalation && escalation.nudgedAt !== null,
    managersReminders: escalation?.nudges ?? 0,
  };
}

function clockOf(incident: Incident): Pick<Model, "clock" | "reminders"> {
  switch (incident.status) {
    case "awaiting_department":
      return { clock: incident.nudgedAt ?? incident.askedAt, reminders: incident.nudges };
    case "awaiting_claim":
      return { clock: incident.nudgedAt ?? incident.calledAt, reminders: incident.nudges };
    case "in_progress":
      return {
        clock: incident.nudgedAt ?? Math.max(incident.heardAt, incident.wokenAt),
        reminders: incident.nudgedAt === null ? 0 : 1,
      };
    case "awaiting_summary":
      return {
        clock: incident.nudgedAt ?? incident.resolvePressedAt,
        reminders: incident.nudgedAt === null ? 0 : 1,
      };
    case "resolved":
    case "closed":
      return { clock: null, reminders: 0 };
    default:
      return incident satisfies never;
  }
}

/** The model after an action that may happen. */
export function after(
  model: Model,
  action: LaterAction,
  actor: PersonRef | null,
  now: number,
): Model {
  return heard(model, awake(model, acted(model, action, actor, now)), actor, now);
}

/** A snooze is for what was the matter: another status, tier, department or owner ends it. */
function awake(before: Model, model: Model): Model {
  const matter = ({ status, tier, department, owner }: Model) =>
    [status, tier, department, owner?.id].join();
  return matter(before) === matter(model) ? model : { ...model, quietUntil: null };
}

/** Whatever those who work on it do is a word of it, and so is a new owner. */
function heard(before: Model, model: Model, actor: PersonRef | null, now: number): Model {
  const { status, owner, helpers } = model;
  if (status !== "in_progress") return model;
  const isNews = before.status !== "in_progress" || before.owner?.id !== owner?.id;
  const speaks = [owner, ...helpers].some((person) => person?.id === actor?.id);
  return isNews || speaks ? { ...model, clock: now, reminders: 0 } : model;
}

function acted(
  model: Model,
  action: LaterAction,
  actor: PersonRef | null,
  now: number,
): Model {
  const by = actor!;
  const { status, owner, helpers, tags } = model;
  switch (action.type) {
    case "choose_department":
      return called({ ...model, department: action.department }, now);
    case "change_department":
      return atTier1(called({ ...model, department: action.department }, now));
    case "claim":
      return { ...ownedBy(model, by), takenOver: model.tier === 2 };
    case "assign":
      return atTier1(ownedBy(model, action.to));
    case "join":
      return worked({ ...model, helpers: [...helpers, by] }, by);
    case "leave":
      return gone(model, by.id, now);
    case "revoke_claim":
      return gone(model, action.personId ?? owner!.id, now);
    case "release":
      return gone(model, action.personId, now);
    case "escalate":
      return escalated(model, now);
    case "de_escalate":
      return atTier1(status === "awaiting_claim" ? called(model, now) : model);
    case "resolve":
      return action.summary === null ? asked(model, by, now) : resolved(model, by);
    case "back_to_work":
      return { ...model, status: "in_progress", summarizer: null };
    case "summarize":
      return added(resolved(model, by), action.attached ? 1 : 0);
    case "cancel":
      return { ...ended(model), status: "closed", reason: action.why.reason, endedBy: by };
    case "reopen": {
      const { reopened, repins } = model;
      const again = { ...ended(model), reopened: reopened + 1, repins: repins + 1 };
      return atTier1(model.department === null ? { ...again, clock: now } : called(again, now));
    }
    case "comment":
      return { ...model, comments: model.comments + 1 };
    case "edit_comment":
      return { ...model, comments: model.comments + (action.comment === null ? 1 : 0) };
    case "attach":
      return added({ ...model, comments: model.comments + (action.caption ? 1 : 0) }, 1);
    case "edit_description":
    case "edit_source":
      return { ...model, description: action.description };
    case "set_priority":
      return { ...model, priority: action.priority };
    case "tag":
      return { ...model, tags: [...new Set([...tags, ...action.tags])] };
    case "untag":
      return { ...model, tags: tags.filter((tag) => !action.tags.includes(tag)) };
    case "repin":
      return { ...model, repins: model.repins + 1 };
    case "time_out":
      return timedOut(model, now);
    case "check_in":
      return model;
    case "snooze":
      return { ...model, quietUntil: quietUntil(action.until, now) };
    case "wake":
      return woken(model, now);
    default:
      return action satisfies never;
  }
}

/** Whoever has taken it as a guest may go on. */
export function welcoming(model: Model, { id }: PersonRef): Model {
  return { ...model, guests: [...new Set([...model.guests, id])] };
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Round the clock, in UTC: tomorrow begins at eight. */
function quietUntil(until: SnoozeUntil, now: number): number {
  const tomorrow = (Math.floor(now / DAY) + 1) * DAY + 8 * HOUR;
  return { "1h": now + HOUR, "4h": now + 4 * HOUR, tomorrow }[until];
}

/** Everything waits anew. */
function woken(model: Model, now: number): Model {
  const again = { ...model, quietUntil: null, clock: now, reminders: 0 };
  return model.tier === 2 && !model.takenOver ? managersAwaited(again, now) : again;
}

/** After two reminders the first department is called, or the managers are. */
const MOST_REMINDERS = 2;

function timedOut(model: Model, now: number): Model {
  const { status, tier, takenOver, reminders } = model;
  if (model.quietUntil !== null) return woken(model, now);
  const reminded = { ...model, clock: now, reminders: reminders + 1 };
  const again = {
    managersCalled: now,
    managersReminded: true,
    managersReminders: model.managersReminders + 1,
  };
  switch (status) {
    case "awaiting_department":
      return reminders < MOST_REMINDERS ? reminded : called({ ...model, department: "1" }, now);
    case "awaiting_claim":
      if (tier === 2) return { ...reminded, ...again };
      return reminders < MOST_REMINDERS ? reminded : escalated(model, now);
    case "in_progress":
      return tier === 2 && !takenOver ? { ...model, ...again } : { ...reminded, reminders: 1 };
    default:
      return reminders === 0
        ? reminded
        : { ...model, status: "closed", reason: "no_summary", clock: null, reminders: 0 };
  }
}

/** The managers are called; while nobody works on it, whoever is waited for has the whole time. */
function escalated(model: Model, now: number): Model {
  const waiting = model.status === "awaiting_claim" ? called(model, now) : model;
  return managersAwaited({ ...waiting, tier: 2 }, now);
}

/** The department is called: nobody works on it, and the clock begins. */
function called(model: Model, now: number): Model {
  return { ...ended(model), status: "awaiting_claim", clock: now };
}

/** Without anybody who works on it or worked, as if nothing had ended. */
function ended(model: Model): Model {
  return {
    ...model,
    status: "awaiting_department",
    reason: null,
    owner: null,
    helpers: [],
    summarizer: null,
    endedBy: null,
    takenOver: false,
    clock: null,
    reminders: 0,
  };
}

function atTier1(model: Model): Model {
  return {
    ...model,
    tier: 1,
    takenOver: false,
    managersCalled: null,
    managersReminded: false,
    managersReminders: 0,
  };
}

function worked(model: Model, { id }: PersonRef): Model {
  return { ...model, workers: [...new Set([...model.workers, id])] };
}

function ownedBy(model: Model, owner: PersonRef): Model {
  const others = [model.owner, ...model.helpers].filter((it) => it !== null);
  const helpers = others.filter(({ id }) => id !== owner.id);
  return worked({ ...model, status: "in_progress", owner, helpers }, owner);
}

/** Somebody no longer works on it; the longest-serving helper follows an owner. */
function gone(model: Model, personId: number, now: number): Model {
  const { owner, helpers } = model;
  if (owner!.id !== personId) {
    return { ...model, helpers: helpers.filter(({ id }) => id !== personId) };
  }
  const [heir, ...others] = helpers;
  const handed = { ...model, owner: heir ?? null, helpers: others };
  if (heir) return model.takenOver ? managersAwaited(handed, now) : handed;
  return called(model.tier === 2 ? managersAwaited(model, now) : model, now);
}

/** The managers have the whole time again. */
function managersAwaited(model: Model, now: number): Model {
  return {
    ...model,
    takenOver: false,
    managersCalled: now,
    managersReminded: false,
    managersReminders: 0,
  };
}

function asked(model: Model, summarizer: PersonRef, now: number): Model {
  return { ...model, status: "awaiting_summary", summarizer, clock: now, reminders: 0 };
}

function resolved(model: Model, summarizer: PersonRef): Model {
  return {
    ...model,
    status: "resolved",
    reason: null,
    summarizer,
    clock: null,
    reminders: 0,
  };
}

function added(model: Model, attachments: number): Model {
  return { ...model, attachments: model.attachments + attachments };
}
