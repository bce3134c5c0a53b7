/** Buttons, menus and lists. */

import type { Texts } from "../texts.ts";
import { count } from "./grammar.ts";

/** In Uzbek; buttons speak as whoever presses them: “Olaman” is “I take it”. */
export const panels: Pick<Texts, "buttons" | "menu" | "list" | "letters"> = {
  buttons: {
    claim: "🙋 Olaman",
    join: "🤝 Qo‘shilaman",
    leave: "🚪 Chiqaman",
    resolve: "✅ Hal qilindi",
    back: "↩️ Ishga qaytish",
    escalate: "🔺 Menejer chaqirish",
    de_escalate: "🔻 Bo‘limga qaytarish",
    reopen: "🔁 Qayta ochish",
    repin: "📌 Qayta qadash",
    more: "⋯ Yana",
    close: "✖️ Yopish",
    menuBack: "‹ Orqaga",
    assign: "👤 Topshirish",
    change: "🔀 Boshqa bo‘limga",
    priority: "❗ Shoshilinchlik",
    snooze: "💤 Keyinroq eslatish",
    wake: "⏰ Yana eslatish",
    on_it: "👍 Ishlayapman",
    cancel: "🗑 Bekor qilish",
    false_alarm: "Yolg‘on chaqiruv",
    duplicate: "Takrori: …",
    other_reason: "Boshqa sabab …",
    history: "🕘 Tarix",
    files: (n) => `📎 ${n}`,
    calls: "📞 Meni chaqiring",
    allow: (name) => `Ruxsat berish: ${name}`,
    attach: (company, name) => `Ulash: ${company} · ${name}`,
    create: (name) => `Yaratib ulash: “${name}”`,
    reject: "Rad etish va chiqish",
    block: "Rad etish va bloklash",
    again: (n) => `${n} · Qayta yuborish`,
    drop: (n) => `${n} · O‘chirish`,
    drop_all: "Hammasini o‘chirish",
  },

  menu: {
    more: "Nima qilmoqchisiz?",
    onlyHistory: "Bu yerda siz qila oladigan boshqa ish yo‘q.",
    department: "Qaysi bo‘limga?",
    priority: (now) => `Qanchalik shoshilinch? Hozir: ${now}.`,
    snooze: "Qancha vaqt eslatilmasin?",
    cancel: "Nega bekor qilinadi?",
    duplicate: "Qaysi hodisaning takrori?",
    noOther: "Bu yerda boshqa ochiq hodisa yo‘q.",
    assign: "Kimga topshiriladi?",
    nobody: "Bu bo‘lim uchun hali hech kim chaqiruv qabul qilmaydi.",
    writtenPrivately: "Sizga shaxsiy chatda yozdim.",
    askReason: (id) => `, ${id} nega bekor qilinadi? Shu xabarga javob yozing.`,
    reasonPlaceholder: "Sababi",
  },

  list: {
    title: {
      open: "Ochiq hodisalar",
      mine: "Mening hodisalarim",
      unclaimed: "Hech kim olmagan hodisalar",
      overdue: "Kechikayotgan hodisalar",
      closed: "Yopilgan hodisalar",
      found: "Topilgan hodisalar",
    },
    none: "Hech narsa yo‘q.",
    count: (n) => count(n, "hodisa"),
    unknownFilter: (word) => `“${word}” degan filtr ham, bo‘lim ham yo‘q.`,
    nothingToFind: "Nimani qidiray?",
    gone: "Bu ro‘yxat eskirgan. Uni qaytadan so‘rang.",
  },

  letters: {
    title: "Yetkazilmagan xabarlar",
    none: "Yo‘q: hamma xabar yetkazilgan.",
    why: "Sabab",
    card: (id) => `${id}: kartochka`,
    leave: "Guruh bilan xayrlashuv",
  },
};
