/** Buttons, menus and lists. */

import type { Texts } from "../texts.ts";
import { count } from "./grammar.ts";

/** In Russian. */
export const panels: Pick<Texts, "buttons" | "menu" | "list" | "letters"> = {
  buttons: {
    claim: "🙋 Взять",
    join: "🤝 Помочь",
    leave: "🚪 Уйти",
    resolve: "✅ Решено",
    back: "↩️ Вернуть в работу",
    escalate: "🔺 К руководству",
    de_escalate: "🔻 Вернуть в отдел",
    reopen: "🔁 Открыть снова",
    repin: "📌 Закрепить снова",
    more: "⋯ Ещё",
    close: "✖️ Закрыть",
    menuBack: "‹ Назад",
    assign: "👤 Назначить",
    change: "🔀 Сменить отдел",
    priority: "❗ Приоритет",
    snooze: "💤 Отложить",
    wake: "⏰ Напоминать",
    on_it: "👍 Ещё работаю",
    cancel: "🗑 Отменить",
    false_alarm: "Ложная тревога",
    duplicate: "Дубль …",
    other_reason: "Другая причина …",
    history: "🕘 История",
    files: (n) => `📎 ${n}`,
    calls: "📞 Принимаю вызовы",
    allow: (name) => `Разрешить: ${name}`,
    attach: (company, name) => `Подключить к ${company} · ${name}`,
    create: (name) => `Создать «${name}» и подключить`,
    reject: "Отказать и выйти",
    block: "Отказать, выйти и заблокировать",
    again: (n) => `${n} · Повторить`,
    drop: (n) => `${n} · Удалить`,
    drop_all: "Удалить все",
  },

  menu: {
    more: "Что сделать с инцидентом?",
    onlyHistory: "Больше вы здесь ничего сделать не можете.",
    department: "Какому отделу передать?",
    priority: (now) => `Насколько это срочно? Приоритет сейчас: ${now}.`,
    snooze: "На сколько отложить напоминания?",
    cancel: "Почему делать ничего не нужно?",
    duplicate: "Какой инцидент он повторяет?",
    noOther: "Других открытых инцидентов здесь нет.",
    assign: "Кто будет работать?",
    nobody: "Вызовы этого отдела пока никто не принимает.",
    writtenPrivately: "Ответ отправлен вам в личный чат.",
    askReason: (id) => `, почему по ${id} ничего делать не нужно? Ответьте на это сообщение.`,
    reasonPlaceholder: "Причина",
  },

  list: {
    title: {
      open: "Открытые инциденты",
      mine: "Мои инциденты",
      unclaimed: "Никем не взятые инциденты",
      overdue: "Просроченные инциденты",
      closed: "Закрытые инциденты",
      found: "Найдено",
    },
    none: "Таких нет.",
    count: (n) => count(n, "инцидент", "инцидента", "инцидентов"),
    unknownFilter: (word) => `«${word}» — не фильтр и не отдел.`,
    nothingToFind: "Что искать?",
    gone: "Этого списка уже нет. Запросите его снова.",
  },

  letters: {
    title: "Не доставлено",
    none: "Пусто: доставлено всё.",
    why: "Причина",
    card: (id) => `Карточка ${id}`,
    leave: "Прощание с группой",
  },
};
