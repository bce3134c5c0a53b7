import { edit, erase } from "./methods_messages.ts";
import { keyboardOf, textContent } from "./outgoing.ts";
import { integerIn, roomIn } from "./params.ts";
import { findEntry } from "./rooms.ts";
import type { Telegram } from "./telegram.ts";
import type { Asked, Entry, Room, World } from "./world.ts";

/** The ephemeral message a call names: chat, receiver and id must all fit. */
export function ephemeralTarget(
  asked: Asked,
  world: World,
): { entry: Entry; room: Room } | undefined {
  const room = roomIn(asked, world);
  const ephemeral = integerIn(asked.params, "ephemeral_message_id") ?? 0;
  const entry = room && findEntry(room, { ephemeral });
  if (!entry || entry.audience !== integerIn(asked.params, "receiver_user_id")) return undefined;
  return { entry, room };
}

/** Methods for messages that one person sees (Bot API 10.2). */
export const ephemeralMethods = {
  editEphemeralMessageText(asked: Asked, telegram: Telegram) {
    const { entry } = target(asked, telegram);
    const content = textContent(asked, { world: telegram.world, key: "text" });
    edit(telegram, { entry, changes: { ...content, ...keyboardOf(asked.params) } });
    return true;
  },
  editEphemeralMessageReplyMarkup(asked: Asked, telegram: Telegram) {
    const { entry } = target(asked, telegram);
    const { entities } = entry.message;
    const kept = entities ? { entities } : {};
    edit(telegram, { entry, changes: { ...kept, ...keyboardOf(asked.params) } });
    return true;
  },
  deleteEphemeralMessage(asked: Asked, telegram: Telegram) {
    const { entry, room } = target(asked, telegram);
    return erase(telegram, room, entry);
  },
};

function target(asked: Asked, { world }: Telegram): { entry: Entry; room: Room } {
  const found = ephemeralTarget(asked, world);
  if (!found) throw new Error("A rule should have refused this message");
  return found;
}
