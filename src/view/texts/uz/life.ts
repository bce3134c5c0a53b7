/** The life of companies, departments and groups: listed, moved, archived, deleted. */

import type { Texts } from "../texts.ts";
import { count, measure, number } from "./grammar.ts";

/** In Uzbek. */
export const life: Pick<Texts, "life" | "groups" | "farewell" | "deletion"> = {
  life: {
    group_detached: (id, title) =>
      `“${title}” endi ${id} guruhi emas. Hodisalari saqlanadi; qayta ulash: /add_group`,
    group_detached_already: (id, title) =>
      `“${title}” ${id} kompaniyasidan allaqachon uzilgan. Hech narsa o‘zgarmadi.`,
    group_moved: (id, title) =>
      `“${title}” endi ${id} guruhi. Unda avval tugagan hodisalar oldingi kompaniyada qoladi.`,
    group_has_open: (id, title, open) =>
      `“${title}” guruhida ${id} kompaniyasining ${
        count(open, "ochiq hodisasi")
      } bor. Avval ularni yoping, keyin guruhni boshqa kompaniyaga o‘tkazish mumkin.`,
    no_such_group: (chatId) => `Hech bir kompaniyada ${chatId} guruhi yo‘q. Borlari: /groups`,
    too_many_groups: (id, most) =>
      `${id} kompaniyasida ${
        count(most, "guruh")
      } bor, bundan ortig‘i sig‘maydi. Avval bittasini uzing; ro‘yxat: /groups ${id}`,
    too_many_of_company: (id, most) =>
      `${id} kompaniyasida ${
        measure(most, "kishi")
      }ning roli bor, bundan ortig‘i sig‘maydi. Avval kimningdir rollarini olib tashlang; ro‘yxat: /people ${id}`,
    department_placed: (id, name, place) =>
      `${id}: “${name}” endi bo‘limlar orasida ${number(place)}-o‘rinda.`,
    department_removed: (id, name, to) =>
      `${id}: “${name}” bo‘limi olib tashlandi. Ochiq hodisalari “${to}” bo‘limiga o‘tadi, a’zolari bu rolini yo‘qotdi.`,
    last_department: (id, name) =>
      `“${name}” – ${id} kompaniyasining yagona bo‘limi. Avval boshqasini qo‘shing: /add_department ${id}`,
    company_renamed: (id, name) => `${id} endi “${name}” deb ataladi.`,
    company_archived: (id) =>
      `${id} arxivlandi: guruhlari to‘xtatildi, hodisalar qabul qilinmaydi, hech kimga eslatilmaydi. Hammasi saqlanadi; tiklash: /restore_company ${id}`,
    company_restored: (id) =>
      `${id} yana ishlayapti. Men hali ham a’zo bo‘lgan guruhlar faollashadi.`,
    company_is_archived: (id) =>
      `${id} arxivda. Hech narsa o‘zgarmadi; platforma administratori uni tiklay oladi: /restore_company ${id}`,
    company_not_archived: (id) => `${id} arxivda emas. Hech narsa o‘zgarmadi.`,
    archive_first: (id) =>
      `Hech narsa o‘zgarmadi: faqat arxivdagi kompaniyani o‘chirish mumkin. Avval: /archive_company ${id}`,
    deletion_asked: (id) =>
      `Ishonchingiz komilmi? Buni hech kim ortga qaytara olmaydi. ${id} kompaniyasini o‘chirish uchun 10 daqiqa ichida yuboring: /delete_company ${id} ${id}`,
    deletion_unconfirmed: (id) =>
      `Vaqt o‘tib ketdi yoki ${id} o‘zgardi. Hech narsa o‘chirilmadi; qaytadan boshlang: /delete_company ${id}`,
    deletion_begun: (id) =>
      `${id} o‘chirilmoqda. Undagi hamma narsa yuqoridagi hujjatda; kerak bo‘lishi mumkin ekan, uni saqlab turing.`,
    company_going: (id) =>
      `${id} hali o‘chirilmoqda. Bir necha daqiqadan keyin qayta urinib ko‘ring.`,
  },

  groups: {
    title: (scope) => `Guruhlar: ${scope}`,
    own: "kompaniyalaringiz",
    waiting: "Kutayotgan guruhlar",
    nobodyWaits: "Kutayotgan guruh yo‘q.",
    none: "Guruh yo‘q.",
    companies: "Kompaniyalar",
    count: (n) => count(n, "guruh"),
    open: (n) => count(n, "ochiq hodisa"),
    active: "faol",
    removed: "to‘xtatilgan: men unda emasman",
    suspended: {
      detached: "to‘xtatilgan: uzilgan",
      archived: "to‘xtatilgan: kompaniyasi arxivda",
    },
    asked: (name, by) => `kompaniya: “${name}”, so‘ragan: ${by}`,
    notAsked: (by) => `qo‘shgan: ${by}; kompaniyani hali hech kim aytmagan`,
    archived: "arxivda",
  },

  farewell: {
    detached: "Bu guruh endi kompaniyaga tegishli emas. Endi bu yerda yozmayman. Xayr.",
    archived: "Bu kompaniya arxivlandi. U tiklanmaguncha bu yerda hodisalar qabul qilinmaydi.",
    deleted: "Bu kompaniya endi men bilan ishlamaydi, guruhdan chiqaman. Xayr.",
  },

  deletion: {
    question: (id, name) => `${id} · ${name} butunlay o‘chirilsinmi?`,
    goes: "Avval hammasini sizga hujjat qilib yuboraman, keyin shular o‘chadi:",
    incidents: (all, open) =>
      `${count(all, "hodisa")} (ochig‘i: ${number(open)}), ularda yozilgan hamma narsa bilan`,
    groups: (n) => `${count(n, "guruh")}, ulardan chiqaman`,
    people: (n) => `${measure(n, "kishi")}ning rollari`,
    departments: (n) => count(n, "bo‘lim"),
    button: (id) => `🗑 O‘chirish: ${id} …`,
    caption: (id, part) =>
      `${id}: hamma ma’lumot, ${part}-qism. Qismlar shu tartibda bir butun bo‘ladi; bu ham oddiy zaxira nusxa.`,
    notTaken: "Telegram hujjatni qabul qilmadi. Hech narsa o‘chirilmadi.",
  },
};
