/** Commands that keep a company's departments in order; in private chat. */

import { DepartmentName, findDepartment } from "../domain/company.ts";
import type { DeskAnswer } from "../domain/desk.ts";
import { deliver } from "../delivery/deliver.ts";
import type { Committed } from "../execute/commit.ts";
import { renameDepartment, type Renaming, setDefaultDepartment } from "../execute/departments.ts";
import { placeDepartment, removeDepartment } from "../execute/department_life.ts";
import { redrawDepartment } from "../execute/redraw.ts";
import { keys } from "../store/keys.ts";
import { readOne } from "../store/read.ts";
import { companyIdIn, words } from "./arguments.ts";
import { type Command, explain, finish } from "./command.ts";
import { origin, privateCommand } from "./command_companies.ts";
import { beginChores } from "./begin_chores.ts";
import { type BotDeps, personRef } from "./incoming.ts";

/** `/rename_department` */
export const renameDepartmentCommand: Command = privateCommand(
  "rename_department",
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
      await showDepartment(deps, companyId, committed);
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

/**
 * The cards of a department's open incidents say its new name; where one is still to be chosen, the
 * buttons follow. A redelivered command asks for that again.
 */
export async function showDepartment(
  deps: BotDeps,
  companyId: string,
  { outcome }: Committed,
): Promise<void> {
  const name = outcome.kind === "desk" ? nameAfter(outcome.answer) : null;
  const company = (await readOne(deps.kv, keys.company(companyId))).value;
  const department = company && name !== null ? findDepartment(company, name) : null;
  if (department) await deliver(deps, await redrawDepartment(deps, companyId, department.id));
}

/** What the department is called that was renamed or placed; `null`: nothing was done. */
function nameAfter(answer: DeskAnswer): string | null {
  switch (answer.key) {
    case "department_renamed":
      return answer.to;
    case "department_placed":
      return answer.name;
    default:
      return null;
  }
}

/** `/move_department` */
export const moveDepartmentCommand: Command = privateCommand("move_department", {
  who: "manager",
  usage: "<company_id> <department> <place>",
  example: "ACME Workshop 1",
  async run(deps, call, self) {
    const [first, ...rest] = words(call.args);
    const companyId = companyIdIn(first);
    const place = /^[1-9]\d?$/.exec(rest.pop() ?? "")?.[0];
    const department = rest.join(" ");
    if (companyId === null || department === "" || place === undefined) {
      return await explain(deps, call, self);
    }
    const change = { companyId, department, place: Number(place) };
    const committed = await placeDepartment(deps, origin(call), change);
    await finish(deps, call, committed);
    await showDepartment(deps, companyId, committed);
  },
});

/** `/remove_department` */
export const removeDepartmentCommand: Command = privateCommand("remove_department", {
  who: "manager",
  usage: "<company_id> <department>",
  example: "ACME Workshop",
  async run(deps, call, self) {
    const [first, ...rest] = words(call.args);
    const companyId = companyIdIn(first);
    const department = rest.join(" ");
    if (companyId === null || department === "") return await explain(deps, call, self);
    const change = { companyId, department, by: personRef(call.from) };
    await finish(deps, call, await removeDepartment(deps, origin(call), change));
    await beginChores(deps, companyId);
  },
});

/** `/default_department` */
export const defaultDepartmentCommand: Command = privateCommand(
  "default_department",
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
