/** Puts on record what was seen, and tells whoever can mend it what has changed by that. */

import type { CoreDeps } from "../deps.ts";
import type { Company } from "../domain/company.ts";
import { look, type Turn } from "../domain/health.ts";
import type { Observation } from "../domain/observation.ts";
import type { Profile } from "../domain/person.ts";
import type { Delivery } from "../store/drain_token.ts";
import { keys } from "../store/keys.ts";
import { readAll } from "../store/read.ts";
import { set } from "../store/write.ts";
import { healthReport } from "../view/health_report.ts";
import type { NewMessage } from "../view/message.ts";
import { reachable, reachableManagers } from "../store/reachable.ts";
import { commitAction } from "./commit.ts";
import { answered } from "./companies.ts";
import { textsForPerson } from "../view/texts/language.ts";

/**
 * In private: to the platform admins everything, to a company's own managers what is wrong with its
 * incidents; those who have not started the bot can't be told. What has changed, and what is to be said.
 */
export async function tellHealth(
  deps: CoreDeps,
  observed: Observation,
): Promise<{ turns: Turn[]; deliveries: Delivery[] }> {
  let turns: Turn[] = [];
  const [origin = 0] = deps.settings.platformAdmins;
  const wanted = { health: keys.health() };
  const { deliveries } = await commitAction(
    deps,
    { chatId: origin, updateId: null },
    wanted,
    async (read) => {
      turns = [];
      const before = read.health.value;
      // Somebody else has looked since.
      if (before && before.seen.at > observed.at) return answered({ key: "noted" });
      const after = look(before, observed);
      turns = after.turns;
      return answered({ key: "noted" }, {
        changes: [set(read.health, after.health)],
        messages: turns.length > 0 ? await messagesOf(deps, turns, observed) : [],
      });
    },
  );
  return { turns, deliveries };
}

async function messagesOf(
  deps: CoreDeps,
  turns: readonly Turn[],
  observed: Observation,
): Promise<NewMessage[]> {
  const companies = await companiesOf(deps, turns);
  const names = new Map([...companies].map(([id, company]) => [id, company?.name ?? id]));
  const admins = await reachable(deps.kv, deps.settings.platformAdmins);
  const say = (person: Profile, told: readonly Turn[], company: Company | null): NewMessage => ({
    chatId: person.id,
    order: "direct",
    content: healthReport(textsForPerson(person, { company }), told, {
      observed,
      companies: names,
    }),
  });
  const messages = admins.map((admin) => say(admin, turns, null));
  for (const [id, company] of companies) {
    const own = turns.filter(({ symptom }) => symptom.company === id);
    const managers = (await reachableManagers(deps.kv, id))
      .filter((manager) => !admins.some((admin) => admin.id === manager.id));
    messages.push(...managers.map((manager) => say(manager, own, company)));
  }
  return messages;
}

/** The companies that something has changed in, by id. */
async function companiesOf(
  { kv }: CoreDeps,
  turns: readonly Turn[],
): Promise<Map<string, Company | null>> {
  const ids = [...new Set(turns.flatMap(({ symptom }) => symptom.company ?? []))];
  const companies = await readAll(kv, ids.map((id) => keys.company(id)));
  return new Map(ids.map((id, i) => [id, companies[i]?.value ?? null]));
}
