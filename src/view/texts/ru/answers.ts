/** What answers the person who acted. */

import type { Part } from "../../../domain/rules.ts";
import type { TextKind } from "../../../domain/text.ts";
import type { Texts } from "../texts.ts";
import { count, list, minutes, number, seconds } from "./grammar.ts";

/** In the dative: to whom something is open. */
const parts: Record<Part, string> = {
  anybody: "всем",
  worker: "работавшим над ним",
  reporter: "заявителю",
  owner: "ответственному",
  helper: "помощникам",
  summarizer: "нажавшему «Решено»",
  member: "сотрудникам отдела",
  dispatcher: "диспетчерам",
  manager: "руководителям",
};

const kinds: Record<TextKind, string> = {
  description: "описание",
  summary: "итог",
  comment: "комментарий",
  reason: "причина",
};

/** What a kind of text is called. */
function kindName(what: string): string {
  return Object.hasOwn(kinds, what) ? kinds[what as TextKind] : what;
}

/** In Russian. */
export const answers: Pick<Texts, "done" | "refused" | "arguments" | "where" | "help"> = {
  done: {
    report: (id) => `Инцидент принят: ${id}.`,
    choose_department: (id) => `${id} ждёт, кто возьмёт.`,
    claim: (id) => `${id} теперь на вас.`,
    join: (id) => `Вы помогаете с ${id}.`,
    leave: (id) => `Вы больше не работаете над ${id}.`,
    resolve: (id) => `${id}: теперь ответьте, что сделано.`,
    back_to_work: (id) => `${id} снова в работе.`,
    summarize: (id) => `${id} решён.`,
    assign: (id) => `${id}: ответственный назначен.`,
    change_department: (id) => `${id} передан другому отделу.`,
    escalate: (id) => `${id} передан руководству, руководители вызваны.`,
    de_escalate: (id) => `${id} возвращён в отдел.`,
    cancel: (id) => `${id} закрыт.`,
    reopen: (id) => `${id} снова открыт.`,
    comment: (id) => `${id}: комментарий записан.`,
    edit_comment: (id) => `${id}: комментарий изменён.`,
    attach: (id) => `${id}: вложение сохранено.`,
    edit_source: (id) => `${id}: описание изменено вслед за сообщением.`,
    edit_description: (id) => `${id}: описание изменено.`,
    set_priority: (id) => `${id}: приоритет изменён.`,
    tag: (id) => `${id}: метки добавлены.`,
    untag: (id) => `${id}: метки убраны.`,
    repin: (id) => `${id} снова закреплён.`,
    check_in: (id) => `Спасибо. ${id} остаётся в работе.`,
    snooze: (id) => `${id}: напоминания отложены.`,
    wake: (id) => `${id}: напоминания снова включены.`,
    revoke_claim: (id) => `${id}: этот человек снят с инцидента.`,
    release: (id) => `${id}: один из работавших снят с инцидента.`,
    move: (id) => `${id} перенесён.`,
    time_out: (id) => id,
  },

  refused: {
    unknown_incident: "Такого инцидента здесь нет.",
    pending:
      "Группа ещё не подключена. Если название компании мне пока не сообщили, ответьте им на мой вопрос; затем решит администратор платформы.",
    suspended: "Группа приостановлена. Обратитесь к администратору платформы.",
    unknownGroup: "Группа не настроена. Удалите меня и добавьте снова, чтобы начать.",
    too_short: (what, length, least) =>
      `Слишком коротко (${kindName(what)}): ${
        count(length, "символ", "символа", "символов")
      }. Нужно не меньше ${number(least)}.`,
    too_long: (what, length, most) =>
      `Слишком длинно (${kindName(what)}): ${
        count(length, "символ", "символа", "символов")
      }. Можно не больше ${number(most)}.`,
    too_many_commands: (n) => `Слишком много команд за минуту. Повторите через ${seconds(n)}.`,
    already_reported: (id) => `Об этом уже сообщили: ${id}.`,
    too_many_reports: {
      person: (n) => `Слишком много инцидентов от вас за час. Повторите через ${minutes(n)}.`,
      group: (n) =>
        `Слишком много инцидентов из этой группы за час. Повторите через ${minutes(n)}.`,
    },
    status: {
      awaiting_department: () => "Сначала выберите отдел.",
      awaiting_claim: () => "Его ещё никто не взял.",
      in_progress: (who) => `Уже в работе. Ответственный: ${who}.`,
      awaiting_summary: (who) => `Уже решён, итог пишет ${who}.`,
      resolved: (who) => `Уже решён. Кто решил: ${who}.`,
      closed: () => "Уже закрыт.",
    },
    not_allowed: (allowed) => `Это доступно только ${list(allowed.map((p) => parts[p]))}.`,
    unknown_department: "Такого отдела больше нет.",
    department_chosen_already: (department) => `Отдел уже выбран: ${department}.`,
    restricted_department: (department) =>
      `Отдел «${department}» могут выбрать только его сотрудники и руководители.`,
    owns_already: (who) => `Ответственный уже назначен: ${who}.`,
    not_eligible: (who) => `${who} не принимает вызовы этого отдела.`,
    no_claim: "Этот человек над ним не работает.",
    escalated_already: "Уже передан руководству, руководители вызваны.",
    not_escalated: "Он не передан руководству.",
    open_already: "Он и так открыт.",
    no_change: "Так уже и есть.",
    bad_tag: "В метке от 1 до 24 знаков: буквы, цифры, _ или -.",
    too_many_helpers: (most) => `Помощников уже ${number(most)}, больше нельзя.`,
    too_many_open: (most) =>
      `Открытых инцидентов в компании: ${number(most)}, это предел. Сначала закройте часть из них.`,
    too_many_tags: (most) => `У инцидента не больше ${count(most, "метки", "меток", "меток")}.`,
    already_owner: "Он и так на вас.",
    already_helping: "Вы уже помогаете.",
    not_due: "Ещё рано.",
    busy: "Сейчас слишком большая нагрузка. Нажмите ещё раз.",
    unknownButton: "Эта кнопка больше не работает.",
  },

  arguments: {
    unknownTimeZone: "Не знаю такого часового пояса. Пример названия: Europe/Berlin.",
    whichIncident: "Какой инцидент? Укажите номер или ответьте на его карточку.",
    noWorker: "Работать над инцидентом может только человек.",
    whichPerson: "Кто? Укажите числовой id, @имя или упоминание.",
    usage: "Формат:",
    example: "Пример:",
    badPerson:
      "Не знаю этого человека. Укажите числовой id, упомяните его или перешлите сюда его сообщение и ответьте на него командой.",
    unknownHandle: (handle) =>
      `Я ещё не знаю @${handle}. Укажите числовой id или перешлите сюда сообщение этого человека.`,
    hiddenAuthor:
      "Автор этого сообщения скрывает аккаунт при пересылке. Пусть напишет мне или в группу один раз; потом укажите его @имя или числовой id.",
    askPerson: "Кто? Перешлите сообщение этого человека или пришлите его числовой id или @имя.",
    forwarded: (name, id) => `Это ${name}, id ${id}.`,
    replyToPerson: "Ответьте этой командой на сообщение нужного человека.",
    badCompanyId: "В id компании от 2 до 8 знаков A-Z и 0-9, первый — буква.",
    notAPerson: "Дать роль можно только человеку.",
  },

  where: {
    group: "Это работает в группе. Добавьте меня в группу и повторите там.",
    asYourself: "Не вижу, кто вы: пишите от своего имени, а не от имени группы.",
    private: "Это работает в личном чате со мной.",
  },

  help: {
    greeting: "Я веду инциденты в группах: кто сообщил, кто взял, что сделано — всё записано.",
    youAre: (role) => `Ваша роль здесь: ${role}.`,
    youAreIn: (company, role) => `Ваша роль в ${company}: ${role}.`,
    noRole: "Роли в компании у вас нет, но сообщать об инцидентах в группе вы можете.",
    roles: {
      platformAdmin: "администратор платформы",
      manager: "руководитель",
      dispatcher: "диспетчер",
      member: "сотрудник отдела",
      reporter: "заявитель",
    },
    youCan: "Вы можете:",
    counts: (reported, resolved) =>
      `В этой группе: ${count(reported, "инцидент", "инцидента", "инцидентов")}, решено: ${
        number(resolved)
      }.`,
    open: (ids) => `Открыты: ${ids}`,
    pressClaim: "На карточке: «Взять» — взять инцидент, «Помочь» — присоединиться.",
    claimAnyone: "Вызовы здесь пока никто не принимает, поэтому взять может любой.",
    claimOthers: "Когда вы сообщаете, вызывается отдел; какой — можете выбрать вы.",
    addMe: "Об инцидентах сообщают в группах: добавьте меня в свою.",
    owned: (ids) => `Сейчас на вас: ${ids}`,
    listensInGroups:
      "Я работаю в группах: сообщайте там через /new_issue. Что можно здесь — /help.",
    administer: "Управление — в консоли: /admin. То же командами: /help admin",
    administration: "Команды управления:",
    unknownCommand: "Не знаю такой команды. Что можно — /help.",
    companies: "Компании",
    departments: (n) => count(n, "отдел", "отдела", "отделов"),
    noCompanies: "Компаний ещё нет. Добавить: /add_company.",
  },
};
