/** Who may do what, when: the design's own words, and nothing of the program's. */

import type { Status } from "../../src/domain/incident.ts";
import type { Part, PersonalAction } from "../../src/domain/rules.ts";

const LIFE = `
choose department | awaiting_department      | reporter, dispatchers, managers
claim             | awaiting_claim           | members, dispatchers, managers
join              | in_progress              | members, dispatchers, managers
leave             | in_progress              | owner, helpers
resolve           | in_progress              | owner, helpers, managers
back to work      | awaiting_summary         | owner, helpers, managers
summarize         | awaiting_summary, closed | whoever pressed resolve, managers
`;

const WORDS: Record<string, Part> = {
  "reporter": "reporter",
  "owner": "owner",
  "helpers": "helper",
  "whoever pressed resolve": "summarizer",
  "members": "member",
  "dispatchers": "dispatcher",
  "managers": "manager",
};

/** While the department has no members and there is no dispatcher: anyone in the group. */
export const ANYONE_WHILE_NOBODY_TAKES_CALLS: readonly PersonalAction[] = ["claim", "join"];

/** One row of the table. */
export interface DesignRow {
  from: readonly Status[];
  who: readonly Part[];
}

/** The table by action. */
export const DESIGN = Object.fromEntries(
  LIFE.trim().split("\n").map((line) => {
    const [action = "", from = "", who = ""] = line.split("|").map((cell) => cell.trim());
    const row: DesignRow = {
      from: from.split(", ") as Status[],
      who: who.split(", ").map((word) => WORDS[word]!),
    };
    return [action.replaceAll(" ", "_"), row];
  }),
) as Record<PersonalAction, DesignRow>;
