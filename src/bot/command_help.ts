/** `/start` and `/help`: what this person can do here. */

import { nobodyTakesCalls } from "../domain/standing.ts";
import type { AttachedGroup } from "../domain/group.ts";
import { reportersRefusal } from "../domain/may_report.ts";
import { countKey, keys } from "../store/keys.ts";
import { companyRoles, openIncidents, ownedIncidents } from "../store/listings.ts";
import { readCounts, readOne } from "../store/read.ts";
import { parseIncidentId } from "../domain/ids.ts";
import { mostSimilar } from "../domain/similarity.ts";
import { listCompanies } from "../execute/companies.ts";
import { activationRequest } from "../view/desk_messages.ts";
import { Html } from "../view/html.ts";
import { groupHelp, type HelpEntry, privateHelp } from "../view/help.ts";
import { answer } from "./answer.ts";
import { showIncident } from "./command_find.ts";
import type { Command, CommandCall, CommandName, Role } from "./command.ts";
import type { BotDeps } from "./incoming.ts";
import { roleFrom, roleOf, standingInGroup } from "./role.ts";
import type { Texts } from "../view/texts/texts.ts";

/** Most incidents that a line of `/help` names. */
const MOST_NAMED = 10;

/** The command that not everybody may use in every group. */
const REPORTS: CommandName = "new_issue";

/** Makes `/start` and `/help`; `list` tells which commands a role has in a kind of chat. */
export function helpCommands(
  list: (texts: Texts, place: "group" | "private", role: Role) => HelpEntry[],
): { start: Command; help: Command } {
  const inGroup = async (deps: BotDeps, call: CommandCall) => {
    if (call.group) await helpInGroup(deps, call, call.group, list);
  };
  const inPrivate = (deps: BotDeps, call: CommandCall) => helpInPrivate(deps, call, list);
  const row = (name: CommandName, run: typeof inPrivate): Command => ({
    name,
    aliases: [],
    ephemeral: true,
    group: { who: "reporter", usage: "", example: "", run: inGroup },
    private: { who: "reporter", usage: "", example: "", run },
  });
  return {
    start: row("start", async (deps, call) => {
      // A link to the bot can carry an incident's id: t.me/<bot>?start=ACME-42
      const incident = parseIncidentId(call.args);
      if (incident) return await showIncident(deps, call, incident);
      await inPrivate(deps, call);
      if (deps.settings.platformAdmins.includes(call.from.id)) await showPending(deps, call);
    }),
    help: row("help", inPrivate),
  };
}

async function helpInGroup(
  deps: BotDeps,
  call: CommandCall,
  group: AttachedGroup,
  list: (texts: Texts, place: "group", role: Role) => HelpEntry[],
): Promise<void> {
  const { company: companyId, chatId } = group;
  const standing = await standingInGroup(deps, group, call.from.id);
  const [reported = 0, resolved = 0] = await readCounts(deps.kv, [
    countKey(companyId, chatId, "reported"),
    countKey(companyId, chatId, "resolved"),
  ]);
  const company = (await readOne(deps.kv, keys.company(companyId))).value;
  const mayReport = reportersRefusal(group.settings.reporters, standing) === null;
  const commands = list(call.texts, "group", roleOf(standing))
    .filter(({ name }) => mayReport || name !== REPORTS);
  await answer(
    deps,
    call,
    groupHelp(call.texts, {
      standing,
      commands,
      counts: { reported, resolved },
      open: await openIncidents(deps.kv, chatId, MOST_NAMED),
      nobodyTakesCalls: company !== null &&
        company.departments.every(({ id }) => nobodyTakesCalls(company, group, id)),
    }),
  );
}

async function helpInPrivate(
  deps: BotDeps,
  call: CommandCall,
  list: (texts: Texts, place: "private", role: Role) => HelpEntry[],
): Promise<void> {
  const platformAdmin = deps.settings.platformAdmins.includes(call.from.id);
  const roles = await companyRoles(deps.kv, call.from.id);
  const role = platformAdmin ? "platform_admin" : roleFrom(roles);
  await answer(
    deps,
    call,
    privateHelp(call.texts, {
      platformAdmin,
      roles: roles.slice(0, MOST_NAMED),
      commands: list(call.texts, "private", role),
      owned: await ownedIncidents(deps.kv, call.from.id, MOST_NAMED),
    }),
  );
}

/** A platform admin who comes later still sees every group that waits. */
async function showPending(deps: BotDeps, call: CommandCall): Promise<void> {
  const companies = await listCompanies(deps.kv);
  let shown = 0;
  for await (const { key } of deps.kv.list({ prefix: ["requested"] }, { limit: MOST_NAMED })) {
    const group = (await readOne(deps.kv, keys.group(Number(key.at(-1))))).value;
    if (group?.status !== "pending" || !group.request) continue;
    const content = activationRequest(
      call.texts,
      group,
      mostSimilar(group.request.name, companies),
    );
    await answer(deps, call, new Html(content.html), content.keyboard);
    shown++;
  }
  if (shown === 0) await answer(deps, call, call.texts.onboarding.noPending);
}
