/** In whose language somebody is answered. */

import type { User } from "grammy/types";
import type { Company } from "../domain/company.ts";
import type { Profile } from "../domain/person.ts";
import { keys } from "../store/keys.ts";
import { readOne } from "../store/read.ts";
import { textsForGroup, textsForPerson } from "../view/texts/language.ts";
import type { Texts } from "../view/texts/texts.ts";
import type { BotDeps } from "./incoming.ts";

/** In the language of whoever writes or presses; `profile`: what is known of them, as far as it was read. */
export function textsFor(
  user: User,
  profile: Profile | null | undefined,
  company: Pick<Company, "locale"> | null = null,
): Texts {
  return textsForPerson(profile ?? null, { languageCode: user.language_code, company });
}

/** The same where nothing else is read of them. */
export async function readTexts(deps: BotDeps, user: User): Promise<Texts> {
  return textsFor(user, (await readOne(deps.kv, keys.profile(user.id))).value);
}

/** In the language of everybody in a group. */
export async function readGroupTexts(deps: BotDeps, chatId: number): Promise<Texts> {
  const group = (await readOne(deps.kv, keys.group(chatId))).value;
  const company = group && "company" in group
    ? (await readOne(deps.kv, keys.company(group.company))).value
    : null;
  return textsForGroup(group, company);
}
