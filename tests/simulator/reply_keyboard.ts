import type {
  KeyboardButton,
  KeyboardButtonRequestUsers,
  Message,
  SharedUser,
  User,
} from "grammy/types";
import { flagIn, objectIn, stringIn } from "./params.ts";
import { present } from "./present.ts";
import type { Params, Room } from "./world.ts";

/** What a call does to the keyboard that stands in place of the person's own. */
export function changeKeyboard(room: Room, params: Params): void {
  const markup = objectIn(params, "reply_markup");
  if (!markup) return;
  if (flagIn(markup, "remove_keyboard")) room.keyboard = [];
  if (Array.isArray(markup.keyboard)) {
    room.placeholder = stringIn(markup, "input_field_placeholder");
    room.keyboard = (markup.keyboard as (KeyboardButton | string)[][]).map((row) =>
      row.map((button) => typeof button === "string" ? { text: button } : button)
    );
  }
}

/** The button whose label contains `label`. */
export function keyIn(room: Room, label: string): KeyboardButton {
  const found = room.keyboard.flat().find((key) => labelOf(key).includes(label));
  if (found) return found;
  const labels = room.keyboard.flat().map((key) => `[${labelOf(key)}]`).join(" ") || "none";
  throw new RangeError(`Cannot tap "${label}": the keyboard's buttons are ${labels}`);
}

/** What a button of such a keyboard says. */
export function labelOf(key: KeyboardButton): string {
  return typeof key === "string" ? key : key.text;
}

/** The message that choosing people sends, with as much of them as the button asks for. */
export function sharing(room: Room, users: readonly User[]): Partial<Message> {
  const key = room.keyboard.flat().find((each) =>
    typeof each !== "string" && "request_users" in each
  );
  if (!key || typeof key === "string" || !("request_users" in key)) {
    throw new RangeError("Cannot choose people: no button asks for them");
  }
  const { request_users: wanted } = key;
  const most = wanted.max_quantity ?? 1;
  if (users.length < 1 || users.length > most) {
    throw new RangeError(`Cannot choose ${users.length} people: the button takes 1 to ${most}`);
  }
  const wrong = users.find(({ is_bot }) =>
    wanted.user_is_bot !== undefined && is_bot !== wanted.user_is_bot
  );
  if (wrong) throw new RangeError(`Cannot choose ${wrong.first_name}: they are not offered`);
  const shared = users.map((user) => sharedUser(user, wanted));
  return { users_shared: { request_id: wanted.request_id, users: shared } };
}

function sharedUser(user: User, wanted: KeyboardButtonRequestUsers): SharedUser {
  return present<SharedUser>({
    user_id: user.id,
    first_name: wanted.request_name ? user.first_name : undefined,
    last_name: wanted.request_name ? user.last_name : undefined,
    username: wanted.request_username ? user.username : undefined,
  });
}
