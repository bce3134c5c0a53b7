/** Administration: groups, companies, people, policy and calendar. */

import type { Texts } from "../texts.ts";
import { count, measure } from "./grammar.ts";

/** In Uzbek. Names take no ending, only the quotes around them do: `“Texnik yordam”ni`. */
export const companies: Pick<
  Texts,
  "onboarding" | "desk" | "people" | "policy" | "calendar"
> = {
  onboarding: {
    prompt: "Salom! Men guruhlardagi hodisalarni kuzatib boraman.",
    promptAsk: ", bu guruh qaysi kompaniyaniki? Nomini shu xabarga javob qilib yozing.",
    placeholder: "Kompaniya nomi",
    request: "Guruh faollashtirishni so‘rayapti",
    group: "Guruh",
    addedBy: "Qo‘shgan",
    answeredBy: "So‘ragan",
    requestedName: "Kompaniya",
    activated: (company) => `✅ Bu guruh endi “${company}” tarkibida.`,
    activatedReport:
      "Xabar berish: /new_issue va nima bo‘lganini yozing yoki biror xabarga /new_issue deb javob bering.",
    activatedClaim:
      "Ishlash: kartochkada “Olaman”ni, keyin “Hal qilindi”ni bosing va javob qilib xulosa yozing.",
    activatedCalls:
      "Istalgan bo‘lim hodisalarini olish va bo‘limda hech kim bo‘lmasa chaqirilish uchun tugmani bosing.",
    needsManager: (company) =>
      `Kimdir boshqarishi kerak: /add_manager ${company} va uning id raqami yoki /admin.`,
    activatedAnyone: "Kimdir bosguncha hodisani istalgan kishi olishi mumkin.",
    rejected: "Platforma administratori bu guruhni rad etdi. Xayr.",
    wantsCalls:
      "bu yerda chaqiruv qabul qilmoqchi. Guruh administratorlaridan biri ruxsat berishi mumkin.",
    takesCalls: "endi bu yerda chaqiruv qabul qiladi.",
    cannot: {
      post: (title) =>
        `“${title}” guruhida endi yoza olmayapman. Yozishga yana ruxsat bering: ungacha kartochkalar kutib turadi, chaqiruvlar esa bir kun saqlanadi.`,
      delete: (title) =>
        `“${title}” guruhida o‘zimning eski eslatmalarimni o‘chira olmayapman. Xabarlarni o‘chirish huquqini bering; ungacha har biri bitta qator bo‘lib qoladi.`,
    },
    lost: (title, company) =>
      `Meni “${title}” guruhidan (${company}) chiqarib yuborishdi. Hodisalari saqlanadi; davom etish uchun meni qayta qo‘shing.`,
    noPending: "Faollashtirishni kutayotgan guruh yo‘q.",
  },

  desk: {
    company_added: (id, name) => `Kompaniya qo‘shildi: ${id} · ${name}. Bo‘limi: Dispatch.`,
    company_exists: (id) => `${id} kompaniyasi allaqachon bor. Hech narsa o‘zgarmadi.`,
    unknown_company: (id) => `${id} kompaniyasi yo‘q. Ro‘yxat: /companies`,
    department_added: (id, name) => `${id} kompaniyasiga bo‘lim qo‘shildi: ${name}.`,
    department_exists: (id, name) => `${id} kompaniyasida bunday bo‘lim allaqachon bor: ${name}.`,
    department_renamed: (name, to) => `“${name}” endi “${to}” deb ataladi.`,
    default_department_set: (id, name) => `${id}: bo‘lim tanlanmasa, endi ${name} chaqiriladi.`,
    unknown_department: (names) => `Bunday bo‘lim yo‘q. Borlari: ${names}`,
    too_many_departments: (most) => `Kompaniyada ko‘pi bilan ${count(most, "bo‘lim")} bo‘ladi.`,
    group_attached: (id, title) => `“${title}” endi faol, kompaniyasi: ${id}.`,
    group_attached_already: (id, title) =>
      `“${title}” allaqachon ${id} kompaniyasida. Hech narsa o‘zgarmadi.`,
    group_rejected: (title, blocked) =>
      blocked ? `“${title}” rad etildi va bloklandi.` : `“${title}” rad etildi.`,
    group_blocked: (title) => `“${title}” bloklandi.`,
    unknown_group: (chatId) =>
      `Kutayotganlar orasida ${chatId} guruhi yo‘q. Avval meni guruhga qo‘shing.`,
    group_not_active: "Bu guruh faollashgandan keyin ishlaydi.",
    activation_pending:
      "Kutilmoqda: avval platforma administratori bu guruhga ruxsat berishi kerak.",
    request_sent: (name) =>
      `Rahmat. “${name}” platforma administratorlariga yuborildi; guruh faollashganda shu yerda aytaman.`,
    request_on_file: (name) =>
      `“${name}” so‘rovi allaqachon yuborilgan. Platforma administratori javob beradi.`,
    request_name_length: (length) =>
      `Kompaniya nomi 2–80 ta belgidan iborat bo‘ladi, bunisi – ${count(length, "belgi")}.`,
    too_many_requests: (most) =>
      `Meni qo‘shgan kishining ${
        count(most, "guruhi")
      } allaqachon javob kutmoqda. Avval o‘shalarga javob kelsin.`,
    topic_set: "Kartochkalar endi shu mavzuda chiqadi.",
    topic_cleared: "Kartochkalar endi xabar berilgan joyda chiqadi.",
    department_restricted: {
      on: (name) => `🔒 “${name}”ni endi faqat a’zolar va menejerlar tanlay oladi.`,
      off: (name) => `“${name}”ni endi hamma tanlay oladi.`,
    },
    policy_set: (scope, name, value) => `${scope}: endi ${name} = ${value}.`,
    hours_set: (id, hours) => `${id}: ish vaqti endi ${hours}.`,
    holidays_set: (id, n) => `${id}: endi ${count(n, "bayram kuni")} bor.`,
    too_many_holidays: (most) => `Kompaniyada ko‘pi bilan ${count(most, "bayram kuni")} bo‘ladi.`,
    not_a_member: (who, department) => `${who} “${department}” a’zosi emas. Qo‘shish: /add_member`,
    shift_set: (who, department, hours) => `${who}, “${department}” smenasi: ${hours}.`,
    shift_cleared: (who, department) =>
      `${who}, “${department}” smenasi: vaqti endi belgilanmagan.`,
    letter_sent_again: "Qayta yuborilmoqda.",
    letter_dropped: "O‘chirildi.",
    letter_gone: "Bu xabar endi yo‘q.",
    letters_dropped: (n) => `${count(n, "xabar")} o‘chirildi.`,
    time_zone_set: (id, zone) => `${id}: vaqt endi ${zone} bo‘yicha.`,
    revoked: {
      dispatcher: (who, scope) => `${who} endi ${scope} dispetcheri emas.`,
      manager: (who, scope) => `${who} endi ${scope} menejeri emas.`,
      member: (who, scope, department) => `${who} endi “${department}” (${scope}) a’zosi emas.`,
      again: (who) => `${who}: bunday roli yo‘q.`,
    },
    granted: {
      dispatcher: (who, scope) => `${who} endi ${scope} dispetcheri.`,
      manager: (who, scope) => `${who} endi ${scope} menejeri.`,
      member: (who, scope, department) => `${who} endi “${department}” (${scope}) a’zosi.`,
      again: (who) => `${who}: bu roli allaqachon bor. Hech narsa o‘zgarmadi.`,
    },
    thisGroup: "shu guruh",
    hereInThisGroup: "Shu guruh",
    too_many_people: (most) =>
      `Guruhda ko‘pi bilan ${measure(most, "kishi")}ga alohida rol berish mumkin.`,
    takes_calls: (who) => `${who} endi bu yerda chaqiruv qabul qiladi.`,
    takes_calls_again: (who) => `${who} bu yerda allaqachon chaqiruv qabul qiladi.`,
    asked: "Guruh administratorlaridan so‘radim.",
    asked_again: "Guruh administratorlaridan allaqachon so‘ralgan.",
    not_allowed: "Kechirasiz, bunga huquqingiz yo‘q. Hech narsa o‘zgarmadi.",
    noted: "Yozib qo‘ydim.",
  },

  people: {
    title: (scope) => `Odamlar: ${scope}`,
    count: (n) => measure(n, "kishi"),
    none: "Hali hech kimga rol berilmagan.",
    reachable: "shaxsiy chatda yoza olaman",
    unreachable: "meni shaxsiy chatda ishga tushirmagan",
    youHere: (company) => `Rolingiz: ${company}`,
    reporter: "Rolingiz yo‘q: shu guruhdagi hamma kabi xabar bera olasiz.",
    askInGroup:
      "Guruh o‘z rollarini ham berishi mumkin, ular faqat o‘sha yerda amal qiladi: guruhda /whoami yozing.",
    roles: {
      platform_admin: "shu botning platforma administratori",
      administrator: "menejer (shu Telegram guruhining administratori sifatida)",
      manager: (scope) => `${scope} menejeri`,
      dispatcher: (scope) => `${scope} dispetcheri`,
      member: (department, scope) => `“${department}” (${scope}) a’zosi`,
    },
  },

  policy: {
    title: (scope) => `Muddatlar va cheklovlar: ${scope}`,
    hint: "Shu yerda belgilangani ✏️ bilan ko‘rsatilgan. O‘zgartirish yoki qaytarish:",
    settings: {
      department: "daqiqadan keyin xabar bergan kishiga bo‘lim tanlash eslatiladi",
      department_repeat: "bu eslatmalar oralig‘i (daqiqa)",
      department_reminders: "ta eslatmadan keyin asosiy bo‘lim chaqiriladi",
      unclaimed: "daqiqa ichida hech kim olmasa, birinchi eslatma boradi",
      unclaimed_repeat: "bu eslatmalar oralig‘i (daqiqa)",
      unclaimed_reminders: "ta eslatmadan keyin menejerlar chaqiriladi",
      auto_escalation: "menejerlar o‘z-o‘zidan chaqiriladi",
      escalated: "daqiqadan keyin menejerlarga eslatiladi",
      escalated_repeat: "bu eslatmalar oralig‘i (daqiqa)",
      check_in: "daqiqa jimlikdan keyin mas’uldan holat so‘raladi",
      check_in_repeat: "bu savollar oralig‘i (daqiqa)",
      summary: "daqiqa “Hal qilindi”dan keyin xulosa kutiladi, so‘ng xulosasiz yopiladi",
      critical: "favqulodda bo‘lsa, yuqoridagi daqiqalar shunga ko‘paytiriladi",
      high: "shoshilinchligi yuqori bo‘lsa",
      medium: "o‘rta bo‘lsa",
      low: "past bo‘lsa",
      reports_per_person: "ta hodisa haqida bir kishi bir soatda xabar bera oladi",
      reports_per_dispatcher:
        "ta hodisa haqida dispetcher yoki menejer bir soatda xabar bera oladi",
      reports_per_group: "ta hodisa haqida bitta guruh bir soatda xabar bera oladi",
      commands_per_person: "ta buyruqni bir kishi bir daqiqada yubora oladi",
    },
    unknownSetting: (word) => `“${word}” degan sozlama yo‘q.`,
    badValue: "Bu sozlamaga bunday qiymat to‘g‘ri kelmaydi.",
  },

  calendar: {
    title: (company, zone) => `Ish vaqti: ${company} (${zone})`,
    always: "kecha-yu kunduz",
    holidays: "Bayram kunlari",
    noHolidays: "yo‘q",
    badHours: "Bu ish vaqtini tushunmadim. Mana bunday yoziladi: mon-fri 08:00-17:00; sat 9-13.",
    badDates: "Sana 2026-12-25 ko‘rinishida yoziladi va haqiqiy sana bo‘lishi kerak.",
  },
};
