/** How long a company keeps incidents that are over. */

import { type Company, RETENTION_DAYS } from "../domain/company.ts";
import { setRetention } from "../execute/retention.ts";
import { countOver } from "../store/listings.ts";
import { displayName } from "../view/clip.ts";
import { html } from "../view/html.ts";
import { retentionPanel } from "../view/privacy_page.ts";
import { administered } from "./administered.ts";
import { answer } from "./answer.ts";
import { companyIdIn, daysIn, words } from "./arguments.ts";
import { type Command, explain, finish } from "./command.ts";
import { origin, privateCommand } from "./command_companies.ts";
import type { BotDeps } from "./incoming.ts";

/** Most incidents that are counted before somebody is asked. */
const MOST_COUNTED = 10_000;

/** How many incidents would go if no more than `days` were kept; `at`: now, epoch milliseconds. */
export function wouldGo(
  { kv }: BotDeps,
  company: Company,
  { days, at }: { days: number; at: number },
): Promise<{ go: number; isMore: boolean }> {
  return countOver(kv, company, { days, now: at, most: MOST_COUNTED });
}

/** `/retention` */
export const retentionCommand: Command = privateCommand(
  "retention",
  {
    who: "manager",
    usage: "<company_id> [days | forever]",
    example: "ACME 365",
    async run(deps, call, self) {
      const { texts } = call;
      const [first, wanted, ...rest] = words(call.args);
      const companyId = companyIdIn(first);
      if (companyId === null || rest.length > 0) return await explain(deps, call, self);
      const company = await administered(deps, call, companyId);
      if (!company) return;
      if (wanted === undefined) {
        const name = displayName(company.name, company.id, 80);
        return await answer(deps, call, html`${texts.retention.now(name, company.retentionDays)}`);
      }
      const days = daysIn(wanted);
      if (days === undefined) {
        const { least, most } = RETENTION_DAYS;
        return await explain(deps, call, self, texts.retention.badDays(least, most));
      }
      const change = { companyId, days, isConfirmed: false };
      const committed = await setRetention(deps, origin(call), change);
      const { outcome } = committed;
      if (outcome.kind !== "desk" || outcome.answer.key !== "retention_shorter" || days === null) {
        return await finish(deps, call, committed);
      }
      deps.trace.outcome = outcome.answer.key;
      const at = deps.now();
      const would = await wouldGo(deps, company, { days, at });
      const panel = retentionPanel(texts, company, { days, at, would });
      await answer(deps, call, panel.html, panel.keyboard);
    },
  },
);
