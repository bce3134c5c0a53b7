/** The groups of a company become what the company is: suspended while it is archived. */

import type { CoreDeps } from "../deps.ts";
import { released, suspendedFor, whatIs } from "../domain/group.ts";
import type { Delivery } from "../store/drain_token.ts";
import { keys } from "../store/keys.ts";
import { pagesUnder } from "../store/listings.ts";
import { setGroup } from "../store/write.ts";
import { farewell } from "../view/farewell.ts";
import { textsForGroup } from "../view/texts/language.ts";
import { commitAction } from "./commit.ts";
import { answered } from "./companies.ts";
import { activation, shownAnew, showRestAnew } from "./group_return.ts";
import { replanGroup } from "./replan.ts";

/** Does it as far as time allows. All groups are looked at: one may be missing in the index. */
export async function suitGroups(
  deps: CoreDeps,
  company: string,
  endAt: number,
): Promise<{ isDone: boolean; deliveries: Delivery[] }> {
  const deliveries: Delivery[] = [];
  for await (const page of pagesUnder(deps.kv, ["group"])) {
    for (const { key, value } of page) {
      if (!isOf(value, company)) continue;
      if (deps.now() >= endAt) return { isDone: false, deliveries };
      deliveries.push(...await suit(deps, company, Number(key[1])));
    }
  }
  return { isDone: true, deliveries };
}

/** Whether a group's record names that company. */
export function isOf(value: unknown, company: string): boolean {
  return typeof value === "object" && value !== null && "company" in value &&
    value.company === company;
}

async function suit(deps: CoreDeps, companyId: string, chatId: number): Promise<Delivery[]> {
  let isActive = false;
  const wanted = { group: keys.group(chatId), company: keys.company(companyId) };
  const { deliveries } = await commitAction(
    deps,
    { chatId, updateId: null },
    wanted,
    async (read) => {
      isActive = false;
      const group = read.group.value;
      const company = read.company.value;
      if (!company || !group || !("company" in group) || group.company !== companyId) {
        return answered({ key: "noted" });
      }
      const is = whatIs(group);
      if (company.archivedAt !== null) {
        if (is !== "active" && is !== "suspended") return answered({ key: "noted" });
        return answered({ key: "noted" }, {
          changes: setGroup(read.group, suspendedFor(group, "archived")),
          messages: is === "active"
            ? [farewell(textsForGroup(group, company), chatId, "archived")]
            : [],
        });
      }
      const after = is === "archived" ? released(group) : group;
      isActive = after.status === "active";
      if (is !== "archived") return answered({ key: "noted" });
      const shown = isActive ? await shownAnew(deps.kv, after) : { changes: [], cards: [] };
      return answered({ key: "noted" }, {
        changes: [...setGroup(read.group, after), ...shown.changes],
        cards: shown.cards,
        messages: isActive ? [activation(after, company)] : [],
      });
    },
  );
  // Also when it was active already: whoever made it so may have died right after.
  if (!isActive) return deliveries;
  const rest = await showRestAnew(deps, chatId);
  // What was due meanwhile is owed now.
  await replanGroup(deps, chatId);
  return [...deliveries, ...rest];
}
