import type { ChatMember, Message, User } from "grammy/types";
import { gone, memberAs, owner, type Standing } from "./members.ts";
import type { Gathering, Person, Waiting } from "./people.ts";
import { botUser, post } from "./posting.ts";
import { reachesBot } from "./privacy.ts";
import {
  emptyRoom,
  findEntry,
  isAdministrator,
  isPresent,
  MAX_SUPERGROUP_ID,
  nextMessageId,
  unixTime,
  visibleTo,
} from "./rooms.ts";
import { aMessage, type Telegram } from "./telegram.ts";
import type { Room } from "./world.ts";

export interface GroupOptions {
  members?: Person[];
  administrators?: Person[];
  owner?: Person;
  /** A supergroup unless it says otherwise. */
  type?: "group" | "supergroup";
  forum?: boolean;
  id?: number;
  /** The bot is a plain member unless it says otherwise: privacy mode counts for it then. */
  botRights?: Standing;
  /** Whether the bot is in from the start; yes unless it says otherwise. */
  withBot?: boolean;
}

/** A group or supergroup, as somebody sees it who sees everything. */
export interface Group extends Gathering {
  readonly title: string;
  /** Every message, ephemeral ones too, in order. */
  readonly messages: Message[];
  /** Pinned messages, the newest first. */
  readonly pinned: Message[];
  /** What one person sees. */
  visibleTo(person: Person): Message[];
  promote(person: Person, rights?: Standing, options?: Waiting): Promise<void>;
  demote(person: Person, options?: Waiting): Promise<void>;
  /** Changes what the bot may do; rights not named stay as administrators usually have them. */
  botRights(standing: Standing, options?: Waiting): Promise<void>;
  /** Whether members that are no administrators may write. */
  membersMayWrite(may: boolean): void;
  /** Opens a forum topic: its id. */
  opensTopic(name: string): number;
  deletesTopic(topic: number): void;
  /** Members leave the basic group for a new supergroup, which is returned. */
  becomesSupergroup(): Promise<Group>;
}

/** Makes a group with people in it; nobody is told. */
export function createGroup(telegram: Telegram, title: string, options: GroupOptions): Group {
  const { world } = telegram;
  const { type = "supergroup", administrators = [], members = [] } = options;
  const number = ++world.last.group;
  const id = options.id ?? (type === "supergroup" ? MAX_SUPERGROUP_ID - number : -number);
  const room = emptyRoom(
    type === "supergroup"
      ? { id, type, title, ...(options.forum ? { is_forum: true as const } : {}) }
      : { id, type, title },
  );
  world.rooms.set(id, room);
  for (const { user } of members) room.members.set(user.id, memberAs(user, "member"));
  for (const { user } of administrators) room.members.set(user.id, memberAs(user, "administrator"));
  if (options.owner) room.members.set(options.owner.id, owner(options.owner.user));
  if (options.withBot ?? true) {
    room.members.set(world.bot.id, memberAs(botUser(world.bot), options.botRights ?? "member"));
  }
  return groupIn(telegram, room);
}

function groupIn(telegram: Telegram, room: Room): Group {
  const { world, updates } = telegram;
  const bot = botUser(world.bot);
  const anybody = () => {
    const people = [...room.members.values()].filter(({ user }) => user.id !== bot.id);
    return (people.find(isAdministrator) ?? people[0])?.user ?? bot;
  };

  /** Changes a membership; tells the bot as Telegram does. */
  function become(after: ChatMember, by: User): Promise<void> {
    const before = room.members.get(after.user.id) ?? gone(after.user, "left");
    const wasAdministrator = isAdministrator(room.members.get(bot.id));
    room.members.set(after.user.id, after);
    const change = {
      chat: room.chat,
      from: by,
      date: unixTime(world),
      old_chat_member: before,
      new_chat_member: after,
    };
    if (after.user.id === bot.id) return updates.push({ my_chat_member: change });
    // Only administrators learn of other people's memberships.
    return wasAdministrator ? updates.push({ chat_member: change }) : Promise.resolve();
  }

  async function announce(by: User, content: Partial<Message>): Promise<void> {
    const { message } = post(telegram, room, { from: by, content });
    if (reachesBot(world, room, { message })) await updates.push(aMessage(message));
  }

  const both = async (...handled: Promise<void>[]) => void await Promise.all(handled);
  const settle = async (handled: Promise<void>, { wait = true }: Waiting = {}) => {
    if (wait) await handled;
  };

  return {
    id: room.chat.id,
    title: room.chat.title ?? "",
    get messages() {
      return room.entries.map(({ message }) => message);
    },
    get pinned() {
      return room.pinned.flatMap((message) => findEntry(room, { message })?.message ?? []);
    },
    visibleTo: ({ id }) => isPresent(room.members.get(id)) ? visibleTo(room, id) : [],
    botComes: (by) =>
      both(become(memberAs(bot, "member"), by), announce(by, { new_chat_members: [bot] })),
    botGoes: (by) => become(gone(bot, "kicked"), by),
    comes: (user) =>
      both(become(memberAs(user, "member"), user), announce(user, { new_chat_members: [user] })),
    goes: (user) =>
      both(become(gone(user, "left"), user), announce(user, { left_chat_member: user })),
    promote: ({ user }, rights = "administrator", options) =>
      settle(become(memberAs(user, rights), anybody()), options),
    demote: ({ user }, options) => settle(become(memberAs(user, "member"), anybody()), options),
    botRights: (standing, options) => settle(become(memberAs(bot, standing), anybody()), options),
    membersMayWrite: (may) => void (room.mayWrite = may),
    opensTopic(name) {
      const topic = nextMessageId(world, room);
      room.topics.set(topic, name);
      return topic;
    },
    deletesTopic: (topic) => void room.topics.delete(topic),
    async becomesSupergroup() {
      const number = ++world.last.group;
      const id = MAX_SUPERGROUP_ID - number;
      const next = emptyRoom({ id, type: "supergroup", title: room.chat.title ?? "" });
      world.rooms.set(id, next);
      for (const [user, member] of room.members) next.members.set(user, member);
      const by = anybody();
      room.upgradedTo = id;
      const left = post(telegram, room, { from: by, content: { migrate_to_chat_id: id } });
      const arrived = post(telegram, next, {
        from: by,
        content: { migrate_from_chat_id: room.chat.id },
      });
      await both(updates.push(aMessage(left.message)), updates.push(aMessage(arrived.message)));
      return groupIn(telegram, next);
    },
  };
}
