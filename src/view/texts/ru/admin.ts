/** The console: its pages, its buttons, and what it asks. */

import type { Texts } from "../texts.ts";
import { count, number } from "./grammar.ts";

/** In Russian. */
export const admin: Pick<Texts, "admin"> = {
  admin: {
    title: "Консоль",
    none:
      "У вас здесь нет консоли. Она для руководителей компаний и администраторов платформы: другой руководитель может назначить вас командой /add_manager.",
    gone: "Этого здесь уже нет.",
    done: "👌",
    late: "Вопроса уже нет. Ничего не изменилось.",
    leaveIt: "Или нажмите кнопку консоли, чтобы оставить всё как есть.",
    sure: "Вы уверены?",
    yes: "Да",

    home: {
      none: "Компаний пока нет.",
      waiting: (n) => `⏳ Группы, которые ждут: ${number(n)}`,
      addCompany: "➕ Компания",
      export: "📦 Выгрузка",
    },

    company: {
      departments: (n) => count(n, "отдел", "отдела", "отделов"),
      times: (zone) => `Время показывается по поясу ${zone}.`,
      works: (hours) => `Часы работы: ${hours}.`,
      isArchived: "Компания в архиве: в ней ничего не происходит.",
      toGroups: "💬 Группы",
      rename: "✏️ Переименовать",
      export: "📦 Выгрузить",
      exporting: "Отправляю.",
      notSent: "Telegram не принял документ. Ничего не отправлено.",
      archive: "🗄 В архив",
      restore: "♻️ Из архива",
      delete: "🗑 Удалить …",
      sureArchive: (name) =>
        `«${name}» уйдёт в архив: группы приостановятся, напоминаний не будет. Всё сохранится.`,
      toDepartments: "🗂 Отделы",
      toPeople: "👥 Люди",
      toPolicy: "⏱ Настройки",
      toCalendar: "📅 Календарь",
      toLanguage: "🗣 Язык",
      toRetention: "🧹 Хранение",
    },

    departments: {
      title: "Отделы",
      isDefault:
        "⭐️ вызывается, если никто не выбрал отдел; 🔒 выбирают только сотрудники отдела и руководители.",
      add: "➕ Отдел",
      members: (n) => count(n, "сотрудник", "сотрудника", "сотрудников"),
      isTheDefault: "Вызывается, если никто не выбрал отдел.",
      isRestricted: "Выбрать его могут только его сотрудники и руководители.",
      isOpen: "Выбрать его может любой.",
      rename: "✏️ Переименовать",
      makeDefault: "⭐️ Вызывать по умолчанию",
      restrict: "🔒 Ограничить",
      openUp: "🔓 Открыть для всех",
      toMembers: "👥 Сотрудники",
      addMembers: "➕ Сотрудники",
      noMembers: "В отделе пока никого.",
      place: (place, all) => `Место ${number(place)} из ${number(all)}.`,
      up: "⬆️ Выше",
      down: "⬇️ Ниже",
      remove: "🗑 Удалить",
      sureRemove: (name) =>
        `Отдел «${name}» будет удалён. Его открытые инциденты перейдут в отдел по умолчанию, сотрудники потеряют эту роль.`,
    },

    people: {
      title: "Люди",
      signs: "👑 руководитель · 🎧 диспетчер · 👤 сотрудник отдела",
      none: "Ролей пока ни у кого нет.",
      addManagers: "➕ Руководители",
      addDispatchers: "➕ Диспетчеры",
      makeManager: "👑 Назначить руководителем",
      makeDispatcher: "🎧 Назначить диспетчером",
      endManager: "➖ Руководитель",
      endDispatcher: "➖ Диспетчер",
      toDepartments: "🗂 Отделы",
      noRole: "Роли нет.",
      isManager: "Руководитель компании.",
      isDispatcher: "Диспетчер компании.",
      isMember: (n) => `Состоит в отделах: ${number(n)}.`,
      isReachable: "Бот может писать в личный чат.",
      isUnreachable: "Личный чат с ботом не начат.",
      memberships: "✅ — состоит в отделе. Нажмите отдел, чтобы изменить.",
      onDuty: (hours) => `Смены: ${hours}`,
      noShift: "Без расписания смен.",
      setShift: "⏰ Расписание",
      clearShift: "Без расписания",
      endMembership: "➖ Убрать из отдела",
      sureManager: (who, company) => `${who} — больше не руководитель (${company}).`,
      sureDispatcher: (who, company) => `${who} — больше не диспетчер (${company}).`,
      sureMember: (who, department) => `${who} — больше не сотрудник отдела «${department}».`,
      given: (given, already) =>
        already === 0
          ? `Роль теперь есть у них: ${count(given, "человек", "человека", "человек")}.`
          : `Роль теперь есть у них: ${count(given, "человек", "человека", "человек")}; уже была: ${
            number(already)
          }.`,
    },

    groups: {
      title: "Группы",
      none: "Групп нет.",
      signs: "🟢 активна · ⏸ приостановлена",
      detach: "✂️ Отключить",
      attachAgain: "✅ Подключить снова",
      move: "➡️ В другую компанию …",
      whereTo: "В какую компанию?",
      sureDetach: (title, company) =>
        `«${title}» больше не будет группой компании «${company}». Её инциденты сохранятся.`,
      sureMove: (title, company) =>
        `«${title}» перейдёт в компанию «${company}» без своих ролей и настроек.`,
    },

    waiting: {
      title: "Группы, которые ждут",
      none: "Ни одна группа не ждёт подключения.",
      asked: (name) => `Компания: ${name}`,
      notAsked: "Пока никто не сказал, какой компании эта группа.",
      askedBy: (who) => `Запрос отправил(а): ${who}`,
      addedBy: (who) => `Бота добавил(а): ${who}`,
      attachTo: (id, name) => `✅ ${id} · ${name}`,
      create: (name) => `✅ Новая компания «${name}»`,
      other: "✅ Другая компания …",
      reject: "🚫 Отклонить",
      block: "⛔️ Отклонить и заблокировать",
      which: "Какой компании эта группа?",
      sureReject: (title) => `Бот выйдет из группы «${title}».`,
      sureBlock: (title) =>
        `Бот выйдет из группы «${title}» и будет выходить, если его добавят снова.`,
    },

    policy: {
      title: "Настройки",
      hint: "✏️ — задано здесь; остальное как обычно.",
      value: (value) => `Сейчас: ${value}`,
      set: "✏️ Задать",
      on: "Включить",
      off: "Выключить",
      default: "↩️ Как обычно",
    },

    calendar: {
      title: "Календарь",
      hours: (hours) => `Часы работы: ${hours}`,
      zone: (zone) => `Часовой пояс: ${zone}`,
      holidays: (n) => count(n, "праздник", "праздника", "праздников"),
      setHours: "✏️ Часы работы",
      always: "🔁 Круглосуточно",
      setZone: "🌍 Часовой пояс",
      toHolidays: "🏖 Праздники",
      holidaysTitle: "Праздники",
      noHolidays: "Не заданы.",
      drop: "Нажмите день, чтобы он снова стал рабочим.",
      add: "➕ Дни",
    },

    language: {
      title: "Язык",
      now: (name) => `Язык групп компании: ${name}.`,
      others: "Группа может выбрать другой командой /language; каждый человек читает на своём.",
    },

    keeping: {
      title: "Хранение",
      days: (n) => count(n, "день", "дня", "дней"),
      set: "✏️ Другое число",
      forEver: "♾ Бессрочно",
    },

    export: {
      title: "Выгрузка",
      file: "deno task kv export FILE записывает в файл всё, что хранится, не останавливая бота.",
      endpoint: "GET /admin/export отдаёт то же тому, кто знает ADMIN_EXPORT_TOKEN.",
    },

    ask: {
      companyName: "Как называется компания? Перед названием можно написать идентификатор.",
      departmentName: "Как называется отдел?",
      newName: "Какое теперь название?",
      hours: "Когда компания работает?",
      shift: "Когда смены?",
      zone: "Какой часовой пояс?",
      days: "Какие дни? В одном сообщении можно несколько.",
      retention: "Сколько дней хранить завершённые инциденты?",
      value: "Какое значение?",
      people:
        "Кто? Выберите людей кнопкой внизу, перешлите сообщение этого человека или отправьте числовой id или @имя.",
      choose: "👥 Выбрать людей",
      cancel: "✖️ Оставить",
      nameLength: (least, most) =>
        `В названии от ${number(least)} до ${count(most, "символа", "символов", "символов")}.`,
      nobody: "Это сообщение никого не называет.",
    },
  },
};
