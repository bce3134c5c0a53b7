/** An incident: its card, what becomes of it, its history. */

import type { Texts } from "../texts.ts";
import { measure } from "./grammar.ts";

/** In Uzbek. */
export const incident: Pick<
  Texts,
  "card" | "snoozes" | "timeline" | "attachments" | "issue"
> = {
  card: {
    reported: "Xabar bergan:",
    owner: "Mas’ul",
    helping: "Yordamchilar",
    more: (n) => `yana ${n} ta`,
    claimed: "Olingan:",
    heard: "oxirgi xabar:",
    askedHow: "holat so‘ralgan:",
    called: "Chaqirilgan:",
    reminded: "eslatilgan:",
    summary: "Xulosa",
    asked: "Xulosa yozadi:",
    askedReporter: "Xabar bergan kishiga eslatilgan:",
    forSummary: "· so‘ralgan:",
    resolved: "Hal qilingan:",
    closed: "Yopilgan:",
    closedHint: "hali ham shu yerga javob qilib xulosa yozishi mumkin.",
    closedBy: "Yopgan:",
    escalated: "menejer chaqirilgan",
    escalatedBy: "Menejerlarni chaqirgan:",
    escalatedAt: "Menejerlar chaqirilgan:",
    snoozed: "💤 Eslatmalar qayta boshlanadi:",
    snoozedBy: "· to‘xtatgan:",
    takenBy: "o‘ziga olgan:",
    edited: "tahrirlangan:",
    reopened: (n) => `${measure(n, "marta")} qayta ochilgan`,
  },

  snoozes: {
    "1h": () => "1 soat",
    "4h": () => "4 soat",
    tomorrow: (opening) => `${opening} gacha`,
  },

  timeline: {
    title: "tarix",
    clock: "Tocsin",
    reported: "xabar berdi",
    description_edited: "tavsifni o‘zgartirdi",
    department_chosen: (name) => `bo‘lim chaqirdi (${name})`,
    department_changed: (name) => `boshqa bo‘limga o‘tkazdi (${name})`,
    claimed: "o‘ziga oldi",
    joined: "qo‘shildi",
    left: "chiqdi",
    handed_over: "chiqdi, endi mas’ul:",
    unclaimed: "chiqdi, endi hech kim ishlamayapti",
    assigned: "mas’ul etib tayinladi:",
    claim_ended: "hodisadan ozod qildi:",
    ends: {
      revoked: "",
      role_lost: " (tegishli roli yo‘q)",
      left_group: " (guruhdan chiqib ketgan)",
    },
    escalated: "menejerlarni chaqirdi",
    de_escalated: "bo‘limga qaytardi",
    resolve_pressed: "hal qildi",
    back_to_work: "ishga qaytdi",
    summarized: "xulosa yozdi",
    closed: "xulosasiz yopdi",
    cancelled: "yopdi",
    reopened: "qayta ochdi",
    commented: "yozdi",
    comment_edited: "yozganini o‘zgartirdi",
    attached: (what) => `ilova qildi (${what})`,
    priority_set: (priority) => `shoshilinchlikni o‘zgartirdi (${priority})`,
    tagged: "teg qo‘shdi",
    untagged: "teg olib tashladi",
    repinned: "kartochkani qayta qadatdi",
    moved: "guruh bilan ko‘chdi: u endi superguruh",
    checked_in: "hali ishlayotganini aytdi",
    snoozed: (until) => `eslatmalarni to‘xtatdi (${until} gacha)`,
    woken: "eslatmalarni yana yoqdi",
    snoozeOver: "yana eslata boshladi",
    nudged: {
      department: "xabar bergan kishiga bo‘lim tanlashni eslatdi",
      unclaimed: "bo‘limga eslatdi",
      escalated: "menejerlarga eslatdi",
      silent: "mas’uldan holatni so‘radi",
      summary: "xulosani yana so‘radi",
    },
  },

  attachments: {
    photo: "rasm",
    video: "video",
    document: "fayl",
    audio: "audio",
    animation: "GIF",
    voice: "ovozli xabar",
    video_note: "videoxabar",
    location: "joylashuv",
    none: "Ilovalar yo‘q.",
    of: (id) => `${id}: ilovalar`,
  },

  issue: {
    description: "Nima bo‘ldi",
  },
};
