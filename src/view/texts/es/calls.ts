/** What the bot says in groups and to people by itself. */

import type { Texts } from "../texts.ts";
import { number } from "./grammar.ts";

/** In Spanish. */
export const calls: Pick<Texts, "report" | "calls" | "shift"> = {
  report: {
    ask: ", ¿qué pasó? Responda a este mensaje.",
    placeholder: "¿Qué pasó y dónde?",
  },

  calls: {
    department: (id, department, gist) => `${id} es para ${department}: “${gist}” ¿Quién lo toma?`,
    routed: (id, department, gist) =>
      `Nadie eligió departamento para ${id}, así que pasa a ${department}: “${gist}” ¿Quién lo toma?`,
    whichDepartment: (id, department, gist) =>
      `, ¿para qué departamento es ${id}? “${gist}” Elija en la tarjeta; si nadie elige, se avisará a ${department}.`,
    silent: (id, silence, gist) =>
      `, ¿cómo va ${id}? “${gist}” Sin novedades desde hace ${silence}. Responda a este mensaje o presione un botón.`,
    summaryAgain: (id) =>
      `, ¿cómo se resolvió ${id}? Responda a este mensaje; si no, se cerrará sin resumen.`,
    snoozeOver: (id, gist) => `⏰ Vuelven los recordatorios de ${id}: “${gist}”`,
    backInQueue: (id, gist) =>
      `ya no está en ${id} y no queda nadie más: “${gist}” ¿Quién lo toma?`,
    unclaimed: (id, time, gist) => `⏰ ${id} lleva ${time} sin que nadie lo tome: “${gist}”`,
    again: (id, department, gist) =>
      `${id} necesita de nuevo a alguien de ${department}: “${gist}” ¿Quién lo toma?`,
    escalated: (id, gist) => `🔺 ${id} se escaló: “${gist}” ¿Quién lo asume?`,
    escalatedByItself: (id, gist) =>
      `🔺 ${id} se escaló porque nadie lo tomó: “${gist}” ¿Quién lo asume?`,
    escalatedBecause: (reason) => `Motivo: ${reason}`,
    escalatedUnclaimed: (id, time, gist) =>
      `🔺 ${id} lleva ${time} en espera de un gerente: “${gist}”`,
    assigned: (id, gist) => `, ${id} queda a su cargo: “${gist}”`,
    assignedBy: "Asignado por",
    claimEnded: {
      revoked: (id) => `ya no está en ${id}, por decisión de un gerente.`,
      role_lost: (id) => `ya no puede trabajar en ${id}: no tiene el rol necesario.`,
      left_group: (id) => `salió del grupo y ya no está en ${id}.`,
    },
    nowYours: ", ahora queda a su cargo.",
    whoClaims: (gist) => `“${gist}” ¿Quién lo toma?`,
    openCard: "Abrir la tarjeta",
    handedOver: (id) => `, ${id} queda ahora a su cargo:`,
    handedOverBy: "lo dejó.",
    summaryPrompt: (id) =>
      `, ¿cómo se resolvió ${id}? Responda a este mensaje en una o dos frases.`,
    summaryPlaceholder: "¿Qué se hizo?",
    replaced: (id) => `⤵️ ${id}: vea el mensaje más reciente, abajo.`,
    cannotPin:
      "No puedo anclar las tarjetas aquí. Para eso necesito ser administrador con el permiso de anclar mensajes; todo lo demás funciona igual.",
  },

  shift: {
    begins: (department) => `🕗 Empieza un turno de ${department}:`,
    open: (open, unclaimed) => `Abiertos aquí: ${number(open)}, sin tomar: ${number(unclaimed)}.`,
    oldest: (id) => `El más antiguo: ${id}, reportado`,
    title: (company) => `Turnos de ${company}`,
    onDuty: "de turno ahora",
    anyHours: "sin horario fijo",
    noMembers: "nadie",
    cut: (command) => `Hay más: ${command} y el nombre de un departamento muestra solo ese.`,
  },
};
