/** An update as it comes over the wire, past the simulated Telegram. */

import { WEBHOOK_PATH } from "../src/app.ts";
import { type Program, SECRET } from "./program.ts";

/** Posts it, whatever it is: the answer's status. */
export async function postUpdate({ app }: Pick<Program, "app">, update: unknown): Promise<number> {
  const response = await app.handle(
    new Request(`https://tocsin.example${WEBHOOK_PATH}`, {
      method: "POST",
      headers: { "X-Telegram-Bot-Api-Secret-Token": SECRET },
      body: JSON.stringify(update),
    }),
  );
  await response.body?.cancel();
  return response.status;
}
