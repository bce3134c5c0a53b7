/**
 * Records that are kept under something else than their company, and say inside whose they are. Only the
 * field that means the company counts: people choose titles, names and words as they like.
 */

/** A company whose things are looked for. */
export interface Sought {
  /** Its id. */
  company: string;
  /** Its name: an answer that is kept with an update may have only that. */
  name: string;
  /** Chats that were its groups. */
  chats: readonly number[];
}

/** Whether a value is the company's. */
export type Says = (value: unknown, sought: Sought) => boolean;

/** By the first part of the key. */
export const SAYS_COMPANY: Readonly<Record<string, Says>> = {
  // One that waits has none, whatever name was asked for.
  group: (value, { company }) => part(value, "company") === company,
  message: (value, { company }) => isIncidentOf(part(value, "incident"), company),
  album: isIncident,
  outbox: isRow,
  dead_letter: (value, sought) =>
    isRow(part(value, "row"), sought) || sought.chats.includes(Number(part(value, "chatId"))),
  prompt: (value, { company }) => isAskedOf(part(value, "asked"), company),
  listing: isListing,
  update: (value, sought) => isOutcomeOf(part(value, "outcome"), sought),
};

/** What stands there in a value of which nothing is known; `undefined`: nothing. */
export function part(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (it, name) => typeof it === "object" && it !== null ? Reflect.get(it, name) : undefined,
    value,
  );
}

function isIncidentOf(id: unknown, company: string): boolean {
  return part(id, "company") === company;
}

function isIncident(value: unknown, { company }: Sought): boolean {
  return isIncidentOf(value, company);
}

/** A card, or a message about an incident. */
function isRow(row: unknown, { company }: Sought): boolean {
  return isIncidentOf(part(row, "incident"), company) ||
    isIncidentOf(part(row, "content", "about", "incident"), company);
}

/** A command's first argument is its company; a button's words have it among ids and numbers. */
function isAskedOf(asked: unknown, company: string): boolean {
  switch (part(asked, "for")) {
    case "person":
      return wordsOf(part(asked, "command"))[1] === company;
    case "console":
      return wordsOf(part(asked, "act"), ":").slice(1).includes(company);
    case "cancel_reason":
      return isIncidentOf(part(asked, "incident"), company);
    case "deletion":
      return part(asked, "company") === company;
    default:
      return false;
  }
}

/** Lists of a company; what somebody searched for are only words. */
const LISTS_OF_COMPANIES: readonly unknown[] = ["people", "audit", "groups"];

function isListing(value: unknown, { company }: Sought): boolean {
  return LISTS_OF_COMPANIES.includes(part(value, "command")) &&
    wordsOf(part(value, "args"))[0]?.toUpperCase() === company;
}

/** What answered somebody: an incident, or what administration says. */
function isOutcomeOf(outcome: unknown, { company, name }: Sought): boolean {
  const answer = part(outcome, "answer");
  const incidents = part(answer, "incidents");
  const scope = part(answer, "scope");
  return [
    part(outcome, "incident"),
    part(outcome, "refusal", "incident"),
    answer,
    ...Array.isArray(incidents) ? incidents : [],
  ].some((it) => isIncidentOf(it, company)) || scope === company || scope === name;
}

function wordsOf(text: unknown, between: string | RegExp = /\s+/): string[] {
  return typeof text === "string" ? text.trim().split(between) : [];
}
