/** The names of things that commands take, as their usages have them between `<` `>` and `[` `]`. */

import type { Texts } from "../texts.ts";

/** In Spanish. */
export const placeholders: Pick<Texts, "placeholders"> = {
  placeholders: {
    id: "ID",
    ID: "ID",
    company_id: "ID de empresa",
    group_id: "ID de grupo",
    department: "departamento",
    person: "persona",
    "what happened": "qué pasó",
    text: "texto",
    "new text": "texto nuevo",
    summary: "resumen",
    reason: "motivo",
    tag: "etiqueta",
    words: "palabras",
    name: "nombre",
    "new name": "nombre nuevo",
    place: "posición",
    setting: "ajuste",
    value: "valor",
    hours: "horario",
    date: "fecha",
    days: "días",
    "time zone": "zona horaria",
  },
};
