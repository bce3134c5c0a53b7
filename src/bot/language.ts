/** In whose language somebody is answered. */

import type { User } from "grammy/types";
import { deliver } from "../delivery/deliver.ts";
import type { Company } from "../domain/company.ts";
import { type Locale, LOCALES } from "../domain/locale.ts";
import type { Profile } from "../domain/person.ts";
import type { Committed } from "../execute/commit.ts";
import { redrawGroup } from "../execute/redraw.ts";
import { keys } from "../store/keys.ts";
import { readOne } from "../store/read.ts";
import { AUTO } from "../view/language_panel.ts";
import { textsForGroup, textsForPerson, textsOf } from "../view/texts/language.ts";
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

/** A language by its code, in any case; `null`: none of one's own; `undefined`: there is no such one. */
export function languageIn(word: string): Locale | null | undefined {
  const code = word.trim().toLowerCase();
  return code === AUTO ? null : LOCALES.find((locale) => locale === code);
}

/** Whoever has set their language is answered in it; `null`: they have not. */
export function spokenBy({ outcome }: Committed): Texts | null {
  return outcome.kind === "desk" && outcome.answer.key === "own_language_set"
    ? textsOf(outcome.answer.read)
    : null;
}

/** The open cards of a group follow its language; a redelivered request asks for them again. */
export async function redrawn(
  deps: BotDeps,
  chatId: number,
  { outcome }: Committed,
): Promise<void> {
  if (outcome.kind !== "desk" || outcome.answer.key !== "group_language_set") return;
  await deliver(deps, await redrawGroup(deps, chatId, "face"));
}
