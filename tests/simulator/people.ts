import type { Message, User } from "grammy/types";
import { messageAt, startPayload } from "./links.ts";
import { albumContents, type AlbumItem, type Media, mediaContent } from "./media.ts";
import { gone } from "./members.ts";
import { contentOf } from "./methods_messages.ts";
import { originOf } from "./origin.ts";
import { present } from "./present.ts";
import { press } from "./pressing.ts";
import { botUser } from "./posting.ts";
import { keyIn, labelOf, sharing } from "./reply_keyboard.ts";
import { entryOf, findEntry, privateRoom, unixTime } from "./rooms.ts";
import { reword, roomAt, say, type Saying } from "./saying.ts";
import type { Telegram } from "./telegram.ts";
import { typed } from "./typed.ts";
import type { Channel } from "./voices.ts";
import type { Toast } from "./world.ts";

/** Anything with a chat id: a group, or a person's private chat. */
export interface Place {
  readonly id: number;
}

/** `wait: false` returns at once instead of when the bot has handled what this caused. */
export interface Waiting {
  wait?: boolean;
}

export interface SaysOptions extends Waiting {
  replyTo?: Message;
  topic?: number;
  /** Speaks in the name of a channel. */
  as?: Channel;
  /** People whose first name stands in the text, mentioned by id as those without a username are. */
  mentions?: Person[];
}

export interface PersonOptions {
  username?: string;
  id?: number;
  lastName?: string;
  language?: string;
}

/** Somebody with a Telegram client. */
export interface Person {
  readonly id: number;
  readonly user: User;
  readonly name: string;
  /** The chat with the bot. */
  readonly private: Place & {
    readonly messages: Message[];
    readonly pinned: Message[];
    /** Labels of the buttons in place of the person's own keyboard. */
    readonly keyboard: string[];
  };
  /** Toasts received, the newest last. */
  readonly answers: readonly Toast[];
  says(place: Place, text: string, options?: SaysOptions): Promise<Message>;
  /** Sends a file, a place or a contact: `ana.sends(yard, { photo: {}, caption: "Oil" })`. */
  sends(place: Place, media: Media, options?: SaysOptions): Promise<Message>;
  /** Sends 2 to 10 files at once: a message each, with one `media_group_id`. */
  sendsAlbum(
    place: Place,
    items: readonly AlbumItem[],
    options?: Omit<SaysOptions, "mentions">,
  ): Promise<Message[]>;
  sendsPhoto(place: Place, options?: SaysOptions & { caption?: string }): Promise<Message>;
  /** `hidden` is how forwards look of people who don't want to be linked to. */
  forwards(
    message: Message,
    place: Place,
    options?: Waiting & { hidden?: boolean; topic?: number },
  ): Promise<Message>;
  edits(message: Message, text: string, options?: Waiting): Promise<Message>;
  /** Opens the private chat and presses Start, with what a deep link carried. */
  starts(payload?: string, options?: Waiting): Promise<Message>;
  /** Opens a deep link to the bot, or one with this payload, and presses Start. */
  opens(link: string, options?: Waiting): Promise<Message>;
  /** The message that a link of the form `https://t.me/c/…` leads to, as this person sees it. */
  follows(link: string): Message;
  /**
   * Presses the button whose label contains `label` in the keyboard the message has now.
   * `data` sends forged callback data instead, whether there is such a button or not.
   */
  presses(message: Message, label: string, options?: Waiting & { data?: string }): Promise<Toast>;
  /** Taps a button of the keyboard that the bot has put in place of the person's own. */
  taps(label: string, options?: Waiting): Promise<Message>;
  /** Chooses people where the bot's keyboard asks for some. */
  chooses(people: readonly Person[], options?: Waiting): Promise<Message>;
  /** Brings the bot into a group. */
  adds(group: Gathering, options?: Waiting): Promise<void>;
  removesBot(group: Gathering, options?: Waiting): Promise<void>;
  joins(group: Gathering, options?: Waiting): Promise<void>;
  leaves(group: Gathering, options?: Waiting): Promise<void>;
  /** Removes a member, who can't come back. */
  removes(member: Person, group: Gathering, options?: Waiting): Promise<void>;
  blocks(options?: Waiting): Promise<void>;
  unblocks(options?: Waiting): Promise<void>;
  /** Deletes the account. */
  deactivates(): void;
}

/** What a person can do to a group's membership. */
export interface Gathering extends Place {
  botComes(by: User): Promise<void>;
  botGoes(by: User): Promise<void>;
  comes(user: User): Promise<void>;
  goes(user: User): Promise<void>;
  removed(user: User, by: User): Promise<void>;
}

