/** What the daily audit finds in what is kept. */

/** All that can be found; what the last two stand for could not be mended. */
export type Finding =
  /** Somebody worked on an incident without a role for it. */
  | "role_lost"
  /** Somebody worked on an incident of a group they had left. */
  | "left_group"
  /** Nobody would have been reminded of it when they should. */
  | "deadline"
  /** A card did not show its incident as it is, and nobody was about to mend that. */
  | "card"
  /** An index key that a record should have was not there. */
  | "missing_index"
  /** An index key belonged to no record. */
  | "stray_index"
  /** A card was to be shown of an incident that does not exist. */
  | "stray_row"
  /** A company's tally was not the number of its incidents. */
  | "tally"
  /** Telegram did not tell whether somebody may work on an incident. */
  | "unchecked_claim"
  /** A record could not be read, or the store could not be reached. */
  | "failed";

/** Most incidents that are named for one finding. */
export const MOST_NAMED = 10;

/** How often something was found, and where. */
export interface Found {
  /** How often. */
  count: number;
  /** Ids of incidents it was found with, at most {@linkcode MOST_NAMED}. */
  incidents: string[];
  /** There are more than these. */
  more: boolean;
}

/** What was found in one company, or in what belongs to none. */
export type Findings = Partial<Record<Finding, Found>>;
