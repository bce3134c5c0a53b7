/** People who wait for what the bot says: when it died before saying it, the sweep brings it later. */

import { assertEquals, assertExists } from "@std/assert";
import type { Message } from "grammy/types";
import { buttons, type Group, type Person, plain } from "../simulator/simulator.ts";
import { cardsLike } from "./cards.ts";
import { AFTER_LEASES } from "../program.ts";
import type { KillDesk } from "./kill_desk.ts";

/** What somebody looks for, now or after the next sweep. */
export async function sees(
  desk: KillDesk,
  what: string,
  look: () => Message | undefined,
): Promise<Message> {
  const now = look();
  if (now) return now;
  await desk.pass(AFTER_LEASES);
  const later = look();
  assertExists(later, `Nobody ever saw ${what}`);
  return later;
}

/** The first message in a place that contains a text. */
export function saying(place: { readonly messages: Message[] }, text: string): Message | undefined {
  return place.messages.find((message) => plain(message).includes(text));
}

/** Presses a button of an incident's card as soon as there is one, and expects that toast. */
export async function pressesOn(
  desk: KillDesk,
  id: string,
  press: { who: Person; group: Group; label: string; toast: string },
): Promise<void> {
  const { who, group, label, toast } = press;
  const card = await sees(
    desk,
    `a card of ${id} with [${label}]`,
    () => cardsLike(group, id).find((each) => buttons(each).some((text) => text.includes(label))),
  );
  assertEquals(await who.presses(card, label), { text: toast });
}
