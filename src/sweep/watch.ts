/**
 * Once a minute the program looks at itself, and says what is wrong, or right again, to those who can
 * mend it. Two at once do no harm: what is known is checked, so each turn is told once.
 */

import { deliver } from "../delivery/deliver.ts";
import type { Deps } from "../deps.ts";
import type { Turn } from "../domain/health.ts";
import { tellHealth } from "../execute/tell_health.ts";
import { observe } from "./observe.ts";

/** Looks once, and tells what has changed. */
export async function watch(deps: Deps): Promise<Turn[]> {
  const { turns, deliveries } = await tellHealth(deps, await observe(deps));
  for (const { type, symptom: { kind, company } } of turns) {
    const detail = company === null ? kind : `${kind} ${company}`;
    if (type === "raised") deps.log.error("something is wrong", { detail });
    else deps.log.info("right again", { detail });
  }
  await deliver(deps, deliveries);
  return turns;
}
