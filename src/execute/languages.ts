/** In which language a person, a group and a company read, through the one write path. */

import type { CoreDeps } from "../deps.ts";
import { type Locale, LOCALES } from "../domain/locale.ts";
import { keys } from "../store/keys.ts";
import { set, setGroup } from "../store/write.ts";
import { knownLanguage } from "../view/texts/language.ts";
import { commitAction, type Committed } from "./commit.ts";
import { answered, changeCompany, type DeskOrigin } from "./companies.ts";
import { type GroupCommitted, type GroupDeskOrigin, inGroup } from "./group_matter.ts";

/**
 * What somebody reads from now on, wherever it is for them alone; `language: null`: what their Telegram
 * client says. `languageCode`: what it says just now.
 */
export function setOwnLanguage(
  deps: CoreDeps,
  origin: DeskOrigin,
  { language, languageCode }: { language: Locale | null; languageCode: string | undefined },
): Promise<Committed> {
  const wanted = { profile: keys.profile(origin.actorId) };
  return commitAction(deps, origin, wanted, ({ profile }) => {
    const before = profile.value;
    // Whoever asks for something has been noted before.
    if (!before) return answered({ key: "not_allowed" });
    const after = { ...before, language };
    const read = knownLanguage(after, languageCode) ?? LOCALES[0];
    return answered({ key: "own_language_set", language, read }, {
      changes: before.language === language ? [] : [set(profile, after)],
    });
  });
}

/** What a group reads from now on; `null`: its company's language. The group's managers. */
export async function setGroupLanguage(
  deps: CoreDeps,
  origin: GroupDeskOrigin,
  language: Locale | null,
): Promise<GroupCommitted> {
  return await inGroup(deps, origin, ({ read, group, company, standing }) => {
    if (!standing.manager) return answered({ key: "not_allowed" });
    const spoken = language ?? company.locale;
    return answered({ key: "group_language_set", language, read: spoken }, {
      changes: group.language === language ? [] : setGroup(read.group, { ...group, language }),
    });
  });
}

/** What a company's groups read that have set nothing else. Its managers and platform admins. */
export function setCompanyLanguage(
  deps: CoreDeps,
  origin: DeskOrigin,
  { companyId, language }: { companyId: string; language: Locale },
): Promise<Committed> {
  return changeCompany(deps, origin, companyId, (company) => ({
    answer: { key: "company_language_set", company: companyId, language },
    company: { ...company, locale: language },
  }));
}
