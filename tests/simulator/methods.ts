import { chatMethods } from "./methods_chats.ts";
import { ephemeralMethods } from "./methods_ephemeral.ts";
import { mediaMethods } from "./methods_media.ts";
import { messageMethods } from "./methods_messages.ts";
import { updateMethods } from "./methods_updates.ts";
import type { Telegram } from "./telegram.ts";
import type { Asked } from "./world.ts";

type Method = (asked: Asked, telegram: Telegram) => unknown;

/** What each method does, by name, once no rule stands against the call. */
export const METHODS: Readonly<Record<string, Method>> = {
  ...chatMethods,
  ...ephemeralMethods,
  ...mediaMethods,
  ...messageMethods,
  ...updateMethods,
};
