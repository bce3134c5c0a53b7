/** What goes with the nightly backup. */

import type { Texts } from "../texts.ts";
import { count } from "./grammar.ts";

/** In Spanish. */
export const backup: Pick<Texts, "backup"> = {
  backup: {
    part: (when, part) => `Copia de seguridad del ${when}, cifrada, parte ${part}`,
    lastPart: (when, part, parts) =>
      parts === 1
        ? `Copia de seguridad del ${when}, cifrada, completa`
        : `Copia de seguridad del ${when}, cifrada, parte ${part}, la última de ${parts}`,
    failing: (hours) =>
      `🚨 La copia de seguridad nocturna falla desde hace ${count(hours, "hora", "horas")}`,
    why: "Por qué importa: lo que se pierda ahora con la base de datos se pierde definitivamente.",
    first: "Primero: busque “backup failed” en el log y haga una copia con deno task kv export.",
  },
};
