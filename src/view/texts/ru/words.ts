/** What things are called, and the signs that stand for them. */

import type { Texts } from "../texts.ts";

/** In Russian. */
export const words: Pick<
  Texts,
  "nameless" | "quoted" | "statuses" | "signs" | "ends" | "priorities" | "prioritySigns"
> = {
  nameless: (id) => `Участник ${id}`,
  quoted: (text) => `«${text}»`,

  statuses: {
    awaiting_department: "какой отдел?",
    awaiting_claim: "ждёт, кто возьмёт",
    in_progress: "в работе",
    awaiting_summary: "ждёт итога",
    resolved: "решён",
    closed: "закрыт",
  },

  signs: {
    awaiting_department: "⚪️",
    awaiting_claim: "🔴",
    in_progress: "🟡",
    awaiting_summary: "🔵",
    resolved: "✅",
    closed: "⚫️",
  },

  ends: {
    no_summary: "закрыт без итога",
    false_alarm: "ложная тревога",
    duplicate: "дубль",
    cancelled: "отменён",
  },

  priorities: {
    low: "низкий",
    medium: "средний",
    high: "высокий",
    critical: "критический",
  },

  prioritySigns: { low: "🔽", medium: "", high: "🔶", critical: "🚨" },
};
