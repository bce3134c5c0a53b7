/** Times as people read them. */

import { type Html, html } from "./html.ts";

const clockFormat = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
});

/**
 * How long ago something was, kept current by the client ("5 minutes ago"); clients that can't show
 * the time of day.
 *
 * @see https://core.telegram.org/bots/api#date-time-entity-formatting
 */
export function age(at: number): Html {
  const unix = Math.floor(at / 1000);
  return html`<tg-time unix="${unix}" format="r">${clockFormat.format(at)} UTC</tg-time>`;
}

/** Whole minutes from `now` until `at`, at least 1. */
export function minutesUntil(at: number, now: number): number {
  return Math.max(1, Math.ceil((at - now) / 60_000));
}
