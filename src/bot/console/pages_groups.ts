/** Pages about the groups of companies. */

import { type Company } from "../../domain/company.ts";
import type { AttachedGroup } from "../../domain/group.ts";
import { isPlatformAdmin, listCompanies } from "../../execute/companies.ts";
import { keys } from "../../store/keys.ts";
import { groupsOf, openIncidents } from "../../store/listings.ts";
import { readMany } from "../../store/read.ts";
import type { PageName } from "../../view/console/address.ts";
import { groupPage, groupsPage, movePage } from "../../view/console/groups.ts";
import type { BotDeps } from "../incoming.ts";
import { type ConsolePage, page } from "./entry.ts";
import { companyOf, consolePageOf } from "./pages_company.ts";

/** A group of a company; `null`: there is none, or it is another company's. */
export async function groupOf(
  { kv }: BotDeps,
  about: { company: string; chat: number },
): Promise<{ company: Company; group: AttachedGroup } | null> {
  const { company, group } = await readMany(kv, {
    company: keys.company(about.company),
    group: keys.group(about.chat),
  });
  const { value } = group;
  const isIts = value !== null && "company" in value && value.company === about.company;
  return company.value && isIts ? { company: company.value, group: value } : null;
}

/** The pages. */
export const GROUP_PAGES = {
  /** A company's groups. */
  groups: page({
    who: "company",
    takes: ["company"],
    commands: ["groups"],
    async load(deps, _asker, { company: id, n }) {
      const company = await companyOf(deps, id);
      return company && { company, shown: consolePageOf(await groupsOf(deps.kv, id), n) };
    },
    render: groupsPage,
  }),
  /** One of them. */
  group: page({
    who: "company",
    takes: ["company", "chat"],
    commands: [],
    async load(deps, { personId }, about) {
      const found = await groupOf(deps, about);
      return found && {
        ...found,
        open: (await openIncidents(deps.kv, about.chat)).length,
        isPlatformAdmin: isPlatformAdmin(deps, personId),
      };
    },
    render: groupPage,
  }),
  /** Companies that it could go to. */
  move: page({
    who: "platform_admin",
    takes: ["company", "chat"],
    commands: [],
    async load(deps, _asker, about) {
      const found = await groupOf(deps, about);
      const others = (await listCompanies(deps.kv)).filter(({ id, archivedAt }) =>
        id !== about.company && archivedAt === null
      );
      return found && { ...found, shown: consolePageOf(others, about.n) };
    },
    render: movePage,
  }),
} satisfies Partial<Record<PageName, ConsolePage>>;
