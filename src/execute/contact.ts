/** What is known of people, refreshed whenever they write or press. */

import type { CoreDeps } from "../deps.ts";
import type { Locale } from "../domain/locale.ts";
import type { Profile } from "../domain/person.ts";
import { indexChanges } from "../store/indexes.ts";
import { keys } from "../store/keys.ts";
import type { Change } from "../store/kv.ts";
import { type Entry, readMany, readOne } from "../store/read.ts";
import { LOST_RACE, retry } from "../store/retry.ts";
import { set } from "../store/write.ts";

/** Somebody as an update shows them. */
export interface Seen {
  /** Telegram's numeric id. */
  id: number;
  /** First and last name. */
  name: string;
  /** Without the @; `null` without one. */
  handle: string | null;
  /** Given when the update says so: whether the bot may write to them in private. */
  reachable?: boolean;
  /** Given when the update says so: the language of their client, `null` for one that the desk lacks. */
  locale?: Locale | null;
}

/**
 * Notes what the update shows of a person when it differs from what is known. A handle that used to be
 * somebody else's is theirs no longer: it authorizes nothing, and now finds the new holder. What is
 * known then comes back; `null`: they are being forgotten, and nothing may be done for them.
 */
export async function noteContact(deps: CoreDeps, seen: Seen): Promise<Profile | null> {
  return await retry(deps, async () => {
    const entry = await readOne(deps.kv, keys.profile(seen.id));
    const after: Profile = {
      notify: null,
      ...entry.value,
      schema: 1,
      id: seen.id,
      name: seen.name,
      handle: seen.handle,
      reachable: seen.reachable ?? entry.value?.reachable ?? false,
      language: entry.value?.language ?? null,
      locale: seen.locale === undefined ? entry.value?.locale ?? null : seen.locale,
    };
    if (entry.value?.forgetting) return null;
    if (entry.value && isKnown(entry.value, seen)) return entry.value;
    const freed = seen.handle === null ? [] : await freeHandle(deps, seen.handle, seen.id);
    const before = entry.value && { kind: "profile" as const, value: entry.value };
    const versionstamp = await deps.kv.commit(
      [entry, ...freed.map(({ check }) => check)],
      [
        ...freed.flatMap(({ changes }) => changes),
        set(entry, after),
        ...indexChanges(before, { kind: "profile", value: after }),
        ...(after.handle === null ? [] : [set(keys.handle(after.handle), after.id)]),
      ],
    );
    return versionstamp === null ? LOST_RACE : after;
  });
}

/** Whether the profile says all that the update shows; of whoever is being forgotten nothing is noted. */
export function isKnown(profile: Profile | null, seen: Seen): boolean {
  if (profile?.forgetting) return true;
  return profile !== null && profile.name === seen.name && profile.handle === seen.handle &&
    (seen.reachable ?? profile.reachable) === profile.reachable &&
    (seen.locale === undefined || seen.locale === profile.locale);
}

/** Takes the handle away from whoever held it before. */
async function freeHandle(
  deps: CoreDeps,
  handle: string,
  newHolder: number,
): Promise<{ check: Entry<unknown>; changes: Change[] }[]> {
  const holder = await readOne(deps.kv, keys.handle(handle));
  if (holder.value === null || holder.value === newHolder) return [{ check: holder, changes: [] }];
  const { profile } = await readMany(deps.kv, { profile: keys.profile(holder.value) });
  if (!profile.value) return [{ check: holder, changes: [] }];
  const without = { ...profile.value, handle: null };
  return [
    { check: holder, changes: [] },
    { check: profile, changes: [set(profile, without)] },
  ];
}
