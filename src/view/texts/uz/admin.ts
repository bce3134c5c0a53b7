/** The console: its pages, its buttons, and what it asks. */

import type { Texts } from "../texts.ts";
import { count, measure, number } from "./grammar.ts";

/** In Uzbek. */
export const admin: Pick<Texts, "admin"> = {
  admin: {
    title: "Boshqaruv",
    none:
      "Bu yerda sizda boshqaruv oynasi yo‘q. U kompaniya menejerlari va platforma administratorlari uchun: boshqa menejer sizni /add_manager bilan tayinlashi mumkin.",
    gone: "Bu endi yo‘q.",
    done: "👌",
    late: "Savol endi yo‘q. Hech narsa o‘zgarmadi.",
    leaveIt: "Yoki o‘zgartirmaslik uchun boshqaruv oynasidagi tugmani bosing.",
    sure: "Ishonchingiz komilmi?",
    yes: "Ha",

    home: {
      none: "Hali kompaniya yo‘q.",
      waiting: (n) => `⏳ Kutayotgan guruhlar: ${number(n)}`,
      addCompany: "➕ Kompaniya",
      export: "📦 Eksport",
    },

    company: {
      departments: (n) => count(n, "bo‘lim"),
      times: (zone) => `Vaqt ${zone} bo‘yicha ko‘rsatiladi.`,
      works: (hours) => `Ish vaqti: ${hours}.`,
      isArchived: "Arxivda: unda hech narsa bo‘lmaydi.",
      toGroups: "💬 Guruhlar",
      rename: "✏️ Nomini o‘zgartirish",
      export: "📦 Eksport",
      exporting: "Yuboryapman.",
      notSent: "Telegram hujjatni qabul qilmadi. Hech narsa yuborilmadi.",
      archive: "🗄 Arxivlash",
      restore: "♻️ Tiklash",
      delete: "🗑 O‘chirish …",
      sureArchive: (name) =>
        `“${name}” arxivga o‘tadi: guruhlari to‘xtatiladi, hech kimga eslatilmaydi. Hammasi saqlanadi.`,
      toDepartments: "🗂 Bo‘limlar",
      toPeople: "👥 Odamlar",
      toPolicy: "⏱ Sozlamalar",
      toCalendar: "📅 Kalendar",
      toLanguage: "🗣 Til",
      toRetention: "🧹 Saqlash muddati",
    },

    departments: {
      title: "Bo‘limlar",
      isDefault: "⭐️ bo‘lim tanlanmasa chaqiriladi; 🔒 faqat a’zolari va menejerlar tanlay oladi.",
      add: "➕ Bo‘lim",
      members: (n) => count(n, "a’zo"),
      isTheDefault: "Bo‘lim tanlanmasa, shu bo‘lim chaqiriladi.",
      isRestricted: "Faqat a’zolari va menejerlar tanlay oladi.",
      isOpen: "Hamma tanlay oladi.",
      rename: "✏️ Nomini o‘zgartirish",
      makeDefault: "⭐️ Odatda shu chaqirilsin",
      restrict: "🔒 Cheklash",
      openUp: "🔓 Hammaga ochish",
      toMembers: "👥 A’zolar",
      addMembers: "➕ A’zolar",
      noMembers: "A’zolari yo‘q.",
      place: (place, all) => `O‘rni: ${number(place)}/${number(all)}.`,
      up: "⬆️ Yuqoriga",
      down: "⬇️ Pastga",
      remove: "🗑 Olib tashlash",
      sureRemove: (name) =>
        `“${name}” olib tashlanadi. Ochiq hodisalari odatdagi bo‘limga o‘tadi, a’zolari bu rolini yo‘qotadi.`,
    },

    people: {
      title: "Odamlar",
      signs: "👑 menejer · 🎧 dispetcher · 👤 bo‘lim a’zosi",
      none: "Hali hech kimda rol yo‘q.",
      addManagers: "➕ Menejerlar",
      addDispatchers: "➕ Dispetcherlar",
      makeManager: "👑 Menejer qilish",
      makeDispatcher: "🎧 Dispetcher qilish",
      endManager: "➖ Menejer",
      endDispatcher: "➖ Dispetcher",
      toDepartments: "🗂 Bo‘limlar",
      noRole: "Roli yo‘q.",
      isManager: "Kompaniya menejeri.",
      isDispatcher: "Kompaniya dispetcheri.",
      isMember: (n) => `${count(n, "bo‘lim")} a’zosi.`,
      isReachable: "Bot unga shaxsiy chatda yoza oladi.",
      isUnreachable: "Botni shaxsiy chatda hali boshlamagan.",
      memberships: "✅ – a’zo. O‘zgartirish uchun bo‘limni bosing.",
      onDuty: (hours) => `Navbatchilik: ${hours}`,
      noShift: "Navbatchilik vaqti belgilanmagan.",
      setShift: "⏰ Vaqtini belgilash",
      clearShift: "Vaqtsiz",
      endMembership: "➖ Bo‘limdan chiqarish",
      sureManager: (who, company) => `${who} endi ${company} menejeri bo‘lmaydi.`,
      sureDispatcher: (who, company) => `${who} endi ${company} dispetcheri bo‘lmaydi.`,
      sureMember: (who, department) => `${who} endi “${department}” a’zosi bo‘lmaydi.`,
      given: (given, already) =>
        already === 0
          ? `Bu rol endi ${measure(given, "kishi")}da bor.`
          : `Bu rol endi ${measure(given, "kishi")}da bor; ${
            measure(already, "kishi")
          }da avvaldan bor edi.`,
    },

    groups: {
      title: "Guruhlar",
      none: "Guruhlari yo‘q.",
      signs: "🟢 faol · ⏸ to‘xtatilgan",
      detach: "✂️ Uzish",
      attachAgain: "✅ Qayta ulash",
      move: "➡️ Boshqa kompaniyaga …",
      whereTo: "Qaysi kompaniyaga o‘tsin?",
      sureDetach: (title, company) =>
        `“${title}” endi ${company} guruhi bo‘lmaydi. Hodisalari saqlanadi.`,
      sureMove: (title, company) =>
        `“${title}” rollari va sozlamalarisiz ${company} kompaniyasiga o‘tadi.`,
    },

    waiting: {
      title: "Kutayotgan guruhlar",
      none: "Faollashtirishni kutayotgan guruh yo‘q.",
      asked: (name) => `Kompaniya: ${name}`,
      notAsked: "Qaysi kompaniya uchun ekanini hali hech kim aytmagan.",
      askedBy: (who) => `So‘ragan: ${who}`,
      addedBy: (who) => `Botni qo‘shgan: ${who}`,
      attachTo: (id, name) => `✅ ${id} · ${name}`,
      create: (name) => `✅ Yangi kompaniya “${name}”`,
      other: "✅ Boshqa kompaniya …",
      reject: "🚫 Rad etish",
      block: "⛔️ Rad etib bloklash",
      which: "Qaysi kompaniya uchun?",
      sureReject: (title) => `Bot “${title}” guruhidan chiqadi.`,
      sureBlock: (title) => `Bot “${title}” guruhidan chiqadi, yana qo‘shilsa ham chiqib ketadi.`,
    },

    policy: {
      title: "Sozlamalar",
      hint: "✏️ – shu yerda belgilangan; qolgani odatdagidek.",
      value: (value) => `Hozir: ${value}`,
      set: "✏️ Belgilash",
      on: "Yoqish",
      off: "O‘chirish",
      default: "↩️ Odatdagidek",
    },

    calendar: {
      title: "Kalendar",
      hours: (hours) => `Ish vaqti: ${hours}`,
      zone: (zone) => `Vaqt mintaqasi: ${zone}`,
      holidays: (n) => count(n, "bayram kuni"),
      setHours: "✏️ Ish vaqti",
      always: "🔁 Kecha-kunduz",
      setZone: "🌍 Vaqt mintaqasi",
      toHolidays: "🏖 Bayramlar",
      holidaysTitle: "Bayramlar",
      noHolidays: "Belgilanmagan.",
      drop: "Kun yana ish kuni bo‘lishi uchun uni bosing.",
      add: "➕ Kunlar",
    },

    language: {
      title: "Til",
      now: (name) => `Guruhlarining tili: ${name}.`,
      others: "Guruh /language bilan boshqasini tanlashi mumkin; har kim o‘z tilida o‘qiydi.",
    },

    keeping: {
      title: "Saqlash muddati",
      days: (n) => measure(n, "kun"),
      set: "✏️ Boshqa son",
      forEver: "♾ Muddatsiz",
    },

    export: {
      title: "Eksport",
      file: "deno task kv export FILE bot ishlab turganda saqlangan hamma narsani faylga yozadi.",
      endpoint: "GET /admin/export ADMIN_EXPORT_TOKEN ni biladiganlarga shuni yuboradi.",
    },

    ask: {
      companyName: "Kompaniya nomi nima? Oldidan identifikator yozish mumkin.",
      departmentName: "Bo‘lim nomi nima?",
      newName: "Endi nomi nima bo‘ladi?",
      hours: "Odamlari qachon ishlaydi?",
      shift: "Qachon navbatchi?",
      zone: "Qaysi vaqt mintaqasi?",
      days: "Qaysi kunlar? Bitta xabarda bir nechtasi bo‘lishi mumkin.",
      retention: "Tugagan hodisalar necha kun saqlansin?",
      value: "Qiymati qanday bo‘lsin?",
      people:
        "Kim? Pastdagi tugma bilan odamlarni tanlang, o‘sha odamning xabarini uzating yoki raqamli id yoki @nomini yuboring.",
      choose: "👥 Odamlarni tanlash",
      cancel: "✖️ Qoldirish",
      nameLength: (least, most) =>
        `Nom ${number(least)}–${number(most)} ta belgidan iborat bo‘ladi.`,
      nobody: "Bu xabarda hech kim ko‘rsatilmagan.",
    },
  },
};
