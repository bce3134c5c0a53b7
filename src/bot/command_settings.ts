/** Commands that set how a company and a group work. */

import { restrictDepartment, setCardTopic, setTimeZone } from "../execute/settings.ts";
import { withAdministrators } from "./administrators.ts";
import { companyIdIn, words } from "./arguments.ts";
import { type Command, explain, finish } from "./command.ts";
import { origin, privateCommand } from "./command_companies.ts";
import { replanAfter } from "./finish_setting.ts";
import { topicOf } from "./incoming.ts";

/** `/use_topic` */
export const useTopic: Command = {
  name: "use_topic",
  aliases: [],
  ephemeral: true,
  group: {
    who: "manager",
    usage: "[off]",
    example: "off",
    run: async (deps, call) => {
      const isOff = call.args.toLowerCase() === "off";
      const topicId = isOff ? null : topicOf(call.message);
      const chatId = call.message.chat.id;
      const committed = await withAdministrators(
        deps,
        chatId,
        (mayAsk) => setCardTopic(deps, { ...origin(call), mayAsk }, topicId),
      );
      await finish(deps, call, committed);
    },
  },
  private: null,
};

/** `/restrict_department` */
export const restrictDepartmentCommand: Command = privateCommand(
  "restrict_department",
  {
    who: "manager",
    usage: "<company_id> <department> [off]",
    example: "ACME Safety",
    async run(deps, call, self) {
      const [first, ...rest] = words(call.args);
      const companyId = companyIdIn(first);
      const isOff = rest.length > 1 && rest.at(-1)!.toLowerCase() === "off";
      const department = (isOff ? rest.slice(0, -1) : rest).join(" ");
      if (companyId === null || department === "") return await explain(deps, call, self);
      const change = { companyId, department, restricted: !isOff };
      await finish(deps, call, await restrictDepartment(deps, origin(call), change));
    },
  },
);

/** `/time_zone` */
export const timeZoneCommand: Command = privateCommand(
  "time_zone",
  {
    who: "manager",
    usage: "<company_id> <time zone>",
    example: "ACME America/Chicago",
    async run(deps, call, self) {
      const [first, name = "", ...rest] = words(call.args);
      const companyId = companyIdIn(first);
      if (companyId === null || rest.length > 0) return await explain(deps, call, self);
      const timeZone = timeZoneNamed(name);
      if (timeZone === null) {
        return await explain(deps, call, self, call.texts.arguments.unknownTimeZone);
      }
      const committed = await setTimeZone(deps, origin(call), { companyId, timeZone });
      await finish(deps, call, committed);
      await replanAfter(deps, companyId, committed);
    },
  },
);

/** The time zone of that name (IANA), as it is spelt; `null` when there is none. */
export function timeZoneNamed(name: string): string | null {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
