/** Every button of the console, about the companies that there are. */

import { type ConsoleButton, everyConsoleButton } from "../stories/console.ts";
import type { Grounds } from "./grounds.ts";

/** All about one of them: somebody with a role in it, a group of it, and the group that waits. */
export function consoleButtons(
  { named: { pending: waiting, at }, people, places }: Grounds,
  company: "ACME" | "ZETA",
): ConsoleButton[] {
  const [person, group, into] = company === "ACME"
    ? [people.owner, places.depot, "ZETA"]
    : [people["manager of another company"], places.vault, "ACME"];
  return everyConsoleButton({ company, person: person.id, chat: group.id, waiting, into, at });
}
