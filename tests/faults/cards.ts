/** Invariant 7: what people see is what is true. */

import { assertEquals } from "@std/assert";
import type { Message } from "grammy/types";
import { inlineKeyboard } from "../../src/delivery/wire.ts";
import { formatIncidentId } from "../../src/domain/ids.ts";
import { isOpen } from "../../src/domain/incident.ts";
import type { StoredIncident } from "../../src/store/records.ts";
import { renderCard } from "../../src/view/card.ts";
import { parseHtml } from "../simulator/html.ts";
import { type Group, keyboard, plain } from "../simulator/simulator.ts";
import { type Contents, readContents } from "./contents.ts";
import { en } from "../../src/view/texts/en/en.ts";

/**
 * Fails unless every incident of these groups is shown as it is, and exactly the open ones pinned;
 * none where the bot may not pin.
 */
export async function assertShown(
  store: Deno.Kv,
  groups: Iterable<Group>,
  { mayPin = true }: { mayPin?: boolean } = {},
): Promise<void> {
  const contents = await readContents(store);
  const wrong: string[] = [];
  for (const group of groups) wrong.push(...wrongShown(contents, group, { mayPin }));
  assertEquals(wrong, []);
}

/**
 * Everything in a group that is not shown as it is, a sentence each. `mayStay`: notices of pins that the
 * bot was not able to remove.
 */
export function wrongShown(
  contents: Contents,
  group: Group,
  { mayPin, mayStay = () => false }: { mayPin: boolean; mayStay?: (notice: Message) => boolean },
): string[] {
  const incidents = contents.incidents.filter(({ state }) => state.chatId === group.id);
  const wrong = incidents.flatMap((incident) => wrongCard(contents, group, incident));
  const pinned = group.pinned.map(({ message_id }) => message_id).sort(ascending);
  const wanted = incidents.filter(({ state }) => mayPin && isOpen(state))
    .map(({ state }) => contents.cards.get(formatIncidentId(state))?.messageId ?? 0)
    .sort(ascending);
  if (pinned.join() !== wanted.join()) {
    wrong.push(`${group.title}: pinned is ${pinned.join(" ")}, open are ${wanted.join(" ")}`);
  }
  const notices = group.messages.filter((it) => it.pinned_message && !mayStay(it));
  if (notices.length > 0) wrong.push(`${group.title}: ${notices.length} pin notices are left`);
  return wrong;
}

function wrongCard(contents: Contents, group: Group, { state }: StoredIncident): string[] {
  const id = formatIncidentId(state);
  const company = contents.companies.find((each) => each.id === state.company);
  const messageId = contents.cards.get(id)?.messageId;
  const message = group.messages.find(({ message_id }) => message_id === messageId);
  if (!company || !message) return [`${id} has no card in ${group.title}`];
  const view = renderCard(en, state, company);
  const text = parseHtml(view.html.source).text.trim();
  const buttons = inlineKeyboard(view.keyboard).inline_keyboard;
  return [
    ...(plain(message) === text ? [] : [`${id} is shown as:\n${plain(message)}\nand is:\n${text}`]),
    ...(JSON.stringify(keyboard(message)) === JSON.stringify(buttons)
      ? []
      : [`${id} has the buttons ${JSON.stringify(keyboard(message))}`]),
  ];
}

/** All messages that look like the card of an incident, the oldest first. */
export function cardsLike(group: Group, id: string): Message[] {
  return group.messages.filter((message) =>
    message.from?.is_bot && message.ephemeral_message_id === undefined &&
    plain(message).includes(` ${id} ·`)
  );
}

function ascending(a: number, b: number): number {
  return a - b;
}
