/** What answers the person who acted. */

import type { Part } from "../../../domain/rules.ts";
import type { TextKind } from "../../../domain/text.ts";
import type { Texts } from "../texts.ts";
import { count, list, measure, number } from "./grammar.ts";

const parts: Record<Part, string> = {
  anybody: "istalgan kishi",
  worker: "shu hodisada ishlaganlar",
  reporter: "xabar bergan kishi",
  owner: "mas’ul",
  helper: "yordamchilar",
  summarizer: "“Hal qilindi”ni bosgan kishi",
  member: "bo‘lim a’zolari",
  dispatcher: "dispetcherlar",
  manager: "menejerlar",
};

/** Looked up by whatever word the refusal names. */
const kinds: Readonly<Record<string, string>> = {
  description: "Tavsif",
  summary: "Xulosa",
  comment: "Izoh",
  reason: "Sabab",
} satisfies Record<TextKind, string>;

/** In Uzbek. An id takes no ending: `ACME-42 hodisasi` or `ACME-42:` carries it. */
export const answers: Pick<
  Texts,
  "done" | "refused" | "arguments" | "where" | "help"
> = {
  done: {
    report: (id) => `Qabul qilindi: ${id}.`,
    choose_department: (id) => `${id}: kimdir olishi kutilmoqda.`,
    claim: (id) => `${id} endi sizda.`,
    join: (id) => `Siz ${id} bo‘yicha yordam beryapsiz.`,
    leave: (id) => `Siz ${id} hodisasidan chiqdingiz.`,
    resolve: (id) => `${id}: endi javob qilib xulosa yozing.`,
    back_to_work: (id) => `${id} yana ishlanmoqda.`,
    summarize: (id) => `${id} hal qilindi.`,
    assign: (id) => `${id} topshirildi.`,
    change_department: (id) => `${id} endi boshqa bo‘limni kutmoqda.`,
    escalate: (id) => `${id}: menejerlar chaqirildi.`,
    de_escalate: (id) => `${id} bo‘limga qaytarildi.`,
    cancel: (id) => `${id} yopildi.`,
    reopen: (id) => `${id} qayta ochildi.`,
    comment: (id) => `${id} hodisasiga yozib qo‘yildi.`,
    edit_comment: (id) => `${id}: izoh o‘zgartirildi.`,
    attach: (id) => `${id} hodisasiga ilova qilindi.`,
    edit_source: (id) => `${id}: matn tahrirlangan xabarga moslandi.`,
    edit_description: (id) => `${id}: tavsif o‘zgartirildi.`,
    set_priority: (id) => `${id}: shoshilinchlik o‘zgartirildi.`,
    tag: (id) => `${id}: teglar qo‘shildi.`,
    untag: (id) => `${id}: teglar olib tashlandi.`,
    repin: (id) => `${id} qayta qadaldi.`,
    check_in: (id) => `Rahmat. ${id} bo‘yicha ish davom etmoqda.`,
    snooze: (id) => `${id}: eslatmalar vaqtincha to‘xtatildi.`,
    wake: (id) => `${id}: eslatmalar yana yoqildi.`,
    revoke_claim: (id) => `${id}: bu kishi hodisadan ozod qilindi.`,
    release: (id) => `${id}: bir kishi hodisadan ozod qilindi.`,
    move: (id) => `${id} ko‘chirildi.`,
    time_out: (id) => id,
  },

  refused: {
    unknown_incident: "Bu yerda bunday hodisa yo‘q.",
    pending:
      "Bu guruh hali faol emas: ruxsat kutilmoqda. Kompaniya nomi hali aytilmagan bo‘lsa, uni savolimga javob qilib yozing; keyin platforma administratori hal qiladi.",
    suspended: "Bu guruh to‘xtatib qo‘yilgan. Platforma administratoriga yozing.",
    unknownGroup: "Bu guruh hali ulanmagan. Boshlash uchun meni chiqarib, qayta qo‘shing.",
    too_short: (what, length, least) =>
      `${kinds[what] ?? what} juda qisqa: ${count(length, "belgi")}. Kamida ${
        number(least)
      } ta kerak.`,
    too_long: (what, length, most) =>
      `${kinds[what] ?? what} juda uzun: ${count(length, "belgi")}. Ko‘pi bilan ${
        number(most)
      } ta sig‘adi.`,
    too_many_commands: (seconds) =>
      `Bir daqiqada juda ko‘p buyruq yubordingiz. ${
        measure(seconds, "soniya")
      }dan keyin qayta urinib ko‘ring.`,
    already_reported: (id) => `Bu haqda xabar berilgan: ${id}.`,
    too_many_reports: {
      person: (minutes) =>
        `Bir soatda juda ko‘p xabar berdingiz. ${
          measure(minutes, "daqiqa")
        }dan keyin qayta urinib ko‘ring.`,
      group: (minutes) =>
        `Bu guruhda bir soatda juda ko‘p xabar berildi. ${
          measure(minutes, "daqiqa")
        }dan keyin qayta urinib ko‘ring.`,
    },
    status: {
      awaiting_department: () => "Avval bo‘limni tanlang.",
      awaiting_claim: () => "Hali hech kim olmagan.",
      in_progress: (who) => `Allaqachon olingan, mas’ul: ${who}.`,
      awaiting_summary: (who) => `Allaqachon hal qilingan; xulosani ${who} yozmoqda.`,
      resolved: (who) => `Buni allaqachon ${who} hal qilgan.`,
      closed: () => "Allaqachon yopilgan.",
    },
    not_allowed: (allowed) => `Buni faqat ${list(allowed.map((p) => parts[p]))} qila oladi.`,
    unknown_department: "Bu bo‘lim endi yo‘q.",
    department_chosen_already: (department) => `Bo‘lim allaqachon tanlangan: ${department}.`,
    restricted_department: (department) =>
      `“${department}”ni faqat bo‘lim a’zolari va menejerlar tanlay oladi.`,
    owns_already: (who) => `Hodisa allaqachon ${who} zimmasida.`,
    not_eligible: (who) => `${who} bu bo‘lim chaqiruvlarini qabul qilmaydi.`,
    no_claim: "Bu kishi hodisa bilan shug‘ullanmayapti.",
    escalated_already: "Menejerlar allaqachon chaqirilgan.",
    not_escalated: "Bunga menejer chaqirilmagan.",
    open_already: "Hodisa allaqachon ochiq.",
    no_change: "Allaqachon shunday.",
    bad_tag: "Tegda 1–24 ta harf, raqam, _ yoki - bo‘ladi.",
    too_many_helpers: (most) => `Allaqachon ${count(most, "yordamchi")} bor, boshqa sig‘maydi.`,
    too_many_open: (most) =>
      `Kompaniyada ${
        count(most, "ochiq hodisa")
      } bor, bundan ortig‘i sig‘maydi. Avval bir nechtasini yoping.`,
    too_many_tags: (most) => `Hodisada ko‘pi bilan ${count(most, "teg")} bo‘ladi.`,
    already_owner: "Hodisa allaqachon sizda.",
    already_helping: "Siz allaqachon yordam beryapsiz.",
    not_due: "Hali vaqti kelmagan.",
    busy: "Hozir juda bandman. Yana bir marta bosing.",
    unknownButton: "Bu tugma endi ishlamaydi.",
  },

  arguments: {
    unknownTimeZone: "Bunday vaqt mintaqasini bilmayman. Nomi Asia/Tashkent ko‘rinishida bo‘ladi.",
    whichIncident: "Qaysi hodisa? ID raqamini yozing yoki kartochkasiga javob bering.",
    noWorker: "Hodisani unga topshirib bo‘lmaydi.",
    whichPerson: "Kim? ID raqamini yoki @username’ini yozing yoki uni belgilang.",
    usage: "Yozilishi:",
    example: "Misol:",
    badPerson:
      "Bu odamni tanimayman. ID raqamini yozing, uni belgilang yoki uning xabarini shu yerga uzatib, o‘sha xabarga buyruq bilan javob bering.",
    unknownHandle: (handle) =>
      `@${handle} menga hali tanish emas. ID raqamini yozing yoki uning xabarini shu yerga uzating.`,
    hiddenAuthor:
      "Bu xabar muallifi uzatilgan xabarlarida akkauntini yashiradi. U menga yoki guruhga bir marta yozsin, keyin uning @username’ini yoki ID raqamini yozing.",
    askPerson: "Kim? Uning xabarini uzating yoki ID raqamini yoxud @username’ini yuboring.",
    forwarded: (name, id) => `Bu – ${name}, ID raqami ${id}.`,
    replyToPerson: "Buyruqni o‘sha odamning xabariga javob qilib yuboring.",
    badCompanyId: "Kompaniya ID’si 2–8 ta belgi: A–Z va 0–9, birinchisi harf.",
    notAPerson: "Unga rol berib bo‘lmaydi.",
  },

  where: {
    group: "Bu guruhda ishlaydi. Meni guruhga qo‘shing va o‘sha yerda yozing.",
    asYourself: "Kimligingizni bilolmayapman: guruh nomidan emas, o‘z nomingizdan yozing.",
    private: "Bu faqat men bilan shaxsiy chatda ishlaydi.",
  },

  help: {
    greeting:
      "Guruhlardagi hodisalarni yozib boraman: kim xabar berdi, kim oldi, qanday hal qilindi.",
    youAre: (role) => `Bu yerdagi rolingiz: ${role}.`,
    youAreIn: (company, role) => `${company}, rolingiz: ${role}.`,
    noRole: "Kompaniyada rolingiz yo‘q, lekin guruhda hodisa haqida baribir xabar bera olasiz.",
    roles: {
      platformAdmin: "platforma administratori",
      manager: "menejer",
      dispatcher: "dispetcher",
      member: "bo‘lim a’zosi",
      reporter: "xabar beruvchi",
    },
    youCan: "Nima qila olasiz:",
    counts: (reported, resolved) =>
      `Bu guruhda ${count(reported, "hodisa")} xabar qilingan, hal qilingani: ${number(resolved)}.`,
    open: (ids) => `Ochiq: ${ids}`,
    pressClaim:
      "Hodisani olish uchun kartochkada “Olaman”ni, yordam berish uchun “Qo‘shilaman”ni bosing.",
    claimAnyone:
      "Bu yerda hali hech kim chaqiruv qabul qilmaydi; hodisani istalgan kishi olishi mumkin.",
    claimOthers:
      "Xabar bersangiz, bo‘lim chaqiriladi; qaysi bo‘limni – o‘zingiz tanlashingiz mumkin.",
    addMe: "Hodisalar haqida guruhlarda xabar beriladi: meni guruhga qo‘shing.",
    owned: (ids) => `Hozir sizda: ${ids}`,
    listensInGroups:
      "Men guruhlarda ishlayman: o‘sha yerda /new_issue bilan xabar bering. Bu yerda nima qila olasiz: /help",
    administer: "Boshqaruv konsolda: /admin. Xuddi shu buyruqlar bilan: /help admin",
    administration: "Boshqaruv buyruqlari:",
    unknownCommand: "Bunday buyruqni bilmayman. Nima qila olasiz: /help",
    companies: "Kompaniyalar",
    departments: (n) => count(n, "bo‘lim"),
    noCompanies: "Hali kompaniya yo‘q. Qo‘shish: /add_company",
  },
};
