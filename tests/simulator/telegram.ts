import type { Message, Update } from "grammy/types";
import type { Activity } from "./activity.ts";
import type { Notices } from "./notices.ts";
import type { World } from "./world.ts";

/** The running parts that people, groups and methods work with. */
export interface Telegram {
  readonly world: World;
  readonly notices: Notices;
  readonly activity: Activity;
  /** Ends when the simulator closes. */
  readonly signal: AbortSignal;
  readonly updates: Updates;
}

/** What may happen to the bot: an update before it has its number. */
export type Happening = Omit<Update, "update_id">;

export interface Updates {
  /**
   * Queues an update unless the bot doesn't want its kind. Resolves when the webhook has answered
   * 2xx or the update was given up; at once where no webhook is set.
   */
  push(happening: Happening): Promise<void>;
  /** Queues an update as it stands, wanted or not. */
  inject(update: Update): Promise<void>;
  /** Delivers what waits, now that there is a webhook. */
  resume(): void;
  /** Tries an update again at a target of one's choice; the answer's status, 0 without one. */
  redeliver(updateId: number, target?: number): Promise<number>;
  targetCount(): number;
}

// Updates narrow a message by its chat type, which a stored message doesn't carry.
export function aMessage(message: Message): Happening {
  return { message } as Happening;
}

export function anEdit(message: Message): Happening {
  return { edited_message: message } as Happening;
}
