import { isUnreadable, readText } from "./formatted.ts";
import { ephemeralTarget } from "./methods_ephemeral.ts";
import { keyboardOf, repliedTo, textContent } from "./outgoing.ts";
import { flagIn, integerIn, objectIn, roomIn, stringIn } from "./params.ts";
import { findEntry, hasRight } from "./rooms.ts";
import { EDITING, EPHEMERAL, type Rule, SENDING } from "./rule.ts";
import type { Asked, Entry, Press, World } from "./world.ts";

/** A message may be deleted for everyone this long. */
export const DELETABLE_MS = 48 * 3_600_000;

/** A press must be answered within this time. */
export const ANSWERABLE_MS = 15_000;

const EDIT_TEXT = ["editMessageText", "editEphemeralMessageText"];
const SOURCED = { forwardMessage: "forward", copyMessage: "copy" } as const;

/** Whether the message a call is about is there, and is the bot's to touch. */
export const messageRules: readonly Rule[] = [
  {
    name: "reply without an id",
    methods: SENDING,
    wording: "telegram",
    code: 400,
    description: 'Bad Request: can\'t find field "message_id"',
    when: ({ params }) => {
      const reply = objectIn(params, "reply_parameters");
      return !!reply && reply.message_id === undefined && reply.ephemeral_message_id === undefined;
    },
  },
  {
    name: "reply to a message that is gone",
    methods: SENDING,
    wording: "telegram",
    code: 400,
    description: "Bad Request: message to be replied not found",
    when: (asked, world) => {
      const reply = objectIn(asked.params, "reply_parameters");
      const room = roomIn(asked, world);
      if (!reply || !room || repliedTo(asked, room)) return false;
      // Sending without the reply is for ordinary messages only.
      return objectIn(asked.params, "ephemeral_message_parameters") !== undefined ||
        !flagIn(reply, "allow_sending_without_reply");
    },
  },
  ...(["forwardMessage", "copyMessage"] as const).map((method): Rule => ({
    name: `message to ${SOURCED[method]} is gone`,
    methods: [method],
    wording: "telegram",
    code: 400,
    description: `Bad Request: message to ${SOURCED[method]} not found`,
    when: ({ params }, world) => {
      const room = world.rooms.get(integerIn(params, "from_chat_id") ?? 0);
      return !room || !findEntry(room, { message: integerIn(params, "message_id") ?? 0 });
    },
  })),
  ...([
    ["edit", [...EDITING]],
    ["pin", ["pinChatMessage"]],
    ["delete", ["deleteMessage"]],
  ] as const).map(([verb, methods]): Rule => ({
    name: `message to ${verb} is gone`,
    methods,
    wording: "telegram",
    code: 400,
    description: `Bad Request: message to ${verb} not found`,
    when: (asked, world) => !entryIn(asked, world),
  })),
  {
    name: "message to unpin is gone",
    methods: ["unpinChatMessage"],
    wording: "telegram",
    code: 400,
    description: "Bad Request: message to unpin not found",
    when: (asked, world) =>
      integerIn(asked.params, "message_id") !== undefined && !entryIn(asked, world),
  },
  {
    name: "ephemeral message to edit is gone",
    methods: EPHEMERAL.filter((name) => name !== "deleteEphemeralMessage"),
    wording: "guessed",
    code: 400,
    description: "Bad Request: message to edit not found",
    when: (asked, world) => !ephemeralTarget(asked, world),
  },
  {
    name: "ephemeral message to delete is gone",
    methods: ["deleteEphemeralMessage"],
    wording: "guessed",
    code: 400,
    description: "Bad Request: message to delete not found",
    when: (asked, world) => !ephemeralTarget(asked, world),
  },
  {
    name: "editing what the bot did not write",
    methods: [...EDITING, ...EPHEMERAL.filter((name) => name !== "deleteEphemeralMessage")],
    wording: "telegram",
    code: 400,
    description: "Bad Request: message can't be edited",
    when: (asked, world) => {
      const entry = entryIn(asked, world);
      return entry?.message.from?.id !== world.bot.id || !!entry.message.forward_origin ||
        !!entry.message.pinned_message;
    },
  },
  {
    name: "editing the text of a message without one",
    methods: EDIT_TEXT,
    wording: "telegram",
    code: 400,
    description: "Bad Request: there is no text in the message to edit",
    when: (asked, world) => entryIn(asked, world)?.message.text === undefined,
  },
  {
    name: "an edit that changes nothing",
    methods: [...EDITING, ...EPHEMERAL.filter((name) => name !== "deleteEphemeralMessage")],
    wording: "telegram",
    code: 400,
    description: "Bad Request: message is not modified: specified new message content and reply " +
      "markup are exactly the same as a current content and reply markup of the message",
    when: (asked, world) => {
      const entry = entryIn(asked, world);
      return !!entry && sameAfter(asked, { entry, world });
    },
  },
  {
    name: "pinning without the right",
    methods: ["pinChatMessage", "unpinChatMessage", "unpinAllChatMessages"],
    wording: "telegram",
    code: 400,
    description: "Bad Request: not enough rights to manage pinned messages in the chat",
    when: (asked, world) => {
      const room = roomIn(asked, world);
      return !!room && room.chat.type !== "private" &&
        !hasRight(room, world.bot.id, "can_pin_messages");
    },
  },
  {
    name: "deleting without the right",
    methods: ["deleteMessage", "deleteMessages"],
    wording: "telegram",
    code: 400,
    description: "Bad Request: message can't be deleted",
    when: (asked, world) =>
      entriesIn(asked, world).some((entry) =>
        entry.message.from?.id !== world.bot.id && !mayDeleteAll(asked, world) &&
        entry.message.chat.type !== "private"
      ),
  },
  {
    name: "deleting an old message",
    methods: ["deleteMessage", "deleteMessages"],
    wording: "telegram",
    code: 400,
    description: "Bad Request: message can't be deleted for everyone",
    when: (asked, world) =>
      entriesIn(asked, world).some(({ sentAt }) =>
        world.clock.now() - sentAt > DELETABLE_MS && !mayDeleteAll(asked, world)
      ),
  },
  {
    name: "answering a press too late",
    methods: ["answerCallbackQuery"],
    wording: "telegram",
    code: 400,
    description:
      "Bad Request: query is too old and response timeout expired or query ID is invalid",
    when: ({ params }, world) => !livePress(world, stringIn(params, "callback_query_id")),
  },
];

