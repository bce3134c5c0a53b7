/** Private messages: what they say, and what somebody can set about them. */

import type { Texts } from "../texts.ts";

/** In Uzbek; `-dan beri` is written to a length of time, which ends in a unit. */
export const notify: Pick<Texts, "notify"> = {
  notify: {
    critical: (id, gist) => `🚨 ${id} endi favqulodda: “${gist}”`,
    yours: (id, gist) => `${id} endi sizda: “${gist}”`,
    silent: (id, silence, gist) =>
      `${id} bo‘yicha ishlar qanday? “${gist}” ${silence}dan beri xabar yo‘q.`,
    summary: (id) =>
      `${id} qanday hal qilindi? /resolve ${id} va bir-ikki jumla yuboring, aks holda hodisa xulosasiz yopiladi.`,
    department: (id, gist) => `${id} qaysi bo‘limga tegishli? “${gist}” Kartochkada tanlang.`,
    calledIn: {
      assignment: (id, group) => `“${group}” guruhida ${id} endi sizda.`,
      escalation: (id, group) => `🔺 “${group}” guruhida ${id} uchun menejerlar chaqirildi.`,
      critical: (id, group) => `🚨 “${group}” guruhida favqulodda hodisa: ${id}`,
      ping: (id, group) => `📣 “${group}” guruhida sizni chaqirishmoqda: ${id}`,
    },

    title: "Shaxsiy chatda nimalarni yozaman",
    now: {
      on: "Hozir: hammasi (on). Shular haqida yozaman:",
      urgent: "Hozir: faqat shoshilinchi (urgent). Shular haqida yozaman:",
      off:
        "Hozir: hech narsa (off). Bu yerda hodisalar haqida yozmayman; guruhlarda sizni avvalgidek chaqiraman.",
      default: "Hozir: rolingizga qarab (default). Shular haqida yozaman:",
    },
    matters: {
      assignment: "sizga topshirilgan hodisalar",
      escalation: "siz menejer bo‘lgan joylarda menejer chaqirilgan hodisalar",
      critical:
        "bo‘limlaringizdagi favqulodda hodisalar, siz dispetcher yoki menejer bo‘lgan joylarda esa barcha favqulodda hodisalar",
      ping: "ish vaqtida va smenangizda: sizga tegishli har bir chaqiruv va eslatma",
    },
    managed: {
      escalation: (companies) => `menejer chaqirilgan hodisalar: ${companies}`,
      critical: (companies) => `favqulodda hodisalar: ${companies}`,
    },
    choices: {
      on: "Hammasi",
      urgent: "Faqat shoshilinchi",
      off: "Hech narsa",
      default: "Rolimga qarab",
    },
    chosen: (choice) => `✓ ${choice}`,
    set: {
      on: "Hammasi: sizga tegishli har bir chaqiruvni shaxsiy chatda ham yozaman.",
      urgent: "Faqat shoshilinchi: shaxsiy chatda kechiktirib bo‘lmaydiganini yozaman.",
      off: "Hech narsa: shaxsiy chatda hodisalar haqida yozmayman.",
      default: "Endi shaxsiy chatda rolingizga qarab yozaman.",
    },
  },
};
