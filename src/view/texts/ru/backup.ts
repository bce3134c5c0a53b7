/** What goes with the nightly backup. */

import type { Texts } from "../texts.ts";
import { count, number } from "./grammar.ts";

/** In Russian. */
export const backup: Pick<Texts, "backup"> = {
  backup: {
    part: (when, n) => `Резервная копия от ${when}, зашифрована, часть ${number(n)}`,
    lastPart: (when, n, parts) =>
      parts === 1
        ? `Резервная копия от ${when}, зашифрована, целиком`
        : `Резервная копия от ${when}, зашифрована, часть ${number(n)}, последняя из ${
          number(parts)
        }`,
    failing: (hours) =>
      `🚨 Ночная резервная копия не удаётся уже ${count(hours, "час", "часа", "часов")}`,
    why: "Чем это плохо: что сейчас пропадёт вместе с хранилищем, пропадёт навсегда.",
    first:
      "Что делать: найдите в журнале «backup failed» и сделайте копию сами: deno task kv export.",
  },
};
