/** From an environment to a running program, or to one that says why it does not run. */

import { type App, consoleLog, createApp } from "./app.ts";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { describeError, type Log } from "./log.ts";
import { openStore } from "./store/open.ts";

/** What `main.ts` serves and schedules. */
export interface Program {
  /** Where to listen. */
  port: number;
  /** Answers a request. */
  handle(request: Request): Promise<Response>;
  /** The work of each minute. */
  sweep(): Promise<void>;
  /** The look at itself, each minute. */
  watch(): Promise<void>;
  /** The work of each day. */
  audit(): Promise<void>;
  /** The work of each night, when it is due; looked at each hour. */
  backup(): Promise<void>;
}

/** Reads one environment variable. */
export type Environment = (name: string) => string | undefined;

/** Whether this runs on Deno Deploy. */
export function isOnDeploy(environment: Environment): boolean {
  return environment("DENO_DEPLOY") !== undefined ||
    environment("DENO_DEPLOYMENT_ID") !== undefined;
}

/**
 * Whether this may act: on Deno Deploy only the production timeline does, so that a branch or a
 * preview never answers for the real bot.
 *
 * @see https://docs.deno.com/deploy/reference/env_vars_and_contexts/
 */
export function isActing(environment: Environment): boolean {
  const timeline = environment("DENO_TIMELINE");
  return timeline === undefined || timeline === "production";
}

/**
 * Builds the program without waiting for anything.
 *
 * @throws {ConfigError} when the environment is wrong, except on Deno Deploy: there the program
 * stands, and every route answers 503.
 */
export function boot(environment: Environment): Program {
  let config: Config;
  try {
    config = readConfig(environment);
  } catch (error) {
    if (!(error instanceof ConfigError) || !isOnDeploy(environment)) throw error;
    return outOfOrder(error.message, portOf(environment));
  }
  const log = consoleLog(config, Date.now);
  if (!isActing(environment)) return outOfOrder("not the production timeline", config.port, log);
  const app = opener(config, environment, log);
  // At once, but nothing waits for it; a failure is said, and the next request tries again.
  app().catch((error) => log.error("store not open", { error: describeError(error) }));
  return {
    port: config.port,
    async handle(request) {
      try {
        return await (await app()).handle(request);
      } catch (error) {
        log.error("request failed", { error: describeError(error) });
        return new Response("Service Unavailable", { status: 503 });
      }
    },
    sweep: scheduled("sweep", { app, log }, async ({ sweep }) => {
      const done = await sweep();
      if (done) log.debug("sweep", { detail: `due ${done.due}, chats ${done.chats}` });
      else log.debug("sweep", { detail: "another process is at it" });
    }),
    watch: scheduled("watch", { app, log }, async ({ watch }) => void await watch()),
    audit: scheduled("audit", { app, log }, async ({ audit }) => {
      const { found, isComplete } = await audit();
      log.info("audit", { detail: found, outcome: isComplete ? "complete" : "to be continued" });
    }),
    backup: scheduled("backup", { app, log }, async ({ backup }) => {
      const { outcome, parts } = await backup();
      if (outcome === "sent") log.info("backup", { detail: parts, outcome });
      else log.debug("backup", { outcome });
    }),
  };
}

/** A cron's work. A failure is said; the next time tries again. */
function scheduled(
  name: string,
  { app, log }: { app: () => Promise<App>; log: Log },
  work: (app: App) => Promise<void>,
): () => Promise<void> {
  return async () => {
    try {
      const running = await app();
      await running.deps.identity.learn();
      await work(running);
    } catch (error) {
      log.error(`${name} failed`, { error: describeError(error) });
    }
  };
}

/** Opens the program once, and again after a failure. */
function opener(config: Config, environment: Environment, log: Log): () => Promise<App> {
  let opened: Promise<App> | null = null;
  return () =>
    opened ??= openApp(config, environment, log).catch((error) => {
      opened = null;
      throw error;
    });
}

async function openApp(config: Config, environment: Environment, log: Log): Promise<App> {
  const kv = await openStore({ path: config.kvPath, onDeploy: isOnDeploy(environment) });
  const app = createApp(config, { kv, log });
  // In the background: nothing waits for Telegram.
  app.deps.identity.learn();
  return app;
}

/** The port that the environment names, even when other variables are wrong. */
function portOf(environment: Environment): number {
  const port = Number(environment("PORT") || DEFAULT_PORT);
  return Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : DEFAULT_PORT;
}

const DEFAULT_PORT = 8000;

function outOfOrder(reason: string, port: number, log?: Log): Program {
  const say = (message: string) =>
    log ? log.warn(message, { error: reason }) : console.error(JSON.stringify({
      time: new Date().toISOString(),
      level: "error",
      message,
      error: reason,
    }));
  const refuse = (work: string) => {
    say(`${work} refused`);
    return Promise.resolve();
  };
  say("out of order");
  return {
    port,
    handle: () => {
      say("request refused");
      return Promise.resolve(new Response("Service Unavailable", { status: 503 }));
    },
    sweep: () => refuse("sweep"),
    watch: () => refuse("watch"),
    audit: () => refuse("audit"),
    backup: () => refuse("backup"),
  };
}
