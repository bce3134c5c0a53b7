/** Times as people read them. */

import { type Html, html } from "./html.ts";
import type { Texts } from "./texts/texts.ts";

/** How dates are written where the language alone would not do. */
const FORMS: Readonly<Record<string, { like: string; month: "short" | "2-digit" }>> = {
  en: { like: "en-GB", month: "short" },
  // V8's data has no Uzbek months: in numbers, in the order and with the dots that are usual there.
  uz: { like: "ru", month: "2-digit" },
};

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Making a format is slow, so each is made once. */
function clock({ locale }: Texts, timeZone: string): Intl.DateTimeFormat {
  const name = `${locale} ${timeZone}`;
  let format = clocks.get(name);
  if (!format) {
    const { like, month } = FORMS[locale] ?? { like: locale, month: "short" };
    format = new Intl.DateTimeFormat(like, {
      timeZone,
      day: "numeric",
      month,
      hour: "2-digit",
      minute: "2-digit",
    });
    clocks.set(name, format);
  }
  return format;
}

/**
 * How long ago something was, kept current by the client ("5 minutes ago"); clients that can't show
 * the time of day.
 *
 * @see https://core.telegram.org/bots/api#date-time-entity-formatting
 */
export function age(texts: Texts, at: number): Html {
  const unix = Math.floor(at / 1000);
  return html`<tg-time unix="${unix}" format="r">${momentIn(texts, "UTC", at)} UTC</tg-time>`;
}

/** A moment in a time zone, to the minute: `24 Nov, 13:05`. */
export function momentIn(texts: Texts, timeZone: string, at: number): string {
  return clock(texts, timeZone).format(at);
}

/** Whole minutes from `now` until `at`, at least 1. */
export function minutesUntil(at: number, now: number): number {
  return Math.max(1, Math.ceil((at - now) / 60_000));
}
