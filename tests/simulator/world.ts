import type {
  BotCommand,
  BotCommandScope,
  Chat,
  ChatMember,
  KeyboardButton,
  Message,
  ResponseParameters,
  Update,
  User,
  UserFromGetMe,
} from "grammy/types";
import type { Clock } from "./clock.ts";
import type { StoredFile } from "./files.ts";

/** Everything this Telegram knows. Plain data: methods and people change it, rules read it. */
export interface World {
  readonly clock: Clock;
  readonly token: string;
  readonly bot: UserFromGetMe;
  /** `false`: ephemeral messages are refused. */
  knowsEphemeral: boolean;
  readonly enforceRate: boolean;
  readonly accounts: Map<number, Account>;
  readonly rooms: Map<number, Room>;
  readonly presses: Map<string, Press>;
  readonly menus: Menu[];
  /** Files by each of their ids. */
  readonly files: Map<string, StoredFile>;
  readonly webhook: Webhook;
  /** Updates nobody has taken yet, oldest first. */
  readonly waiting: Parcel[];
  readonly last: Counters;
  /** Updates given up because they grew too old. */
  dropped: number;
}

export interface Account {
  readonly user: User;
  /** Has written to the bot in private, so the bot may write back. */
  started: boolean;
  blockedBot: boolean;
  deactivated: boolean;
  readonly toasts: Toast[];
}

/** What a person saw after pressing a button; `missing` when the bot never answered. */
export interface Toast {
  text?: string;
  alert?: boolean;
  url?: string;
  missing?: true;
}

export interface Room {
  readonly chat: Chat.PrivateChat | Chat.GroupChat | Chat.SupergroupChat;
  readonly members: Map<number, ChatMember>;
  /** Messages in the order they appeared; deleted ones are gone. */
  readonly entries: Entry[];
  /** Ids of pinned messages, the newest first. */
  pinned: number[];
  /** Forum topics by id; deleted ones are gone. */
  readonly topics: Map<number, Topic>;
  /** Buttons in place of the person's own keyboard, row by row. */
  keyboard: KeyboardButton[][];
  /** What stands in the input field while that keyboard is shown. */
  placeholder?: string | undefined;
  /** When the bot's messages of the last minute were sent, for the rate limit. */
  botSentAt: number[];
  mayWrite: boolean;
  upgradedTo?: number;
  lastMessageId: number;
}

/** A forum topic. The General topic of a forum is none of them. */
export interface Topic {
  readonly name: string;
  /** Who opened it. */
  readonly by: number;
  closed: boolean;
}

/** One message in a room. An edit replaces `message`; the entry stays. */
export interface Entry {
  message: Message;
  readonly sentAt: number;
  /** Whoever alone sees it, for an ephemeral message. */
  readonly audience?: number;
  /** The message in whose place the audience sees this one. */
  readonly replaces?: Entry;
  /** The person who sent it, in whoever's name it appears. */
  readonly author?: number;
  /** Ephemeral messages a person sent to the bot may be replied to; the bot's own may not. */
  readonly incoming?: boolean;
  /** It opens a reply to itself in the client of whoever it is for (ForceReply). */
  readonly asks?: Question;
  /** A command meant for the bot: replies to it reach the bot in privacy mode. */
  readonly forBot?: boolean;
}

/** What a client makes of a ForceReply. */
export interface Question {
  readonly placeholder: string;
  /** Only for whom the message mentions or answers. */
  readonly selective: boolean;
}

/** A pressed button that waits for answerCallbackQuery. */
export interface Press {
  readonly id: string;
  readonly from: number;
  readonly chatId: number;
  /** The message under which it was pressed, unless that is gone. */
  readonly entry?: Entry;
  readonly at: number;
  readonly answered: (toast: Toast) => void;
}

export interface Menu {
  readonly scope: BotCommandScope;
  readonly language: string;
  readonly commands: BotCommand[];
}

export interface Webhook {
  url: string;
  secret: string;
  maxConnections: number;
  allowedUpdates: readonly string[];
  lastError?: { at: number; message: string };
}

/** An update on its way to the bot. */
export interface Parcel {
  readonly update: Update;
  /** Parcels of one queue travel one after the other. */
  readonly queue: string;
  readonly expiresAt: number;
  /** Called once the bot has it, or when it is given up. */
  readonly gone: () => void;
  failures: number;
}

export interface Counters {
  update: number;
  /** Private chats and basic groups share one counter of message ids. */
  sharedMessage: number;
  ephemeral: number;
  press: number;
  file: number;
  album: number;
  user: number;
  group: number;
}

/** The answer to a Bot API call, as it goes over the wire. */
export type Outcome =
  | { ok: true; result: unknown }
  | { ok: false; error_code: number; description: string; parameters?: ResponseParameters };

/** Parameters of a call after decoding: JSON values, whatever the content type was. */
export type Params = Record<string, unknown>;

/** A call as the rules and methods see it. */
export interface Asked {
  readonly method: string;
  readonly params: Params;
}
