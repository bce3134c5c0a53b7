/** Tells whoever runs a company what the audit has found there. */

import type { CoreDeps } from "../deps.ts";
import type { Findings } from "../domain/audit.ts";
import type { Delivery } from "../store/drain_token.ts";
import { keys } from "../store/keys.ts";
import { reachable, reachableManagers } from "../store/reachable.ts";
import { readOne } from "../store/read.ts";
import { auditReport } from "../view/audit_report.ts";
import type { NewMessage } from "../view/message.ts";
import { commitAction } from "./commit.ts";
import { answered } from "./companies.ts";
import { textsForPerson } from "../view/texts/language.ts";

/**
 * In private, to the company's managers who have started the bot; to the platform admins when there
 * are none, and about what belongs to no company (`null`). What is to be said comes back.
 */
export async function tellFindings(
  deps: CoreDeps,
  companyId: string | null,
  findings: Findings,
): Promise<Delivery[]> {
  const company = companyId === null
    ? null
    : (await readOne(deps.kv, keys.company(companyId))).value;
  const managers = company ? await reachableManagers(deps.kv, company.id) : [];
  const people = managers.length > 0
    ? managers
    : await reachable(deps.kv, deps.settings.platformAdmins);
  const [first] = people;
  if (first === undefined) return [];
  const messages = people.map((person): NewMessage => {
    const texts = textsForPerson(person, { company });
    const content = auditReport(texts, company?.name ?? null, findings);
    return { chatId: person.id, order: "direct", content };
  });
  const origin = { chatId: first.id, updateId: null };
  const told = await commitAction(deps, origin, {}, () => answered({ key: "noted" }, { messages }));
  return told.deliveries;
}
