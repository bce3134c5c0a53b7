/** A person's chats: the list, and the one that is open. */

import { commandsOffered } from "../simulator/menus.ts";
import { isAdministrator, isPresent } from "../simulator/rooms.ts";
import type { World } from "../simulator/simulator.ts";
import type { Account, Entry, Room } from "../simulator/world.ts";
import { bubbleOf, keyOf, lineOf, seenBy } from "./bubbles.ts";
import type { ChatLine, OpenChat, ReplyKeyboard } from "./contract.ts";
import type { Reads } from "./reads.ts";

/** A client shows that many; older ones are scrolled to in a real one. */
const MOST_BUBBLES = 300;

/** Whose client it is. */
export interface Client {
  world: Readonly<World>;
  account: Account;
  reads: Reads;
}

/** The rooms that a person is in: the bot's chat and their groups. */
export function roomsOf({ world, account }: Client): Room[] {
  return [...world.rooms.values()].filter(({ chat, members, upgradedTo }) =>
    chat.type === "private"
      ? chat.id === account.user.id
      : isPresent(members.get(account.user.id)) && !upgradedTo
  );
}

/** The chat list, the newest first. */
export function chatLines(client: Client): ChatLine[] {
  const { world, account, reads } = client;
  return roomsOf(client).map((room) => {
    const seen = seenBy(room, account.user.id);
    const newest = seen.at(-1);
    return {
      id: room.chat.id,
      title: titleOf(room, world),
      kind: kindOf(room),
      unread: reads.unread(account.user.id, room, seen),
      last: newest ? lineOf(newest.message) : "",
      at: newest?.sentAt ?? 0,
    };
  }).sort((a, b) => b.at - a.at);
}

/** A chat as it stands open; `null`: it is none of theirs. */
export function openChat(client: Client, chatId: number): OpenChat | null {
  const { world, account } = client;
  const room = roomsOf(client).find(({ chat }) => chat.id === chatId);
  if (!room) return null;
  const userId = account.user.id;
  const seen = seenBy(room, userId);
  const isPrivate = room.chat.type === "private";
  return {
    id: chatId,
    title: titleOf(room, world),
    kind: kindOf(room),
    members: isPrivate ? 2 : [...room.members.values()].filter(isPresent).length,
    topics: [...room.topics].map(([id, { name, closed }]) => ({ id, name, closed })),
    bubbles: seen.slice(-MOST_BUBBLES).map((entry) => bubbleOf(entry, { room, world, userId })),
    pinned: pinnedIn(room, seen),
    commands: commandsOffered(world, room, account.user).map((offered) => ({
      name: offered.command,
      description: offered.description,
      isEphemeral: "is_ephemeral" in offered && offered.is_ephemeral === true,
    })),
    forceReply: questionFor(seen, account),
    replyKeyboard: keyboardIn(room),
    mayWrite: isPrivate || room.mayWrite || isAdministrator(room.members.get(userId)),
    needsStart: isPrivate && !account.started,
  };
}

function titleOf({ chat }: Room, { bot }: Readonly<World>): string {
  return chat.type === "private" ? bot.first_name : chat.title;
}

function kindOf({ chat }: Room): ChatLine["kind"] {
  return "is_forum" in chat && chat.is_forum ? "forum" : chat.type;
}

function pinnedIn(room: Room, seen: readonly Entry[]): OpenChat["pinned"] {
  const entries = room.pinned.flatMap((id) =>
    room.entries.find(({ message }) => message.message_id === id) ?? []
  );
  const [newest] = entries;
  if (!newest) return null;
  // What this person sees in its place has the same words, as a rule, and can be jumped to.
  const shown = seen.find((entry) => entry === newest || entry.replaces === newest) ?? newest;
  return { key: keyOf(shown.message), line: lineOf(newest.message), count: entries.length };
}

/** The newest question for this person that they have not answered or talked past. */
function questionFor(seen: readonly Entry[], account: Account): OpenChat["forceReply"] {
  const at = seen.findLastIndex((entry) => entry.asks && isFor(entry, account));
  const asking = seen[at];
  if (!asking?.asks || seen.slice(at + 1).some(({ author }) => author === account.user.id)) {
    return null;
  }
  const { message, asks } = asking;
  return {
    key: keyOf(message),
    messageId: message.message_id,
    placeholder: asks.placeholder,
  };
}

/** Whether a ForceReply is meant for somebody: selective ones name or answer whom they are for. */
function isFor({ message, asks, audience }: Entry, { user }: Account): boolean {
  if (!asks?.selective || audience === user.id) return true;
  if (message.reply_to_message?.from?.id === user.id) return true;
  const text = message.text ?? "";
  return (message.entities ?? []).some((entity) =>
    entity.type === "text_mention"
      ? entity.user.id === user.id
      : entity.type === "mention" && user.username !== undefined &&
        text.slice(entity.offset + 1, entity.offset + entity.length) === user.username
  );
}

function keyboardIn({ keyboard, placeholder }: Room): ReplyKeyboard | null {
  if (keyboard.length === 0) return null;
  return {
    placeholder: placeholder ?? null,
    rows: keyboard.map((row) =>
      row.map((key) => {
        const wanted = typeof key !== "string" && "request_users" in key && key.request_users;
        return {
          text: typeof key === "string" ? key : key.text,
          picksUsers: wanted ? { most: wanted.max_quantity ?? 1 } : null,
        };
      })
    ),
  };
}
