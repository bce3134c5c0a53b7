/** `/admin`: opens the console, in private chat. */

import { addressOf } from "../view/console/address.ts";
import { answer } from "./answer.ts";
import type { Command } from "./command.ts";
import { privateCommand } from "./command_companies.ts";
import { dropQuestion } from "./console/ask.ts";
import { pageAt } from "./console/show.ts";

/** `/admin` */
export const adminCommand: Command = privateCommand("admin", "Open the console", {
  who: "manager",
  usage: "",
  example: "",
  refusal: (texts) => texts.admin.none,
  async run(deps, call) {
    const { from, texts, message: { chat }, updateId } = call;
    await dropQuestion(deps, { chatId: chat.id, personId: from.id, updateId, texts });
    const { html, keyboard } = await pageAt(deps, { personId: from.id, texts }, addressOf("home"));
    await answer(deps, call, html, keyboard);
  },
});
