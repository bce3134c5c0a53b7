/** Private messages: what they say, and what somebody can set about them. */

import type { Texts } from "../texts.ts";

/** In Spanish. */
export const notify: Pick<Texts, "notify"> = {
  notify: {
    critical: (id, gist) => `🚨 ${id} tiene prioridad crítica: “${gist}”`,
    yours: (id, gist) => `${id} queda ahora a su cargo: “${gist}”`,
    silent: (id, silence, gist) => `¿Cómo va ${id}? “${gist}” Sin novedades desde hace ${silence}.`,
    summary: (id) =>
      `¿Cómo se resolvió ${id}? Envíe /resolve ${id} y una frase; si no, se cerrará sin resumen.`,
    department: (id, gist) => `¿Para qué departamento es ${id}? “${gist}” Elija en la tarjeta.`,
    calledIn: {
      assignment: (id, group) => `${id}, en “${group}”, queda a su cargo.`,
      escalation: (id, group) => `🔺 ${id}, en “${group}”, se escaló.`,
      critical: (id, group) => `🚨 ${id}, en “${group}”, tiene prioridad crítica.`,
      ping: (id, group) => `📣 Hay un aviso para usted en “${group}”: ${id}`,
    },

    title: "Qué le aviso en privado",
    now: {
      on: "Ahora: todo. Le aviso de:",
      urgent: "Ahora: solo lo urgente. Le aviso de:",
      off:
        "Ahora: nada. Aquí no le aviso de ningún incidente; en los grupos recibe avisos como siempre.",
      default: "Ahora: según su rol. Le aviso de:",
    },
    matters: {
      assignment: "lo que se le asigna",
      escalation: "los incidentes que se escalan donde usted tiene el rol de gerente",
      critical:
        "los incidentes críticos de sus departamentos, y todos los críticos donde tiene el rol de despachador o de gerente",
      ping: "cada aviso y recordatorio para usted, en horario de trabajo y durante su turno",
    },
    managed: {
      escalation: (companies) => `los incidentes que se escalan en ${companies}`,
      critical: (companies) => `los incidentes críticos de ${companies}`,
    },
    choices: {
      on: "Todo",
      urgent: "Solo lo urgente",
      off: "Nada",
      default: "Según mi rol",
    },
    chosen: (choice) => `✓ ${choice}`,
    set: {
      on: "Todo: le escribo en privado cada vez que hay un aviso para usted.",
      urgent: "Solo lo urgente: le aviso únicamente de lo que no puede esperar.",
      off: "Nada: no le aviso en privado de ningún incidente.",
      default: "Le aviso de lo que corresponde a su rol.",
    },
  },
};
