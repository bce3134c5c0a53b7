/** A message as the bot says it: content without anything of the wire. */

import { z } from "zod";
import { IncidentId } from "../domain/ids.ts";
import { type Status, STATUSES } from "../domain/incident.ts";

/** An inline button. */
export interface Button {
  /** Its label. */
  text: string;
  /** Its callback data, 1 to 64 bytes. */
  data: string;
  /** Its colour, where the client knows colours (Bot API 9.4). */
  style?: "primary" | "success" | "danger" | undefined;
}

/** Rows of buttons. */
export type Keyboard = Button[][];

/** Schema of {@linkcode Keyboard}. */
export const Keyboard: z.ZodType<Keyboard> = z.array(z.array(z.object({
  text: z.string(),
  data: z.string(),
  style: z.enum(["primary", "success", "danger"]).optional(),
})));

/** Most characters of a message, with its markup. */
export const MOST_CHARACTERS = 4096;

/** A message that waits in the outbox. */
export interface MessageContent {
  /** Telegram's HTML, at most 4,096 characters. */
  html: string;
  /** Buttons under it. */
  keyboard: Keyboard;
  /** Asks the people it mentions for a reply, with this in their input field; `null`: asks nobody. */
  forceReply: string | null;
  /** Lets the person choose up to ten others, or leave it; the words on the buttons. */
  picker?: { requestId: number; choose: string; leave: string } | undefined;
  /** The person whose answer to it is awaited as a description. */
  asks?: number | undefined;
  /** It asks a new group which company it is for. */
  isWelcome?: true | undefined;
  /** It tells the people of a shift what is open; `continues`: more of the digest just before it. */
  digest?: { department: string; continues: boolean } | undefined;
  /** It makes no sound. */
  isSilent?: true | undefined;
  /** The message it replies to; `null`: none, or the card of `about`. */
  replyTo: number | null;
  /** The forum topic it belongs to, when it is about no incident. */
  topicId?: number | null | undefined;
  /**
   * The incident it is about: in its group it replies to the card, and replies to it are about the
   * incident.
   */
  about: {
    /** The incident. */
    incident: IncidentId;
    /** A `call` or a reminder replaces the one before it; a `private_call` stands for itself. */
    role: "call" | "summary_prompt" | "private_call";
    /** Belongs to the call just before it, which it does not replace. */
    continues: boolean;
    /** Pointless, and not said, in any other status. */
    onlyWhile: Status[];
    /** A reminder: the moment at which it was decided; pointless once there is a newer one. */
    nudgedAt?: number | undefined;
  } | null;
}

/** Schema of {@linkcode MessageContent}. */
export const MessageContent: z.ZodType<MessageContent> = z.object({
  html: z.string().min(1).max(MOST_CHARACTERS),
  keyboard: Keyboard,
  forceReply: z.string().nullable(),
  picker: z.object({ requestId: z.int(), choose: z.string(), leave: z.string() }).optional(),
  asks: z.int().optional(),
  replyTo: z.int().nullable(),
  topicId: z.int().nullish(),
  isWelcome: z.literal(true).optional(),
  isSilent: z.literal(true).optional(),
  digest: z.object({ department: z.string(), continues: z.boolean() }).optional(),
  about: z.object({
    incident: IncidentId,
    role: z.enum(["call", "summary_prompt", "private_call"]),
    continues: z.boolean(),
    onlyWhile: z.array(z.enum(STATUSES)),
    nudgedAt: z.int().optional(),
  }).nullable(),
});

/** A message with its place: which chat, and in which order among what waits there. */
export interface NewMessage {
  /** Telegram's chat id. */
  chatId: number;
  /** Direct answers are said before pings, pings before reminders. */
  order: "direct" | "ping" | "reminder";
  /** What it says. */
  content: MessageContent;
}

/** A plain message. */
export function plainMessage(html: { source: string }, keyboard: Keyboard = []): MessageContent {
  return { html: html.source, keyboard, forceReply: null, replyTo: null, about: null };
}
