/** What things are called, and the signs that stand for them. */

import type { Texts } from "../texts.ts";

/** In Uzbek. */
export const words: Pick<
  Texts,
  "nameless" | "quoted" | "statuses" | "signs" | "ends" | "priorities" | "prioritySigns"
> = {
  nameless: (id) => `Foydalanuvchi ${id}`,
  quoted: (text) => `“${text}”`,

  statuses: {
    awaiting_department: "qaysi bo‘lim?",
    awaiting_claim: "hali hech kim olmagan",
    in_progress: "ishlanmoqda",
    awaiting_summary: "xulosa kutilmoqda",
    resolved: "hal qilindi",
    closed: "yopildi",
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
    no_summary: "xulosasiz yopildi",
    false_alarm: "yolg‘on chaqiruv",
    duplicate: "takror",
    cancelled: "bekor qilindi",
  },

  priorities: {
    low: "past",
    medium: "o‘rta",
    high: "yuqori",
    critical: "favqulodda",
  },

  prioritySigns: { low: "🔽", medium: "", high: "🔶", critical: "🚨" },
};
