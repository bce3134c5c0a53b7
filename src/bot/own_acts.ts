/** What somebody did as an administrator, and what administrators did about them; the newest first. */

import { ownAct } from "../domain/own_data.ts";
import { newestActs } from "../store/acts.ts";
import { companyIds } from "../store/listings.ts";
import type { BotDeps } from "./incoming.ts";

/** After so many looks without a find the caller may see how long it has taken. */
const LOOKS = 500;

/** Company by company. `null`: it has looked for a while and found nothing. */
export async function* ownActs(
  { kv }: BotDeps,
  personId: number,
): AsyncGenerator<Record<string, unknown> | null> {
  let looks = 0;
  for (const company of await companyIds(kv)) {
    for await (const act of newestActs(kv, company)) {
      if (++looks % LOOKS === 0) yield null;
      const own = ownAct(act, personId);
      if (own) yield own;
    }
  }
}
