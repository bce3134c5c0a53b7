import type { ChatMember, Message, User } from "grammy/types";
import { upgrade } from "./migration.ts";
import { gone, memberAs, owner, raised, type Standing } from "./members.ts";
import type { Gathering, Person, Waiting } from "./people.ts";
import { botUser, post } from "./posting.ts";
import { reachesBot } from "./privacy.ts";
import {
  emptyRoom,
  entryOf,
  findEntry,
  isAdministrator,
  isPresent,
  MAX_SUPERGROUP_ID,
  removeEntry,
  unixTime,
  visibleTo,
} from "./rooms.ts";
import { aMessage, type Telegram } from "./telegram.ts";
import { closeTopic, deleteTopic, openTopic } from "./topics.ts";
import { OTHER_BOT, TELEGRAM } from "./service_accounts.ts";
import { typed } from "./typed.ts";
import type { Channel } from "./voices.ts";
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
  /** Pinned messages, the newest first; last those of the basic group that it was. */
  readonly pinned: Message[];
  /** What one person sees. */
  visibleTo(person: Person): Message[];
  /** Makes an administrator; the owner stays one. With `is_anonymous` they speak as the group. */
  promote(person: Person, rights?: Standing, options?: Waiting): Promise<void>;
  demote(person: Person, options?: Waiting): Promise<void>;
  /** Changes what the bot may do; rights not named stay as administrators usually have them. */
  botRights(standing: Standing, options?: Waiting): Promise<void>;
  /** A post of the channel that the group is linked to arrives. */
  channelPosts(channel: Channel, text: string, options?: Waiting): Promise<Message>;
  /** Another bot says something, which no bot hears. */
  otherBotSays(text: string): Message;
  /** Whether members that are no administrators may write. */
  membersMayWrite(may: boolean): void;
  /** An administrator, or whoever is named, opens a forum topic: its id. */
  opensTopic(name: string, by?: Person): number;
  /** Closes a topic for everybody but those who manage topics and whoever opened it. */
  closesTopic(topic: number, options?: Waiting): Promise<void>;
  reopensTopic(topic: number, options?: Waiting): Promise<void>;
  /** An administrator deletes a message, which no bot is told. */
  deletesMessage(message: Message): void;
  /** Deletes a topic with every message in it. */
  deletesTopic(topic: number): void;
  /** A basic group becomes a supergroup, which is a new chat with the same members: that. */
  becomesSupergroup(options?: Waiting): Promise<Group>;
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

function groupIn(telegram: Telegram, room: Room, before?: Room): Group {
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

  function announced(by: User, content: Partial<Message>) {
    const { message } = post(telegram, room, { from: by, content });
    const reaches = reachesBot(world, room, { message });
    return { message, handled: reaches ? updates.push(aMessage(message)) : Promise.resolve() };
  }
  const announce = (by: User, content: Partial<Message>) => announced(by, content).handled;

  const both = async (...handled: Promise<void>[]) => void await Promise.all(handled);
  const settle = async (handled: Promise<unknown>, { wait = true }: Waiting = {}) => {
    if (wait) await handled;
  };

  return {
    id: room.chat.id,
    title: room.chat.title ?? "",
    get messages() {
      return room.entries.map(({ message }) => message);
    },
    get pinned() {
      return [room, ...(before ? [before] : [])].flatMap((each) =>
        each.pinned.flatMap((message) => findEntry(each, { message })?.message ?? [])
      );
    },
    visibleTo: ({ id }) => isPresent(room.members.get(id)) ? visibleTo(room, id) : [],
    botComes: (by) =>
      both(become(memberAs(bot, "member"), by), announce(by, { new_chat_members: [bot] })),
    botGoes: (by) => become(gone(bot, "kicked"), by),
    comes: (user) =>
      both(become(memberAs(user, "member"), user), announce(user, { new_chat_members: [user] })),
    goes: (user) =>
      both(become(gone(user, "left"), user), announce(user, { left_chat_member: user })),
    removed: (user, by) =>
      both(become(gone(user, "kicked"), by), announce(by, { left_chat_member: user })),
    promote: ({ user }, rights = "administrator", options) =>
      settle(become(raised(room.members.get(user.id), { user, rights }), anybody()), options),
    demote: ({ user }, options) => settle(become(memberAs(user, "member"), anybody()), options),
    botRights: (standing, options) => settle(become(memberAs(bot, standing), anybody()), options),
    async channelPosts(channel, text, options) {
      const origin = { type: "channel" as const, chat: channel, message_id: 1 };
      const { message, handled } = announced(TELEGRAM, {
        sender_chat: channel,
        is_automatic_forward: true,
        forward_origin: { ...origin, date: unixTime(world) },
        ...typed(text),
      });
      await settle(handled, options);
      return message;
    },
    otherBotSays: (text) => post(telegram, room, { from: OTHER_BOT, content: typed(text) }).message,
    membersMayWrite: (may) => void (room.mayWrite = may),
    opensTopic(name, by) {
      const { topic, handled } = openTopic(telegram, room, { name, by: by?.user ?? anybody() });
      void handled;
      return topic;
    },
    closesTopic: (topic, options) =>
      settle(closeTopic(telegram, room, { topic, by: anybody(), closed: true }), options),
    reopensTopic: (topic, options) =>
      settle(closeTopic(telegram, room, { topic, by: anybody(), closed: false }), options),
    deletesMessage(message) {
      const entry = entryOf(room, message);
      if (entry) removeEntry(room, entry);
    },
    deletesTopic: (topic) => deleteTopic(room, topic),
    async becomesSupergroup(options) {
      const { next, handled } = upgrade(telegram, room, anybody());
      await settle(handled, options);
      return groupIn(telegram, next, room);
    },
  };
}
