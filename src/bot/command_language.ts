/** Commands that say and set which language is spoken, with a person, in a group, in a company. */

import { deliver } from "../delivery/deliver.ts";
import { type Locale, LOCALES } from "../domain/locale.ts";
import type { Committed } from "../execute/commit.ts";
import { setCompanyLanguage, setGroupLanguage, setOwnLanguage } from "../execute/languages.ts";
import { redrawCompany } from "../execute/redraw.ts";
import { keys } from "../store/keys.ts";
import { readOne } from "../store/read.ts";
import { AUTO, groupLanguagePanel, ownLanguagePanel } from "../view/language_panel.ts";
import { knownLanguage } from "../view/texts/language.ts";
import { withAdministrators } from "./administrators.ts";
import { answer } from "./answer.ts";
import { companyIdIn, words } from "./arguments.ts";
import { type Command, type CommandCall, explain, finish } from "./command.ts";
import { origin, privateCommand } from "./command_companies.ts";
import type { BotDeps } from "./incoming.ts";
import { languageIn, redrawn, spokenBy } from "./language.ts";

const USAGE = LOCALES.join(" | ");
const self = { name: "language", usage: `[${USAGE} | ${AUTO}]`, example: "es" };

/** `/language` */
export const language: Command = {
  name: "language",
  aliases: [],
  ephemeral: true,
  group: { who: "manager", ...self, run: groupLanguage },
  private: { who: "reporter", ...self, run: ownLanguage },
};

async function ownLanguage(deps: BotDeps, call: CommandCall): Promise<void> {
  const { from, args, texts } = call;
  if (args === "") {
    const { value } = await readOne(deps.kv, keys.profile(from.id));
    const read = knownLanguage(value, from.language_code) ?? LOCALES[0];
    const panel = ownLanguagePanel(texts, { language: value?.language ?? null, read });
    return await answer(deps, call, panel.html, panel.keyboard);
  }
  const wish = languageIn(args);
  if (wish === undefined) return await explain(deps, call, self, texts.languages.unknown);
  const change = { language: wish, languageCode: from.language_code };
  const committed = await setOwnLanguage(deps, origin(call), change);
  await finish(deps, { ...call, texts: spokenBy(committed) ?? texts }, committed);
}

async function groupLanguage(deps: BotDeps, call: CommandCall): Promise<void> {
  const { group, args, texts } = call;
  if (!group) return;
  if (args === "") {
    const { value } = await readOne(deps.kv, keys.company(group.company));
    const read: Locale = group.language ?? value?.locale ?? LOCALES[0];
    const panel = groupLanguagePanel(texts, { language: group.language, read });
    return await answer(deps, call, panel.html, panel.keyboard);
  }
  const wish = languageIn(args);
  if (wish === undefined) return await explain(deps, call, self, texts.languages.unknown);
  const committed = await withAdministrators(
    deps,
    group.chatId,
    (mayAsk) => setGroupLanguage(deps, { ...origin(call), mayAsk }, wish),
  );
  await finish(deps, call, committed);
  await redrawn(deps, group.chatId, committed);
}

/** `/company_language` */
export const companyLanguage: Command = privateCommand("company_language", {
  who: "manager",
  usage: `<company_id> <${USAGE}>`,
  example: "ACME es",
  async run(deps, call, self) {
    const [first, word = "", ...rest] = words(call.args);
    const companyId = companyIdIn(first);
    if (companyId === null || rest.length > 0) return await explain(deps, call, self);
    const wish = languageIn(word);
    if (!wish) return await explain(deps, call, self, call.texts.languages.unknown);
    const committed = await setCompanyLanguage(deps, origin(call), { companyId, language: wish });
    await finish(deps, call, committed);
    await redrawAfterLanguage(deps, companyId, committed);
  },
});

/** The open cards of a company's groups follow its language. */
export async function redrawAfterLanguage(
  deps: BotDeps,
  companyId: string,
  { outcome }: Committed,
): Promise<void> {
  if (outcome.kind !== "desk" || outcome.answer.key !== "company_language_set") return;
  await deliver(deps, await redrawCompany(deps, companyId));
}
