/** Who may do what, when: the design's own words, and nothing of the program's. */

import { type Status, STATUSES } from "../../src/domain/incident.ts";
import type { Part, PersonalAction } from "../../src/domain/rules.ts";

const LIFE = `
choose department | awaiting_department                | reporter, dispatchers, managers
claim             | awaiting_claim                     | tier 1: members, dispatchers, managers; tier 2: managers
take over         | in_progress (tier 2)               | managers
join              | in_progress                        | as claim
leave             | in_progress                        | owner, helpers
assign            | awaiting_claim, in_progress        | dispatchers, managers
change department | awaiting_claim, in_progress        | reporter (until a claim), members, dispatchers, managers
escalate          | awaiting_claim, in_progress (tier 1) | reporter, owner, helpers, dispatchers, managers
de escalate       | awaiting_claim, in_progress (tier 2) | managers
resolve           | in_progress                        | owner, helpers, managers
back to work      | awaiting_summary                   | as resolve
summarize         | awaiting_summary, closed for no_summary | whoever pressed resolve, managers
cancel            | any open                           | reporter (until a claim), dispatchers, managers
reopen            | resolved, closed                   | reporter, past owner and helpers, dispatchers, managers
comment           | any                                | anybody
edit comment      | any                                | anybody
attach            | any                                | anybody
edit source       | any open                           | anybody
edit description  | any open                           | reporter, managers
set priority      | any open                           | reporter, owner, helpers, members, dispatchers, managers
tag               | any                                | as set priority
untag             | any                                | as set priority
repin             | any open                           | managers
revoke claim      | in_progress                        | managers
check in          | in_progress                        | owner, helpers
snooze            | any open                           | owner, managers
wake              | any open                           | as snooze
`;

const WORDS: Record<string, Part> = {
  "anybody": "anybody",
  "reporter": "reporter",
  "owner": "owner",
  "helpers": "helper",
  "past owner and helpers": "worker",
  "whoever pressed resolve": "summarizer",
  "members": "member",
  "dispatchers": "dispatcher",
  "managers": "manager",
};

/** While the department has no members and there is no dispatcher: anyone in the group. */
export const ANYONE_WHILE_NOBODY_TAKES_CALLS: readonly DesignAction[] = ["claim", "join"];

/** A row's name; to take over is to claim what somebody else works on. */
export type DesignAction = PersonalAction | "take_over";

/** Somebody who may. */
export interface Allowed {
  part: Part;
  /** Only while nobody owns it. */
  untilClaim: boolean;
}

/** One row of the table. */
export interface DesignRow {
  from: readonly Status[];
  /** The only reason for which it may have closed; `null`: any. */
  closedFor: string | null;
  /** The only tier it happens at; `null`: both. */
  tier: number | null;
  /** By tier. */
  who: Readonly<Record<1 | 2, readonly Allowed[]>>;
}

function isOpenStatus(status: Status): boolean {
  return !["resolved", "closed"].includes(status);
}

function statusesIn(words: string): Status[] {
  if (words === "any") return [...STATUSES];
  if (words === "any open") return STATUSES.filter(isOpenStatus);
  return words.split(", ") as Status[];
}

function allowedIn(words: string): Allowed[] {
  return words.split(", ").map((word) => {
    const untilClaim = word.endsWith(" (until a claim)");
    const part = WORDS[word.replace(" (until a claim)", "")];
    if (!part) throw new Error(`Cannot read the design: who is "${word}"?`);
    return { part, untilClaim };
  });
}

function whoIn(cell: string, rows: Map<string, DesignRow>): DesignRow["who"] {
  if (cell.startsWith("as ")) return rows.get(cell.slice(3))!.who;
  const tiers = /^tier 1: (.+); tier 2: (.+)$/.exec(cell);
  return { 1: allowedIn(tiers?.[1] ?? cell), 2: allowedIn(tiers?.[2] ?? cell) };
}

function read(life: string): Record<DesignAction, DesignRow> {
  const rows = new Map<string, DesignRow>();
  for (const line of life.trim().split("\n")) {
    const [action = "", when = "", who = ""] = line.split("|").map((cell) => cell.trim());
    const tier = /\(tier (\d)\)$/.exec(when)?.[1];
    const closedFor = /closed for (\w+)/.exec(when)?.[1] ?? null;
    const from = statusesIn(when.replace(/ \(tier \d\)$/, "").replace(/closed for \w+/, "closed"));
    rows.set(action, { from, closedFor, tier: tier ? Number(tier) : null, who: whoIn(who, rows) });
  }
  return Object.fromEntries(
    [...rows].map(([action, row]) => [action.replaceAll(" ", "_"), row]),
  ) as Record<DesignAction, DesignRow>;
}

/** The table by action. */
export const DESIGN: Readonly<Record<DesignAction, DesignRow>> = read(LIFE);

/** The actions that people take. */
export const DESIGN_ACTIONS = Object.keys(DESIGN)
  .filter((name) => name !== "take_over") as PersonalAction[];
