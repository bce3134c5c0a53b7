/** Prints the story as it happens: scenes with their time of day, and what every chat shows. */

import type { Notice } from "../simulator/simulator.ts";
import { transcript } from "../simulator/transcript.ts";

/** Whoever tells the story. */
export interface Narrator {
  /** Hears what happens in any chat. */
  hear(notice: Notice): void;
  /** Opens a scene at a moment, in epoch milliseconds. */
  tell(sentence: string, at: number): void;
  /** Says something outside the story. */
  say(line: string): void;
}

const timeOfDay = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  hour: "2-digit",
  minute: "2-digit",
});

/** Makes a narrator who says each line with `print`. */
export function createNarrator(
  { colour, print }: { colour: boolean; print: (line: string) => void },
): Narrator {
  let write = transcript({ colour });
  const strong = (text: string) => colour ? `\x1b[1;35m${text}\x1b[0m` : text;
  return {
    hear: (notice) => write(notice).forEach(print),
    tell(sentence, at) {
      // A new scene names its first chat again.
      write = transcript({ colour });
      print("");
      print(strong(`── ${timeOfDay.format(at)}  ${sentence}`));
    },
    say: print,
  };
}
