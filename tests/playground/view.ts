/** What one window shows. */

import { isPresent } from "../simulator/rooms.ts";
import type { Part } from "./opening.ts";
import { chatLines, openChat } from "./chats.ts";
import { fullName } from "./bubbles.ts";
import type { Cast, Trouble, View } from "./contract.ts";
import type { Desk } from "./desk.ts";

/** What there is to see beside a desk. */
export interface Shown extends Pick<View, "story" | "stories" | "recording"> {
  desk: Desk;
}

/** A window: whose, and which chat is open in it. */
export interface Window {
  as: number | null;
  chat: number | null;
}

/** The view of a window. Whoever is unknown sees what the first of the cast sees. */
export function viewOf({ desk, ...beside }: Shown, { as, chat }: Window): View {
  const { telegram, time, lives, reads, troubles } = desk;
  const { world } = telegram;
  const cast = desk.cast.map(castOf);
  const you = cast.find(({ id }) => id === as) ?? cast[0]!;
  const client = { world, reads, account: world.accounts.get(you.id)! };
  const open = chat === null ? null : openChat(client, chat);
  const trouble = troubles.shown(open?.id ?? null);
  return {
    you,
    cast,
    chats: chatLines(client),
    open,
    clock: { now: time.clock.now(), speed: time.speed },
    trouble,
    program: lives.state,
    notice: noticeOf(desk, { trouble, chat: open?.id ?? null }),
    groups: [...telegram.groups.values()].map(({ id, title }) => ({ id, title })),
    ...beside,
  };
}

function castOf({ person, part }: Part): Cast {
  const { user } = person;
  return {
    id: user.id,
    name: fullName(user),
    handle: user.username ?? null,
    part,
    language: user.language_code ?? "en",
  };
}

function noticeOf(
  { lives, telegram, time }: Desk,
  { trouble, chat }: { trouble: Trouble; chat: number | null },
): string | null {
  const waiting = telegram.pending.length;
  const updates = waiting === 1 ? "1 update waits" : `${waiting} updates wait`;
  if (lives.state === "stopped") {
    return `The program is stopped. Telegram keeps what happens: ${updates}.`;
  }
  if (trouble.lostConnection !== 0) return "Telegram cannot be reached: calls break off.";
  if (trouble.tooMany !== 0) return "Telegram refuses calls: too many requests.";
  if (trouble.serverError !== 0) return "Telegram fails: its answers are errors.";
  if (waiting > 0 && time.speed === 0) {
    return `${updates} for Telegram's next try. Let time pass.`;
  }
  const room = chat === null || chat > 0 ? undefined : telegram.world.rooms.get(chat);
  if (room && !isPresent(room.members.get(telegram.world.bot.id))) {
    return "The bot is not in this group.";
  }
  return null;
}
