/** What the playground's server and its page say to each other, as JSON. Times are epoch milliseconds. */

/** Somebody whom the page can be. */
export interface Cast {
  id: number;
  /** First and last name. */
  name: string;
  /** Without the @. */
  handle: string | null;
  /** What they are here, for the list: `Reporter`, `Dispatcher`, `Platform admin` … */
  part: string;
  /** Their client's language. */
  language: string;
}

/** A line of the chat list. */
export interface ChatLine {
  id: number;
  title: string;
  kind: "private" | "group" | "supergroup" | "forum";
  /** Messages since they looked last. */
  unread: number;
  /** The newest message in one line. */
  last: string;
  at: number;
}

/** An inline button. */
export interface InlineButton {
  text: string;
  /** Where it is in its message: row and column. */
  row: number;
  column: number;
  /** Opens this instead of telling the bot. */
  url?: string;
  /** What the bot is told. */
  data?: string;
  style?: "primary" | "success" | "danger";
}

/** A message as this person sees it. */
export interface Bubble {
  /** Unique within the chat; ephemeral messages have their own. */
  key: string;
  messageId: number;
  from: { id: number; name: string; isBot: boolean } | null;
  at: number;
  editedAt: number | null;
  /** Parts of the text, each with its formatting; what Telegram's entities say. */
  parts: TextPart[];
  keyboard: InlineButton[][];
  replyTo: { key: string; name: string; line: string } | null;
  topicId: number | null;
  isPinned: boolean;
  /** Only this person sees it. */
  isEphemeral: boolean;
  /** Somebody joined, the title changed …: a line in the middle. */
  isService: boolean;
  attachments: { kind: string; name: string }[];
  /** Whether this person wrote it. */
  isOwn: boolean;
}

/** A piece of text with one set of marks. */
export interface TextPart {
  text: string;
  marks: ("bold" | "italic" | "underline" | "strike" | "spoiler" | "code" | "pre")[];
  /** A quotation; `folded`: opens when it is pressed. */
  quote?: "open" | "folded";
  href?: string;
  /** The person that is mentioned. */
  person?: number;
  /** A moment that the client words (`<tg-time>`). */
  moment?: { at: number; format: string };
  /** Sends this command when pressed. */
  command?: string;
}

/** The chat that is open. */
export interface OpenChat {
  id: number;
  title: string;
  kind: ChatLine["kind"];
  /** How many belong to it. */
  members: number;
  topics: { id: number; name: string; closed: boolean }[];
  bubbles: Bubble[];
  /** The newest pinned message. */
  pinned: { key: string; line: string; count: number } | null;
  /** The command menu of this person here. */
  commands: { name: string; description: string; isEphemeral: boolean }[];
  /** The bot's question that wants an answer in the input field. */
  forceReply: { key: string; messageId: number; placeholder: string } | null;
  /** The keyboard under the input field. */
  replyKeyboard: ReplyKeyboard | null;
  /** Whether the person may write here. */
  mayWrite: boolean;
  /** In private: they have not started the bot. */
  needsStart: boolean;
}

/** Buttons under the input field. */
export interface ReplyKeyboard {
  rows: { text: string; picksUsers: { most: number } | null }[][];
  placeholder: string | null;
}

/** All that a window shows; sent anew whenever something of it has changed. */
export interface View {
  you: Cast;
  cast: Cast[];
  chats: ChatLine[];
  open: OpenChat | null;
  clock: { now: number; speed: 0 | 1 | 60 };
  trouble: Trouble;
  /** Whether the program runs. */
  program: "running" | "stopped" | "starting";
  /** Why nothing reaches the bot just now, in words; `null`: all is well. */
  notice: string | null;
  /** The story under way. */
  story: { name: string; step: number; steps: number; next: string | null } | null;
  stories: { id: string; name: string; steps: number }[];
  /** Every group there is, to be joined. */
  groups: { id: number; title: string }[];
  recording: { steps: number } | null;
}

/** What is broken on purpose. */
export interface Trouble {
  /** Telegram answers 429 to so many calls to come, or to all (`-1`). */
  tooMany: number;
  serverError: number;
  lostConnection: number;
  /** The bot may not pin in the group that is open. */
  noPin: boolean;
  /** Telegram refuses ephemeral messages. */
  noEphemeral: boolean;
}

/** What passes in the machine room. */
export type MachineLine =
  & { id: number; at: number; ms: number | null }
  & (
    | { kind: "call"; method: string; params: unknown; answer: unknown; ok: boolean }
    | { kind: "update"; type: string; update: unknown }
    | { kind: "log"; level: string; text: string }
  );

/** What the store says of an incident, of the outbox and of what is due. */
export interface Machinery {
  incident: { id: string; keys: { key: string; value: string }[] } | null;
  incidents: string[];
  outbox: { chat: string; what: string; waits: string | null; attempts: number }[];
  deadlines: { incident: string; at: number; why: string }[];
}

/** What a person, or whoever runs the playground, does. `as` is the person's id. */
export type Act =
  | { do: "say"; as: number; chat: number; text: string; replyTo?: number; topic?: number }
  | {
    do: "send_file";
    as: number;
    chat: number;
    kind: "photo" | "document";
    name: string;
    caption?: string;
  }
  /** With `text`, the label that was shown: a keyboard that has changed meanwhile is not pressed wrongly. */
  | {
    do: "press";
    as: number;
    chat: number;
    key: string;
    row: number;
    column: number;
    text?: string;
    /** What the button told the bot, for when it is gone. */
    data?: string;
  }
  | { do: "edit"; as: number; chat: number; messageId: number; text: string }
  | { do: "pick_users"; as: number; chat: number; users: number[] }
  | { do: "start"; as: number }
  | { do: "read"; as: number; chat: number }
  /** Without `members`: everybody of the cast but the platform admin and the stranger. */
  | { do: "new_group"; as: number; title: string; members?: number[]; forum?: boolean }
  | { do: "open_topic"; as: number; chat: number; name: string }
  | { do: "add_bot" | "remove_bot" | "join" | "leave"; as: number; chat: number }
  | { do: "new_person"; name: string }
  | { do: "clock"; speed: 0 | 1 | 60 }
  | { do: "jump"; minutes: number }
  | { do: "trouble"; set: Partial<Trouble>; chat?: number }
  | { do: "kill" | "restart" }
  | { do: "story"; id: string }
  | { do: "step" | "end_story" }
  | { do: "record" }
  | { do: "save"; name: string };

/** The answer to an act: what the person sees at once. */
export interface ActAnswer {
  ok: boolean;
  /** Why not, in words. */
  problem?: string;
  /** The toast of a press; `alert`: as a dialogue. `missing`: the bot did not answer. */
  toast?: { text: string; alert: boolean; url?: string } | { missing: true };
  /** The text of a saved story. */
  saved?: string;
}

/**
 * Addresses. `GET /` the page; `GET /assets/…` its files;
 * `GET /api/stream?as=ID&chat=ID` server-sent events: `view` (a {@linkcode View}), `machine` (a
 * {@linkcode MachineLine}), `problem` (text); `GET /api/machinery?incident=ID` a {@linkcode Machinery};
 * `POST /api/act` with an {@linkcode Act}, answered with an {@linkcode ActAnswer}. POSTs want the header
 * `x-playground: 1` and JSON, so that no other page of the browser can send them.
 */
export const API = {
  stream: "/api/stream",
  machinery: "/api/machinery",
  act: "/api/act",
} as const;
