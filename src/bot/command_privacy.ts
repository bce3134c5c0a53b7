/** What is stored of somebody: `/privacy` says it, `/my_data` sends it, `/forget_me` ends it. */

import { ASKING_TIME, askToBeForgotten } from "../execute/forget.ts";
import { formatIncidentId } from "../domain/ids.ts";
import type { DeskAnswer } from "../domain/desk.ts";
import { keys } from "../store/keys.ts";
import { companyRoles } from "../store/listings.ts";
import { readOne } from "../store/read.ts";
import { forgetPanel, privacyPage } from "../view/privacy_page.ts";
import { answer } from "./answer.ts";
import { type Command, type CommandCall, finish } from "./command.ts";
import { origin, privateCommand } from "./command_companies.ts";
import type { BotDeps } from "./incoming.ts";
import { sendMyData } from "./my_data.ts";

const forAnyone = { who: "reporter" as const, usage: "", example: "" };

/** `/privacy` */
export const privacyCommand: Command = {
  name: "privacy",
  aliases: [],
  ephemeral: true,
  group: { ...forAnyone, run: showPrivacy },
  private: { ...forAnyone, run: showPrivacy },
};

/** `/my_data` */
export const myDataCommand: Command = privateCommand("my_data", {
  ...forAnyone,
  run: (deps, call) => sendMyData(deps, call),
});

/** `/forget_me` */
export const forgetMeCommand: Command = privateCommand("forget_me", {
  ...forAnyone,
  run: askWhether,
});

/** In a group it is about its company, in private about the one in which somebody has a role. */
async function showPrivacy(deps: BotDeps, call: CommandCall): Promise<void> {
  const roles = call.group ? [] : await companyRoles(deps.kv, call.from.id, 2);
  const id = call.group?.company ?? (roles.length === 1 ? roles[0]!.company : null);
  const company = id === null ? null : (await readOne(deps.kv, keys.company(id))).value;
  await answer(deps, call, privacyPage(call.texts, company));
}

async function askWhether(deps: BotDeps, call: CommandCall): Promise<void> {
  const now = deps.now();
  const committed = await askToBeForgotten(deps, origin(call), { askedAt: now, begin: false });
  const { outcome } = committed;
  if (outcome.kind !== "desk") return await finish(deps, call, committed);
  deps.trace.outcome = outcome.answer.key;
  const why = whyNot(call, outcome.answer);
  if (why !== null) return await answer(deps, call, why);
  const { html, keyboard } = forgetPanel(call.texts, call.from.id, now);
  await answer(deps, call, html, keyboard);
}

/** Why somebody can't be forgotten now; `null`: they can. */
export function whyNot(
  { texts: { forget, deskPrivacy } }: Pick<CommandCall, "texts">,
  found: DeskAnswer,
): string | null {
  switch (found.key) {
    case "noted":
      return null;
    case "still_at_work":
      return forget.handOver(found.incidents.map(formatIncidentId).join(", "));
    case "is_platform_admin":
      return forget.platformAdmin;
    case "button_too_old":
      return forget.late;
    default:
      return deskPrivacy.being_forgotten;
  }
}

/** Whether a question that was put then can still be answered, epoch milliseconds. */
export function isStillAsked(askedAt: number, now: number): boolean {
  return askedAt <= now && now < askedAt + ASKING_TIME;
}
