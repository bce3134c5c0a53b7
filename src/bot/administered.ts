/** A company that somebody names in private, if it is theirs to administer. */

import type { Company } from "../domain/company.ts";
import { administers } from "../execute/companies.ts";
import { keys } from "../store/keys.ts";
import { readMany } from "../store/read.ts";
import { sentenceFor } from "../view/answers.ts";
import { answer } from "./answer.ts";
import type { CommandCall } from "./command.ts";
import type { BotDeps } from "./incoming.ts";

/**
 * The company; `null`: it is not, or there is no such company, or it is archived, and they were told so.
 * `archived`: one that is archived will do.
 */
export async function administered(
  deps: BotDeps,
  call: CommandCall,
  companyId: string,
  { archived = false }: { archived?: boolean } = {},
): Promise<Company | null> {
  const { company, person } = await readMany(deps.kv, {
    company: keys.company(companyId),
    person: keys.person(companyId, call.from.id),
  });
  const isTheirs = administers(deps, call.from.id, person.value);
  const isAtWork = company.value?.archivedAt === null;
  if (isTheirs && company.value && (isAtWork || archived)) return company.value;
  const key = company.value ? "company_is_archived" as const : "unknown_company" as const;
  const why = isTheirs ? { key, company: companyId } : { key: "not_allowed" as const };
  deps.trace.outcome = why.key;
  await answer(deps, call, sentenceFor(call.texts, { kind: "desk", answer: why }, deps.now()));
  return null;
}
