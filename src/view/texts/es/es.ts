/**
 * Every sentence that people read, in Spanish: Latin American, and with `usted`. Functions take text;
 * the callers make it HTML.
 *
 * The desk's words: incidente, tarjeta, tomar (claim), responsable (owner), ayudante, departamento,
 * despachador, gerente (manager), quien reportó, escalar, asumir (take over), resolver, resumen,
 * aviso (call), recordatorio, posponer (snooze), anular (cancel), grupo, empresa, ajuste, turno.
 */

import type { Texts } from "../texts.ts";
import { answers } from "./answers.ts";
import { calls } from "./calls.ts";
import { companies } from "./companies.ts";
import { admin } from "./admin.ts";
import { duration } from "./grammar.ts";
import { incident } from "./incident.ts";
import { panels } from "./panels.ts";
import { placeholders } from "./placeholders.ts";
import { watch } from "./watch.ts";
import { words } from "./words.ts";

/** The catalogue. */
export const es: Texts = {
  locale: "es",
  duration,
  ...words,
  ...incident,
  ...calls,
  ...panels,
  ...placeholders,
  ...answers,
  ...companies,
  ...admin,
  ...watch,
};
