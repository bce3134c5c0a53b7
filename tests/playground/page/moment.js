/** Times as a Telegram client words them, by the playground's clock. */

import { useEffect, useState } from "./lib/standalone.js";

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const clockLong = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" });
const day = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long" });
const relative = new Intl.RelativeTimeFormat("en", { numeric: "always" });

/** `14:05` */
export const timeOfDay = (at) => clock.format(at);
/** `14:05:09` */
export const timeToTheSecond = (at) => clockLong.format(at);
/** `Friday 4 July` */
export const dayOf = (at) => day.format(at);

/** `5 minutes ago`, `in 2 hours` */
export function relatively(at, now) {
  const seconds = Math.round((at - now) / 1000);
  for (const [unit, size] of [["day", 86_400], ["hour", 3600], ["minute", 60]]) {
    if (Math.abs(seconds) >= size) return relative.format(Math.trunc(seconds / size), unit);
  }
  return seconds === 0 ? "just now" : relative.format(seconds, "second");
}

/**
 * The date and time format of the Bot API: `r`, or letters for the parts.
 *
 * @see https://core.telegram.org/bots/api#date-time-entity-formatting
 */
export function formatted(at, { format, now }) {
  if (format === "r") return relatively(at, now);
  const options = {};
  for (const letter of format) Object.assign(options, PARTS[letter] ?? {});
  return new Intl.DateTimeFormat("en-GB", Object.keys(options).length > 0 ? options : PARTS.whole)
    .format(at);
}

const PARTS = {
  w: { weekday: "long" },
  d: { day: "2-digit", month: "2-digit", year: "numeric" },
  D: { day: "numeric", month: "long", year: "numeric" },
  t: { hour: "2-digit", minute: "2-digit" },
  T: { hour: "2-digit", minute: "2-digit", second: "2-digit" },
  whole: { dateStyle: "medium", timeStyle: "short" },
};

/**
 * The playground's time, which goes on between two views.
 *
 * @param {{ now: number, speed: number }} clock
 * @param {number} seenAt When the view came, by `performance.now()`.
 */
export function useNow({ now, speed }, seenAt) {
  const [, again] = useState(0);
  useEffect(() => {
    if (speed === 0) return;
    const timer = setInterval(() => again((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, [speed]);
  return now + speed * (performance.now() - seenAt);
}
