/** What happens to each kind of update. */

import type { Bot } from "grammy";
import type { Update, UserFromGetMe } from "grammy/types";
import { describeError } from "../log.ts";
import { handleEdit } from "./edited_message.ts";
import type { BotDeps, Trace } from "./incoming.ts";
import { noteRefused } from "./refused.ts";
import { handleMembership, handleOwnMembership } from "./membership.ts";
import { handleChannelPost, handleMessage } from "./message.ts";
import { handlePress } from "./press.ts";

/** The kinds of update that are handled. */
export type Handled =
  | "message"
  | "edited_message"
  | "callback_query"
  | "my_chat_member"
  | "chat_member"
  | "channel_post";
type Handler<K extends Handled> = (
  deps: BotDeps,
  updateId: number,
  content: NonNullable<Update[K]>,
) => Promise<void>;

/** The handlers, by the field of the update they handle. */
const HANDLERS: { [K in Handled]: Handler<K> } = {
  message: handleMessage,
  edited_message: handleEdit,
  callback_query: handlePress,
  my_chat_member: handleOwnMembership,
  chat_member: (deps, _updateId, update) => handleMembership(deps, update),
  channel_post: (deps, _updateId, post) => handleChannelPost(deps, post),
};

/** What Telegram is asked to send: what there is a handler for. */
export const ALLOWED_UPDATES: readonly Handled[] = Object.keys(HANDLERS) as Handled[];

/** Lets grammY hand every update that has a handler to it. */
export function route(bot: Bot, deps: BotDeps): void {
  for (const kind of ALLOWED_UPDATES) routeKind(bot, deps, kind);
}

function routeKind<K extends Handled>(bot: Bot, deps: BotDeps, kind: K): void {
  bot.on(kind as Handled, async ({ update }) => {
    const content = update[kind];
    if (!content) return;
    const log = deps.log.with({ update: update.update_id, request: deps.newId() });
    const trace: Trace = {};
    const started = performance.now();
    const duration = () => Math.round(performance.now() - started);
    try {
      await HANDLERS[kind]({ ...deps, log, trace }, update.update_id, content);
    } catch (error) {
      const { administers: _, ...said } = trace;
      const failed = { ...said, outcome: "failed", duration: duration() };
      log.error("update failed", { ...failed, error: describeError(error) });
      throw error;
    }
    const { administers, ...said } = trace;
    // Chatter leaves no trace, and would fill the log.
    if (trace.action) log.info("update", { ...said, duration: duration() });
    else log.debug("ignored", { action: kind, duration: duration() });
    if (administers) await noteRefused({ ...deps, log }, update.update_id, said);
  });
}

/**
 * What grammY has to know of the bot before it takes an update. Asking Telegram would make the first
 * request wait; the name, which is all that matters, is learnt beside (see `identity.ts`).
 */
export function knownBotInfo(botId: number): UserFromGetMe {
  return {
    id: botId,
    is_bot: true,
    first_name: "Tocsin",
    username: "",
    can_join_groups: true,
    can_read_all_group_messages: false,
    can_manage_bots: false,
    supports_inline_queries: false,
    supports_join_request_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
  };
}
