/** What the bot says in groups and to people by itself. */

import type { Texts } from "../texts.ts";
import { number } from "./grammar.ts";

/** In Uzbek; `-dan beri` is written to a length of time, which ends in a unit. */
export const calls: Pick<Texts, "report" | "calls" | "shift"> = {
  report: {
    ask: ", nima bo‘ldi? Shu xabarga javob yozing.",
    placeholder: "Nima bo‘ldi va qayerda?",
  },

  calls: {
    department: (id, department, gist) => `${id} uchun ${department} kerak: “${gist}” Kim oladi?`,
    routed: (id, department, gist) =>
      `${id} uchun bo‘lim tanlanmadi, shuning uchun ${department} chaqirilmoqda: “${gist}” Kim oladi?`,
    whichDepartment: (id, department, gist) =>
      `, ${id} qaysi bo‘limga tegishli? “${gist}” Kartochkada tanlang, aks holda ${department} chaqiriladi.`,
    silent: (id, silence, gist) =>
      `, ${id} bo‘yicha ishlar qanday? “${gist}” ${silence}dan beri xabar yo‘q. Shu xabarga javob yozing yoki tugmani bosing.`,
    summaryAgain: (id) =>
      `, ${id} qanday hal qilindi? Shu xabarga javob yozing, aks holda hodisa xulosasiz yopiladi.`,
    snoozeOver: (id, gist) => `⏰ ${id} haqida yana eslataman: “${gist}”`,
    backInQueue: (id, gist) =>
      `endi ${id} bilan shug‘ullanmaydi, boshqa hech kim ham yo‘q: “${gist}” Kim oladi?`,
    unclaimed: (id, time, gist) => `⏰ ${id} hodisasini ${time}dan beri hech kim olmadi: “${gist}”`,
    again: (id, department, gist) => `${id} uchun yana ${department} kerak: “${gist}” Kim oladi?`,
    escalated: (id, gist) => `🔺 ${id} uchun menejerlar chaqirildi: “${gist}” Kim o‘ziga oladi?`,
    escalatedByItself: (id, gist) =>
      `🔺 ${id} hodisasini hech kim olmadi, menejerlar chaqirildi: “${gist}” Kim o‘ziga oladi?`,
    escalatedBecause: (reason) => `Sabab: ${reason}`,
    escalatedUnclaimed: (id, time, gist) =>
      `🔺 ${id} ${time}dan beri menejerni kutmoqda: “${gist}”`,
    assigned: (id, gist) => `, ${id} sizga topshirildi: “${gist}”`,
    assignedBy: "Topshirgan:",
    claimEnded: {
      revoked: (id) => `menejer qarori bilan endi ${id} bilan shug‘ullanmaydi.`,
      role_lost: (id) => `endi ${id} bilan ishlay olmaydi: tegishli roli yo‘q.`,
      left_group: (id) => `guruhdan chiqdi va endi ${id} bilan shug‘ullanmaydi.`,
    },
    nowYours: ", endi bu hodisa sizda.",
    whoClaims: (gist) => `“${gist}” Kim oladi?`,
    openCard: "Kartochkani ochish",
    handedOver: (id) => `, endi ${id} sizda:`,
    handedOverBy: "hodisadan chiqdi.",
    summaryPrompt: (id) => `, ${id} qanday hal qilindi? Shu xabarga bir-ikki jumlada javob yozing.`,
    summaryPlaceholder: "Nima qilindi?",
    replaced: (id) => `⤵️ ${id}: pastdagi yangi xabarga qarang.`,
    cannotPin:
      "Bu yerda hodisa kartochkalarini qaday olmayman. Meni administrator qilib, xabarlarni qadash huquqini bering; qolgan hammasi busiz ham ishlaydi.",
  },

  shift: {
    begins: (department) => `🕗 Smena boshlandi (${department}):`,
    open: (open, unclaimed) =>
      `Bu yerda ochiq: ${number(open)}, hech kim olmagan: ${number(unclaimed)}.`,
    oldest: (id) => `Eng eskisi: ${id}, xabar berilgan:`,
    title: (company) => `Smenalar: ${company}`,
    onDuty: "hozir smenada",
    anyHours: "vaqti belgilanmagan",
    noMembers: "hech kim yo‘q",
    cut: (command) => `Hammasi sig‘madi. Bitta bo‘lim uchun: ${command} va bo‘lim nomi.`,
  },
};
