/** The settings of a policy in few words, their values with units, and what each takes. */

import type { Texts } from "../texts.ts";

/** In Uzbek. */
export const policyWords: Pick<Texts, "policyWords"> = {
  policyWords: {
    labels: {
      department: "Bo‘lim tanlash: birinchi eslatma",
      department_repeat: "Bo‘lim tanlash: keyin har",
      department_reminders: "Bo‘lim tanlash: eslatmalar",
      unclaimed: "Hech kim olmasa: birinchi eslatma",
      unclaimed_repeat: "Hech kim olmasa: keyin har",
      unclaimed_reminders: "Hech kim olmasa: eslatmalar",
      auto_escalation: "Menejerlar o‘zi chaqiriladi",
      escalated: "Menejerlarga: birinchi eslatma",
      escalated_repeat: "Menejerlarga: keyin har",
      check_in: "Holat: birinchi savol",
      check_in_repeat: "Holat: keyin har",
      summary: "Xulosani kutish",
      critical: "Favqulodda bo‘lsa",
      high: "Yuqori bo‘lsa",
      medium: "O‘rta bo‘lsa",
      low: "Past bo‘lsa",
      reports_per_person: "Bir kishidan xabarlar",
      reports_per_dispatcher: "Dispetcherdan xabarlar",
      reports_per_group: "Bitta guruhdan xabarlar",
      commands_per_person: "Bir kishidan buyruqlar",
    },
    line: (label, value) => `${label} · ${value}`,
    on: "ha",
    off: "yo‘q",
    same: "birinchisidek",
    minutes: (n) => `${n} daqiqa`,
    times: (n) => `${n} ta`,
    factor: (n) => `daqiqalar × ${n}`,
    perHour: (n) => `soatiga ${n} ta`,
    perMinute: (n) => `daqiqasiga ${n} ta`,
    takes: {
      minutes: (least, most) => `daqiqalar, ${least} dan ${most} gacha`,
      repeat: (least, most, same) =>
        `daqiqalar, ${least} dan ${most} gacha, yoki ${same} – birinchi martadagidek`,
      times: (least, most) => `${least} dan ${most} gacha son`,
      often: (least, most) => `${least} dan ${most} gacha son`,
      switch: "on (ha) yoki off (yo‘q)",
      factor: (least, most) => `${least} dan ${most} gacha son, daqiqalar unga ko‘paytiriladi`,
    },
    possible: (values, usual) => `Mumkin: ${values}; ${usual} odatdagiga qaytaradi.`,
  },
};
