/** Pages about groups that wait to be let in. */

import { mostSimilar } from "../../domain/similarity.ts";
import { listCompanies } from "../../execute/companies.ts";
import { attachPage, requestPage, waitingPage } from "../../view/console/waiting.ts";
import type { PageName } from "../../view/console/address.ts";
import { type ConsolePage, page } from "./entry.ts";
import { consolePageOf } from "./pages_company.ts";
import { waitingGroup, waitingGroups } from "./waiting_groups.ts";

/** The pages. */
export const WAITING_PAGES = {
  /** All of them. */
  waiting: page({
    who: "platform_admin",
    takes: [],
    commands: [],
    load: async (deps, _asker, { n }) => consolePageOf(await waitingGroups(deps), n),
    render: waitingPage,
  }),
  /** One of them. */
  request: page({
    who: "platform_admin",
    takes: ["chat"],
    commands: [],
    async load(deps, _asker, { chat }) {
      const group = await waitingGroup(deps, chat);
      if (!group) return null;
      const name = group.request?.name ?? group.title;
      return { group, similar: mostSimilar(name, await listCompanies(deps.kv)) };
    },
    render: requestPage,
  }),
  /** All companies that it could belong to. */
  attach: page({
    who: "platform_admin",
    takes: ["chat"],
    commands: [],
    async load(deps, _asker, { chat, n }) {
      const group = await waitingGroup(deps, chat);
      return group && { group, shown: consolePageOf(await listCompanies(deps.kv), n) };
    },
    render: attachPage,
  }),
} satisfies Partial<Record<PageName, ConsolePage>>;
