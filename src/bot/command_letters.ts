/** The command that lists what could not be said; for platform admins, in private. */

import { answer } from "./answer.ts";
import type { Command } from "./command.ts";
import { privateCommand } from "./command_companies.ts";
import { lettersPage } from "./letters.ts";

/** `/dead_letters` */
export const deadLetters: Command = privateCommand(
  "dead_letters",
  {
    who: "platform_admin",
    usage: "",
    example: "",
    async run(deps, call) {
      const { html, keyboard } = await lettersPage(deps, { texts: call.texts, page: 0 });
      await answer(deps, call, html, keyboard);
    },
  },
);
