/** Commands that keep a company's departments in order; in private chat. */

import { DepartmentName, findDepartment } from "../domain/company.ts";
import { deliver } from "../delivery/deliver.ts";
import type { Committed } from "../execute/commit.ts";
import { renameDepartment, type Renaming, setDefaultDepartment } from "../execute/departments.ts";
import { redrawDepartment } from "../execute/redraw.ts";
import { keys } from "../store/keys.ts";
import { readOne } from "../store/read.ts";
import { companyIdIn, words } from "./arguments.ts";
import { type Command, explain, finish } from "./command.ts";
import { origin, privateCommand } from "./command_companies.ts";
import type { BotDeps } from "./incoming.ts";

/** `/rename_department` */
export const renameDepartmentCommand: Command = privateCommand(
  "rename_department",
  "Give a department another name",
  {
    who: "manager",
    usage: "<company_id> <department> to <new name>",
    example: "ACME Workshop to Garage",
    async run(deps, call, self) {
      const [first, ...rest] = words(call.args);
      const companyId = companyIdIn(first);
      const readings = renamingsIn(rest);
      if (companyId === null || readings.length === 0) return await explain(deps, call, self);
      const committed = await renameDepartment(deps, origin(call), { companyId, readings });
      await finish(deps, call, committed);
      await showNewName(deps, companyId, committed);
    },
  },
);

/** Both names can have a “to” in them: every way to read it. */
function renamingsIn(said: readonly string[]): Renaming[] {
  return said.flatMap((word, at) => {
    const to = DepartmentName.safeParse(said.slice(at + 1).join(" "));
    if (word.toLowerCase() !== "to" || at === 0 || !to.success) return [];
    return [{ from: said.slice(0, at).join(" "), to: to.data }];
  });
}

/** The cards of its open incidents say the new name; a redelivered command asks for them again. */
export async function showNewName(
  deps: BotDeps,
  companyId: string,
  { outcome }: Committed,
): Promise<void> {
  if (outcome.kind !== "desk" || outcome.answer.key !== "department_renamed") return;
  const company = (await readOne(deps.kv, keys.company(companyId))).value;
  const department = company && findDepartment(company, outcome.answer.to);
  if (department) await deliver(deps, await redrawDepartment(deps, companyId, department.id));
}

/** `/default_department` */
export const defaultDepartmentCommand: Command = privateCommand(
  "default_department",
  "Which department is called when nobody chooses",
  {
    who: "manager",
    usage: "<company_id> <department>",
    example: "ACME Dispatch",
    async run(deps, call, self) {
      const [first, ...rest] = words(call.args);
      const companyId = companyIdIn(first);
      const department = rest.join(" ");
      if (companyId === null || department === "") return await explain(deps, call, self);
      const change = { companyId, department };
      await finish(deps, call, await setDefaultDepartment(deps, origin(call), change));
    },
  },
);
