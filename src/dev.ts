/** Long polling with a real token: for trying the bot without a public address. */

import { consoleLog, createApp } from "./app.ts";
import { ALLOWED_UPDATES } from "./bot/bot.ts";
import { setMenus } from "./bot/menus.ts";
import { ConfigError, readConfig } from "./config.ts";
import { readEnvironment } from "./environment.ts";
import { describeError } from "./log.ts";
import { openStore } from "./store/open.ts";

async function poll(): Promise<void> {
  const environment = readEnvironment();
  // Nobody posts to a webhook here, so its secret may be left out.
  const config = readConfig((name) =>
    environment(name) ?? (name === "TELEGRAM_WEBHOOK_SECRET" ? "not-used" : undefined)
  );
  const log = consoleLog(config, Date.now);
  const kv = await openStore({ path: config.kvPath, onDeploy: false });
  const { bot, deps, sweep } = createApp(config, { kv, log });
  Deno.cron(
    "sweep",
    "* * * * *",
    () =>
      sweep().then(() => {}, (error) => log.error("sweep failed", { error: describeError(error) })),
  );
  bot.catch((error) => log.error("update failed", { error: describeError(error.error) }));
  await setMenus(bot.api, config.platformAdmins).catch((error) =>
    log.warn("menus not set", { error: describeError(error) })
  );
  await deps.identity.learn();
  log.info("polling");
  await bot.start({ allowed_updates: ALLOWED_UPDATES });
}

if (import.meta.main) {
  try {
    await poll();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    Deno.exit(1);
  }
}
