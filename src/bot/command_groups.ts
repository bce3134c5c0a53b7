/** Commands about the groups of companies; in private chat. */

import { detachGroup, transferGroup } from "../execute/group_life.ts";
import { administered } from "./administered.ts";
import { companyIdIn, groupIdIn, words } from "./arguments.ts";
import { type Command, explain, finish } from "./command.ts";
import { origin, privateCommand } from "./command_companies.ts";
import { list } from "./command_find.ts";
import { finishAttached } from "./finish_attached.ts";

/** `/groups` */
export const groupsCommand: Command = privateCommand("groups", {
  who: "manager",
  usage: "[company_id]",
  example: "ACME",
  async run(deps, call, self) {
    const companyId = companyIdIn(call.args);
    if (call.args !== "" && companyId === null) {
      return await explain(deps, call, self, call.texts.arguments.badCompanyId);
    }
    if (companyId === null || await administered(deps, call, companyId, { archived: true })) {
      await list(deps, call, "groups");
    }
  },
});

/** `/detach_group` */
export const detachGroupCommand: Command = privateCommand("detach_group", {
  who: "manager",
  usage: "<group_id>",
  example: "-1001234567890",
  async run(deps, call, self) {
    const groupChatId = groupIdIn(call.args);
    if (groupChatId === null) return await explain(deps, call, self);
    await finish(deps, call, await detachGroup(deps, origin(call), { groupChatId }));
  },
});

/** `/move_group` */
export const moveGroupCommand: Command = privateCommand("move_group", {
  who: "platform_admin",
  usage: "<group_id> <company_id>",
  example: "-1001234567890 ZETA",
  async run(deps, call, self) {
    const [first, second, ...rest] = words(call.args);
    const groupChatId = groupIdIn(first);
    const companyId = companyIdIn(second);
    if (companyId === null || groupChatId === null || rest.length > 0) {
      return await explain(deps, call, self);
    }
    const move = { groupChatId, companyId };
    await finishAttached(deps, call, await transferGroup(deps, origin(call), move), groupChatId);
  },
});
