/** How patient a company is, and a group of it. */

import { policyFor } from "../domain/policy.ts";
import { SETTING_NAMES, type SettingName, withSetting } from "../domain/policy_setting.ts";
import { setGroupPolicy, setPolicy } from "../execute/settings.ts";
import { currentIncidents, openIncidents } from "../store/listings.ts";
import { keys } from "../store/keys.ts";
import { readOne } from "../store/read.ts";
import { badValue } from "../view/policy_value.ts";
import { policyPage } from "../view/policy_page.ts";
import { administered } from "./administered.ts";
import { withAdministrators } from "./administrators.ts";
import { answer } from "./answer.ts";
import { companyIdIn, words } from "./arguments.ts";
import { type Command, type CommandCall, explain } from "./command.ts";
import { finishSetting } from "./finish_setting.ts";
import { origin } from "./command_companies.ts";
import type { BotDeps } from "./incoming.ts";
import type { Texts } from "../view/texts/texts.ts";

const USAGE = "[setting] [value | default]";

const inGroup = { name: "policy", usage: USAGE, example: "unclaimed 5" };
const inPrivate = {
  name: "policy",
  usage: `<company_id> ${USAGE}`,
  example: "ACME unclaimed 5",
};

/** `/policy` */
export const policyCommand: Command = {
  name: "policy",
  aliases: [],
  ephemeral: true,
  group: { who: "manager", ...inGroup, run: groupPolicy },
  private: { who: "manager", ...inPrivate, run: companyPolicy },
};

/** What somebody sets, or what is wrong with it. */
type Wish = { name: SettingName; value: string } | { problem: string };

function wishIn(texts: Texts, [first = "", value, ...rest]: readonly string[]): Wish {
  const name = SETTING_NAMES.find((one) => one === first.toLowerCase());
  if (!name) return { problem: texts.policy.unknownSetting(first) };
  const isValue = value !== undefined && rest.length === 0 && withSetting({}, name, value) !== null;
  return isValue ? { name, value } : { problem: badValue(texts, name) };
}

async function groupPolicy(deps: BotDeps, call: CommandCall): Promise<void> {
  const { group } = call;
  if (!group) return;
  const given = words(call.args);
  if (given.length === 0) {
    const { value: company } = await readOne(deps.kv, keys.company(group.company));
    if (!company) return;
    const policy = policyFor(deps.settings.policy, company, group);
    const page = { scope: group.title, policy, changes: group.policy, command: "/policy" };
    return await answer(deps, call, policyPage(call.texts, page));
  }
  const wish = wishIn(call.texts, given);
  if ("problem" in wish) return await explain(deps, call, inGroup, wish.problem);
  const { chatId } = group;
  const committed = await withAdministrators(
    deps,
    chatId,
    (mayAsk) => setGroupPolicy(deps, { ...origin(call), mayAsk }, wish),
  );
  await finishSetting(deps, call, committed, () => openIncidents(deps.kv, chatId));
}

async function companyPolicy(deps: BotDeps, call: CommandCall): Promise<void> {
  const [first, ...given] = words(call.args);
  const companyId = companyIdIn(first);
  if (companyId === null) {
    return await explain(deps, call, inPrivate, call.texts.arguments.badCompanyId);
  }
  if (given.length === 0) {
    const company = await administered(deps, call, companyId);
    if (!company) return;
    const policy = policyFor(deps.settings.policy, company);
    const command = `/policy ${companyId}`;
    const page = { scope: company.name, policy, changes: company.policy, command };
    return await answer(deps, call, policyPage(call.texts, page));
  }
  const wish = wishIn(call.texts, given);
  if ("problem" in wish) return await explain(deps, call, inPrivate, wish.problem);
  const committed = await setPolicy(deps, origin(call), { companyId, ...wish });
  await finishSetting(deps, call, committed, () => currentIncidents(deps.kv, companyId));
}
