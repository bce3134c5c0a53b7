/** Everything of a company that is no more goes: its groups first, then whatever else names it. */

import type { CoreDeps } from "../deps.ts";
import type { Chore, ChoreOf } from "../store/chore.ts";
import type { Delivery } from "../store/drain_token.ts";
import { keys, NOTICES } from "../store/keys.ts";
import type { Change, Kv } from "../store/kv.ts";
import { pagesUnder } from "../store/listings.ts";
import { type Belonging, belongingsOf } from "../store/of_company.ts";
import { type Entry, readOne } from "../store/read.ts";
import { set, setGroup } from "../store/write.ts";
import { farewell } from "../view/farewell.ts";
import { textsForGroup } from "../view/texts/language.ts";
import { commitAction } from "./commit.ts";
import { answered } from "./companies.ts";
import { forgottenDigests } from "./group_life.ts";
import { isOf } from "./suit_groups.ts";

/** Goes on as far as time allows. It is done when a whole look through the store has found nothing more. */
export async function deleteCompany(
  deps: CoreDeps,
  { company }: ChoreOf<"deletion">,
  endAt: number,
): Promise<{ isDone: boolean; deliveries: Delivery[] }> {
  const deliveries: Delivery[] = [];
  for await (const page of pagesUnder(deps.kv, ["group"])) {
    for (const { key, value } of page) {
      if (!isOf(value, company)) continue;
      if (deps.now() >= endAt) return { isDone: false, deliveries };
      deliveries.push(...await leaveGroup(deps, company, Number(key[1])));
    }
  }
  return { isDone: await removeBelongings(deps, company, endAt), deliveries };
}

/** The group becomes unknown, and the bot leaves it. */
async function leaveGroup(deps: CoreDeps, company: string, chatId: number): Promise<Delivery[]> {
  const wanted = { group: keys.group(chatId), chore: keys.chore(company, "deletion") };
  const origin = { chatId, updateId: null };
  const { deliveries } = await commitAction(deps, origin, wanted, async ({ group, chore }) => {
    const before = group.value;
    const going = chore.value;
    if (!before || !isOf(before, company) || going?.kind !== "deletion") {
      return answered({ key: "noted" });
    }
    const owner = await readOne(deps.kv, keys.company(company));
    const texts = textsForGroup(before, owner.value);
    const isThere = before.status === "active" ||
      (before.status === "suspended" && before.suspension?.botIsThere === true);
    return answered({ key: "noted" }, {
      changes: [
        ...await unsaid(deps.kv, chatId),
        ...setGroup(group, null),
        set(chore, { ...going, chats: [...going.chats, chatId] }),
        ...ofChat(chatId),
        ...await forgottenDigests(deps.kv, chatId),
      ],
      ...(isThere ? { messages: [farewell(texts, chatId, "deleted")], leaves: chatId } : {}),
    });
  });
  return deliveries;
}

function ofChat(chatId: number): Change[] {
  return [
    keys.administrators(chatId),
    keys.publicAnswer(chatId),
    keys.welcome(chatId),
    ...NOTICES.map((about) => keys.notice(chatId, about)),
  ].map(({ key }) => ({ type: "delete", key }));
}

/** Most rows that go in one commit; what is left goes when the store is looked through. */
const MOST_UNSAID = 300;

/** What still waits to be said in a group is said no more. */
async function unsaid(kv: Kv, chatId: number): Promise<Change[]> {
  const changes: Change[] = [];
  for await (const { key } of kv.list({ prefix: ["outbox", chatId] }, { limit: MOST_UNSAID })) {
    changes.push({ type: "delete", key });
  }
  return changes;
}

/** Looks through the store from where the last time stopped; whether nothing was found in all of it. */
async function removeBelongings(
  deps: CoreDeps,
  company: string,
  endAt: number,
): Promise<boolean> {
  const entry = await readOne(deps.kv, keys.chore(company, "deletion"));
  if (entry.value?.kind !== "deletion") return true;
  const { name, chats } = entry.value;
  let { found } = entry.value;
  const sought = { company, name, chats };
  for await (const page of belongingsOf(deps.kv, sought, entry.value.next)) {
    // The chore itself is the last thing that goes.
    const others = page.found.filter(({ entry: { key } }) => !isOwn(key, entry));
    found ||= others.length > 0;
    await remove(deps.kv, others);
    if (deps.now() < endAt) continue;
    await remember(deps.kv, entry, { next: page.next, found });
    return false;
  }
  if (!found) return true;
  await remember(deps.kv, entry, { next: null, found: false });
  return await removeBelongings(deps, company, endAt);
}

function isOwn(key: Deno.KvKey, { key: own }: Entry<Chore>): boolean {
  return key.length === own.length && key.every((part, i) => part === own[i]);
}

/** Checks that every engine takes in one commit. */
const MOST_CHECKS = 10;

/** What the key gives to the company goes whatever it holds; the rest only as it was read. */
async function remove(kv: Kv, found: readonly Belonging[]): Promise<void> {
  const gone = (entry: Deno.KvEntry<unknown>): Change => ({ type: "delete", key: entry.key });
  const byKey = found.filter(({ isByKey }) => isByKey);
  if (byKey.length > 0) await kv.commit([], byKey.map(({ entry }) => gone(entry)));
  const asRead = found.filter(({ isByKey }) => !isByKey).map(({ entry }) => entry);
  for (let i = 0; i < asRead.length; i += MOST_CHECKS) {
    const some = asRead.slice(i, i + MOST_CHECKS);
    if (await kv.commit(some, some.map(gone)) !== null) continue;
    // One of them has changed since; the others go all the same.
    for (const entry of some) await kv.commit([entry], [gone(entry)]);
  }
}

/** Two that work on it at once do no harm: the slower one's place is forgotten. */
async function remember(
  kv: Kv,
  entry: Entry<Chore>,
  place: { next: Deno.KvKey | null; found: boolean },
): Promise<void> {
  await kv.commit([entry], [set(entry, { ...entry.value!, ...place } as Chore)]);
}
