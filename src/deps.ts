/** What comes in from outside, so that tests and the demo can move time, count and break things. */

import type { Api } from "grammy";
import type { Pace } from "./delivery/pace.ts";
import type { Policy } from "./domain/policy.ts";
import type { Turns } from "./execute/turns.ts";
import type { Log } from "./log.ts";
import type { Kv } from "./store/kv.ts";

/** Time, chance and the store: what the write path needs. */
export interface CoreDeps {
  /** The store. */
  kv: Kv;
  /** Epoch milliseconds. */
  now(): number;
  /** Waits that many milliseconds. */
  sleep(ms: number): Promise<void>;
  /** 0 to 1, for jitter. */
  random(): number;
  /** A fresh unique id. */
  newId(): string;
  /** Decisions about one chat wait for each other. */
  turns: Turns;
  /** Where log lines go. */
  log: Log;
  /** What the environment says. */
  settings: Settings;
}

/** Everything. */
export interface Deps extends CoreDeps {
  /** The Bot API. */
  telegram: Api;
  /** The same, for files so large that sending them takes minutes. */
  uploads: Api;
  /** Tells whoever watches from outside that a sweep has ended; never rejects. */
  beat(): Promise<void>;
  /** How fast the outbox may speak. */
  pace: Pace;
}

/** The environment's part in decisions. */
export interface Settings {
  /** The bot's numeric id: the token's first part. */
  botId: number;
  /** From `PLATFORM_ADMIN_IDS`. */
  platformAdmins: readonly number[];
  /** What never goes on record. */
  secrets: readonly string[];
  /** What companies have that set nothing else. */
  policy: Policy;
}
