import type { CallbackQuery, Message, ResponseParameters, Update, User } from "grammy/types";
import type { Params, Toast } from "./world.ts";

/** A Bot API call with its outcome. */
export interface Call {
  readonly method: string;
  readonly params: Params;
  readonly ok: boolean;
  readonly result?: unknown;
  readonly error?: { code: number; description: string; parameters?: ResponseParameters };
  /** Epoch milliseconds. */
  readonly at: number;
  /** The one person who can see the effect: a toast, an ephemeral or a private message. */
  readonly personal?: number;
}

/** Something a spectator of every chat could see, in the order it happened. */
export type Notice =
  | { kind: "call"; call: Call }
  | { kind: "update"; update: Update }
  | { kind: "message"; message: Message; audience?: User; replaces?: Message }
  | { kind: "edited"; message: Message; audience?: User }
  | { kind: "deleted"; message: Message; audience?: User }
  | { kind: "pinned"; message: Message; silent: boolean }
  | { kind: "unpinned"; message: Message }
  | { kind: "pressed"; query: CallbackQuery; label: string }
  | { kind: "toast"; user: User; toast: Toast };

export interface Notices {
  tell(notice: Notice): void;
  /** Returns the function that stops listening. */
  listen(listener: (notice: Notice) => void): () => void;
}

/** Spreads the news to whoever listens, at once and in order. */
export function createNotices(): Notices {
  const listeners = new Set<(notice: Notice) => void>();
  return {
    tell: (notice) => listeners.forEach((listener) => listener(notice)),
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
