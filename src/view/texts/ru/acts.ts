/** What administrators did, and who tried to. */

import type { Texts } from "../texts.ts";
import { count } from "./grammar.ts";

/** In Russian. */
export const acts: Pick<Texts, "acts" | "refusals"> = {
  acts: {
    ofCompany: (company) => `Действия администраторов: ${company}`,
    ofGroup: "Действия администраторов в этой группе",
    none: "Пока ничего.",
    more: (n) => `и ещё ${count(n, "изменение", "изменения", "изменений")} — в выгрузке`,
    nothing: "пусто",
    yes: "да",
    no: "нет",
    what: {
      company_added: "компания добавлена",
      department_added: "отдел добавлен",
      department_renamed: "отдел переименован",
      department_restricted: "кто может выбрать отдел",
      default_department_set: "отдел по умолчанию",
      time_zone_set: "часовой пояс",
      policy_set: "сроки и лимиты",
      hours_set: "часы работы",
      holidays_set: "праздники",
      shift_set: "смены",
      topic_set: "тема карточек",
      group_attached: "группа подключена",
      granted: "роль дана",
      revoked: "роль снята",
      takes_calls: "принимает вызовы",
      asked_to_take_calls: "хочет принимать вызовы",
    },
  },

  refusals: {
    title: "Кто-то пробует то, что можно только администраторам",
    who: "Кто:",
    tried: (hours) => `Отказов больше обычного за ${count(hours, "час", "часа", "часов")}:`,
    where: "Где:",
    inPrivate: "личный чат",
    first: "Ничего не изменено. Сообщаю об этом раз в час.",
  },
};
