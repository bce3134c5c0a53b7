/** What is stored of somebody beside incidents: profile, roles, what is remembered for a while. */

import { grantsInGroup } from "../domain/group.ts";
import { highestRole } from "../domain/person.ts";
import { keys } from "../store/keys.ts";
import { companyIds } from "../store/listings.ts";
import { parseEntry, readMany, readOne } from "../store/read.ts";
import type { BotDeps } from "./incoming.ts";

/** By what it is called in the document. */
export async function ownRecords(
  deps: BotDeps,
  personId: number,
): Promise<Record<string, unknown>> {
  const profile = await readOne(deps.kv, keys.profile(personId));
  return {
    made_at: new Date(deps.now()).toISOString(),
    profile: profile.value,
    platform_admin: deps.settings.platformAdmins.includes(personId),
    companies: await ownRoles(deps, personId),
    groups: await ownGroups(deps, personId),
    recent: await recentCounts(deps, personId),
    questions: await ownQuestions(deps, personId),
  };
}

async function ownRoles({ kv }: BotDeps, personId: number): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const id of await companyIds(kv)) {
    const { company, person } = await readMany(kv, {
      company: keys.company(id),
      person: keys.person(id, personId),
    });
    if (!person.value) continue;
    const { dispatcher, manager, departments, shifts } = person.value;
    const names = new Map(company.value?.departments.map(({ id, name }) => [id, name]));
    found.push({
      company: id,
      name: company.value?.name ?? null,
      dispatcher,
      manager,
      departments: departments.map((one) => ({
        name: names.get(one) ?? one,
        shift: shifts[one] ?? null,
      })),
    });
  }
  return found;
}

/** Groups with roles of their own, those that they brought the bot to, and whose administrator they are. */
async function ownGroups({ kv }: BotDeps, personId: number): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const entry of kv.list({ prefix: ["group"] })) {
    const chatId = Number(entry.key[1]);
    const { value: group } = parseEntry(keys.group(chatId), entry);
    if (!group) continue;
    const { value: administrators } = await readOne(kv, keys.administrators(chatId));
    const own = {
      administrator: administrators?.ids.includes(personId) ?? false,
      added_the_bot: group.status === "pending" && group.addedBy.id === personId,
      asked_for_activation: group.status === "pending" && group.request?.by.id === personId,
      ...("people" in group
        ? {
          roles: highestRole(grantsInGroup(group, personId)) && grantsInGroup(group, personId),
          asked_to_take_calls: group.askedToTakeCalls.includes(personId),
        }
        : {}),
    };
    if (Object.values(own).some(Boolean)) found.push({ title: group.title, ...own });
  }
  return found;
}

/** When they did lately what is limited. */
async function recentCounts({ kv }: BotDeps, personId: number): Promise<Record<string, unknown>> {
  const reports: Record<string, unknown> = {};
  for (const id of await companyIds(kv)) {
    const { value } = await readOne(kv, keys.personRate(id, personId));
    if (value) reports[id] = value.times.map((at) => new Date(at).toISOString());
  }
  const commands = await Array.fromAsync(
    kv.list({ prefix: ["commands", personId] }),
    ({ value }) => value,
  );
  return { reports, commands };
}

/** What the bot has asked them and waits for, and which lists they can turn. */
async function ownQuestions({ kv }: BotDeps, personId: number): Promise<Record<string, unknown>> {
  const valuesOf = async (prefix: string) => {
    const values: unknown[] = [];
    for await (const { key, value } of kv.list({ prefix: [prefix] }, { batchSize: 500 })) {
      if (key[2] === personId) values.push(value);
    }
    return values;
  };
  return { waiting: await valuesOf("prompt"), lists: await valuesOf("listing") };
}
