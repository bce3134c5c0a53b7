/** What administrators did, and who tried to. */

import type { Texts } from "../texts.ts";
import { count, measure } from "./grammar.ts";

/** In Uzbek. */
export const acts: Pick<Texts, "acts" | "refusals"> = {
  acts: {
    ofCompany: (company) => `${company}: administratorlar nima qilgan`,
    ofGroup: "Bu guruhda administratorlar nima qilgan",
    none: "Hali hech narsa yo‘q.",
    more: (n) => `va yana ${count(n, "o‘zgarish")}, ular eksportda`,
    nothing: "bo‘sh",
    yes: "ha",
    no: "yo‘q",
    what: {
      company_added: "kompaniya qo‘shildi",
      department_added: "bo‘lim qo‘shildi",
      department_renamed: "bo‘lim nomi o‘zgardi",
      department_restricted: "bo‘limni kim tanlay olishi",
      default_department_set: "odatdagi bo‘lim",
      time_zone_set: "vaqt mintaqasi",
      policy_set: "muddatlar va cheklovlar",
      hours_set: "ish vaqti",
      holidays_set: "bayram kunlari",
      shift_set: "smena",
      topic_set: "kartochkalar mavzusi",
      group_attached: "guruh ulandi",
      granted: "rol berildi",
      revoked: "rol olib tashlandi",
      takes_calls: "chaqiruv qabul qiladi",
      asked_to_take_calls: "chaqiruv qabul qilishga ruxsat so‘raldi",
    },
  },

  refusals: {
    title: "Kimdir faqat administratorlarga mumkin bo‘lgan ishni qilmoqchi",
    who: "Kim:",
    tried: (hours) => `${measure(hours, "soat")} ichida odatdagidan ko‘p rad etildi:`,
    where: "Qayerda:",
    inPrivate: "shaxsiy chat",
    first: "Hech narsa o‘zgarmadi. Bu haqda soatiga bir marta aytaman.",
  },
};
