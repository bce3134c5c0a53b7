/** The languages that the desk speaks. */

import { z } from "zod";

/** BCP 47, the language alone. The first one is spoken where nothing else is known. */
export const LOCALES = ["en", "es", "ru", "uz"] as const;

/** One of {@linkcode LOCALES}. */
export type Locale = typeof LOCALES[number];

/** What each language calls itself. */
export const LOCALE_NAMES: Record<Locale, string> = {
  en: "English",
  es: "Español",
  ru: "Русский",
  uz: "O‘zbekcha",
};

/** Schema of {@linkcode Locale}. */
export const Locale: z.ZodType<Locale> = z.enum(LOCALES);

/**
 * The language that a Telegram client says it is in; `null` when the desk does not speak it.
 *
 * @param code An IETF language tag, `pt-br` say.
 * @see https://core.telegram.org/bots/api#user
 */
export function localeOf(code: string | undefined): Locale | null {
  const language = code?.toLowerCase().split("-")[0];
  return LOCALES.find((locale) => locale === language) ?? null;
}
