/** The names of things that commands take, as their usages have them between `<` `>` and `[` `]`. */

import type { Texts } from "../texts.ts";

/** In Uzbek. */
export const placeholders: Pick<Texts, "placeholders"> = {
  placeholders: {
    id: "ID",
    ID: "ID",
    company_id: "kompaniya ID’si",
    group_id: "guruh ID’si",
    department: "bo‘lim",
    person: "kishi",
    "what happened": "nima bo‘ldi",
    text: "matn",
    "new text": "yangi matn",
    summary: "xulosa",
    reason: "sabab",
    tag: "teg",
    words: "so‘zlar",
    name: "nom",
    "new name": "yangi nom",
    place: "o‘rin",
    setting: "sozlama",
    value: "qiymat",
    hours: "ish vaqti",
    date: "sana",
    days: "kunlar",
    "time zone": "vaqt mintaqasi",
  },
};