/** The press of that id, as long as the bot may still answer it. */
export function livePress(world: World, id: string | undefined): Press | undefined {
  const press = world.presses.get(id ?? "");
  return press && world.clock.now() - press.at <= ANSWERABLE_MS ? press : undefined;
}

function entryIn(asked: Asked, world: World): Entry | undefined {
  if (asked.params.ephemeral_message_id !== undefined) return ephemeralTarget(asked, world)?.entry;
  const room = roomIn(asked, world);
  return room && findEntry(room, { message: integerIn(asked.params, "message_id") ?? 0 });
}

function entriesIn(asked: Asked, world: World): Entry[] {
  const ids = asked.params.message_ids ?? [integerIn(asked.params, "message_id")];
  const room = roomIn(asked, world);
  return (ids as number[]).flatMap((message) => room && findEntry(room, { message }) || []);
}

function mayDeleteAll(asked: Asked, world: World): boolean {
  const room = roomIn(asked, world);
  return !!room && hasRight(room, world.bot.id, "can_delete_messages");
}

function sameAfter(asked: Asked, { entry, world }: { entry: Entry; world: World }): boolean {
  const { text, entities, reply_markup } = entry.message;
  const same = JSON.stringify(keyboardOf(asked.params).reply_markup) ===
    JSON.stringify(reply_markup);
  if (!EDIT_TEXT.includes(asked.method)) return same;
  if (isUnreadable(readText(asked.params, "text"))) return false;
  const after = textContent(asked, { world, key: "text" });
  return same && after.text === text &&
    JSON.stringify(after.entities ?? []) === JSON.stringify(entities ?? []);
}
