/** Tells Telegram where the bot is, and sets its command menus: `deno task webhook <https URL>`. */

import { Api } from "grammy";
import { WEBHOOK_PATH } from "./app.ts";
import { ALLOWED_UPDATES } from "./bot/bot.ts";
import { setMenus } from "./bot/menus.ts";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { readEnvironment } from "./environment.ts";

/** What Telegram has been told. */
export interface WebhookSet {
  /** Where it will post updates. */
  url: string;
  /** Platform admins without a menu of their own: they have to press Start first. */
  strangers: number[];
}

/** Sets the webhook and the menus. */
export async function setWebhook(config: Config, origin: string): Promise<WebhookSet> {
  const url = new URL(WEBHOOK_PATH, origin).href;
  const telegram = new Api(config.token, { apiRoot: config.apiRoot });
  await telegram.setWebhook(url, {
    secret_token: config.webhookSecret,
    allowed_updates: ALLOWED_UPDATES,
  });
  return { url, strangers: await setMenus(telegram, config.platformAdmins) };
}

if (import.meta.main) {
  const [origin] = Deno.args;
  if (!origin || !URL.canParse(origin)) {
    console.error("Usage: deno task webhook https://your-host.example");
    Deno.exit(2);
  }
  try {
    const { url, strangers } = await setWebhook(readConfig(readEnvironment()), origin);
    console.log(`Telegram will post updates to ${url}`);
    for (const id of strangers) {
      console.log(
        `Platform admin ${id} has no menu yet: press Start in the bot's chat, then repeat.`,
      );
    }
  } catch (error) {
    console.error(error instanceof ConfigError ? error.message : String(error));
    Deno.exit(1);
  }
}
