/** The command that does the same as a button. */

import type { SomeArguments } from "./arguments.ts";
import { type ConsoleAct, given } from "./entry.ts";

/** As somebody would write it; `null`: there is none. */
export function hintFor({ commands, hint }: ConsoleAct, args: SomeArguments): string | null {
  const about = given(args);
  const verb = about.role === undefined || commands.length === 1
    ? commands[0]
    : commands.find((command) => command.endsWith(`_${about.role}`));
  return verb === undefined || !hint ? null : `/${verb} ${hint(about)}`;
}
