/** The life of companies, departments and groups: listed, moved, archived, deleted. */

import type { Texts } from "../texts.ts";
import { count, number } from "./grammar.ts";

/** In Russian. */
export const life: Pick<Texts, "life" | "groups" | "farewell" | "deletion"> = {
  life: {
    group_detached: (id, title) =>
      `Группа «${title}» отключена от ${id}. Её инциденты сохранены; подключить снова: /add_group.`,
    group_detached_already: (id, title) =>
      `Группа «${title}» уже отключена от ${id}. Ничего не изменено.`,
    group_moved: (id, title) =>
      `Группа «${title}» теперь в ${id}. Всё, что в ней завершено раньше, остаётся у прежней компании.`,
    group_has_open: (id, title, open) =>
      `В группе «${title}» открытых инцидентов ${id}: ${
        number(open)
      }. Сначала закройте все; потом группу можно перенести в другую компанию.`,
    no_such_group: (chatId) => `Группы ${chatId} нет ни в одной компании. Список: /groups.`,
    too_many_groups: (id, most) =>
      `Групп в ${id} уже ${
        number(most)
      }, больше нельзя. Сначала отключите одну из них; список: /groups ${id}.`,
    too_many_of_company: (id, most) =>
      `Людей с ролями в ${id} уже ${
        number(most)
      }, больше нельзя. Сначала снимите с кого-нибудь все роли; список: /people ${id}.`,
    department_placed: (id, name, place) =>
      `${id}: отдел «${name}» теперь на месте ${number(place)}.`,
    department_removed: (id, name, to) =>
      `${id}: отдела «${name}» больше нет. Его открытые инциденты переходят в отдел «${to}», сотрудники теряют эту роль.`,
    last_department: (id, name) =>
      `${id}: «${name}» — единственный отдел. Сначала добавьте другой: /add_department ${id}.`,
    company_renamed: (id, name) => `Компания ${id} теперь называется «${name}».`,
    company_archived: (id) =>
      `Компания ${id} в архиве: её группы приостановлены, сообщать в них нельзя, напоминаний нет. Всё сохранено; вернуть: /restore_company ${id}.`,
    company_restored: (id) =>
      `Компания ${id} снова работает. Группы, в которых я остаюсь, становятся активными.`,
    company_is_archived: (id) =>
      `Компания ${id} в архиве. Ничего не изменено; вернуть её может администратор платформы: /restore_company ${id}.`,
    company_not_archived: (id) => `Компания ${id} не в архиве. Ничего не изменено.`,
    archive_first: (id) =>
      `Удалить можно только компанию из архива: сначала /archive_company ${id}. Ничего не изменено.`,
    deletion_asked: (id) =>
      `Вы уверены? Отменить это не сможет никто. Чтобы удалить ${id}, отправьте в ближайшие 10 минут: /delete_company ${id} ${id}`,
    deletion_unconfirmed: (id) =>
      `Прошло слишком много времени, или компания ${id} изменилась. Ничего не удалено; начать заново: /delete_company ${id}`,
    deletion_begun: (id) =>
      `Компания ${id} удаляется. В документе выше всё, что у неё было; храните его, сколько нужно.`,
    company_going: (id) => `Компания ${id} ещё удаляется. Повторите через несколько минут.`,
  },

  groups: {
    title: (scope) => `Группы: ${scope}`,
    own: "ваши компании",
    waiting: "Группы, которые ждут",
    nobodyWaits: "Ни одна группа не ждёт подключения.",
    none: "Групп нет.",
    companies: "Компании",
    count: (n) => count(n, "группа", "группы", "групп"),
    open: (n) => count(n, "открытый инцидент", "открытых инцидента", "открытых инцидентов"),
    active: "активна",
    removed: "приостановлена: меня в ней нет",
    suspended: {
      detached: "приостановлена: отключена",
      archived: "приостановлена: компания в архиве",
    },
    asked: (name, by) => `Компания: «${name}», кто просит: ${by}`,
    notAsked: (by) => `Кто добавил: ${by}; компанию пока никто не назвал`,
    archived: "в архиве",
  },

  farewell: {
    detached: "Эта группа отключена от компании. Больше я здесь не пишу. До свидания.",
    archived: "Компания в архиве. Пока она не вернётся, сообщать здесь об инцидентах нельзя.",
    deleted: "Компания больше со мной не работает, и я выхожу из группы. До свидания.",
  },

  deletion: {
    question: (id, name) => `Удалить ${id} · ${name} навсегда?`,
    goes: "Что пропадёт (сначала я пришлю вам всё это документом):",
    incidents: (all, open) =>
      `${count(all, "инцидент", "инцидента", "инцидентов")}, из них открыто: ${
        number(open)
      }, и всё, что о них написано`,
    groups: (n) => `${count(n, "группа", "группы", "групп")}, откуда я выйду`,
    people: (n) => `роли ${count(n, "человека", "человек", "человек")}`,
    departments: (n) => count(n, "отдел", "отдела", "отделов"),
    button: (id) => `🗑 Удалить ${id} …`,
    caption: (id, part) =>
      `Всё, что есть у ${id}, часть ${
        number(part)
      }. Держите части вместе и по порядку; это обычная резервная копия.`,
    notTaken: "Telegram не принял документ. Ничего не удалено.",
  },
};
