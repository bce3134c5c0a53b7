/** The command that does the same as a button. */

import type { Texts } from "../../view/texts/texts.ts";
import { usageIn } from "../../view/usage.ts";
import type { SomeArguments } from "./arguments.ts";
import { type ConsoleAct, given } from "./entry.ts";

/** As somebody would write it, what it takes in their language; `null`: there is none. */
export function hintFor(
  texts: Texts,
  { commands, hint }: ConsoleAct,
  args: SomeArguments,
): string | null {
  const about = given(args);
  const verb = about.role === undefined || commands.length === 1
    ? commands[0]
    : commands.find((command) => command.endsWith(`_${about.role}`));
  return verb === undefined || !hint ? null : usageIn(texts, `/${verb} ${hint(about)}`);
}
