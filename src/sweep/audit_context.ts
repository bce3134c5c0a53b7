/** What the checks of an audit share: the surroundings, and the book of what they find. */

import type { Deps } from "../deps.ts";
import { type Finding, type Findings, type Found, MOST_NAMED } from "../domain/audit.ts";
import { formatIncidentId, type IncidentId } from "../domain/ids.ts";

/** An audit that is under way. */
export interface AuditContext {
  /** Everything that comes from outside. */
  deps: Deps;
  /** When its time is up, epoch milliseconds. */
  endAt: number;
  /** Ids of all companies. */
  companies: ReadonlySet<string>;
  /** What was found, by company; under `null` what belongs to none. */
  book: Map<string | null, Findings>;
}

/** Where something was found. */
export interface Place {
  /** The company's id, whether there is such a company or not; `null`: it belongs to none. */
  company: string | null;
  /** The incident's number, when it is about one. */
  number?: number;
}

/** Writes down that something was found. */
export function note(
  { book, companies }: AuditContext,
  finding: Finding,
  place: Place,
): void {
  const company = place.company !== null && companies.has(place.company) ? place.company : null;
  const findings = book.get(company) ?? {};
  const before = findings[finding] ?? { count: 0, incidents: [], more: false };
  findings[finding] = named({ ...before, count: before.count + 1 }, incidentOf(place));
  book.set(company, findings);
}

function named(found: Found, incident: string | null): Found {
  const { incidents } = found;
  if (incident === null || incidents.includes(incident)) return found;
  return incidents.length < MOST_NAMED
    ? { ...found, incidents: [...incidents, incident] }
    : { ...found, more: true };
}

function incidentOf({ company, number }: Place): string | null {
  return company === null || number === undefined ? null : formatIncidentId({ company, number });
}

/** Where a record or a row about an incident belongs, by its key. */
export function placeOf([kind, company, number]: Deno.KvKey): Place {
  switch (kind) {
    case "incident":
    case "comment":
      return { company: String(company), number: Number(number) };
    case "person":
    case "rota":
      return { company: String(company) };
    default:
      return { company: null };
  }
}

/** The incident's id alone. */
export function idOf({ company, number }: IncidentId): IncidentId {
  return { company, number };
}
