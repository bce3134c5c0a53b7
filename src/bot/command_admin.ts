/** `/admin` opens the console, in private chat; `/export_company` sends what it sends. */

import { addressOf } from "../view/console/address.ts";
import { administered } from "./administered.ts";
import { answer } from "./answer.ts";
import { companyIdIn } from "./arguments.ts";
import { type Command, explain } from "./command.ts";
import { privateCommand } from "./command_companies.ts";
import { dropQuestion } from "./console/ask.ts";
import { pageAt } from "./console/show.ts";
import { sendCompany } from "./send_company.ts";

/** `/admin` */
export const adminCommand: Command = privateCommand("admin", {
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

/** `/export_company` */
export const exportCompanyCommand: Command = privateCommand("export_company", {
  who: "manager",
  usage: "<company_id>",
  example: "ACME",
  async run(deps, call, self) {
    const companyId = companyIdIn(call.args);
    if (companyId === null) return await explain(deps, call, self);
    const company = await administered(deps, call, companyId, { archived: true });
    if (!company) return;
    const { message: { chat }, texts, updateId } = call;
    const sent = await sendCompany(deps, { chatId: chat.id, updateId, texts }, company);
    if (sent === "not_taken") await answer(deps, call, texts.admin.company.notSent);
  },
});
