/** What is stored of people, how they see it, how they are forgotten, and for how long it is kept. */

import type { Texts } from "../texts.ts";
import { count, measure, number } from "./grammar.ts";

const forEver = "muddatsiz";

const begun = "Sizni unutyapman. Tugagach, aytaman.";

/** In Uzbek. */
export const privacy: Pick<
  Texts,
  "privacy" | "forget" | "retention" | "myData" | "deskPrivacy" | "privacyButtons"
> = {
  privacy: {
    title: "Nimani ko‘raman va saqlayman",
    sees:
      "Guruhda administrator bo‘lsam, undagi har bir xabar menga keladi; bo‘lmasam, faqat buyruqlar va menga yozilgan javoblar. Hodisaga tegishli bo‘lmagan hech narsani saqlamayman.",
    keeps: [
      "Saqlanadi: hodisa haqidagi xabarlar, izohlar va kartochkaga boshqa javoblar, kim hodisa bilan qachon nima qilgani;",
      "boshqaruvchilardan: kompaniya yoki guruhda qachon nimani o‘zgartirgani;",
      "fayllardan: faqat Telegramdagi havolasi, faylning o‘zi emas;",
      "odamlardan: Telegramdagi ID raqami, ko‘rinib turgan ismi va @username’i, tili, rollari va smenalari;",
      "bir necha soat yoki kun: qaysi update’larni qabul qilganim, nima yuborilishini kutayotgani, kim menga qancha murojaat qilgani.",
    ],
    seenBy:
      "Kim ko‘radi: guruhda – undagi odamlar; shaxsiy chatda – xabar bergan kishi, hodisa ustida ishlaganlar, kompaniyaning dispetcher va menejerlari. Boshqa kompaniyalar ko‘rmaydi. Botni yuritadiganlar uning bazasini va zaxira nusxalarini o‘qiy oladi.",
    kept: (company, days) =>
      days === null
        ? `${company} hodisalarni ${forEver} saqlaydi.`
        : `${company} hodisalarni tugaganidan keyin ${measure(days, "kun")} saqlaydi.`,
    keptByCompany: "Tugagan hodisalar qancha saqlanishini har bir kompaniya o‘zi belgilaydi.",
    rights:
      "Shaxsiy chatda: /my_data siz haqingizda saqlangan ma’lumotni fayl qilib yuboradi. /forget_me ismingiz va username’ingizni hamma joyda taxallusga almashtiradi.",
    forgotten:
      "Tayyor: sizni unutdim. Endi menga yozsangiz, men uchun yangi odam bo‘lasiz. Avval yuborilgan xabarlar Telegramda o‘zgarishsiz qoladi.",
  },

  forget: {
    title: "Sizni unutish",
    what: [
      "Ismingiz va Telegramdagi ID raqamingiz hamma joyda taxallusga almashtiriladi: hodisalarda va ularning tarixida, guruhlarda, yuborilishini kutayotgan xabarlarda. Taxallus hamma joyda bir xil, shuning uchun nima bo‘lgani tushunarli bo‘lib qoladi.",
      "Username’ingiz va profilingiz o‘chiriladi. Barcha rollaringiz, menejerlik ham, va smenalaringiz tugaydi.",
      "Siz va boshqalar yozgan matnlar o‘zgarmaydi: ularda ismingizni qidirmayman.",
      "Telegramda turgan xabarlar o‘sha yerda qoladi; faqat ochiq hodisalarning kartochkalari yangidan ko‘rsatiladi. Avval olingan zaxira nusxalarda siz hali ham bor bo‘lasiz.",
    ],
    never:
      "Buni ortga qaytarib bo‘lmaydi. Keyin akkauntingizdan kim yozsa ham, men uchun yangi odam bo‘ladi.",
    sure:
      "Yana bir marta so‘rayman, chunki buni hech kim ortga qaytara olmaydi: sizni butunlay unutaymi?",
    platformAdmin:
      "Siz platforma administratorisiz: bu botning konfiguratsiyasida (PLATFORM_ADMIN_IDS) yozilgan, uni men o‘zgartira olmayman. Avval o‘sha yerdan olib tashlashsin.",
    handOver: (incidents) =>
      `Hali tugatmagan ishingiz yoki yozmagan xulosangiz bor: ${incidents}. Avval topshiring yoki yakunlang.`,
    begun,
    late: "Bu tugmalar eskirgan. Qaytadan so‘rash: /forget_me",
  },

  retention: {
    now: (company, days) =>
      `${company} tugagan hodisalarni ${days === null ? forEver : measure(days, "kun")} saqlaydi.`,
    badDays: (least, most) =>
      `Kunlar sonini (${number(least)}–${number(most)}) yoki forever deb yozing.`,
    asks: (company, days) =>
      `${company} tugagan hodisalarni faqat ${
        measure(days, "kun")
      } saqlaydigan bo‘ladi. Eskirog‘i har kecha o‘chiriladi, uni tiklab bo‘lmaydi.`,
    wouldGo: (n, isMore) =>
      isMore
        ? `Hozirning o‘zida ${count(n, "hodisa")}dan ko‘pi o‘chiriladi.`
        : `Hozirning o‘zida ${count(n, "hodisa")} o‘chiriladi.`,
  },

  myData: {
    caption: (file) => `Siz haqingizda saqlangan ma’lumot: ${file}`,
    cut: "Hammasi bitta faylga sig‘madi: eng eskilari tushirib qoldirildi.",
    wait: (minutes) =>
      `Bir soat ichida uch marta oldingiz. ${
        measure(minutes, "daqiqa")
      }dan keyin qayta urinib ko‘ring.`,
  },

  deskPrivacy: {
    retention_set: (company, days) =>
      `${company} endi hodisalarni tugaganidan keyin ${measure(days, "kun")} saqlaydi.`,
    retention_for_ever: (company) => `${company} endi hodisalarni ${forEver} saqlaydi.`,
    retention_shorter: (company, days) =>
      `${company} hozir ${measure(days, "kun")}dan ko‘p saqlaydi: qisqartirishni tasdiqlash kerak.`,
    forgetting_begun: begun,
    being_forgotten: "Ayni paytda sizni unutyapman. Tugaganini aytganimda qaytib keling.",
    person_being_forgotten:
      "Bu odamni hozir unutyapman, unga rol berilmadi. Hech narsa o‘zgarmadi.",
    is_platform_admin:
      "Platforma administratorlari konfiguratsiyada yozilgan: avval o‘sha yerdan olib tashlanadi.",
    button_too_old: "Bu tugma eskirgan. Qaytadan so‘rang.",
    still_at_work: (incidents) => `Avval topshiring yoki yakunlang: ${incidents}.`,
  },

  privacyButtons: {
    forget: "Ha, meni unuting",
    forget_for_ever: "Butunlay",
    retain: "Ha, eskirog‘i o‘chirilsin",
  },
};
