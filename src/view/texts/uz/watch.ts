/** What the daily check and the self-watch report. */

import type { Texts } from "../texts.ts";
import { count, measure, minutesOf, number, percent } from "./grammar.ts";

/** In Uzbek; words that stand in logs and settings stay as they are there. */
export const watch: Pick<Texts, "audit" | "health"> = {
  audit: {
    ofCompany: (company) => `🔧 Kunlik tekshiruv: ${company}`,
    ofPlatform: "🔧 Kunlik tekshiruv: hech bir kompaniyaga tegishli bo‘lmagan narsalar",
    found: {
      role_lost: (n) => `${count(n, "mas’ul yoki yordamchi")} ozod qilindi: tegishli roli yo‘q`,
      left_group: (n) => `${count(n, "mas’ul yoki yordamchi")} ozod qilindi: endi guruhda emas`,
      card: (n) => `${count(n, "kartochka")} yangidan ko‘rsatildi`,
      deadline: (n) => `${count(n, "eslatma")} to‘g‘rilandi`,
      missing_index: (n) => `${count(n, "yetishmagan indeks yozuvi")} qo‘shildi`,
      stray_index: (n) => `${count(n, "ortiqcha indeks yozuvi")} olib tashlandi`,
      stray_row: (n) => `${count(n, "kutayotgan kartochka")} olib tashlandi: bunday hodisa yo‘q`,
      tally: (n) => `${count(n, "hisoblagich")} to‘g‘rilandi`,
      unchecked_claim: (n) =>
        `${
          count(n, "mas’ul yoki yordamchini")
        } tekshirib bo‘lmadi: Telegram guruhda kim borligini aytmadi`,
      failed: (n) => `${count(n, "yozuvni")} tekshirib bo‘lmadi; sababi logda`,
    },
  },

  health: {
    since: "Boshlangan:",
    failure: "Telegram javobi:",
    why: "Nega muhim:",
    first: "Birinchi ish:",
    lasted: (minutes) => `${measure(minutes, "daqiqa")} davom etdi.`,
    symptoms: {
      wrong_token: {
        says: () => "Telegram bot tokenini tanimayapti",
        why: "bu tuzatilmaguncha hech narsa qabul qilinmaydi va yuborilmaydi; hammasi kutadi.",
        first: "@BotFather’dan token oling va uni TELEGRAM_BOT_TOKEN’ga yozing.",
        over: "Telegram bot tokenini yana taniyapti",
      },
      no_webhook: {
        says: () => "Webhook o‘rnatilmagan",
        why:
          "Telegram manzilimni bilmaydi, shuning uchun odamlar yozgan va bosgan hech narsa yetib kelmaydi.",
        first: "mening manzilim bilan “deno task webhook”ni ishga tushiring.",
        over: "Webhook yana o‘rnatildi",
      },
      telegram_silent: {
        says: (ms) => `Telegram ${minutesOf(ms)}dan beri javob bermayapti`,
        why: "yuboriladigan xabarlar kutib turibdi; hech biri yo‘qolmaydi.",
        first: "serverdan TELEGRAM_API_ROOT ochilishini tekshiring.",
        over: "Telegram yana javob beryapti",
      },
      updates_failing: {
        says: (ms) => `${minutesOf(ms)}dan beri update’larni qabul qilib bo‘lmayapti`,
        why: "odamlar javob olmayapti; Telegram ularning update’larini 24 soat saqlaydi.",
        first: "logdan “update failed”ni qidiring va manzilim ochilishini tekshiring.",
        over: "Update’lar yana kelyapti",
      },
      updates_waiting: {
        says: (n) => `Telegramda ${count(n, "update")} kutib turibdi`,
        why: "odamlar javob kutyapti, hodisani olish esa kechikishi mumkin.",
        first: "manzilim ochilishini, server va baza qanchalik bandligini tekshiring.",
        over: "Telegramda update’lar endi to‘planib qolmayapti",
      },
      sweep_late: {
        says: (ms) => `${minutesOf(ms)}dan beri birorta sweep tugamadi`,
        why: "hech kimga eslatma bormayapti, darrov yuborilmagan xabarlar yuborilmay turibdi.",
        first: "logdan “sweep failed”ni qidiring va cron’lar ishlayotganini tekshiring.",
        over: "Sweep yana o‘z vaqtida",
      },
      outbox_stuck: {
        says: (ms) => `Bir xabar ${minutesOf(ms)}dan beri sababsiz yuborilmay turibdi`,
        why: "odamlar chaqiruvlarni olmayapti, ko‘rayotgan kartochkalari esa eskirgan.",
        first: "logdan “delivery failed” va “sweep step failed”ni qidiring.",
        over: "Endi hech bir xabar sababsiz kutmayapti",
      },
      outbox_full: {
        says: (n) => `${count(n, "xabar")} yuborilishini kutmoqda`,
        why: "yangilari kechikadi; Telegram soniyasiga 30 tacha xabar oladi.",
        first:
          "tekshiring: Telegram rad etyaptimi (logda “delivery on hold”) yoki bitta guruh juda ko‘p yozyaptimi.",
        over: "Xabarlar navbati yana qisqa",
      },
      dead_letters: {
        says: (n) => `24 soat ichida ${count(n, "xabar")} yetkazilmadi`,
        why: "kimdir chaqiruv yoki javob olmadi va endi olmaydi ham.",
        first: "/dead_letters ularni sabablari bilan ko‘rsatadi: qayta yuboring yoki o‘chiring.",
        over: "So‘nggi 24 soatda deyarli hech bir xabar yo‘qolmadi",
      },
      store_slow: {
        says: (ms) => `Baza ${number(Math.round(ms / 100) / 10)} soniyada javob beryapti`,
        why: "har bir tugma bosilganda bundan bir necha barobar ko‘p kutiladi.",
        first: "diskni yoki KV_PATH ortidagi bazani va unga yana kim yozayotganini tekshiring.",
        over: "Baza yana tez",
      },
      many_unclaimed: {
        says: (share) => `Ochiq hodisalarning ${percent(share)} qismini hech kim olmagan`,
        why: "odamlar xabar bergan, lekin hech kim kelmagan.",
        first:
          "/issues unclaimed ro‘yxatini ko‘ring: hodisalarni topshiring yoki bo‘limlarga a’zo qo‘shing.",
        over: "Ochiq hodisalarning ko‘pini yana kimdir olgan",
      },
      many_escalated: {
        says: (share) => `Ochiq hodisalarning ${percent(share)} qismi menejerlarni kutmoqda`,
        why: "menejer faqat alohida hollarda chaqiriladi; menejerlar ulgurmasligi mumkin.",
        first:
          "/issues ro‘yxatini ko‘ring: eng eskilarini o‘zingizga oling, bo‘lim uddalaydiganini bo‘limga qaytaring.",
        over: "Menejerlarni kutayotgan ochiq hodisalar yana kam",
      },
    },
  },
};
