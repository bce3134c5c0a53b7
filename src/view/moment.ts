/** Times as people read them. */

import { type Html, html } from "./html.ts";
import type { Texts } from "./texts/texts.ts";

/** What a moment is made of, as words and digits. */
interface Moment {
  day: string;
  month: string;
  year: string;
  /** `13:05` */
  time: string;
}

/** `Intl` knows no Uzbek months, and calls November `M11`. */
const UZBEK_MONTHS = "yan fev mar apr may iyn iyl avg sen okt noy dek".split(" ");

/** How a day and a year are put where `Intl` can't do it. */
const BY_HAND: Readonly<Record<string, (moment: Moment, isDated: boolean) => string>> = {
  uz({ day, month, year, time }, isDated) {
    const date = `${day}-${UZBEK_MONTHS[Number(month) - 1]}`;
    return isDated ? `${date}, ${year}, ${time}` : `${date}, ${time}`;
  },
};

/** The day before the month, and 24 hours, as in the texts of every language. */
const LIKE: Readonly<Record<string, string>> = { en: "en-GB" };

/** A moment in some time zone. */
type Clock = (at: number) => string;

const clocks = new Map<string, Clock>();

/** Making a format is slow, so each is made once. */
function clock({ locale }: Texts, timeZone: string, isDated: boolean): Clock {
  const name = `${locale} ${timeZone} ${isDated}`;
  const made = clocks.get(name) ?? newClock(locale, timeZone, isDated);
  clocks.set(name, made);
  return made;
}

function newClock(locale: string, timeZone: string, isDated: boolean): Clock {
  const time = { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const byHand = BY_HAND[locale];
  if (byHand) {
    const format = new Intl.DateTimeFormat("en-GB", {
      ...time,
      day: "numeric",
      month: "numeric",
      year: "numeric",
    });
    return (at) => byHand(momentFrom(format.formatToParts(at)), isDated);
  }
  const format = new Intl.DateTimeFormat(LIKE[locale] ?? locale, {
    ...time,
    day: "numeric",
    month: "short",
    ...(isDated ? { year: "numeric" } : {}),
  });
  return (at) => format.format(at);
}

function momentFrom(parts: Intl.DateTimeFormatPart[]): Moment {
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((one) => one.type === type)?.value ?? "";
  return {
    day: String(Number(part("day"))),
    month: part("month"),
    year: part("year"),
    time: `${part("hour")}:${part("minute")}`,
  };
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
  return clock(texts, timeZone, false)(at);
}

/** A moment that may be years ago, with its year: `24 Nov 2026, 13:05`. */
export function datedIn(texts: Texts, timeZone: string, at: number): string {
  return clock(texts, timeZone, true)(at);
}

/** Whole minutes from `now` until `at`, at least 1. */
export function minutesUntil(at: number, now: number): number {
  return Math.max(1, Math.ceil((at - now) / 60_000));
}
