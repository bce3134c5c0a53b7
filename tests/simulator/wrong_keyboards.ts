import { assertEquals } from "@std/assert";
import { MAX_PEOPLE } from "./rules_keyboard.ts";
import type { Story } from "./wrong_call.ts";

/** Parameters for a keyboard that asks for people. */
function choosing(...requests: Record<string, unknown>[]) {
  const keyboard = requests.map((request_users) => [{ text: "Choose", request_users }]);
  return { text: "Who?", reply_markup: { keyboard } };
}

/** Keyboards in place of a person's own that no chat would take. */
export const wrongKeyboards: Record<string, Story> = {
  "reply keyboard that is no array of arrays": ({ ana }) => ({
    method: "sendMessage",
    params: { chat_id: ana.id, text: "x", reply_markup: { keyboard: [{ text: "Yes" }] } },
    says: 'Bad Request: field "keyboard" must be an Array of Arrays',
  }),
  "reply button without a text": async ({ ana, ask }) => {
    const params = { chat_id: ana.id, text: "x", reply_markup: { keyboard: [[{ text: "Yes" }]] } };
    assertEquals((await ask("sendMessage", params)).ok, true);
    return {
      method: "sendMessage",
      params: { chat_id: ana.id, text: "x", reply_markup: { keyboard: [[{ text: " " }]] } },
      says: "Bad Request: can't parse keyboard button: Can't find field \"text\"",
    };
  },
  "people button outside a private chat": ({ office }) => ({
    method: "sendMessage",
    params: { chat_id: office.id, ...choosing({ request_id: 1 }) },
    says: "Bad Request: users can be requested in private chats only",
  }),
  "people button with a wrong id": async ({ ana, ask }) => {
    const two = (id: number) => choosing({ request_id: 1 }, { request_id: id });
    assertEquals((await ask("sendMessage", { chat_id: ana.id, ...two(2 ** 31 - 1) })).ok, true);
    for (const id of [1, 2 ** 31]) {
      assertEquals((await ask("sendMessage", { chat_id: ana.id, ...two(id) })).ok, false);
    }
    return {
      method: "sendMessage",
      params: { chat_id: ana.id, ...two(1) },
      says: "Bad Request: request_id of a button must be a 32-bit number of its own",
    };
  },
  "people button for too many": async ({ ana, ask }) => {
    const most = (max_quantity: number) => choosing({ request_id: 1, max_quantity });
    assertEquals((await ask("sendMessage", { chat_id: ana.id, ...most(MAX_PEOPLE) })).ok, true);
    return {
      method: "sendMessage",
      params: { chat_id: ana.id, ...most(MAX_PEOPLE + 1) },
      says: "Bad Request: max_quantity of a button must be from 1 to 10",
    };
  },
};
