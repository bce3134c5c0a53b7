/** A group's settings. */

import type { Texts } from "../texts.ts";

/** In Spanish. */
export const settings: Pick<Texts, "settings"> = {
  settings: {
    title: (group) => `Ajustes de ${group}`,
    hint: "Presione uno para cambiarlo, o escríbalo así:",
    labels: {
      topic: "Tarjetas",
      pins: "Anclaje",
      silent: "Avisos",
      reporters: "Reportes",
      language: "Idioma",
      sign: "Símbolos",
      policy: "Recordatorios",
    },
    buttons: {
      topic: "💬 Tema de tarjetas",
      pins: "📌 Anclaje",
      silent: "🔔 Sonido de avisos",
      reporters: "📝 Quién reporta",
      language: "🌐 Idioma",
      sign: "🚦 Símbolos",
      policy: "⏰ Recordatorios",
    },
    questions: {
      topic: "¿Dónde aparecen las tarjetas?",
      pins: "¿Se anclan las tarjetas de los incidentes abiertos?",
      silent: "¿Suenan los avisos y los recordatorios?",
      reporters: "¿Quién puede reportar un incidente?",
      language: "¿Qué idioma se usa aquí?",
      sign: "¿Qué símbolo desea cambiar?",
    },
    topic: {
      none: "cada una donde se reporta",
      one: "todas en un mismo tema",
      here: "todas en este tema",
      hint: "Para elegir otro tema, envíe esto en él:",
    },
    pins: { on: "se anclan los incidentes abiertos", off: "no se ancla nada" },
    silent: { on: "sin sonido", off: "con sonido" },
    reporters: {
      anybody: "de cualquiera del grupo",
      people: "de quienes tienen un rol",
      dispatchers: "de despachadores y gerentes",
    },
    policy: { own: "este grupo tiene los suyos", usual: "como en la empresa" },
    usualSigns: "los habituales",
    usualSign: (sign) => `El habitual: ${sign}`,
    noSign: "ninguno",
    typeSign: "O escriba uno o dos emojis:",
    line: (label, value) => `${label}: ${value}`,
    unchanged: "Ya está así.",
    unknown: (word) => `No existe el ajuste “${word}”.`,
    badValue: "Ese valor no sirve para este ajuste.",
    badSign: "Un símbolo consta de uno o dos emojis.",
    noTopicHere: "Esto no es un tema. Úselo en el tema donde deben aparecer las tarjetas.",
    reportsRestricted: {
      people: "En este grupo solo pueden reportar quienes tienen un rol.",
      dispatchers: "En este grupo solo pueden reportar los despachadores y los gerentes.",
    },
    pinsOff: "Este grupo no ancla tarjetas. Se cambia con /settings.",
  },
};
