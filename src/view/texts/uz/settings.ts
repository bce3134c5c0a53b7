/** A group's settings. */

import type { Texts } from "../texts.ts";

/** In Uzbek. */
export const settings: Pick<Texts, "settings"> = {
  settings: {
    title: (group) => `Sozlamalar: ${group}`,
    hint: "O‘zgartirish uchun birini bosing yoki yozib yuboring:",
    labels: {
      topic: "Kartochkalar",
      pins: "Qadash",
      silent: "Chaqiruvlar",
      reporters: "Xabar beradi",
      language: "Til",
      sign: "Belgilar",
      policy: "Eslatmalar",
    },
    buttons: {
      topic: "💬 Kartochkalar mavzusi",
      pins: "📌 Qadash",
      silent: "🔔 Chaqiruv ovozi",
      reporters: "📝 Kim xabar beradi",
      language: "🌐 Til",
      sign: "🚦 Belgilar",
      policy: "⏰ Eslatmalar",
    },
    questions: {
      topic: "Kartochkalar qayerda chiqsin?",
      pins: "Ochiq hodisalarning kartochkalari qadalsinmi?",
      silent: "Chaqiruv va eslatmalar ovozli bo‘lsinmi?",
      reporters: "Hodisa haqida kim xabar bera oladi?",
      language: "Bu yerda qaysi tilda gaplashay?",
      sign: "Qaysi birining belgisini o‘zgartirasiz?",
    },
    topic: {
      none: "har biri xabar berilgan joyda",
      one: "hammasi bitta mavzuda",
      here: "hammasi shu mavzuda",
      hint: "Boshqa mavzuni tanlash uchun o‘sha mavzuda yuboring:",
    },
    pins: { on: "ochiq hodisalar qadaladi", off: "hech narsa qadalmaydi" },
    silent: { on: "ovozsiz", off: "ovozli" },
    reporters: {
      anybody: "guruhdagi istalgan kishi",
      people: "faqat roli borlar",
      dispatchers: "faqat dispetcherlar va menejerlar",
    },
    policy: { own: "guruhning o‘ziniki", usual: "kompaniyadagidek" },
    usualSigns: "odatdagilari",
    usualSign: (sign) => `Odatdagisi: ${sign}`,
    noSign: "yo‘q",
    typeSign: "Yoki bitta-ikkita emoji yozing:",
    line: (label, value) => `${label}: ${value}`,
    unchanged: "Allaqachon shunday.",
    unknown: (word) => `“${word}” degan sozlama yo‘q.`,
    badValue: "Bu sozlamaga bunday qiymat to‘g‘ri kelmaydi.",
    badSign: "Belgi – bitta yoki ikkita emoji.",
    noTopicHere: "Bu yer mavzu emas. Buyruqni kartochkalar chiqadigan mavzuda yuboring.",
    reportsRestricted: {
      people: "Bu guruhda faqat roli borlar xabar bera oladi.",
      dispatchers: "Bu guruhda faqat dispetcherlar va menejerlar xabar bera oladi.",
    },
    pinsOff: "Bu guruhda kartochkalar qadalmaydi. O‘zgartirish: /settings",
  },
};
