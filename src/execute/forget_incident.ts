/** A pseudonym takes somebody's place in an incident and in its history. */

import type { CoreDeps } from "../deps.ts";
import type { IncidentId } from "../domain/ids.ts";
import { isOpen } from "../domain/incident.ts";
import type { PersonRef } from "../domain/person.ts";
import { replacePerson } from "../domain/pseudonym.ts";
import type { Delivery } from "../store/drain_token.ts";
import { keys } from "../store/keys.ts";
import type { Change } from "../store/kv.ts";
import { parseEntry, readOne } from "../store/read.ts";
import { set, setIncident } from "../store/write.ts";
import { commitAction } from "./commit.ts";
import { answered } from "./companies.ts";
import { activeGroup } from "./refused.ts";

/** Events that are changed in one commit: as many as fit it, however long their texts are. */
const MOST_EVENTS = 80;

/**
 * Replaces a person in one incident: its events first, in parts when there are many, and with the last
 * of them its state. Between two parts the history still comes to the state once the person is replaced
 * in both, which is how `verify` compares them. The card of an open incident is shown anew.
 */
export async function forgetInIncident(
  deps: CoreDeps,
  { company, number }: IncidentId,
  who: { personId: number; pseudonym: PersonRef },
): Promise<Delivery[]> {
  const id = { company, number };
  for (let before: number | null = null;;) {
    const { value } = await readOne(deps.kv, keys.incident(id));
    if (!value) return [];
    const { deliveries, left } = await forgetPart(deps, id, { ...who, chatId: value.state.chatId });
    if (left === 0 || left === before) return deliveries;
    before = left;
  }
}

/** One commit of it. The incident is written with every part, so that no two forgettings mix. */
async function forgetPart(
  deps: CoreDeps,
  id: IncidentId,
  { personId, pseudonym, chatId }: { personId: number; pseudonym: PersonRef; chatId: number },
): Promise<{ deliveries: Delivery[]; left: number }> {
  const wanted = {
    incident: keys.incident(id),
    card: keys.card(id),
    group: keys.group(chatId),
  };
  let left = 0;
  const origin = { chatId, updateId: null };
  const { deliveries } = await commitAction(deps, origin, wanted, async (read) => {
    const { incident, card, group } = read;
    if (!incident.value) return answered({ key: "noted" });
    const changed = await changedEvents(deps, id, { personId, pseudonym });
    left = Math.max(0, changed.length - MOST_EVENTS);
    const before = incident.value.state;
    const state = left > 0 ? before : replacePerson(before, personId, pseudonym);
    if (changed.length === 0 && state === before) return answered({ key: "noted" });
    const isBehind = state !== before && isOpen(state) && card.value !== null;
    // Where nothing can be shown now, it is as soon as the group is active again.
    const isShownAnew = isBehind && activeGroup(group.value, id.company) !== null;
    return answered({ key: "noted" }, {
      changes: [
        ...changed.slice(0, MOST_EVENTS),
        ...setIncident(incident, { ...incident.value, state }),
        ...(isBehind ? [set(card, { ...card.value!, version: 0 })] : []),
      ],
      cards: isShownAnew ? [id] : [],
    });
  });
  return { deliveries, left };
}

async function changedEvents(
  { kv }: CoreDeps,
  id: IncidentId,
  { personId, pseudonym }: { personId: number; pseudonym: PersonRef },
): Promise<Change[]> {
  const changes: Change[] = [];
  const range = { prefix: ["history", id.company, id.number] };
  for await (const entry of kv.list(range, { batchSize: 500 })) {
    const { value } = parseEntry(keys.history(id, Number(entry.key[3])), entry);
    const after = replacePerson(value, personId, pseudonym);
    if (after !== value) changes.push(set(entry, after));
  }
  return changes;
}
