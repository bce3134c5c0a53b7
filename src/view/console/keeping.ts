/** How long a company keeps incidents that are over, and the question before it keeps less. */

import type { Company } from "../../domain/company.ts";
import { isShorter } from "../../domain/retention.ts";
import { inPairs } from "../buttons.ts";
import { displayName } from "../clip.ts";
import type { Texts } from "../texts/texts.ts";
import { addressOf, consoleButton } from "./address.ts";
import { companyStep } from "./companies.ts";
import type { Frame } from "./frame.ts";

/** Numbers of days that most companies choose among. */
export const USUAL_DAYS = [90, 180, 365, 1_095] as const;

/** What counts now, and what else it could be. Less than that is asked about. */
export function retentionPage(texts: Texts, company: Company): Frame {
  const { keeping: words, title } = texts.admin;
  const { id, retentionDays: now } = company;
  const mark = (isChosen: boolean, text: string) => isChosen ? `✓ ${text}` : text;
  return {
    trail: [title, companyStep(company), words.title],
    body: [texts.retention.now(displayName(company.name, id, 80), now)],
    hint: `/retention ${id} 365`,
    rows: [
      ...inPairs(USUAL_DAYS.map((days) =>
        consoleButton(
          mark(days === now, words.days(days)),
          isShorter(days, now) ? "shorten" : "keep",
          [id, days],
        )
      )),
      [
        consoleButton(words.set, "keep_number", [id]),
        consoleButton(mark(now === null, words.forEver), "keep_for_ever", [id]),
      ],
    ],
    turn: null,
    back: addressOf("company", [id]),
  };
}

/** What keeping less would mean; `at`: when it is asked, epoch milliseconds. */
export function shortenPage(
  texts: Texts,
  { company, days, at, would }: {
    company: Company;
    days: number;
    at: number;
    would: { go: number; isMore: boolean };
  },
): Frame {
  const { admin, retention, privacyButtons } = texts;
  const { id } = company;
  return {
    trail: [admin.title, admin.sure],
    body: [
      retention.asks(displayName(company.name, id, 80), days),
      retention.wouldGo(would.go, would.isMore),
    ],
    hint: `/retention ${id} ${days}`,
    rows: [[{
      ...consoleButton(privacyButtons.retain, "keep_less", [id, days, at]),
      style: "danger",
    }]],
    turn: null,
    back: addressOf("retention", [id]),
  };
}
