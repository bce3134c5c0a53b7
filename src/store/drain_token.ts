/**
 * Who says what is to be said in a chat: exactly one holder at a time. Whoever commits something to
 * say takes the token when it is free, else moves its count, so that the holder looks again before it
 * gives the token back.
 */

import type { Company } from "../domain/company.ts";
import type { Group } from "../domain/group.ts";
import { type GroupSettings, USUAL_SETTINGS } from "../domain/group_settings.ts";
import type { Incident } from "../domain/incident.ts";
import type { Card, DrainToken, OutboxRow } from "./records.ts";

/** How long a holder of a chat's token has before somebody else may take over, in milliseconds. */
export const LEASE_TIME = 30_000;

/** A row as it waits. */
export interface WaitingRow {
  /** Its key. */
  key: Deno.KvKey;
  /** What is to be said. */
  row: OutboxRow;
}

/** What showing an incident needs. */
export interface Known {
  /** The incident. */
  state: Incident;
  /** Its company. */
  company: Company;
  /** Its group; `null`: nothing is known of it. */
  group: Group | null;
  /** What Telegram was told of it. */
  card: Card | null;
  /** The card's message is gone: it has to be sent anew. */
  isCardGone?: boolean;
}

/** How the incident's group wants it shown. */
export function settingsOf({ group }: Pick<Known, "group">): GroupSettings {
  return group && "settings" in group ? group.settings : USUAL_SETTINGS;
}

/** The right to say what waits in a chat, for a while. */
export interface Lease {
  /** The chat. */
  chatId: number;
  /** The token as it stands. */
  token: DrainToken;
  /** Its versionstamp. */
  versionstamp: string;
}

/** A chat in which something is to be said now. */
export interface Delivery {
  /** The chat. */
  chatId: number;
  /** Taken with the commit; `null`: to be taken first. */
  lease: Lease | null;
  /** All rows that wait there; `null`: to be listed. */
  rows: WaitingRow[] | null;
  /** Incidents as they are now. */
  known: Known[];
}

/** Never behind the clock, so that rows placed by the clock and by the count stay in order. */
export function nextPlace(token: DrainToken, now: number): number {
  return Math.max(now, token.asked + 1);
}

/** A request to drain a chat, as it goes into the token. */
export interface DrainRequest {
  /** The token after it. */
  token: DrainToken;
  /** It was free: the requester drains. Else the holder is told by the count. */
  taken: boolean;
  /** Older rows may wait too. */
  listFirst: boolean;
}

/** Asks for a delivery: takes the token when it is free, else moves its count. */
export function askFor(token: DrainToken, now: number, newHolder: string): DrainRequest {
  const counted = { ...token, asked: nextPlace(token, now) };
  if (!isFree(token, now)) return { token: counted, taken: false, listFirst: false };
  return {
    token: { ...counted, holder: newHolder, until: now + LEASE_TIME },
    taken: true,
    listFirst: token.rowsLeft || token.holder !== null,
  };
}

/** Nobody drains (or has died doing so), and the chat is not on hold. */
export function isFree(token: DrainToken, now: number): boolean {
  return (token.holder === null || token.until <= now) && token.holdUntil <= now;
}
