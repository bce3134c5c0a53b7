/** A group is active again: what it is told, and which of its cards are shown anew. */

import type { CoreDeps } from "../deps.ts";
import type { Company } from "../domain/company.ts";
import { type AttachedGroup, type Group, suspendedFor } from "../domain/group.ts";
import type { IncidentId } from "../domain/ids.ts";
import { nobodyTakesCalls } from "../domain/standing.ts";
import type { Delivery } from "../store/drain_token.ts";
import { keys } from "../store/keys.ts";
import type { Change, Kv } from "../store/kv.ts";
import { openIncidents } from "../store/listings.ts";
import { type Entry, readAll, readOne } from "../store/read.ts";
import { set, setGroup } from "../store/write.ts";
import { activationMessage } from "../view/desk_messages.ts";
import type { NewMessage } from "../view/message.ts";
import { endsNotShown } from "./cards_behind.ts";
import { type Attempt, commitAction } from "./commit.ts";
import { answered } from "./companies.ts";
import { textsForGroup } from "../view/texts/language.ts";

/** The bot is back; what somebody has decided about the group stays as it is. */
export async function returned(
  deps: CoreDeps,
  entry: Entry<Group>,
  group: AttachedGroup,
): Promise<Attempt> {
  const { suspension } = group;
  if (suspension) {
    const after = { ...group, suspension: { ...suspension, botIsThere: true } };
    return answered({ key: "noted" }, { changes: setGroup(entry, after) });
  }
  const active: AttachedGroup = { ...group, status: "active" };
  const company = await readOne(deps.kv, keys.company(active.company));
  if (company.value && company.value.archivedAt !== null) {
    return answered({ key: "noted" }, {
      changes: setGroup(entry, suspendedFor(active, "archived")),
      checks: [company],
    });
  }
  const shown = await shownAnew(deps.kv, active);
  return answered({ key: "noted" }, {
    changes: [...setGroup(entry, active), ...shown.changes],
    checks: [company],
    cards: shown.cards,
    messages: company.value ? [activation(active, company.value)] : [],
  });
}

/**
 * What makes the cards of a group that has become active again show its incidents as they are: of as many
 * as fit one commit, see {@linkcode showRestAnew}.
 */
export async function shownAnew(
  kv: Kv,
  group: AttachedGroup,
): Promise<{ changes: Change[]; cards: IncidentId[] }> {
  const open = await openIncidents(kv, group.chatId, MOST_PINNED_AGAIN);
  return {
    changes: await pinsInDoubt(kv, open),
    cards: [...open, ...await endsNotShown(kv, group)],
  };
}

/** A group has become active by somebody's decision: its cards are shown as after the bot's return. */
export async function showGroupAnew(deps: CoreDeps, chatId: number): Promise<Delivery[]> {
  const first = await whileActive(deps, chatId, (group) => shownAnew(deps.kv, group));
  return [...first, ...await showRestAnew(deps, chatId)];
}

/** The cards that had no place in the first commit. */
export async function showRestAnew(deps: CoreDeps, chatId: number): Promise<Delivery[]> {
  const open = await openIncidents(deps.kv, chatId);
  const deliveries: Delivery[] = [];
  for (let from = MOST_PINNED_AGAIN; from < open.length; from += MOST_PINNED_AGAIN) {
    const cards = open.slice(from, from + MOST_PINNED_AGAIN);
    deliveries.push(
      ...await whileActive(deps, chatId, async () => ({
        changes: await pinsInDoubt(deps.kv, cards),
        cards,
      })),
    );
  }
  return deliveries;
}

async function whileActive(
  deps: CoreDeps,
  chatId: number,
  show: (group: AttachedGroup) => ReturnType<typeof shownAnew>,
): Promise<Delivery[]> {
  const origin = { chatId, updateId: null };
  const wanted = { group: keys.group(chatId) };
  const { deliveries } = await commitAction(
    deps,
    origin,
    wanted,
    async ({ group }) =>
      group.value?.status === "active"
        ? answered({ key: "noted" }, await show(group.value))
        : answered({ key: "noted" }),
  );
  return deliveries;
}

/** Most cards that are pinned again in one commit: they have to fit it. */
export const MOST_PINNED_AGAIN = 300;

/** While the bot was away nobody has dealt with these cards, and their pins may be gone. */
async function pinsInDoubt(kv: Kv, incidents: readonly IncidentId[]): Promise<Change[]> {
  const cards = await readAll(kv, incidents.map((id) => keys.card(id)));
  return cards.flatMap((card) => card.value ? [set(card, { ...card.value, pin: "unknown" })] : []);
}

/** To a group that has become active: what to do first. */
export function activation(group: AttachedGroup, company: Company): NewMessage {
  const anyoneMayClaim = company.departments.every(({ id }) =>
    nobodyTakesCalls(company, group, id)
  );
  const content = activationMessage(textsForGroup(group, company), company, { anyoneMayClaim });
  return { chatId: group.chatId, order: "direct", content };
}
