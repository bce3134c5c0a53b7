/** Times as people read them. */

import { type Html, html } from "./html.ts";

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Making a format is slow, so each is made once. */
function clock(timeZone: string): Intl.DateTimeFormat {
  let format = clocks.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", {
      timeZone,
      day: "numeric",
      month: "short",
      hour: "2-digit",
      minute: "2-digit",
    });
    clocks.set(timeZone, format);
  }
  return format;
}

/**
 * How long ago something was, kept current by the client ("5 minutes ago"); clients that can't show
 * the time of day.
 *
 * @see https://core.telegram.org/bots/api#date-time-entity-formatting
 */
export function age(at: number): Html {
  const unix = Math.floor(at / 1000);
  return html`<tg-time unix="${unix}" format="r">${momentIn("UTC", at)} UTC</tg-time>`;
}

/** A moment in a time zone, to the minute: `24 Nov, 13:05`. */
export function momentIn(timeZone: string, at: number): string {
  return clock(timeZone).format(at);
}

/** Whole minutes from `now` until `at`, at least 1. */
export function minutesUntil(at: number, now: number): number {
  return Math.max(1, Math.ceil((at - now) / 60_000));
}
