/** An incident: its card, what becomes of it, its history. */

import type { Texts } from "../texts.ts";
import { count } from "./grammar.ts";

/**
 * In Russian. «Кто» takes one form of the verb whoever it is, and the history is told in the
 * present: so nobody's gender has to be known.
 */
export const incident: Pick<
  Texts,
  "card" | "snoozes" | "timeline" | "attachments" | "issue"
> = {
  card: {
    reported: "Заявитель:",
    owner: "Ответственный",
    helping: "Помогают",
    more: (n) => `и ещё ${n}`,
    claimed: "Взят",
    heard: "последние новости",
    askedHow: "спросили",
    called: "Вызов",
    reminded: "напоминание",
    summary: "Итог",
    asked: "Кто пишет итог:",
    askedReporter: "Напоминание заявителю",
    forSummary: "— запрос",
    resolved: "Решён",
    closed: "Закрыт",
    closedHint: "ещё может прислать итог ответом на карточку.",
    closedBy: "Кто закрыл:",
    escalated: "у руководства",
    escalatedBy: "Кто передал руководству:",
    escalatedAt: "Передан руководству",
    snoozed: "💤 Напоминания снова",
    snoozedBy: "— кто отложил:",
    takenBy: "кто взял:",
    edited: "изменён",
    reopened: (n) => `повторно открыт ${count(n, "раз", "раза", "раз")}`,
  },

  snoozes: {
    "1h": () => "1 час",
    "4h": () => "4 часа",
    tomorrow: (opening) => `До ${opening}`,
  },

  timeline: {
    title: "история",
    clock: "Tocsin",
    reported: "сообщает",
    description_edited: "меняет описание",
    department_chosen: (name) => `вызывает отдел «${name}»`,
    department_changed: (name) => `передаёт в отдел «${name}»`,
    claimed: "берёт в работу",
    joined: "присоединяется",
    left: "уходит",
    handed_over: "уходит; ответственный теперь",
    unclaimed: "уходит; никто больше не работает",
    assigned: "назначает:",
    claim_ended: "снимает с инцидента:",
    ends: {
      revoked: "",
      role_lost: ", нужной роли больше нет",
      left_group: ", больше не в группе",
    },
    escalated: "передаёт руководству",
    de_escalated: "возвращает в отдел",
    resolve_pressed: "отмечает: решено",
    back_to_work: "возвращает в работу",
    summarized: "пишет итог",
    closed: "закрывает без итога",
    cancelled: "закрывает",
    reopened: "открывает снова",
    commented: "пишет",
    comment_edited: "исправляет комментарий",
    attached: (what) => `прикладывает: ${what}`,
    priority_set: (priority) => `меняет приоритет: ${priority}`,
    tagged: "добавляет метки",
    untagged: "убирает метки",
    repinned: "закрепляет карточку заново",
    moved: "переходит вслед за группой: теперь это супергруппа",
    checked_in: "подтверждает: работа идёт",
    snoozed: (until) => `откладывает напоминания до ${until}`,
    woken: "включает напоминания",
    snoozeOver: "снова напоминает",
    nudged: {
      department: "напоминает заявителю выбрать отдел",
      unclaimed: "напоминает отделу",
      escalated: "напоминает руководителям",
      silent: "спрашивает ответственного, как дела",
      summary: "снова просит итог",
    },
  },

  attachments: {
    photo: "фото",
    video: "видео",
    document: "документ",
    audio: "аудиофайл",
    animation: "GIF",
    voice: "голосовое сообщение",
    video_note: "видеосообщение",
    location: "геопозиция",
    none: "Вложений нет.",
    of: (id) => `Вложения: ${id}`,
  },

  issue: {
    description: "Что случилось",
  },
};
