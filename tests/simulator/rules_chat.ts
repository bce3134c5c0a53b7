import { type FileKind, FILES, KIND_SENT_BY } from "./files.ts";
import { repliedTo } from "./outgoing.ts";
import { integerIn, roomIn } from "./params.ts";
import { hasMet, isAdministrator, isPresent } from "./rooms.ts";
import { type Rule, SENDING } from "./rule.ts";
import { SIGNATURES } from "./signatures.ts";
import { topicFor } from "./threads.ts";
import { isClosedTo } from "./topics.ts";
import type { Asked, World } from "./world.ts";

const WITH_CHAT = Object.keys(SIGNATURES).filter((name) =>
  SIGNATURES[name]?.required.includes("chat_id") ||
  ["editMessageText", "editMessageReplyMarkup"].includes(name)
);
const WRITING = [...SENDING, "sendChatAction"];

export const RATE = { messages: 20, perMs: 60_000 } as const;

/** Whether the bot may reach the chat, and say something in it. */
export const chatRules: readonly Rule[] = [
  {
    name: "chat not found",
    methods: WITH_CHAT,
    wording: "telegram",
    code: 400,
    description: "Bad Request: chat not found",
    when: (asked, world) => {
      const room = roomIn(asked, world);
      return !room || (room.chat.type === "private" && !hasMet(world, room.chat.id));
    },
  },
  {
    name: "group became a supergroup",
    methods: WITH_CHAT,
    wording: "telegram",
    code: 400,
    description: "Bad Request: group chat was upgraded to a supergroup chat",
    when: (asked, world) => {
      const to = roomIn(asked, world)?.upgradedTo;
      return to ? { detail: "", parameters: { migrate_to_chat_id: to } } : false;
    },
  },
  ...(["group", "supergroup"] as const).flatMap((type): Rule[] => [
    {
      name: `kicked from the ${type}`,
      methods: WITH_CHAT,
      wording: "telegram",
      code: 403,
      description: `Forbidden: bot was kicked from the ${type} chat`,
      when: (asked, world) => isIn({ type, asked, world }) && botStatus(asked, world) === "kicked",
    },
    {
      name: `not in the ${type}`,
      methods: WITH_CHAT,
      wording: "telegram",
      code: 403,
      description: `Forbidden: bot is not a member of the ${type} chat`,
      when: (asked, world) =>
        isIn({ type, asked, world }) && !isPresent(roomIn(asked, world)?.members.get(world.bot.id)),
    },
  ]),
  {
    name: "user is deactivated",
    methods: WRITING,
    wording: "telegram",
    code: 403,
    description: "Forbidden: user is deactivated",
    when: (asked, world) => !!partner(asked, world)?.deactivated,
  },
  {
    name: "bot was blocked",
    methods: WRITING,
    wording: "telegram",
    code: 403,
    description: "Forbidden: bot was blocked by the user",
    when: (asked, world) => !!partner(asked, world)?.blockedBot,
  },
  {
    name: "user never wrote to the bot",
    methods: WRITING,
    wording: "telegram",
    code: 403,
    description: "Forbidden: bot can't initiate conversation with a user",
    when: (asked, world) => partner(asked, world)?.started === false,
  },
  {
    name: "no right to write",
    methods: SENDING,
    wording: "telegram",
    code: 400,
    description: "Bad Request: not enough rights to send % to the chat",
    when: (asked, world) => {
      const room = roomIn(asked, world);
      const mayWrite = !room || room.mayWrite || isAdministrator(room.members.get(world.bot.id));
      return mayWrite ? false : sentBy(asked);
    },
  },
  {
    name: "topic not found",
    methods: WRITING,
    wording: "telegram",
    code: 400,
    description: "Bad Request: message thread not found",
    when: (asked, world) => {
      const topic = integerIn(asked.params, "message_thread_id");
      return topic !== undefined && !roomIn(asked, world)?.topics.has(topic);
    },
  },
  {
    name: "topic is closed",
    methods: SENDING,
    wording: "telegram",
    code: 400,
    description: "Bad Request: TOPIC_CLOSED",
    when: (asked, world) => {
      const room = roomIn(asked, world);
      if (!room) return false;
      const topic = integerIn(asked.params, "message_thread_id");
      const into = topicFor({ topic, replyTo: repliedTo(asked, room) });
      return isClosedTo(room, into, world.bot.id);
    },
  },
  {
    name: "too many messages",
    methods: SENDING,
    wording: "telegram",
    code: 429,
    description: "Too Many Requests: retry after %",
    when: (asked, world) => {
      const room = roomIn(asked, world);
      if (!world.enforceRate || !room || room.chat.type === "private") return false;
      const since = world.clock.now() - RATE.perMs;
      room.botSentAt = room.botSentAt.filter((at) => at > since);
      const oldest = room.botSentAt.at(-RATE.messages);
      if (oldest === undefined) return false;
      const seconds = Math.max(1, Math.ceil((oldest - since) / 1000));
      return { detail: seconds, parameters: { retry_after: seconds } };
    },
  },
  {
    name: "administrators of a private chat",
    methods: ["getChatAdministrators"],
    wording: "telegram",
    code: 400,
    description: "Bad Request: there are no administrators in the private chat",
    when: (asked, world) => roomIn(asked, world)?.chat.type === "private",
  },
  {
    name: "leaving a private chat",
    methods: ["leaveChat"],
    wording: "telegram",
    code: 400,
    description: "Bad Request: chat member status can't be changed in private chats",
    when: (asked, world) => roomIn(asked, world)?.chat.type === "private",
  },
  {
    name: "unknown user",
    methods: ["getChatMember"],
    wording: "telegram",
    code: 400,
    description: "Bad Request: PARTICIPANT_ID_INVALID",
    when: ({ params }, world) => {
      const id = integerIn(params, "user_id") ?? 0;
      return id !== world.bot.id && !world.accounts.has(id);
    },
  },
];

/** What a call sends, in the words of Telegram's refusal. */
function sentBy({ method, params }: Asked): string {
  if (method === "sendLocation") return "locations";
  const [first] = Array.isArray(params.media) ? params.media : [];
  const kind = KIND_SENT_BY.get(method) ?? first?.type as FileKind | undefined;
  return kind ? FILES[kind].many : "text messages";
}

function isIn({ type, asked, world }: {
  type: "group" | "supergroup";
  asked: Asked;
  world: World;
}): boolean {
  return roomIn(asked, world)?.chat.type === type;
}

function botStatus(asked: Asked, world: World): string | undefined {
  return roomIn(asked, world)?.members.get(world.bot.id)?.status;
}

function partner(asked: Asked, world: World) {
  const room = roomIn(asked, world);
  return room?.chat.type === "private" ? world.accounts.get(room.chat.id) : undefined;
}
