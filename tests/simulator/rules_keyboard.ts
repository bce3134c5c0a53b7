import { integerIn, objectIn, roomIn, stringIn } from "./params.ts";
import { type Rule, SENDING } from "./rule.ts";
import type { Asked, Params } from "./world.ts";

/** The most people a button can ask for. */
export const MAX_PEOPLE = 10;

/** Whether a keyboard that stands in place of the person's own is one. */
export const keyboardRules: readonly Rule[] = [
  {
    name: "reply keyboard that is no array of arrays",
    methods: SENDING,
    wording: "guessed",
    code: 400,
    description: 'Bad Request: field "keyboard" must be an Array of Arrays',
    when: (asked) => {
      const keyboard = keyboardIn(asked);
      return keyboard !== undefined &&
        !(Array.isArray(keyboard) && keyboard.every((row) => Array.isArray(row)));
    },
  },
  {
    name: "reply button without a text",
    methods: SENDING,
    wording: "guessed",
    code: 400,
    description: "Bad Request: can't parse keyboard button: Can't find field \"text\"",
    when: (asked) => keysIn(asked).some((key) => !stringIn(key, "text")?.trim()),
  },
  {
    name: "people button outside a private chat",
    methods: SENDING,
    wording: "guessed",
    code: 400,
    description: "Bad Request: users can be requested in private chats only",
    when: (asked, world) =>
      requestsIn(asked).length > 0 && roomIn(asked, world)?.chat.type !== "private",
  },
  {
    name: "people button with a wrong id",
    methods: SENDING,
    wording: "guessed",
    code: 400,
    description: "Bad Request: request_id of a button must be a 32-bit number of its own",
    when: (asked) => {
      const ids = requestsIn(asked).map((each) => integerIn(each, "request_id"));
      return ids.some((id) => id === undefined || (id | 0) !== id) ||
        new Set(ids).size < ids.length;
    },
  },
  {
    name: "people button for too many",
    methods: SENDING,
    wording: "guessed",
    code: 400,
    description: "Bad Request: max_quantity of a button must be from 1 to 10",
    when: (asked) =>
      requestsIn(asked).some((each) => {
        const most = integerIn(each, "max_quantity") ?? 1;
        return most < 1 || most > MAX_PEOPLE;
      }),
  },
];

function keyboardIn({ params }: Asked): unknown {
  return objectIn(params, "reply_markup")?.keyboard;
}

function keysIn(asked: Asked): Params[] {
  const keyboard = keyboardIn(asked);
  if (!Array.isArray(keyboard)) return [];
  return keyboard.flat().map((key) => typeof key === "string" ? { text: key } : key as Params);
}

function requestsIn(asked: Asked): Params[] {
  return keysIn(asked).map((key) => objectIn(key, "request_users")).filter((each) => !!each);
}
