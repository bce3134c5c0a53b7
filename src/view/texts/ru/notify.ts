/** Private messages: what they say, and what somebody can set about them. */

import type { Texts } from "../texts.ts";

/** In Russian. What is told is listed in clauses, after «когда». */
export const notify: Pick<Texts, "notify"> = {
  notify: {
    critical: (id, gist) => `🚨 ${id}, приоритет критический: «${gist}»`,
    yours: (id, gist) => `${id} теперь на вас: «${gist}»`,
    silent: (id, silence, gist) => `Как дела с ${id}? «${gist}» Новостей нет: ${silence}.`,
    summary: (id) =>
      `Что сделано по ${id}? Отправьте /resolve ${id} и одно предложение, иначе инцидент закроется без итога.`,
    department: (id, gist) => `Для какого отдела ${id}? «${gist}» Выберите отдел на карточке.`,
    calledIn: {
      assignment: (id, group) => `${id} в группе «${group}» теперь на вас.`,
      escalation: (id, group) => `🔺 ${id} в группе «${group}» передан руководству.`,
      critical: (id, group) => `🚨 ${id} в группе «${group}»: приоритет критический.`,
      ping: (id, group) => `📣 Вас вызывают в группе «${group}»: ${id}`,
    },

    title: "О чём я пишу вам в личный чат",
    now: {
      on: "Сейчас: on. Пишу вам, когда:",
      urgent: "Сейчас: urgent. Пишу вам, когда:",
      off: "Сейчас: off. Об инцидентах здесь не пишу; в группах вас вызывают как обычно.",
      default: "Сейчас: по вашей роли. Пишу вам, когда:",
    },
    matters: {
      assignment: "инцидент назначен вам",
      escalation: "инцидент передан руководству, а вы руководитель",
      critical:
        "критический инцидент в ваших отделах, а если вы диспетчер или руководитель — то в любых",
      ping: "есть любой вызов или напоминание для вас, в часы работы и в вашу смену",
    },
    managed: {
      escalation: (companies) => `инцидент передан руководству (${companies})`,
      critical: (companies) => `приоритет инцидента критический (${companies})`,
    },
    choices: {
      on: "Обо всём",
      urgent: "Только о срочном",
      off: "Ни о чём",
      default: "По моей роли",
    },
    chosen: (choice) => `✓ ${choice}`,
    set: {
      on: "On: пишу вам о каждом вызове и напоминании для вас.",
      urgent: "Urgent: пишу вам только о том, что не может ждать.",
      off: "Off: об инцидентах в личный чат не пишу.",
      default: "Пишу вам то, что положено по вашей роли.",
    },
  },
};
