/** What has been done since a desk was opened, and from where on it is being recorded. */

import type { Desk } from "./desk.ts";
import { endingOf, stepOf } from "./journal.ts";
import type { Deed } from "./perform.ts";
import { type Step, Story } from "./step.ts";

/** The recorder of one desk. */
export interface Recorder {
  /**
   * Notes what is about to be done.
   *
   * @throws {RangeError} when it names what is not there.
   */
  note(deed: Deed): void;
  /** Time that has moved since the last step was meant to, or has been noted otherwise. */
  forgetWait(): void;
  /** Time that has run by itself since the last step is a step too. */
  noteWait(): void;
  start(): void;
  /** Steps since the start; `null`: nothing is being recorded. */
  readonly steps: number | null;
  /** Ends the recording: the story, or `null` when there was none or nothing has happened. */
  story(name: string): Promise<Story | null>;
}

/** Makes one that does not record yet. */
export function createRecorder(desk: Desk): Recorder {
  const { clock } = desk.time;
  const journal: Step[] = [];
  let notedAt = clock.now();
  let from: number | null = null;

  function noteWait(): void {
    const ms = clock.now() - notedAt;
    if (ms > 0) journal.push({ do: "wait", ms });
    notedAt = clock.now();
  }

  return {
    note(deed) {
      const step = stepOf(desk, deed);
      if (!step) return;
      noteWait();
      journal.push(step);
    },
    forgetWait: () => void (notedAt = clock.now()),
    noteWait,
    start() {
      noteWait();
      from = journal.length;
    },
    get steps() {
      return from === null ? null : journal.length - from;
    },
    async story(name) {
      noteWait();
      if (from === null || from === journal.length) return null;
      const [before, steps] = [journal.slice(0, from), journal.slice(from)];
      from = null;
      return Story.parse({ name, before, steps: [...steps, ...await endingOf(desk)] });
    },
  };
}
