/** Who is what: `/whoami` for oneself, `/people` for managers. */

import type { AttachedGroup } from "../domain/group.ts";
import { rolesHeld } from "../domain/held_role.ts";
import { isPlatformAdmin } from "../execute/companies.ts";
import { keys } from "../store/keys.ts";
import { companyRoles } from "../store/listings.ts";
import { readMany } from "../store/read.ts";
import { type OwnRoles, whoamiInGroup, whoamiInPrivate } from "../view/people_page.ts";
import { administered } from "./administered.ts";
import { answer } from "./answer.ts";
import { companyIdIn } from "./arguments.ts";
import { type Command, type CommandCall, explain } from "./command.ts";
import { list } from "./command_find.ts";
import type { BotDeps } from "./incoming.ts";
import { standingInGroup } from "./role.ts";

/** Most companies of one person that are shown in one message. */
const MOST_COMPANIES = 5;

/** `/whoami` */
export const whoami: Command = {
  name: "whoami",
  aliases: [],
  ephemeral: true,
  group: {
    who: "reporter",
    usage: "",
    example: "",
    run: async (deps, call) => {
      const own = call.group && await rolesInGroup(deps, call.group, call.from.id);
      if (own) await answer(deps, call, whoamiInGroup(call.texts, own, deps.now()));
    },
  },
  private: { who: "reporter", usage: "", example: "", run: whoamiPrivately },
};

async function rolesInGroup(
  deps: BotDeps,
  group: AttachedGroup,
  personId: number,
): Promise<OwnRoles | null> {
  // Asks Telegram for the administrators when that is due.
  await standingInGroup(deps, group, personId);
  const { company, person, administrators } = await readMany(deps.kv, {
    company: keys.company(group.company),
    person: keys.person(group.company, personId),
    administrators: keys.administrators(group.chatId),
  });
  return company.value && {
    company: company.value,
    roles: rolesHeld({
      personId,
      now: deps.now(),
      platformAdmins: deps.settings.platformAdmins,
      person: person.value,
      group,
      administrators: administrators.value,
    }),
  };
}

async function whoamiPrivately(deps: BotDeps, call: CommandCall): Promise<void> {
  const personId = call.from.id;
  const found = await companyRoles(deps.kv, personId);
  const companies: OwnRoles[] = [];
  for (const { company: id } of found.slice(0, MOST_COMPANIES)) {
    const { company, person } = await readMany(deps.kv, {
      company: keys.company(id),
      person: keys.person(id, personId),
    });
    if (!company.value) continue;
    const facts = { personId, now: deps.now(), platformAdmins: [], person: person.value };
    const roles = rolesHeld({ ...facts, group: null, administrators: null });
    companies.push({ company: company.value, roles });
  }
  const page = whoamiInPrivate(call.texts, {
    platformAdmin: isPlatformAdmin(deps, personId),
    companies,
    more: Math.max(0, found.length - MOST_COMPANIES),
    now: deps.now(),
  });
  await answer(deps, call, page);
}

/** `/people` */
export const peopleCommand: Command = {
  name: "people",
  aliases: [],
  ephemeral: true,
  group: {
    who: "manager",
    usage: "",
    example: "",
    run: (deps, call) => list(deps, call, "people"),
  },
  private: {
    who: "manager",
    usage: "<company_id>",
    example: "ACME",
    async run(deps, call) {
      const self = { name: "people", usage: "<company_id>", example: "ACME" };
      const companyId = companyIdIn(call.args);
      if (companyId === null) {
        return await explain(deps, call, self, call.texts.arguments.badCompanyId);
      }
      if (await administered(deps, call, companyId)) await list(deps, call, "people");
    },
  },
};
