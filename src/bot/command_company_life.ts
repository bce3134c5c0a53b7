/** Commands that rename, archive, restore and delete companies; in private chat. */

import { CompanyName } from "../domain/company.ts";
import {
  archiveCompany,
  beginDeletion,
  isDeletionAsked,
  renameCompany,
  restoreCompany,
  undeletable,
} from "../execute/company_life.ts";
import { keys } from "../store/keys.ts";
import { readMany } from "../store/read.ts";
import { sentenceFor } from "../view/answers.ts";
import { deletionPanel } from "../view/deletion_page.ts";
import { answer } from "./answer.ts";
import { companyIdIn, words } from "./arguments.ts";
import { beginChores } from "./begin_chores.ts";
import { type Command, type CommandCall, explain, finish } from "./command.ts";
import { origin, privateCommand } from "./command_companies.ts";
import { sendCompany } from "./send_company.ts";
import type { BotDeps } from "./incoming.ts";
import { sumsOf } from "./company_sums.ts";

/** `/rename_company` */
export const renameCompanyCommand: Command = privateCommand("rename_company", {
  who: "manager",
  usage: "<company_id> to <new name>",
  example: "ACME to Acme Transport",
  async run(deps, call, self) {
    const [first, to, ...rest] = words(call.args);
    const companyId = companyIdIn(first);
    const name = CompanyName.safeParse(rest.join(" "));
    if (companyId === null || to?.toLowerCase() !== "to" || !name.success) {
      return await explain(deps, call, self);
    }
    const change = { companyId, name: name.data };
    await finish(deps, call, await renameCompany(deps, origin(call), change));
  },
});

/** A command about one company that leaves something to be done. */
function choreCommand(
  name: "archive_company" | "restore_company",
  execute: typeof archiveCompany,
): Command {
  return privateCommand(name, {
    who: "platform_admin",
    usage: "<company_id>",
    example: "ACME",
    async run(deps, call, self) {
      const companyId = companyIdIn(call.args);
      if (companyId === null) return await explain(deps, call, self);
      await finish(deps, call, await execute(deps, origin(call), { companyId }));
      await beginChores(deps, companyId);
    },
  });
}

/** `/archive_company` */
export const archiveCompanyCommand: Command = choreCommand("archive_company", archiveCompany);

/** `/restore_company` */
export const restoreCompanyCommand: Command = choreCommand("restore_company", restoreCompany);

/** `/delete_company` */
export const deleteCompanyCommand: Command = privateCommand("delete_company", {
  who: "platform_admin",
  usage: "<company_id>",
  example: "ACME",
  async run(deps, call, self) {
    const [first, second, ...rest] = words(call.args);
    const companyId = companyIdIn(first);
    const isAgain = second !== undefined;
    if (companyId === null || rest.length > 0) return await explain(deps, call, self);
    if (isAgain && companyIdIn(second) !== companyId) return await explain(deps, call, self);
    await askOrDelete(deps, call, { companyId, isAgain });
  },
});

/** Asks the first question, or does it when both were answered. */
async function askOrDelete(
  deps: BotDeps,
  call: CommandCall,
  { companyId, isAgain }: { companyId: string; isAgain: boolean },
): Promise<void> {
  const { message: { chat }, from, updateId, texts } = call;
  const { company, prompt, mark } = await readMany(deps.kv, {
    company: keys.company(companyId),
    prompt: keys.prompt(chat.id, from.id),
    mark: keys.update(deps.settings.botId, updateId),
  });
  if (mark.value) return await finish(deps, call, { ...mark.value, deliveries: [] });
  const why = undeletable(deps, origin(call), { companyId, company: company.value });
  if (why) {
    return await answer(
      deps,
      call,
      sentenceFor(call.texts, { kind: "desk", answer: why }, deps.now()),
    );
  }
  if (!isAgain || !isDeletionAsked(prompt.value, { companyId, now: deps.now() })) {
    const panel = deletionPanel(texts, company.value!, await sumsOf(deps, companyId));
    return await answer(deps, call, panel.html, panel.keyboard);
  }
  // Nothing goes before Telegram has taken all that there is.
  const sent = await sendCompany(deps, { chatId: chat.id, updateId, texts }, company.value!);
  if (sent === "not_taken") return await answer(deps, call, texts.deletion.notTaken);
  if (sent === "before") return;
  const confirmed = { companyId, versionstamp: company.versionstamp! };
  await finish(
    deps,
    call,
    await beginDeletion(deps, { ...origin(call), updateId: null }, confirmed),
  );
  await beginChores(deps, companyId);
}
