import { repliedTo } from "./outgoing.ts";
import { flagIn, integerIn, objectIn, roomIn, stringIn } from "./params.ts";
import { isAdministrator, isPresent } from "./rooms.ts";
import { EPHEMERAL, type Rule, SENDING } from "./rule.ts";
import { livePress } from "./rules_message.ts";
import type { Asked, Params, World } from "./world.ts";

/** How long a press or an ephemeral command lets a plain member bot whisper back. */
export const WHISPER_MS = 15_000;

/** Who may whisper to whom, and when (https://core.telegram.org/bots/features#ephemeral-messages). */
export const ephemeralRules: readonly Rule[] = [
  {
    name: "a Telegram without ephemeral messages",
    methods: [...SENDING, ...EPHEMERAL],
    wording: "simulator",
    code: 400,
    description: "Bad Request: ephemeral messages are not available",
    when: (asked, world) =>
      !world.knowsEphemeral &&
      (!!wanted(asked) || (EPHEMERAL as readonly string[]).includes(asked.method)),
  },
  {
    name: "whispering in a private chat",
    methods: SENDING,
    wording: "telegram",
    code: 400,
    description: "Bad Request: BOT_NOT_ADMIN",
    when: (asked, world) => !!wanted(asked) && roomIn(asked, world)?.chat.type === "private",
  },
  {
    name: "whispering to somebody who is not there",
    methods: SENDING,
    wording: "guessed",
    code: 400,
    description: "Bad Request: USER_NOT_PARTICIPANT",
    when: (asked, world) => {
      const to = wanted(asked);
      const member = to &&
        roomIn(asked, world)?.members.get(integerIn(to, "receiver_user_id") ?? 0);
      return !!to && (!isPresent(member) || !!member?.user.is_bot);
    },
  },
  {
    name: "whispering after a press that is not theirs, not here or too old",
    methods: SENDING,
    wording: "guessed",
    code: 400,
    description:
      "Bad Request: query is too old and response timeout expired or query ID is invalid",
    when: (asked, world) => {
      const to = wanted(asked);
      const id = to && stringIn(to, "callback_query_id");
      if (!to || (id === undefined && !flagIn(to, "replace_callback_query_message"))) return false;
      const press = livePress(world, id);
      return press?.from !== integerIn(to, "receiver_user_id") ||
        press?.chatId !== integerIn(asked.params, "chat_id");
    },
  },
  {
    name: "whispering in reply to what is no ephemeral command",
    methods: SENDING,
    wording: "telegram",
    code: 400,
    description: "Bad Request: MESSAGE_NOT_COMMAND",
    when: (asked, world) => {
      const entry = ephemeralReply(asked, world);
      return !!entry && (!entry.incoming || !wanted(asked) ||
        entry.audience !== integerIn(wanted(asked) ?? {}, "receiver_user_id"));
    },
  },
  {
    name: "whispering in reply too late",
    methods: SENDING,
    wording: "guessed",
    code: 400,
    description: "Bad Request: MESSAGE_EXPIRED",
    when: (asked, world) => {
      const entry = ephemeralReply(asked, world);
      return !!entry && world.clock.now() - entry.sentAt > WHISPER_MS;
    },
  },
  {
    name: "whispering unasked without being an administrator",
    methods: SENDING,
    wording: "telegram",
    code: 400,
    description: "Bad Request: BOT_NOT_ADMIN",
    when: (asked, world) => {
      const to = wanted(asked);
      if (!to || stringIn(to, "callback_query_id") || ephemeralReply(asked, world)) return false;
      return !isAdministrator(roomIn(asked, world)?.members.get(world.bot.id));
    },
  },
];

function wanted({ params }: Asked): Params | undefined {
  return objectIn(params, "ephemeral_message_parameters");
}

function ephemeralReply(asked: Asked, world: World) {
  const reply = objectIn(asked.params, "reply_parameters");
  const room = roomIn(asked, world);
  if (!room || reply?.ephemeral_message_id === undefined) return undefined;
  return repliedTo(asked, room);
}
