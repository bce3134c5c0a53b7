/** A company that somebody names in private, if it is theirs to administer. */

import type { Company } from "../domain/company.ts";
import { administers } from "../execute/companies.ts";
import { keys } from "../store/keys.ts";
import { readMany } from "../store/read.ts";
import { sentenceFor } from "../view/answers.ts";
import { answer } from "./answer.ts";
import type { CommandCall } from "./command.ts";
import type { BotDeps } from "./incoming.ts";

/** The company; `null`: it is not, or there is no such company, and they were told so. */
export async function administered(
  deps: BotDeps,
  call: CommandCall,
  companyId: string,
): Promise<Company | null> {
  const { company, person } = await readMany(deps.kv, {
    company: keys.company(companyId),
    person: keys.person(companyId, call.from.id),
  });
  const isTheirs = administers(deps, call.from.id, person.value);
  if (isTheirs && company.value) return company.value;
  const why = isTheirs
    ? { key: "unknown_company" as const, company: companyId }
    : { key: "not_allowed" as const };
  deps.trace.outcome = why.key;
  deps.trace.outcome = why.key;
  await answer(deps, call, sentenceFor({ kind: "desk", answer: why }, deps.now()));
  return null;
}
