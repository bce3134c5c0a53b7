/** Work for companies that takes many commits, done by whoever begins it and then by the sweep. */

import type { CoreDeps } from "../deps.ts";
import type { Chore } from "../store/chore.ts";
import type { Delivery } from "../store/drain_token.ts";
import { keys } from "../store/keys.ts";
import { readOne } from "../store/read.ts";
import { clearDepartment } from "./clear_department.ts";
import { deleteCompany } from "./delete_company.ts";
import { suitGroups } from "./suit_groups.ts";

/** How long the request that begins a chore works on it, in milliseconds; the sweep does the rest. */
export const CHORE_BUDGET = 5_000;

/** Works on a chore until `endAt`, epoch milliseconds; what is to be said comes back. */
export async function workOn(deps: CoreDeps, chore: Chore, endAt: number): Promise<Delivery[]> {
  const { company, kind } = chore;
  const subject = kind === "department" ? chore.department : "";
  // What has been asked for since is another chore, though its key is the same.
  const entry = await readOne(deps.kv, keys.chore(company, kind, subject));
  if (!entry.value) return [];
  const { isDone, deliveries } = await done(deps, chore, endAt);
  if (isDone) {
    const now = kind === "deletion" ? await readOne(deps.kv, keys.chore(company, kind)) : entry;
    await deps.kv.commit([now], [{ type: "delete", key: now.key }]);
  }
  return once(deliveries);
}

async function done(deps: CoreDeps, chore: Chore, endAt: number) {
  switch (chore.kind) {
    case "department":
      return await clearDepartment(deps, chore, endAt);
    case "groups":
      return await suitGroups(deps, chore.company, endAt);
    case "deletion":
      return await deleteCompany(deps, chore, endAt);
    default:
      return chore satisfies never;
  }
}

/** Each chat is delivered once for all that was decided there, unless a decision has taken its token. */
function once(deliveries: readonly Delivery[]): Delivery[] {
  const others = new Map(
    deliveries.filter(({ lease }) => lease === null).map((it) => [it.chatId, it]),
  );
  return [...deliveries.filter(({ lease }) => lease !== null), ...others.values()];
}
