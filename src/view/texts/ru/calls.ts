/** What the bot says in groups and to people by itself. */

import type { Texts } from "../texts.ts";
import { number } from "./grammar.ts";

/** In Russian. */
export const calls: Pick<Texts, "report" | "calls" | "shift"> = {
  report: {
    ask: ", что случилось? Ответьте на это сообщение.",
    placeholder: "Что случилось и где?",
  },

  calls: {
    department: (id, department, gist) =>
      `${id}: нужен отдел «${department}». «${gist}» Кто возьмёт?`,
    routed: (id, department, gist) =>
      `${id}: отдел не выбран, поэтому вызван «${department}». «${gist}» Кто возьмёт?`,
    whichDepartment: (id, department, gist) =>
      `, для какого отдела ${id}? «${gist}» Выберите отдел на карточке, иначе будет вызван «${department}».`,
    silent: (id, silence, gist) =>
      `, как дела с ${id}? «${gist}» Новостей нет: ${silence}. Ответьте на это сообщение или нажмите кнопку.`,
    summaryAgain: (id) =>
      `, что сделано по ${id}? Ответьте на это сообщение, иначе инцидент закроется без итога.`,
    snoozeOver: (id, gist) => `⏰ ${id}: напоминания снова включены. «${gist}»`,
    backInQueue: (id, gist) =>
      `больше не работает над ${id}, инцидент свободен: «${gist}» Кто возьмёт?`,
    unclaimed: (id, time, gist) => `⏰ ${id} всё ещё никто не взял (${time}): «${gist}»`,
    again: (id, department, gist) =>
      `${id}: теперь нужен отдел «${department}». «${gist}» Кто возьмёт?`,
    escalated: (id, gist) => `🔺 ${id} передан руководству: «${gist}» Кто возьмёт?`,
    escalatedByItself: (id, gist) =>
      `🔺 ${id} никто не взял, поэтому он передан руководству: «${gist}» Кто возьмёт?`,
    escalatedBecause: (reason) => `Причина: ${reason}`,
    escalatedUnclaimed: (id, time, gist) => `🔺 ${id} ждёт руководителя (${time}): «${gist}»`,
    assigned: (id, gist) => `, ${id} теперь на вас: «${gist}»`,
    assignedBy: "Кто назначил:",
    claimEnded: {
      revoked: (id) => `больше не работает над ${id}: так решил руководитель.`,
      role_lost: (id) => `больше не работает над ${id}: нужной роли уже нет.`,
      left_group: (id) => `больше не в группе и не работает над ${id}.`,
    },
    nowYours: ", теперь инцидент на вас.",
    whoClaims: (gist) => `«${gist}» Кто возьмёт?`,
    openCard: "Открыть карточку",
    handedOver: (id) => `, ${id} теперь на вас:`,
    handedOverBy: "больше над ним не работает.",
    summaryPrompt: (id) =>
      `, что сделано по ${id}? Ответьте на это сообщение одним-двумя предложениями.`,
    summaryPlaceholder: "Что сделано?",
    replaced: (id) => `⤵️ ${id}: новое сообщение ниже.`,
    cannotPin:
      "Не могу закреплять здесь карточки. Сделайте меня администратором с правом «Закрепление сообщений»; всё остальное работает и без него.",
  },

  shift: {
    begins: (department) => `🕗 Начинается смена отдела «${department}»:`,
    open: (open, unclaimed) =>
      `Открытых здесь: ${number(open)}, из них никем не взято: ${number(unclaimed)}.`,
    oldest: (id) => `Самый старый: ${id}, поступил`,
    title: (company) => `Смены: ${company}`,
    onDuty: "сейчас на смене",
    anyHours: "без расписания",
    noMembers: "никого",
    cut: (command) => `Показано не всё. Один отдел целиком: ${command} и его название.`,
  },
};
