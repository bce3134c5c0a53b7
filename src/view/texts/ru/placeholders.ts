/** The names of things that commands take, as their usages have them between `<` `>` and `[` `]`. */

import type { Texts } from "../texts.ts";

/** In Russian. */
export const placeholders: Pick<Texts, "placeholders"> = {
  placeholders: {
    id: "номер",
    ID: "id",
    company_id: "id компании",
    group_id: "id группы",
    department: "отдел",
    person: "человек",
    "what happened": "что случилось",
    text: "текст",
    "new text": "новый текст",
    summary: "итог",
    reason: "причина",
    tag: "метка",
    words: "слова",
    name: "название",
    "new name": "новое название",
    place: "место",
    setting: "настройка",
    value: "значение",
    hours: "часы",
    date: "дата",
    days: "дни",
    "time zone": "часовой пояс",
  },
};
