/** Which language is spoken with somebody or in a group, and how that is changed. */

import type { DeskAnswer } from "../domain/desk.ts";
import { type Locale, LOCALE_NAMES, LOCALES } from "../domain/locale.ts";
import { inPairs } from "./buttons.ts";
import { buttonData } from "./callback_data.ts";
import { html } from "./html.ts";
import type { Panel } from "./menu.ts";
import type { Button } from "./message.ts";
import type { Texts } from "./texts/texts.ts";

/** What says that no language of one's own is wanted, in commands and buttons. */
export const AUTO = "auto";

/** What was chosen (`null`: nothing) and what is spoken therefore. */
export interface Spoken {
  /** The language that was chosen. */
  language: Locale | null;
  /** The one that is read. */
  read: Locale;
}

/** What one person reads, with a button for each language. */
export function ownLanguagePanel(texts: Texts, { language, read }: Spoken): Panel {
  const { yours, yoursByItself, asTelegram } = texts.languages;
  const said = (language ? yours : yoursByItself)(LOCALE_NAMES[read]);
  return { html: html`${said}`, keyboard: inPairs(languageButtons(language, asTelegram)) };
}

/** What a group reads, with a button for each language. */
export function groupLanguagePanel(texts: Texts, { language, read }: Spoken): Panel {
  const { ofGroup, ofGroupByItself, asCompany } = texts.languages;
  const said = (language ? ofGroup : ofGroupByItself)(LOCALE_NAMES[read]);
  return { html: html`${said}`, keyboard: inPairs(languageButtons(language, asCompany)) };
}

/** The one that counts is marked. */
function languageButtons(chosen: Locale | null, byItself: string): Button[] {
  const mark = (isChosen: boolean, text: string) => isChosen ? `✓ ${text}` : text;
  return [
    ...LOCALES.map((locale) => ({
      text: mark(locale === chosen, LOCALE_NAMES[locale]),
      data: buttonData("language", locale),
    })),
    { text: mark(chosen === null, byItself), data: buttonData("language", AUTO) },
  ];
}

/** A language was set. */
export function languageSentence(
  texts: Texts,
  answer: DeskAnswer & {
    key: "own_language_set" | "group_language_set" | "company_language_set";
  },
): string {
  const { set } = texts.languages;
  switch (answer.key) {
    case "own_language_set":
      return (answer.language ? set.yours : set.yoursByItself)(LOCALE_NAMES[answer.read]);
    case "group_language_set":
      return (answer.language ? set.ofGroup : set.ofGroupByItself)(LOCALE_NAMES[answer.read]);
    case "company_language_set":
      return set.ofCompany(answer.company, LOCALE_NAMES[answer.language]);
    default:
      return answer satisfies never;
  }
}