/** Makes somebody with an account; they have not written to the bot yet. */
export function createPerson(telegram: Telegram, name: string, options: PersonOptions): Person {
  const { world, updates } = telegram;
  const user: User = present({
    id: options.id ?? ++world.last.user,
    is_bot: false,
    first_name: name,
    last_name: options.lastName,
    username: options.username,
    language_code: options.language ?? "en",
  });
  const account = { user, started: false, blockedBot: false, deactivated: false, toasts: [] };
  world.accounts.set(user.id, account);
  const room = privateRoom(world, user);

  const send = async (place: Place, saying: Omit<Saying, "by">, wait = true) => {
    const { message, handled } = say(telegram, roomAt(telegram, { place, by: user }), {
      by: user,
      ...saying,
    });
    if (wait) await handled;
    return message;
  };

  const sendsMedia: Person["sends"] = (place, media, { wait, mentions, ...saying } = {}) => {
    const content = mediaContent(world, media, mentions?.map((each) => each.user));
    return send(place, { ...saying, content }, wait);
  };

  const block = async (blocked: boolean, wait = true) => {
    account.blockedBot = blocked;
    const bot = botUser(world.bot);
    const states = [gone(bot, "kicked"), { status: "member" as const, user: bot }];
    const [after, before] = blocked ? states : states.toReversed();
    if (!before || !after) return;
    const handled = updates.push({
      my_chat_member: {
        chat: room.chat,
        from: user,
        date: unixTime(world),
        old_chat_member: before,
        new_chat_member: after,
      },
    });
    if (wait) await handled;
  };

  return {
    id: user.id,
    user,
    name,
    answers: account.toasts,
    private: {
      id: user.id,
      get messages() {
        return room.entries.map(({ message }) => message);
      },
      get pinned() {
        return room.pinned.flatMap((message) => findEntry(room, { message })?.message ?? []);
      },
      get keyboard() {
        return room.keyboard.flat().map(labelOf);
      },
    },
    says: (place, text, { wait, mentions, ...saying } = {}) =>
      send(place, { ...saying, content: typed(text, mentions?.map((each) => each.user)) }, wait),
    sends: sendsMedia,
    async sendsAlbum(place, items, { wait, ...saying } = {}) {
      const sent = albumContents(world, items).map((content) =>
        send(place, { ...saying, content }, wait)
      );
      return await Promise.all(sent);
    },
    sendsPhoto: (place, { caption = "", ...options } = {}) =>
      sendsMedia(place, { photo: {}, caption }, options),
    forwards(message, place, { wait, hidden, ...saying } = {}) {
      const content = { ...contentOf(message), forward_origin: originOf(message, hidden) };
      return send(place, { ...saying, content }, wait);
    },
    async edits(message, text, { wait = true } = {}) {
      const where = roomAt(telegram, { place: message.chat, by: user });
      const entry = entryOf(where, message);
      if (!entry || entry.author !== user.id) {
        throw new RangeError(`Cannot edit: ${name} has no such message`);
      }
      const reworded = reword(telegram, where, { entry, text });
      if (wait) await reworded.handled;
      return reworded.message;
    },
    starts: (payload, { wait } = {}) =>
      send(room.chat, { content: typed(payload ? `/start ${payload}` : "/start") }, wait),
    opens: (link, { wait } = {}) =>
      send(room.chat, { content: typed(`/start ${startPayload(world, link)}`) }, wait),
    follows: (link) => messageAt(world, { link, by: user }),
    presses: (message, label, { wait = true, data } = {}) =>
      press(telegram, roomAt(telegram, { place: message.chat, by: user }), {
        by: user,
        message,
        label,
        data,
        wait,
      }),
    taps: (label, { wait } = {}) =>
      send(room.chat, { content: typed(labelOf(keyIn(room, label))) }, wait),
    chooses: (people, { wait } = {}) =>
      send(room.chat, { content: sharing(room, people.map((each) => each.user)) }, wait),
    adds: (group, { wait } = {}) => unless(wait === false, group.botComes(user)),
    removesBot: (group, { wait } = {}) => unless(wait === false, group.botGoes(user)),
    joins: (group, { wait } = {}) => unless(wait === false, group.comes(user)),
    leaves: (group, { wait } = {}) => unless(wait === false, group.goes(user)),
    removes: (member, group, { wait } = {}) =>
      unless(wait === false, group.removed(member.user, user)),
    blocks: ({ wait } = {}) => block(true, wait),
    unblocks: ({ wait } = {}) => block(false, wait),
    deactivates: () => void (account.deactivated = true),
  };
}

async function unless(skip: boolean, handled: Promise<void>): Promise<void> {
  if (!skip) await handled;
}
