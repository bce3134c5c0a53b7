/** Cards that are missing or behind, with nobody about to mend that. */

import { deliver } from "../delivery/deliver.ts";
import type { Incident } from "../domain/incident.ts";
import { commitAction } from "../execute/commit.ts";
import { answered } from "../execute/companies.ts";
import { activeGroup } from "../execute/refused.ts";
import { isShown } from "../store/card_state.ts";
import { cardRowKey, keys } from "../store/keys.ts";
import { type AuditContext, idOf, note } from "./audit_context.ts";

/** Asks for an incident's card anew, unless it shows the incident as it is or is asked for already. */
export async function showMissing(audit: AuditContext, state: Incident): Promise<void> {
  const { deps, endAt } = audit;
  const { company, chatId } = state;
  const id = idOf(state);
  const wanted = {
    incident: keys.incident(id),
    card: keys.card(id),
    group: keys.group(chatId),
    row: keys.outbox(cardRowKey(chatId, id)),
  };
  let isAsked = false;
  const origin = { chatId, updateId: null };
  const { deliveries } = await commitAction(deps, origin, wanted, (read) => {
    const now = read.incident.value?.state;
    const group = activeGroup(read.group.value, company);
    isAsked = now?.chatId === chatId && group !== null && read.row.value === null &&
      !isShown(now, read.card.value, group.settings);
    return answered({ key: "noted" }, { cards: isAsked ? [id] : [] });
  });
  if (!isAsked) return;
  note(audit, "card", id);
  await deliver(deps, deliveries, endAt);
}
