/** A record as acts compare it: in the words in which people set its values. */

import { formatHours, Hours } from "./hours.ts";
import { SAME_WORD } from "./policy_setting.ts";

/** The record with its hours as one line, and with the word for what repeats as long as the first time. */
export function comparable(record: unknown): unknown {
  if (!isObject(record)) return record;
  const { calendar, policy } = record;
  return {
    ...record,
    ...(isObject(calendar) ? { calendar: { ...calendar, hours: hoursText(calendar.hours) } } : {}),
    ...(isObject(policy) ? { policy: withWords(policy) } : {}),
  };
}

function hoursText(hours: unknown): unknown {
  const known = Hours.safeParse(hours);
  return known.success ? formatHours(known.data) : hours;
}

function withWords(policy: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(policy).map(([field, value]) => [field, value === null ? SAME_WORD : value]),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
