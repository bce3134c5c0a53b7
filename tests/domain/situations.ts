/** Every situation an incident can be in, told twice: what happened, and what the design makes of it. */

import type { PersonRef } from "../../src/domain/person.ts";
import { hana, hugo, mona, otto, rita, sami, wanda } from "./cast.ts";
import {
  called,
  cancelledBy,
  claimed,
  escalatedBy,
  joinedBy,
  leftBy,
  reported,
  resolvePressedBy,
  SNOOZED_UNTIL,
  snoozedBy,
  type Step,
  summarized,
  timedOut,
} from "./history.ts";
import type { Situation } from "./situation.ts";

/** A situation and how it came about. */
export interface Told extends Situation {
  /** In words. */
  is: string;
  /** What happened. */
  steps: readonly Step[];
}

const worked: Step[] = [
  reported,
  called,
  claimed,
  joinedBy(hana),
  joinedBy(wanda),
  leftBy(wanda),
  joinedBy(hugo),
];
const alone: Step[] = [reported, called, claimed];
const pressed = [...worked, resolvePressedBy(sami)];
const escalated = [...worked, escalatedBy(hana)];
const takeover: Step = [{ type: "claimed" }, mona];
const lastOut: Step = [{ type: "unclaimed" }, otto];

const NEW: Situation = {
  status: "awaiting_department",
  reason: null,
  tier: 1,
  takenOver: false,
  department: null,
  reporter: rita,
  owner: null,
  helpers: [],
  workers: [],
  summarizer: null,
  quietUntil: null,
  endedBy: null,
};
const CALLED: Situation = { ...NEW, status: "awaiting_claim", department: "1" };
const ids = (...people: PersonRef[]) => people.map(({ id }) => id);
const IN_PROGRESS: Situation = {
  ...CALLED,
  status: "in_progress",
  owner: otto,
  helpers: [hana, hugo],
  workers: ids(otto, hana, wanda, hugo),
};
const ASKED: Situation = { ...IN_PROGRESS, status: "awaiting_summary", summarizer: sami };
const RESOLVED: Situation = { ...ASKED, status: "resolved" };
const UNSUMMARIZED: Situation = { ...ASKED, status: "closed", reason: "no_summary" };
const TAKEN_OVER: Situation = {
  ...IN_PROGRESS,
  tier: 2,
  takenOver: true,
  owner: mona,
  helpers: [otto, hana, hugo],
  workers: ids(otto, hana, wanda, hugo, mona),
};

/** Situations that differ in what somebody may do. */
export const SITUATIONS: readonly Told[] = [
  { is: "awaiting_department", steps: [reported], ...NEW },
  { is: "awaiting_claim", steps: [reported, called], ...CALLED },
  {
    is: "awaiting_claim at tier 2",
    steps: [reported, called, escalatedBy(rita)],
    ...CALLED,
    tier: 2,
  },
  {
    is: "awaiting_claim after the last one left",
    steps: [...alone, lastOut],
    ...CALLED,
    workers: ids(otto),
  },
  {
    is: "awaiting_claim after the last one left at tier 2",
    steps: [...alone, escalatedBy(otto), lastOut],
    ...CALLED,
    tier: 2,
    workers: ids(otto),
  },
  {
    is: "awaiting_claim, snoozed",
    steps: [reported, called, snoozedBy(mona)],
    ...CALLED,
    quietUntil: SNOOZED_UNTIL,
  },
  { is: "in_progress", steps: worked, ...IN_PROGRESS },
  {
    is: "in_progress, snoozed",
    steps: [...worked, snoozedBy(otto)],
    ...IN_PROGRESS,
    quietUntil: SNOOZED_UNTIL,
  },
  { is: "in_progress at tier 2", steps: escalated, ...IN_PROGRESS, tier: 2 },
  { is: "in_progress, taken over", steps: [...escalated, takeover], ...TAKEN_OVER },
  { is: "awaiting_summary", steps: pressed, ...ASKED },
  {
    is: "awaiting_summary at tier 2",
    steps: [...escalated, resolvePressedBy(sami)],
    ...ASKED,
    tier: 2,
  },
  { is: "resolved", steps: [...pressed, summarized], ...RESOLVED },
  {
    is: "resolved at tier 2",
    steps: [...escalated, resolvePressedBy(sami), summarized],
    ...RESOLVED,
    tier: 2,
  },
  { is: "closed for no_summary", steps: [...pressed, timedOut], ...UNSUMMARIZED },
  {
    is: "closed for no_summary at tier 2",
    steps: [...escalated, resolvePressedBy(sami), timedOut],
    ...UNSUMMARIZED,
    tier: 2,
  },
  {
    is: "closed as a false alarm before a department was chosen",
    steps: [reported, cancelledBy(rita, "false_alarm")],
    ...NEW,
    status: "closed",
    reason: "false_alarm",
    endedBy: rita,
  },
  {
    is: "closed as a duplicate that was worked on",
    steps: [...worked, cancelledBy(mona, "duplicate")],
    ...CALLED,
    status: "closed",
    reason: "duplicate",
    workers: IN_PROGRESS.workers,
    endedBy: mona,
  },
  {
    is: "closed as cancelled at tier 2",
    steps: [...escalated, takeover, cancelledBy(mona, "cancelled")],
    ...CALLED,
    status: "closed",
    reason: "cancelled",
    tier: 2,
    takenOver: true,
    workers: TAKEN_OVER.workers,
    endedBy: mona,
  },
];
