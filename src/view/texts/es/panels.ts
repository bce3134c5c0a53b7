/** Buttons, menus and lists. */

import type { Texts } from "../texts.ts";
import { count } from "./grammar.ts";

/** In Spanish. */
export const panels: Pick<Texts, "buttons" | "menu" | "list" | "letters"> = {
  buttons: {
    claim: "🙋 Tomar",
    join: "🤝 Ayudar",
    leave: "🚪 Dejar",
    resolve: "✅ Resolver",
    back: "↩️ Seguir trabajando",
    escalate: "🔺 Escalar",
    de_escalate: "🔻 Desescalar",
    reopen: "🔁 Reabrir",
    repin: "📌 Volver a anclar",
    more: "⋯ Más",
    close: "✖️ Cerrar",
    menuBack: "‹ Atrás",
    assign: "👤 Asignar",
    change: "🔀 Otro departamento",
    priority: "❗ Prioridad",
    snooze: "💤 Posponer",
    wake: "⏰ Volver a recordar",
    on_it: "👍 Sigo en esto",
    cancel: "🗑 Anular",
    false_alarm: "Falsa alarma",
    duplicate: "Duplicado de…",
    other_reason: "Otro motivo…",
    history: "🕘 Historial",
    files: (n) => `📎 ${n}`,
    calls: "📞 Recibir avisos",
    allow: (name) => `Permitir a ${name}`,
    attach: (company, name) => `Vincular a ${company} · ${name}`,
    create: (name) => `Crear “${name}” y vincular`,
    reject: "Rechazar y salir",
    block: "Rechazar y bloquear",
    again: (n) => `${n} · Reintentar`,
    drop: (n) => `${n} · Descartar`,
    drop_all: "Descartar todo",
  },

  menu: {
    more: "¿Qué desea hacer?",
    onlyHistory: "Aquí no puede hacer nada más.",
    department: "¿Qué departamento?",
    priority: (now) => `¿Qué tan urgente es? Prioridad actual: ${now}.`,
    snooze: "¿Por cuánto tiempo se posponen los recordatorios?",
    cancel: "¿Por qué se anula?",
    duplicate: "¿De qué incidente es duplicado?",
    noOther: "No hay otro incidente abierto aquí.",
    assign: "¿Quién se encarga?",
    nobody: "Todavía nadie recibe avisos de este departamento.",
    writtenPrivately: "Le escribí en privado.",
    askReason: (id) => `, ¿por qué se anula ${id}? Responda a este mensaje.`,
    reasonPlaceholder: "El motivo",
  },

  list: {
    title: {
      open: "Incidentes abiertos",
      mine: "Mis incidentes",
      unclaimed: "Incidentes sin tomar",
      overdue: "Incidentes atrasados",
      closed: "Incidentes cerrados",
      found: "Resultados",
    },
    none: "No hay ninguno.",
    count: (n) => count(n, "incidente", "incidentes"),
    unknownFilter: (word) => `“${word}” no es un filtro ni un departamento.`,
    nothingToFind: "¿Qué hay que buscar?",
    gone: "Esa lista ya no está disponible. Pídala de nuevo.",
  },

  letters: {
    title: "No se pudo enviar",
    none: "Nada: todo se pudo enviar.",
    why: "Motivo",
    card: (id) => `La tarjeta de ${id}`,
    leave: "Despedida de un grupo",
  },
};
