/** Moments that may be years ago. */

const clocks = new Map<string, Intl.DateTimeFormat>();

/** A moment in a time zone, with its year: `24 Nov 2026, 13:05`. `locale`: a catalogue's. */
export function datedIn(locale: string, timeZone: string, at: number): string {
  const name = `${locale} ${timeZone}`;
  const clock = clocks.get(name) ?? newClock(locale, timeZone);
  clocks.set(name, clock);
  return clock.format(at);
}

/** Making a format is slow, so each is made once. */
function newClock(locale: string, timeZone: string): Intl.DateTimeFormat {
  // The day before the month, and 24 hours, as everywhere else in the English texts.
  return new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    timeZone,
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  });
}
