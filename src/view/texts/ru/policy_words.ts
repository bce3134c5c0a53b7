/** The settings of a policy in few words, their values with units, and what each takes. */

import type { Texts } from "../texts.ts";

/** In Russian. */
export const policyWords: Pick<Texts, "policyWords"> = {
  policyWords: {
    labels: {
      department: "Выбор отдела: первое",
      department_repeat: "Выбор отдела: затем каждые",
      department_reminders: "Выбор отдела: напоминаний",
      unclaimed: "Никто не взял: первое",
      unclaimed_repeat: "Никто не взял: затем каждые",
      unclaimed_reminders: "Никто не взял: напоминаний",
      auto_escalation: "Сам передаёт руководству",
      escalated: "У руководства: первое",
      escalated_repeat: "У руководства: затем каждые",
      check_in: "Как дела: первый вопрос",
      check_in_repeat: "Как дела: затем каждые",
      summary: "Ждёт итога",
      critical: "Критический",
      high: "Высокий",
      medium: "Средний",
      low: "Низкий",
      reports_per_person: "Инциденты от человека",
      reports_per_dispatcher: "Инциденты от диспетчера",
      reports_per_group: "Инциденты от группы",
      commands_per_person: "Команды от человека",
    },
    line: (label, value) => `${label} · ${value}`,
    on: "да",
    off: "нет",
    same: "как первое",
    minutes: (n) => `${n} мин`,
    times: (n) => `${n}`,
    factor: (n) => `минуты × ${n}`,
    perHour: (n) => `${n} в час`,
    perMinute: (n) => `${n} в минуту`,
    takes: {
      minutes: (least, most) => `минуты, от ${least} до ${most}`,
      repeat: (least, most, same) =>
        `минуты, от ${least} до ${most}, или ${same} — как до первого раза`,
      times: (least, most) => `число от ${least} до ${most}`,
      often: (least, most) => `число от ${least} до ${most}`,
      switch: "on (да) или off (нет)",
      factor: (least, most) => `число от ${least} до ${most}, на которое умножаются минуты`,
    },
    possible: (values, usual) => `Можно: ${values}; ${usual} — вернуть как обычно.`,
  },
};
