/** What is stored of people, and the questions before somebody is forgotten or incidents are removed. */

import type { Company } from "../domain/company.ts";
import { buttonData } from "./callback_data.ts";
import { displayName } from "./clip.ts";
import { type Html, html, lines } from "./html.ts";
import type { Panel } from "./menu.ts";
import type { Texts } from "./texts/texts.ts";

/** What the bot sees and keeps; `company`: the one that it is about, when that is known. */
export function privacyPage(texts: Texts, company: Company | null): Html {
  const { privacy } = texts;
  const kept = company
    ? privacy.kept(displayName(company.name, company.id, 80), company.retentionDays)
    : privacy.keptByCompany;
  return lines(
    html`<b>${privacy.title}</b>`,
    privacy.sees,
    "",
    ...privacy.keeps.map((what) => html`• ${what}`),
    "",
    privacy.seenBy,
    kept,
    "",
    privacy.rights,
  );
}

/** What will happen to whoever wants to be forgotten; `at`: now, epoch milliseconds. */
export function forgetPanel(texts: Texts, personId: number, at: number): Panel {
  const { forget, privacyButtons } = texts;
  return {
    html: lines(
      html`<b>${forget.title}</b>`,
      ...forget.what.map((what) => html`• ${what}`),
      "",
      html`<b>${forget.never}</b>`,
    ),
    keyboard: [[{ text: privacyButtons.forget, data: buttonData("forget", personId, at) }]],
  };
}

/** The second question; `at`: when it is put, epoch milliseconds. */
export function forgetForEverPanel(texts: Texts, personId: number, at: number): Panel {
  return {
    html: html`${texts.forget.sure}`,
    keyboard: [[{
      text: texts.privacyButtons.forget_for_ever,
      data: buttonData("forget_for_ever", personId, at),
      style: "danger",
    }]],
  };
}

/** Whether less shall be kept; `would`: how many incidents would go, and whether there are more. */
export function retentionPanel(
  texts: Texts,
  company: Company,
  { days, at, would }: { days: number; at: number; would: { go: number; isMore: boolean } },
): Panel {
  const { retention, privacyButtons } = texts;
  return {
    html: lines(
      retention.asks(displayName(company.name, company.id, 80), days),
      retention.wouldGo(would.go, would.isMore),
    ),
    keyboard: [[{
      text: privacyButtons.retain,
      data: buttonData("retain", company.id, days, at),
      style: "danger",
    }]],
  };
}
