/**
 * Every sentence that people read, in Spanish: Latin American, and with `usted`. Functions take text;
 * the callers make it HTML.
 *
 * The desk's words: incidente, tarjeta, tomar (claim), responsable (owner), ayudante, departamento,
 * despachador, gerente (manager), quien reportó, escalar, asumir (take over), resolver, resumen,
 * aviso (call), recordatorio, posponer (snooze), anular (cancel), grupo, empresa, ajuste, turno,
 * tiempos y límites (policy), símbolo (sign), separar (detach), olvidar quién es usted (forget).
 */

import type { Texts } from "../texts.ts";
import { acts } from "./acts.ts";
import { admin } from "./admin.ts";
import { answers } from "./answers.ts";
import { backup } from "./backup.ts";
import { calls } from "./calls.ts";
import { commands } from "./commands.ts";
import { companies } from "./companies.ts";
import { duration } from "./grammar.ts";
import { incident } from "./incident.ts";
import { languages } from "./languages.ts";
import { life } from "./life.ts";
import { notify } from "./notify.ts";
import { panels } from "./panels.ts";
import { placeholders } from "./placeholders.ts";
import { policyWords } from "./policy_words.ts";
import { privacy } from "./privacy.ts";
import { settings } from "./settings.ts";
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
  ...commands,
  ...languages,
  ...admin,
  ...life,
  ...watch,
  ...settings,
  ...privacy,
  ...notify,
  ...acts,
  ...policyWords,
  ...backup,
};
