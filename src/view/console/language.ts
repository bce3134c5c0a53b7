/** Which language a company's groups read. */

import type { Company } from "../../domain/company.ts";
import { LOCALE_NAMES, LOCALES } from "../../domain/locale.ts";
import { inPairs } from "../buttons.ts";
import type { Texts } from "../texts/texts.ts";
import { addressOf, consoleButton } from "./address.ts";
import { companyStep } from "./companies.ts";
import type { Frame } from "./frame.ts";

/** The language that counts, and all there are. */
export function languagePage(texts: Texts, company: Company): Frame {
  const { language: words, title } = texts.admin;
  const { id, locale: now } = company;
  return {
    trail: [title, companyStep(company), words.title],
    body: [words.now(LOCALE_NAMES[now]), words.others],
    hint: `/company_language ${id} ${now}`,
    rows: inPairs(LOCALES.map((locale) =>
      consoleButton(
        locale === now ? `✓ ${LOCALE_NAMES[locale]}` : LOCALE_NAMES[locale],
        "speak",
        [id, locale],
      )
    )),
    turn: null,
    back: addressOf("company", [id]),
  };
}
