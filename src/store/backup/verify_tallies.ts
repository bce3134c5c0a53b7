/** Whether sums are the sums of what they count. They grow with companies and groups, not with incidents. */

import type { Company } from "../../domain/company.ts";
import type { IncidentEvent } from "../../domain/event.ts";
import type { Incident } from "../../domain/incident.ts";
import type { Person } from "../../domain/person.ts";
import { COUNTED, countsOf, isTallied, TALLIES } from "../../domain/statistics.ts";
import { countKey, keys, tallyKey } from "../keys.ts";
import type { CompanyCounter } from "../records.ts";
import { keyText } from "./encoding.ts";

/** What is counted while everything is looked at. */
export interface Tallies {
  /** What it should be, by what it is called. */
  wanted: Map<string, number>;
  /** What the store says it is. */
  stored: Map<string, number>;
  /** What nobody counts any more: members of departments that are no more. */
  past: Set<string>;
}

/** A sum that is wrong. */
export interface WrongTally {
  /** What it is called. */
  name: string;
  /** What the store says. */
  stored: number;
  /** What it should be. */
  wanted: number;
}

/** Nothing counted yet. */
export function newTallies(): Tallies {
  return { wanted: new Map(), stored: new Map(), past: new Set() };
}

/** Counts an incident: it was given a number, and its events count for its group. */
export function tallyIncident(
  { wanted }: Tallies,
  state: Incident,
  events: readonly IncidentEvent[],
): void {
  const numbers = keyText(keys.lastNumber(state.company).key);
  wanted.set(numbers, Math.max(wanted.get(numbers) ?? 0, state.number));
  for (const event of events) {
    const counted = countsOf(event);
    if (counted) add(wanted, keyText(countKey(state.company, state.chatId, counted)));
  }
  for (const tally of TALLIES) {
    if (isTallied(state, tally)) add(wanted, keyText(tallyKey(state.company, tally)));
  }
}

/** Counts a person's roles. */
export function tallyPerson({ wanted }: Tallies, person: Person): void {
  if (person.dispatcher) add(wanted, dispatchersOf(person.company));
  for (const department of person.departments) add(wanted, membersOf(person.company, department));
}

/** Notes what a company says of its people. */
export function tallyCompany({ stored, past }: Tallies, company: Company): void {
  stored.set(dispatchersOf(company.id), company.dispatchers);
  for (const { id, members } of company.departments) stored.set(membersOf(company.id, id), members);
  // While one is being removed its members are taken out of it one after the other.
  for (const { id } of company.removed) past.add(membersOf(company.id, id));
}

/** Notes a counter, when it is one of those that are counted here. */
export function tallyCounter({ stored, wanted }: Tallies, key: Deno.KvKey, value: unknown): void {
  const [kind, company, counts, group, counted] = key;
  if (kind === "removed") {
    tallyRemoved(wanted, { company: String(company), group: Number(group), counted }, value);
    return;
  }
  if (kind === "tally") stored.set(keyText(key), Number((value as Deno.KvU64).value));
  if (counts === "incident") stored.set(keyText(key), (value as CompanyCounter).last);
  if (counts === "group" && COUNTED.some((one) => one === counted)) {
    stored.set(keyText(key), Number((value as Deno.KvU64).value));
  }
}

/** Incidents that were removed count on. */
function tallyRemoved(
  wanted: Tallies["wanted"],
  { company, group, counted }: { company: string; group: number; counted: unknown },
  value: unknown,
): void {
  if (counted === undefined) {
    const numbers = keyText(keys.lastNumber(company).key);
    const { last } = value as CompanyCounter;
    wanted.set(numbers, Math.max(wanted.get(numbers) ?? 0, last));
    return;
  }
  const name = keyText(countKey(company, group, String(counted)));
  wanted.set(name, (wanted.get(name) ?? 0) + Number((value as Deno.KvU64).value));
}

/** The sums that are wrong. */
export function wrongTallies({ wanted, stored, past }: Tallies): WrongTally[] {
  return [...new Set([...wanted.keys(), ...stored.keys()])]
    .filter((name) => !past.has(name))
    .map((name) => ({ name, stored: stored.get(name) ?? 0, wanted: wanted.get(name) ?? 0 }))
    .filter((tally) => tally.stored !== tally.wanted);
}

function add(sums: Map<string, number>, name: string): void {
  sums.set(name, (sums.get(name) ?? 0) + 1);
}

function dispatchersOf(company: string): string {
  return `${company} dispatchers`;
}

function membersOf(company: string, department: string): string {
  return `${company} members of department ${department}`;
}
