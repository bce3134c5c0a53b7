import { assertEquals } from "@std/assert";
import type { Story } from "./wrong_call.ts";

const SENT = "sendMessage";

/** Calls to chats in which the bot may not say this, or anything. */
export const wrongChats: Record<string, Story> = {
  "chat not found": ({ telegram }) => ({
    method: SENT,
    params: { chat_id: telegram.person("Stranger").id, text: "x" },
    says: "Bad Request: chat not found",
  }),
  "group became a supergroup": async ({ lounge }) => {
    const { id } = await lounge.becomesSupergroup();
    return {
      method: SENT,
      params: { chat_id: lounge.id, text: "x" },
      says: "Bad Request: group chat was upgraded to a supergroup chat",
      parameters: { migrate_to_chat_id: id },
    };
  },
  "kicked from the group": async ({ ana, lounge }) => {
    await ana.removesBot(lounge);
    return {
      method: SENT,
      params: { chat_id: lounge.id, text: "x" },
      says: "Forbidden: bot was kicked from the group chat",
    };
  },
  "kicked from the supergroup": async ({ ana, office }) => {
    await ana.removesBot(office);
    return {
      method: SENT,
      params: { chat_id: office.id, text: "x" },
      says: "Forbidden: bot was kicked from the supergroup chat",
    };
  },
  "not in the group": ({ telegram }) => ({
    method: SENT,
    params: { chat_id: telegram.group("Else", { withBot: false, type: "group" }).id, text: "x" },
    says: "Forbidden: bot is not a member of the group chat",
  }),
  "not in the supergroup": async ({ office, telegram }) => {
    await telegram.call("leaveChat", { chat_id: office.id });
    return {
      method: SENT,
      params: { chat_id: office.id, text: "x" },
      says: "Forbidden: bot is not a member of the supergroup chat",
    };
  },
  "user is deactivated": ({ ana }) => {
    ana.deactivates();
    return {
      method: SENT,
      params: { chat_id: ana.id, text: "x" },
      says: "Forbidden: user is deactivated",
    };
  },
  "bot was blocked": async ({ ana }) => {
    await ana.blocks();
    return {
      method: SENT,
      params: { chat_id: ana.id, text: "x" },
      says: "Forbidden: bot was blocked by the user",
    };
  },
  "user never wrote to the bot": ({ ben }) => ({
    method: SENT,
    params: { chat_id: ben.id, text: "x" },
    says: "Forbidden: bot can't initiate conversation with a user",
  }),
  "no right to write": async ({ lounge, ana, ask }) => {
    const { photo } = await ana.sendsPhoto(lounge);
    lounge.membersMayWrite(false);
    const { description } = await ask("sendPhoto", {
      chat_id: lounge.id,
      photo: photo?.[0]?.file_id,
    });
    assertEquals(description, "Bad Request: not enough rights to send photos to the chat");
    return {
      method: SENT,
      params: { chat_id: lounge.id, text: "x" },
      says: "Bad Request: not enough rights to send text messages to the chat",
    };
  },
  "topic not found": async ({ telegram, ask }) => {
    const forum = telegram.group("Forum", { forum: true });
    const topic = forum.opensTopic("Printers");
    const params = { chat_id: forum.id, text: "x", message_thread_id: topic };
    assertEquals((await ask(SENT, params)).ok, true);
    forum.deletesTopic(topic);
    return { method: SENT, params, says: "Bad Request: message thread not found" };
  },
  "topic is closed": async ({ telegram, ana, ask }) => {
    const forum = telegram.group("Forum", { members: [ana], forum: true });
    const topic = forum.opensTopic("Printers", ana);
    const { message_id } = await ana.says(forum, "jammed", { topic });
    await forum.closesTopic(topic);
    const says = "Bad Request: TOPIC_CLOSED";
    const params = { chat_id: forum.id, text: "x", message_thread_id: topic };
    assertEquals((await ask(SENT, params)).description, says);
    await forum.botRights("administrator");
    assertEquals((await ask(SENT, params)).ok, true, "it manages topics");
    await forum.botRights({ can_manage_topics: false });
    const reply_parameters = { message_id };
    return { method: SENT, params: { chat_id: forum.id, text: "x", reply_parameters }, says };
  },
  "too many messages": async ({ clock, office, sends }) => {
    const params = { chat_id: office.id, text: "x" };
    for (let n = 0; n < 20; n++) await sends(params);
    await clock.advance(59_000);
    return {
      method: SENT,
      params,
      says: "Too Many Requests: retry after 1",
      parameters: { retry_after: 1 },
    };
  },
  "administrators of a private chat": ({ ana }) => ({
    method: "getChatAdministrators",
    params: { chat_id: ana.id },
    says: "Bad Request: there are no administrators in the private chat",
  }),
  "leaving a private chat": ({ ana }) => ({
    method: "leaveChat",
    params: { chat_id: ana.id },
    says: "Bad Request: chat member status can't be changed in private chats",
  }),
  "unknown user": ({ office }) => ({
    method: "getChatMember",
    params: { chat_id: office.id, user_id: 1 },
    says: "Bad Request: PARTICIPANT_ID_INVALID",
  }),
};
