/** Commands that set up companies, departments and groups; in private chat. */

import { CompanyName, DepartmentName } from "../domain/company.ts";
import { deriveCompanyId } from "../domain/ids.ts";
import { addCompany, addDepartment, type DeskOrigin, listCompanies } from "../execute/companies.ts";
import { attachGroup, rejectGroup } from "../execute/group_decisions.ts";
import { displayName } from "../view/clip.ts";
import { html, lines } from "../view/html.ts";
import { answer } from "./answer.ts";
import { companyIdIn, groupIdIn, words } from "./arguments.ts";
import {
  type Command,
  type CommandCall,
  type CommandName,
  explain,
  finish,
  type Place,
} from "./command.ts";
import { finishAttached } from "./finish_attached.ts";
import type { BotDeps } from "./incoming.ts";

/** Who administers, and from where. */
export function origin({ from, message, updateId }: CommandCall): DeskOrigin {
  return { actorId: from.id, chatId: message.chat.id, updateId };
}

/** A row for a private command. */
export function privateCommand(
  name: CommandName,
  place: Omit<Place, "run"> & {
    run(
      deps: BotDeps,
      call: CommandCall,
      self: { name: string } & Omit<Place, "run">,
    ): Promise<void>;
  },
): Command {
  const { run, ...rest } = place;
  const self = { name, ...rest };
  return {
    name,
    aliases: [],
    ephemeral: false,
    group: null,
    private: { ...rest, run: (deps, call) => run(deps, call, self) },
  };
}

/** A first word in capitals, or one that the name begins like, is an id and no part of the name. */
function idBefore(word: string | undefined, name: string): string | null {
  const id = companyIdIn(word);
  if (id === null) return null;
  return word === id || deriveCompanyId(name, () => false).startsWith(id) ? id : null;
}

/** The company that is to be added, as people write it: `[ID] <name>`; `null`: that is no name. */
export function newCompanyIn(text: string): { id: string | null; name: string } | null {
  const [first, ...rest] = words(text);
  const id = rest.length > 0 ? idBefore(first, rest.join(" ")) : null;
  const name = CompanyName.safeParse(id === null ? text : rest.join(" "));
  return name.success ? { id, name: name.data } : null;
}

/** `/add_company` */
export const addCompanyCommand: Command = privateCommand("add_company", {
  who: "platform_admin",
  usage: "[ID] <name>",
  example: "ACME Acme Logistics",
  async run(deps, call, self) {
    const company = newCompanyIn(call.args);
    if (!company) return await explain(deps, call, self);
    await finish(deps, call, await addCompany(deps, origin(call), company));
  },
});

/** `/companies` */
export const companiesCommand: Command = privateCommand("companies", {
  who: "platform_admin",
  usage: "",
  example: "",
  async run(deps, call) {
    const companies = await listCompanies(deps.kv);
    if (companies.length === 0) return await answer(deps, call, call.texts.help.noCompanies);
    const shown = companies.slice(0, MOST_COMPANIES_SHOWN);
    await answer(
      deps,
      call,
      lines(
        html`<b>${call.texts.help.companies}: ${companies.length}</b>`,
        ...shown.map(({ id, name, departments }) =>
          html`<code>${id}</code> ${displayName(name, "?", 40)}, ${
            call.texts.help.departments(departments.length)
          }`
        ),
        companies.length > shown.length
          ? call.texts.card.more(companies.length - shown.length)
          : null,
      ),
    );
  },
});

/** Keeps the list within one message. */
const MOST_COMPANIES_SHOWN = 40;

/** `/add_department` */
export const addDepartmentCommand: Command = privateCommand(
  "add_department",
  {
    who: "manager",
    usage: "<company_id> <name>",
    example: "ACME Maintenance",
    async run(deps, call, self) {
      const [first, ...rest] = words(call.args);
      const companyId = companyIdIn(first);
      const name = DepartmentName.safeParse(rest.join(" "));
      if (companyId === null || !name.success) return await explain(deps, call, self);
      await finish(
        deps,
        call,
        await addDepartment(deps, origin(call), { companyId, name: name.data }),
      );
    },
  },
);

/** `/reject_group` */
export const rejectGroupCommand: Command = privateCommand("reject_group", {
  who: "platform_admin",
  usage: "<group_id> [block]",
  example: "-1001234567890 block",
  async run(deps, call, self) {
    const [first, second, ...rest] = words(call.args);
    const groupChatId = groupIdIn(first);
    const block = second?.toLowerCase() === "block";
    if (groupChatId === null || (second !== undefined && !block) || rest.length > 0) {
      return await explain(deps, call, self);
    }
    await finish(deps, call, await rejectGroup(deps, origin(call), { groupChatId, block }));
  },
});

/** `/add_group` */
export const addGroupCommand: Command = privateCommand(
  "add_group",
  {
    who: "platform_admin",
    usage: "<company_id> <group_id>",
    example: "ACME -1001234567890",
    async run(deps, call, self) {
      const [first, second, ...rest] = words(call.args);
      const companyId = companyIdIn(first);
      const groupChatId = groupIdIn(second);
      if (companyId === null || groupChatId === null || rest.length > 0) {
        return await explain(deps, call, self);
      }
      const committed = await attachGroup(deps, origin(call), { companyId, groupChatId });
      await finishAttached(deps, call, committed, groupChatId);
    },
  },
);
