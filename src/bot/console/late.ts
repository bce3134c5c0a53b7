/** People who are chosen when the console does not ask for any more: the keyboard for it goes. */

import { unlessRefused } from "../../delivery/unless_refused.ts";
import { type BotDeps, type IncomingMessage, textOf } from "../incoming.ts";

/** Whether a message comes from such a keyboard: people, or that it is left. */
export function isFromPicker({ message, texts }: IncomingMessage): boolean {
  return message.users_shared !== undefined || textOf(message) === texts.admin.ask.cancel;
}

/** Says what there is to say, and takes the keyboard away. */
export async function closePicker(
  deps: BotDeps,
  { message: { chat } }: IncomingMessage,
  text: string,
): Promise<void> {
  await unlessRefused(
    deps,
    () => deps.telegram.sendMessage(chat.id, text, { reply_markup: { remove_keyboard: true } }),
  );
}
