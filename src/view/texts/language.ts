/** Whose language is which. */

import type { Company } from "../../domain/company.ts";
import type { Group } from "../../domain/group.ts";
import { type Locale, localeOf, LOCALES } from "../../domain/locale.ts";
import type { Profile } from "../../domain/person.ts";
import { CATALOGUES } from "./catalogues.ts";
import { withSigns } from "./signs.ts";
import type { Texts } from "./texts.ts";

/** The catalogue of a language. */
export function textsOf(locale: Locale): Texts {
  return CATALOGUES[locale];
}

/** Where nothing at all is known: channels, say. */
export const DEFAULT_TEXTS: Texts = textsOf(LOCALES[0]);

/** What everybody in a group reads: in its own language, else in its company's, with its own signs. */
export function textsForGroup(
  group: Group | null,
  company: Pick<Company, "locale"> | null,
): Texts {
  const own = group && "language" in group ? group : null;
  const texts = textsOf(own?.language ?? company?.locale ?? LOCALES[0]);
  return own ? withSigns(texts, own.settings.signs) : texts;
}

/** What is known of a person's language beside their profile. */
export interface LanguageHints {
  /** What the update says of their client, an IETF tag. */
  languageCode?: string | undefined;
  /** The company that it is about. */
  company?: Pick<Company, "locale"> | null;
}

/**
 * What one person reads: in the language that they have chosen, else in their client's of this moment
 * or of the last contact, else in their company's.
 */
export function textsForPerson(
  profile: Pick<Profile, "language" | "locale"> | null,
  { languageCode, company = null }: LanguageHints = {},
): Texts {
  return textsOf(knownLanguage(profile, languageCode) ?? company?.locale ?? LOCALES[0]);
}

/** The language of a person as far as they have shown it; `null`: they have not, or it is none of the desk's. */
export function knownLanguage(
  profile: Pick<Profile, "language" | "locale"> | null,
  languageCode: string | undefined,
): Locale | null {
  return profile?.language ?? localeOf(languageCode) ?? profile?.locale ?? null;
}
