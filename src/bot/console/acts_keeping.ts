/** Which language a company speaks, and how long it keeps incidents that are over. */

import { RETENTION_DAYS } from "../../domain/company.ts";
import type { Outcome } from "../../domain/outcome.ts";
import { setCompanyLanguage } from "../../execute/languages.ts";
import { setRetention } from "../../execute/retention.ts";
import { type ActName, type Address, addressOf } from "../../view/console/address.ts";
import { daysIn } from "../arguments.ts";
import { redrawAfterLanguage } from "../command_language.ts";
import { isStillAsked } from "../command_privacy.ts";
import { act, type ConsoleAct } from "./entry.ts";

const next = ({ company }: { company: string }) => addressOf("retention", [company]);

/** Less than before is asked about first. */
function instead(outcome: Outcome): Address | null {
  if (outcome.kind !== "desk" || outcome.answer.key !== "retention_shorter") return null;
  return addressOf("shorten", [outcome.answer.company, outcome.answer.days]);
}

/** What is done to them. */
export const KEEPING_ACTS = {
  /** Lets a company's groups read another language. */
  speak: act({
    kind: "press",
    who: "company",
    takes: ["company", "locale"],
    commands: ["company_language"],
    hint: ({ company, locale }) => `${company} ${locale}`,
    next: ({ company }) => addressOf("language", [company]),
    run: (deps, origin, { company: companyId, locale: language }) =>
      setCompanyLanguage(deps, origin, { companyId, language }),
    after: (deps, committed, { company }) => redrawAfterLanguage(deps, company, committed),
  }),
  /** Keeps them for as many days as a button says. */
  keep: act({
    kind: "press",
    who: "company",
    takes: ["company", "days"],
    commands: ["retention"],
    hint: ({ company, days }) => `${company} ${days}`,
    next,
    instead,
    run: (deps, origin, { company: companyId, days }) =>
      setRetention(deps, origin, { companyId, days, isConfirmed: false }),
  }),
  /** Asks for how many days. */
  keep_number: act({
    kind: "text",
    who: "company",
    takes: ["company"],
    commands: ["retention"],
    hint: ({ company }) => `${company} 365`,
    next,
    instead,
    question: (texts) => texts.admin.ask.retention,
    async run(deps, origin, { company: companyId }, { text, texts }) {
      const days = daysIn(text);
      const { least, most } = RETENTION_DAYS;
      if (days === undefined) return { problem: texts.retention.badDays(least, most) };
      return await setRetention(deps, origin, { companyId, days, isConfirmed: false });
    },
  }),
  /** Never removes any. */
  keep_for_ever: act({
    kind: "press",
    who: "company",
    takes: ["company"],
    commands: ["retention"],
    hint: ({ company }) => `${company} forever`,
    next,
    run: (deps, origin, { company: companyId }) =>
      setRetention(deps, origin, { companyId, days: null, isConfirmed: false }),
  }),
  /** Keeps less than before, once that was asked about. */
  keep_less: act({
    kind: "press",
    who: "company",
    takes: ["company", "days", "at"],
    commands: ["retention"],
    hint: ({ company, days }) => `${company} ${days}`,
    next,
    instead,
    // What is confirmed too late is asked about anew, with what would go by then.
    run: (deps, origin, { company: companyId, days, at }) =>
      setRetention(deps, origin, { companyId, days, isConfirmed: isStillAsked(at, deps.now()) }),
  }),
} satisfies Partial<Record<ActName, ConsoleAct>>;
