import { assertEquals } from "@std/assert";
import { BUTTON, type Scene } from "./scene.ts";
import { type Story, whisper } from "./wrong_call.ts";

const SENT = "sendMessage";

/** Ephemeral messages to the wrong person, in the wrong place or at the wrong time. */
export const wrongWhispers: Record<string, Story> = {
  "a Telegram without ephemeral messages": ({ office, ana }) => ({
    method: SENT,
    params: { chat_id: office.id, text: "x", ...whisper(ana) },
    says: "Bad Request: ephemeral messages are not available",
  }),
  "whispering in a private chat": ({ ana }) => ({
    method: SENT,
    params: { chat_id: ana.id, text: "x", ...whisper(ana) },
    says: "Bad Request: BOT_NOT_ADMIN",
  }),
  "whispering to somebody who is not there": ({ telegram, office }) => ({
    method: SENT,
    params: { chat_id: office.id, text: "x", ...whisper(telegram.person("Stranger")) },
    says: "Bad Request: USER_NOT_PARTICIPANT",
  }),
  "whispering after a press that is not theirs, not here or too old": async (scene) => {
    const { ana, ben, lounge, office, clock, ask } = scene;
    const card = await scene.sends({ chat_id: lounge.id, text: "x", reply_markup: BUTTON });
    const callback_query_id = scene.pressedBy(ana, card);
    const params = { chat_id: lounge.id, text: "x", ...whisper(ana, { callback_query_id }) };
    assertEquals((await ask(SENT, params)).ok, true, "theirs, here and in time");
    const says =
      "Bad Request: query is too old and response timeout expired or query ID is invalid";
    const theirs = { ...params, ...whisper(ben, { callback_query_id }) };
    assertEquals((await ask(SENT, theirs)).description, says, "not theirs");
    const here = { ...params, chat_id: office.id };
    assertEquals((await ask(SENT, here)).description, says, "not here");
    await clock.advance(15_001);
    return { method: SENT, params, says };
  },
  "whispering in reply to what is no ephemeral command": async ({ office, ana, sends }) => {
    const { ephemeral_message_id } = await sends({
      chat_id: office.id,
      text: "x",
      ...whisper(ana),
    });
    return {
      method: SENT,
      params: {
        chat_id: office.id,
        text: "x",
        ...whisper(ana),
        reply_parameters: { ephemeral_message_id },
      },
      says: "Bad Request: MESSAGE_NOT_COMMAND",
    };
  },
  "whispering in reply too late": async (scene) => {
    const { lounge, ana, clock, ask } = scene;
    const params = { chat_id: lounge.id, text: "x", ...await helpCommand(scene) };
    assertEquals((await ask(SENT, params)).ok, true, "in time");
    await clock.advance(15_001);
    assertEquals(lounge.visibleTo(ana).length, 2);
    return { method: SENT, params, says: "Bad Request: MESSAGE_EXPIRED" };
  },
  "whispering unasked without being an administrator": ({ lounge, ana }) => ({
    method: SENT,
    params: { chat_id: lounge.id, text: "x", ...whisper(ana) },
    says: "Bad Request: BOT_NOT_ADMIN",
  }),
};

/** Ana asks for help by a command that nobody else sees. */
async function helpCommand({ telegram, ana, lounge }: Scene): Promise<Record<string, unknown>> {
  const help = { command: "help", description: "Help", is_ephemeral: true };
  await telegram.call("setMyCommands", { commands: [help] });
  const { ephemeral_message_id } = await ana.says(lounge, "/help");
  return { ...whisper(ana), reply_parameters: { ephemeral_message_id } };
}
