import { type Clock, realClock } from "./clock.ts";
import { DEFAULT_ALLOWED } from "./update_kinds.ts";
import type { World } from "./world.ts";

/** Ids begin here: people look like people, and no id of one kind is an id of another. */
const FIRST = { update: 810_000_000, user: 5_000_000, group: 4_000_000, ephemeral: 29_000_000 };

export interface WorldOptions {
  token?: string;
  botUsername?: string;
  clock?: Clock;
  knowsEphemeral?: boolean;
  enforceRate?: boolean;
  privacyMode?: boolean;
}

/** A Telegram in which the bot has an account and nothing has happened. */
export function createWorld(options: WorldOptions): World {
  const token = options.token ?? "7000001:simulated-token-AbCdEfGhIjKlMnOpQrS";
  const id = /^(\d+):[A-Za-z0-9_-]{35}$/.exec(token)?.[1];
  if (!id) throw new RangeError(`Cannot start: "${token}" has not the shape of a bot token`);
  return {
    clock: options.clock ?? realClock,
    token,
    bot: {
      id: Number(id),
      is_bot: true,
      first_name: "Tocsin",
      username: options.botUsername ?? "tocsin_bot",
      can_join_groups: true,
      can_read_all_group_messages: options.privacyMode === false,
      supports_guest_queries: false,
      supports_inline_queries: false,
      can_connect_to_business: false,
      has_main_web_app: false,
      has_topics_enabled: false,
      allows_users_to_create_topics: false,
      can_manage_bots: false,
      supports_join_request_queries: false,
    },
    knowsEphemeral: options.knowsEphemeral ?? true,
    enforceRate: options.enforceRate ?? false,
    accounts: new Map(),
    rooms: new Map(),
    presses: new Map(),
    menus: [],
    files: new Map(),
    webhook: { url: "", secret: "", maxConnections: 40, allowedUpdates: DEFAULT_ALLOWED },
    waiting: [],
    last: {
      update: FIRST.update,
      user: FIRST.user,
      group: FIRST.group,
      ephemeral: FIRST.ephemeral,
      sharedMessage: 0,
      press: 0,
      file: 0,
      album: 0,
    },
    dropped: 0,
  };
}
