/** Cards that say something which has changed, though their incidents have not. */

import type { CoreDeps } from "../deps.ts";
import { departmentOf } from "../domain/incident.ts";
import type { Delivery } from "../store/drain_token.ts";
import { keys } from "../store/keys.ts";
import { currentIncidents } from "../store/listings.ts";
import { readAll } from "../store/read.ts";
import { set } from "../store/write.ts";
import { commitAction } from "./commit.ts";
import { answered } from "./companies.ts";

/**
 * Asks anew for the cards on which a department is named, or can be chosen; of at most 1,000 open
 * incidents. Doing it twice shows the same.
 */
export async function redrawDepartment(
  deps: CoreDeps,
  company: string,
  department: string,
): Promise<Delivery[]> {
  const ids = await currentIncidents(deps.kv, company);
  const entries = await readAll(deps.kv, ids.map((id) => keys.incident(id)));
  const found: Delivery[] = [];
  for (const { value } of entries) {
    if (!value || (departmentOf(value.state) ?? department) !== department) continue;
    const id = { company, number: value.state.number };
    const origin = { chatId: value.state.chatId, updateId: null };
    const { deliveries } = await commitAction(deps, origin, { card: keys.card(id) }, (read) => {
      const card = read.card.value;
      if (!card) return answered({ key: "noted" });
      return answered({ key: "noted" }, {
        changes: [set(read.card, { ...card, version: 0 })],
        cards: [id],
      });
    });
    found.push(...deliveries);
  }
  return found;
}
