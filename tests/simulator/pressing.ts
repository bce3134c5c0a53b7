import type { CallbackQuery, InlineKeyboardButton, Message, User } from "grammy/types";
import { buttons, keyboard, plain } from "./keyboard.ts";
import { entryOf, shownTo } from "./rooms.ts";
import { ANSWERABLE_MS } from "./rules_message.ts";
import type { Telegram } from "./telegram.ts";
import type { Entry, Room, Toast } from "./world.ts";

interface Pressing {
  readonly by: User;
  readonly message: Message;
  readonly label: string;
  /** Forged callback data. */
  readonly data: string | undefined;
  readonly wait: boolean;
}

/** Presses a button: resolves with what the presser got to see. */
export async function press(telegram: Telegram, room: Room, how: Pressing): Promise<Toast> {
  const { world, notices, updates } = telegram;
  const { by, label } = how;
  const entry = entryOf(room, how.message);
  mustSee(room, entry, how);
  const button = how.data === undefined ? buttonIn(entry, how) : undefined;
  if (button && "url" in button) return { url: button.url };
  const answered = Promise.withResolvers<Toast>();
  const query = {
    id: String(++world.last.press),
    from: by,
    message: entry ? entry.message : inaccessible(how.message),
    chat_instance: String(room.chat.id),
    data: how.data ?? (button && "callback_data" in button ? button.callback_data : ""),
  } as CallbackQuery;
  world.presses.set(query.id, {
    id: query.id,
    from: by.id,
    chatId: room.chat.id,
    at: world.clock.now(),
    answered: answered.resolve,
    ...(entry ? { entry } : {}),
  });
  notices.tell({ kind: "pressed", query, label: button?.text ?? label });
  const handled = updates.push({ callback_query: query });
  return await outcomeOf(telegram, { handled, answered: answered.promise, wait: how.wait });
}

/**
 * An ephemeral message is there for its receiver alone, and clients don't show them what it
 * replaces; a forged press may still name that.
 */
function mustSee(room: Room, entry: Entry | undefined, { by, label, data }: Pressing): void {
  if (!entry) return;
  const seen = shownTo(room, { entry, userId: by.id });
  if (seen === entry || (seen && data !== undefined)) return;
  const why = seen
    ? `${by.first_name} sees "${plain(seen.message)}" in its place`
    : `${by.first_name} does not see the message`;
  throw new RangeError(`Cannot press "${label}": ${why}`);
}

async function outcomeOf(
  { world, signal }: Telegram,
  { handled, answered, wait }: { handled: Promise<void>; answered: Promise<Toast>; wait: boolean },
): Promise<Toast> {
  const missing: Toast = { missing: true };
  if (world.webhook.url) {
    if (wait) await handled;
    return await Promise.race([answered, handled.then(() => missing)]);
  }
  // Somebody polls, or nobody does: the client's spinner gives up by itself.
  const givenUp = new AbortController();
  const patience = world.clock.sleep(ANSWERABLE_MS, AbortSignal.any([signal, givenUp.signal]));
  return await Promise.race([answered, patience.then(() => missing, () => missing)])
    .finally(() => givenUp.abort());
}

function buttonIn(entry: Entry | undefined, { label, message }: Pressing): InlineKeyboardButton {
  if (!entry) throw new RangeError(`Cannot press "${label}": the message is gone`);
  const found = keyboard(entry.message).flat().find(({ text }) => text.includes(label));
  if (found) return found;
  const labels = buttons(entry.message).map((text) => `[${text}]`).join(" ") || "none";
  throw new RangeError(`Cannot press "${label}" under "${plain(message)}": buttons are ${labels}`);
}

/** What is left of a deleted message in a callback query. */
function inaccessible({ chat, message_id }: Message) {
  return { chat, message_id, date: 0 as const };
}
