/** Working time counted minute by minute on a wall clock, and by no calendar of the program's. */

const MINUTE = 60_000;
const HOUR = 3_600_000;

/** Night work in New York, every day but one. */
export const NIGHTS = {
  timeZone: "America/New_York",
  hours: "daily 20:00-08:00",
  holiday: "2027-03-15",
} as const;

const wall = new Intl.DateTimeFormat("sv-SE", {
  timeZone: NIGHTS.timeZone,
  dateStyle: "short",
  timeStyle: "short",
});

/** Whether people work in the minute that begins then: the small hours belong to the day before. */
function isOpen(at: number): boolean {
  const [date = "", time = ""] = wall.format(at).split(" ");
  if (time >= "20:00") return date !== NIGHTS.holiday;
  const before = new Date(Date.parse(`${date}T12:00Z`) - 24 * HOUR).toISOString().slice(0, 10);
  return time < "08:00" && before !== NIGHTS.holiday;
}

/** Minutes of a stretch of time, `from` and `until` in epoch milliseconds. */
export interface Minutes {
  /** The first minute, not before `since`, by which so many have been worked and people work. */
  after(since: number, minutes: number): number;
}

const open = new Map<number, boolean>();

/** The minutes in which people work at night; each is looked at once. */
export const NIGHT_MINUTES: Minutes = {
  after(since, minutes) {
    for (let [at, left] = [since, minutes];; at += MINUTE) {
      const isWork = open.get(at) ?? isOpen(at);
      open.set(at, isWork);
      if (isWork && left <= 0) return at;
      if (isWork) left--;
    }
  },
};

/** All minutes there are. */
export const ALL_MINUTES: Minutes = {
  after: (since, minutes) => since + Math.ceil(minutes) * MINUTE,
};
