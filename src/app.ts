/** Wires the parts. Tests and the demo build the same program over other parts. */

import { Api, Bot, BotError } from "grammy";
import { knownBotInfo, route } from "./bot/bot.ts";
import { createIdentity } from "./bot/identity.ts";
import type { BotDeps } from "./bot/incoming.ts";
import type { Config } from "./config.ts";
import { createPace } from "./delivery/pace.ts";
import type { CoreDeps, Deps } from "./deps.ts";
import type { Turn } from "./domain/health.ts";
import { createTurns } from "./execute/turns.ts";
import { createLog, type Log } from "./log.ts";
import type { Kv } from "./store/kv.ts";
import { patientKv } from "./store/patient_kv.ts";
import { audit, type AuditReport } from "./sweep/audit.ts";
import { createBeat } from "./sweep/beat.ts";
import { type BackupReport, nightlyBackup } from "./sweep/nightly_backup.ts";
import { sweep, type SweepReport } from "./sweep/sweep.ts";
import { watch } from "./sweep/watch.ts";
import { createHandler } from "./web/handler.ts";
import { exportBackup } from "./web/export.ts";
import { health } from "./web/health.ts";
import { receiveUpdate } from "./web/webhook.ts";

/** The path Telegram posts updates to. */
export const WEBHOOK_PATH = "/telegram/webhook";
/** The path of a backup. */
export const EXPORT_PATH = "/admin/export";
/** A call of the Bot API that takes longer counts as failed, in seconds. */
const CALL_TIMEOUT = 8;
/** The same while a large file is sent: 50 MB on a slow line. */
const UPLOAD_TIMEOUT = 600;

/** The running program. */
export interface App {
  /** Answers a request. */
  handle(request: Request): Promise<Response>;
  /** What the cron does each minute. */
  sweep(): Promise<SweepReport | null>;
  /** How the program looks at itself each minute; what has changed by that. */
  watch(): Promise<Turn[]>;
  /** What the cron does each day. */
  audit(): Promise<AuditReport>;
  /** What the cron does each hour: the night's backup, when it is due. */
  backup(): Promise<BackupReport>;
  /** The bot, for long polling. */
  bot: Bot;
  /** What everything works with. */
  deps: BotDeps;
}

/** What comes in from outside. */
export interface Parts extends Partial<Omit<CoreDeps, "kv" | "turns" | "settings">> {
  /** The store. */
  kv: Kv;
  /** Told of every part once it is made: tests count and break them here. */
  wrap?(deps: Deps): Deps;
}

/** Builds the program. Nothing is asked of Telegram before the first update. */
export function createApp(config: Config, parts: Parts): App {
  const bot = new Bot(config.token, {
    botInfo: knownBotInfo(config.botId),
    client: { apiRoot: config.apiRoot, timeoutSeconds: CALL_TIMEOUT },
  });
  const { kv, wrap = (deps: Deps) => deps, ...given } = parts;
  const {
    now = Date.now,
    sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
    random = Math.random,
  } = given;
  const log = given.log ?? consoleLog(config, now);
  const wrapped = wrap({
    kv: patientKv(kv, { sleep, random }),
    telegram: bot.api,
    uploads: new Api(config.token, { apiRoot: config.apiRoot, timeoutSeconds: UPLOAD_TIMEOUT }),
    pace: createPace(config.limits, now),
    now,
    sleep,
    random,
    newId: () => crypto.randomUUID(),
    turns: createTurns(),
    log,
    beat: createBeat(config.heartbeatUrl, { log }),
    settings: {
      botId: config.botId,
      platformAdmins: config.platformAdmins,
      policy: config.policy,
      secrets: secretsOf(config),
    },
    ...given,
  });
  const deps: BotDeps = { ...wrapped, identity: createIdentity(wrapped), trace: {} };
  const startedAt = deps.now();
  route(bot, deps);
  const { exportToken, backupPassphrase: passphrase, backupHour: hour } = config;
  return {
    bot,
    deps,
    sweep: () => sweep(deps),
    watch: () => watch(deps),
    audit: () => audit(deps),
    backup: () => nightlyBackup(deps, { passphrase, hour }),
    handle: createHandler({
      [WEBHOOK_PATH]: {
        POST: (request) =>
          receiveUpdate(deps, request, {
            secret: config.webhookSecret,
            handle: (update) => bot.handleUpdate(update).catch(unwrap),
          }),
      },
      "/healthz": { GET: () => health(deps, startedAt) },
      ...(exportToken === undefined ? {} : {
        [EXPORT_PATH]: { GET: (request) => exportBackup(deps, request, exportToken) },
      }),
    }),
  };
}

/** grammY wraps what a handler throws; the route wants to see it. */
function unwrap(error: unknown): never {
  throw error instanceof BotError ? error.error : error;
}

/** What never goes on record. */
export type SecretName =
  | "token"
  | "webhookSecret"
  | "heartbeatUrl"
  | "exportToken"
  | "backupPassphrase";

/** Log lines on standard output, without the configuration's secrets. */
export function consoleLog(
  config: Pick<Config, "logLevel" | SecretName>,
  now: () => number,
): Log {
  const secrets = secretsOf(config);
  return createLog({ level: config.logLevel, secrets, now, write: (line) => console.log(line) });
}

function secretsOf(
  { token, webhookSecret, heartbeatUrl, exportToken, backupPassphrase }: Pick<Config, SecretName>,
): string[] {
  const given = [heartbeatUrl, exportToken, backupPassphrase].filter((secret) =>
    secret !== undefined
  );
  return [token, token.split(":")[1] ?? "", webhookSecret, ...given];
}
