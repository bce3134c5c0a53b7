/** Administration: groups, companies, people, policy and calendar. */

import type { Texts } from "../texts.ts";
import { count, number } from "./grammar.ts";

/** In Russian. */
export const companies: Pick<
  Texts,
  "onboarding" | "desk" | "people" | "policy" | "calendar"
> = {
  onboarding: {
    prompt: "Здравствуйте! Я веду инциденты в группах.",
    promptAsk: ", какой компании эта группа? Ответьте на это сообщение её названием.",
    placeholder: "Название компании",
    request: "Запрос на подключение группы",
    group: "Группа",
    addedBy: "Кто добавил",
    answeredBy: "Кто просит",
    requestedName: "Компания",
    activated: (company) => `✅ Группа подключена: ${company}.`,
    activatedReport: "Сообщить: /new_issue и что случилось, или /new_issue в ответ на сообщение.",
    activatedClaim: "Работать: «Взять» на карточке, потом «Решено» и ответ, что сделано.",
    activatedCalls:
      "Брать инциденты любого отдела и получать вызовы там, где в отделе никого нет: нажмите кнопку.",
    needsManager: (company) => `Нужен руководитель: /add_manager ${company} и его id, или /admin.`,
    activatedAnyone: "Пока её никто не нажал, взять инцидент может любой.",
    rejected: "Администратор платформы отказал этой группе. До свидания.",
    wantsCalls: "хочет принимать вызовы здесь. Разрешить может администратор группы.",
    takesCalls: "теперь принимает вызовы здесь.",
    cannot: {
      post: (title) =>
        `Мне больше нельзя писать в «${title}». Верните мне это право: пока его нет, карточки ждут, а вызовы хранятся сутки.`,
      delete: (title) =>
        `Не могу удалять свои старые напоминания в «${title}». Дайте мне там право «Удаление сообщений»; пока его нет, от каждого остаётся одна строка.`,
    },
    lost: (title, company) =>
      `Меня удалили из группы «${title}», компания ${company}. Её инциденты сохранены; чтобы продолжить, добавьте меня снова.`,
    noPending: "Ни одна группа не ждёт подключения.",
  },

  desk: {
    company_added: (id, name) => `Компания ${id} · ${name} добавлена, с отделом Dispatch.`,
    company_exists: (id) => `Компания ${id} уже есть. Ничего не изменено.`,
    unknown_company: (id) => `Компании ${id} нет. Список: /companies.`,
    department_added: (id, name) => `${id}: добавлен отдел «${name}».`,
    department_exists: (id, name) => `${id}: отдел «${name}» уже есть.`,
    department_renamed: (name, to) => `Отдел «${name}» теперь называется «${to}».`,
    default_department_set: (id, name) =>
      `${id}: если отдел не выбран, теперь вызывается «${name}».`,
    unknown_department: (names) => `Такого отдела нет. Есть: ${names}`,
    too_many_departments: (most) =>
      `В компании не больше ${
        count(most, "отдела", "отделов", "отделов")
      }. Сначала удалите один: /remove_department.`,
    group_attached: (id, title) => `Группа «${title}» подключена к ${id}.`,
    group_attached_already: (id, title) =>
      `Группа «${title}» уже подключена к ${id}. Ничего не изменено.`,
    group_rejected: (title, blocked) =>
      blocked ? `Группе «${title}» отказано, она заблокирована.` : `Группе «${title}» отказано.`,
    group_blocked: (title) => `Группа «${title}» заблокирована.`,
    unknown_group: (chatId) => `Группа ${chatId} не ждёт подключения. Сначала добавьте меня в неё.`,
    group_not_active: "Это заработает, когда группу подключат.",
    activation_pending:
      "Группа ждёт подключения: сначала её должен разрешить администратор платформы.",
    request_sent: (name) =>
      `Спасибо. Запрос «${name}» отправлен администраторам платформы; когда группу подключат, я скажу здесь.`,
    request_on_file: (name) => `Запрос «${name}» уже есть. Администратор платформы ответит.`,
    request_name_length: (length) =>
      `В названии компании от 2 до 80 символов, а здесь ${number(length)}.`,
    too_many_requests: (most) =>
      `Другие группы того, кто меня добавил, ещё ждут подключения: ${
        number(most)
      }. Дождитесь ответа по ним.`,
    topic_set: "Теперь карточки появляются в этой теме.",
    topic_cleared: "Теперь карточки появляются там, где сообщили об инциденте.",
    department_restricted: {
      on: (name) => `🔒 Отдел «${name}» теперь могут выбрать только его сотрудники и руководители.`,
      off: (name) => `Отдел «${name}» теперь может выбрать любой.`,
    },
    policy_set: (scope, name, value) => `${scope}: ${name} теперь ${value}.`,
    hours_set: (id, hours) => `${id}, часы работы теперь: ${hours}.`,
    holidays_set: (id, n) =>
      `${id}: в календаре теперь ${count(n, "праздник", "праздника", "праздников")}.`,
    too_many_holidays: (most) =>
      `В компании не больше ${count(most, "праздника", "праздников", "праздников")}.`,
    not_a_member: (who, department) => `${who} не в отделе «${department}». Добавить: /add_member.`,
    shift_set: (who, department, hours) => `${who}, смены в отделе «${department}»: ${hours}.`,
    shift_cleared: (who, department) => `${who}, отдел «${department}»: теперь без расписания.`,
    letter_sent_again: "Отправляю снова.",
    letter_dropped: "Удалено.",
    letter_gone: "Этого сообщения здесь уже нет.",
    letters_dropped: (n) => `Удалено: ${count(n, "сообщение", "сообщения", "сообщений")}.`,
    time_zone_set: (id, zone) => `${id}, часовой пояс теперь: ${zone}.`,
    revoked: {
      dispatcher: (who, scope) => `${who} — больше не диспетчер (${scope}).`,
      manager: (who, scope) => `${who} — больше не руководитель (${scope}).`,
      member: (who, scope, department) =>
        `${who} — больше не сотрудник отдела «${department}» (${scope}).`,
      again: (who) => `${who} не имеет такой роли.`,
    },
    granted: {
      dispatcher: (who, scope) => `${who} — теперь диспетчер (${scope}).`,
      manager: (who, scope) => `${who} — теперь руководитель (${scope}).`,
      member: (who, scope, department) =>
        `${who} — теперь сотрудник отдела «${department}» (${scope}).`,
      again: (who) => `${who} уже имеет эту роль. Ничего не изменено.`,
    },
    thisGroup: "эта группа",
    hereInThisGroup: "Эта группа",
    too_many_people: (most) =>
      `Людей со своими ролями в группе может быть не больше ${number(most)}.`,
    takes_calls: (who) => `${who} теперь принимает вызовы здесь.`,
    takes_calls_again: (who) => `${who} уже принимает вызовы здесь.`,
    asked: "Администраторы группы получили запрос.",
    asked_again: "Администраторы группы уже получили запрос.",
    not_allowed: "Извините, здесь вам это недоступно. Ничего не изменено.",
    noted: "Записано.",
  },

  people: {
    title: (scope) => `Люди: ${scope}`,
    count: (n) => count(n, "человек", "человека", "человек"),
    none: "Ролей пока ни у кого нет.",
    reachable: "можно писать в личный чат",
    unreachable: "нет личного чата со мной",
    youHere: (company) => `Ваши роли: ${company}`,
    reporter: "Роли нет: сообщать об инцидентах может каждый в этой группе, и вы тоже.",
    askInGroup:
      "У группы могут быть свои роли, они действуют только в ней: /whoami в группе покажет.",
    roles: {
      platform_admin: "администратор платформы этого бота",
      administrator: "здесь руководитель как администратор этой группы Telegram",
      manager: (scope) => `руководитель (${scope})`,
      dispatcher: (scope) => `диспетчер (${scope})`,
      member: (department, scope) => `сотрудник отдела «${department}» (${scope})`,
    },
  },

  policy: {
    title: (scope) => `Сроки и лимиты: ${scope}`,
    hint: "Изменённое здесь отмечено ✏️. Изменить или вернуть:",
    settings: {
      department: "минуты до напоминания заявителю выбрать отдел",
      department_repeat: "минуты между этими напоминаниями",
      department_reminders: "столько напоминаний, потом вызов отдела по умолчанию",
      unclaimed: "минуты до первого напоминания, что никто не взял",
      unclaimed_repeat: "минуты между этими напоминаниями",
      unclaimed_reminders: "столько напоминаний, потом передача руководству",
      auto_escalation: "автоматическая передача руководству",
      escalated: "минуты до напоминания руководителям",
      escalated_repeat: "минуты между этими напоминаниями",
      check_in: "минуты тишины до вопроса ответственному, как дела",
      check_in_repeat: "минуты между этими вопросами",
      summary: "минуты от «Решено» до закрытия без итога",
      critical: "множитель минут выше, если приоритет критический",
      high: "если приоритет высокий",
      medium: "если приоритет средний",
      low: "если приоритет низкий",
      reports_per_person: "инциденты от одного человека за час",
      reports_per_dispatcher: "инциденты от диспетчера или руководителя за час",
      reports_per_group: "инциденты от одной группы за час",
      commands_per_person: "команды от одного человека за минуту",
    },
    unknownSetting: (word) => `Настройки «${word}» нет.`,
    badValue: "Такое значение не подходит.",
  },

  calendar: {
    title: (company, zone) => `Часы работы: ${company} (${zone})`,
    always: "круглосуточно",
    holidays: "Праздники",
    noHolidays: "нет",
    badHours: "Не понимаю эти часы. Пример: mon-fri 08:00-17:00; sat 9-13.",
    badDates: "Пример даты: 2026-12-25. Такой день должен существовать.",
  },
};
