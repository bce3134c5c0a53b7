/** Cards that say something which has changed, though their incidents have not. */

import type { CoreDeps } from "../deps.ts";
import type { IncidentId } from "../domain/ids.ts";
import { departmentOf, type Incident } from "../domain/incident.ts";
import type { Delivery } from "../store/drain_token.ts";
import { keys } from "../store/keys.ts";
import { currentIncidents, openIncidents } from "../store/listings.ts";
import { readAll } from "../store/read.ts";
import { set } from "../store/write.ts";
import { commitAction } from "./commit.ts";
import { answered } from "./companies.ts";

/** Asks anew for the cards on which a department is named, or can be chosen. */
export async function redrawDepartment(
  deps: CoreDeps,
  company: string,
  department: string,
): Promise<Delivery[]> {
  const ids = await currentIncidents(deps.kv, company);
  return await redraw(deps, ids, (state) => (departmentOf(state) ?? department) === department);
}

/** Asks anew for the cards of a company's open incidents. */
export async function redrawCompany(deps: CoreDeps, company: string): Promise<Delivery[]> {
  return await redraw(deps, await currentIncidents(deps.kv, company));
}

/** How many cards one commit asks for. */
const BATCH = 300;

/**
 * Asks anew for the cards of a group's open incidents: `face`: they say something else now; `pins`: they
 * are pinned, or no longer.
 */
export async function redrawGroup(
  deps: CoreDeps,
  chatId: number,
  what: "face" | "pins",
): Promise<Delivery[]> {
  const ids = await openIncidents(deps.kv, chatId);
  if (what === "face") return await redraw(deps, ids);
  const found: Delivery[] = [];
  for (let i = 0; i < ids.length; i += BATCH) {
    const cards = ids.slice(i, i + BATCH);
    const origin = { chatId, updateId: null };
    const asked = await commitAction(deps, origin, {}, () => answered({ key: "noted" }, { cards }));
    found.push(...asked.deliveries);
  }
  return found;
}

/** Doing it twice shows the same. What is to be said comes back. */
async function redraw(
  deps: CoreDeps,
  ids: readonly IncidentId[],
  isMeant: (state: Incident) => boolean = () => true,
): Promise<Delivery[]> {
  const entries = await readAll(deps.kv, ids.map((id) => keys.incident(id)));
  const found: Delivery[] = [];
  for (const { value } of entries) {
    if (!value || !isMeant(value.state)) continue;
    const { company, number, chatId } = value.state;
    found.push(...await showAnew(deps, chatId, { company, number }));
  }
  return found;
}

/** Asks for a card as if it showed nothing yet. */
async function showAnew(deps: CoreDeps, chatId: number, id: IncidentId): Promise<Delivery[]> {
  const origin = { chatId, updateId: null };
  const { deliveries } = await commitAction(deps, origin, { card: keys.card(id) }, (read) => {
    const card = read.card.value;
    if (!card) return answered({ key: "noted" });
    return answered({ key: "noted" }, {
      changes: [set(read.card, { ...card, version: 0 })],
      cards: [id],
    });
  });
  return deliveries;
}
