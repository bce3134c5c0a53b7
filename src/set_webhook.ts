/** Tells Telegram where the bot is, and sets its command menus: `deno task webhook <https URL>`. */

import { Api } from "grammy";
import { WEBHOOK_PATH } from "./app.ts";
import { ALLOWED_UPDATES } from "./bot/bot.ts";
import { setMenus } from "./bot/menus.ts";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { readEnvironment } from "./environment.ts";

/** Sets the webhook and the menus; the address that Telegram was given. */
export async function setWebhook(config: Config, origin: string): Promise<string> {
  const url = new URL(WEBHOOK_PATH, origin).href;
  const telegram = new Api(config.token, { apiRoot: config.apiRoot });
  await telegram.setWebhook(url, {
    secret_token: config.webhookSecret,
    allowed_updates: ALLOWED_UPDATES,
  });
  await setMenus(telegram, config.platformAdmins);
  return url;
}

if (import.meta.main) {
  const [origin] = Deno.args;
  if (!origin || !URL.canParse(origin)) {
    console.error("Usage: deno task webhook https://your-host.example");
    Deno.exit(2);
  }
  try {
    console.log(
      `Telegram will post updates to ${await setWebhook(readConfig(readEnvironment()), origin)}`,
    );
  } catch (error) {
    console.error(error instanceof ConfigError ? error.message : String(error));
    Deno.exit(1);
  }
}
