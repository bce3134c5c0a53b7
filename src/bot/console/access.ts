/** Who may look at a page of the console, decided anew each time. */

import type { User } from "grammy/types";
import { administers, isPlatformAdmin } from "../../execute/companies.ts";
import { keys } from "../../store/keys.ts";
import { readMany, readOne } from "../../store/read.ts";
import type { BotDeps } from "../incoming.ts";
import { readTexts, textsFor } from "../language.ts";
import { roleInPrivate } from "../role.ts";
import type { SomeArguments } from "./arguments.ts";
import type { Asker, ConsoleRole } from "./entry.ts";

/** Whether somebody has a console at all. */
export async function hasConsole(deps: BotDeps, personId: number): Promise<boolean> {
  const role = await roleInPrivate(deps, personId);
  return role === "manager" || role === "platform_admin";
}

/** Who presses, in the language that they have chosen, and whether they may: read together. */
export async function askerFor(
  deps: BotDeps,
  user: User,
  { who, args }: { who: ConsoleRole; args: SomeArguments },
): Promise<{ asker: Asker; isAllowed: boolean }> {
  const { id } = user;
  if (who !== "company" || args.company === undefined) {
    const texts = await readTexts(deps, user);
    return {
      asker: { personId: id, texts },
      isAllowed: await mayOpen(deps, id, { who, args }),
    };
  }
  const { profile, person } = await readMany(deps.kv, {
    profile: keys.profile(id),
    person: keys.person(args.company, id),
  });
  return {
    asker: { personId: id, texts: textsFor(user, profile.value) },
    isAllowed: administers(deps, id, person.value),
  };
}

/** Whether somebody may open a page, or do something, of those that are for `who`. */
export async function mayOpen(
  deps: BotDeps,
  personId: number,
  { who, args }: { who: ConsoleRole; args: SomeArguments },
): Promise<boolean> {
  if (isPlatformAdmin(deps, personId)) return true;
  switch (who) {
    case "anyone":
      return await hasConsole(deps, personId);
    case "company": {
      if (args.company === undefined) return false;
      const person = await readOne(deps.kv, keys.person(args.company, personId));
      return administers(deps, personId, person.value);
    }
    case "platform_admin":
      return false;
    default:
      return who satisfies never;
  }
}
