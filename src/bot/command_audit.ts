/** `/audit`: what administrators did. */

import { administered } from "./administered.ts";
import { companyIdIn } from "./arguments.ts";
import { type Command, explain } from "./command.ts";
import { list } from "./command_find.ts";

const SELF = { name: "audit", usage: "<company_id>", example: "ACME" };

/** `/audit` */
export const auditCommand: Command = {
  name: "audit",
  aliases: [],
  ephemeral: true,
  group: {
    who: "manager",
    usage: "",
    example: "",
    run: (deps, call) => list(deps, call, "audit"),
  },
  private: {
    who: "manager",
    usage: SELF.usage,
    example: SELF.example,
    async run(deps, call) {
      const companyId = companyIdIn(call.args);
      if (companyId === null) {
        return await explain(deps, call, SELF, call.texts.arguments.badCompanyId);
      }
      const isTheirs = await administered(deps, call, companyId, { archived: true });
      if (isTheirs) await list(deps, call, "audit");
    },
  },
};
