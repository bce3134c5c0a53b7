/** What things are called, and the signs that stand for them. */

import type { Texts } from "../texts.ts";

/** In Spanish. */
export const words: Pick<
  Texts,
  "nameless" | "quoted" | "statuses" | "signs" | "ends" | "priorities" | "prioritySigns"
> = {
  nameless: (id) => `Persona ${id}`,
  quoted: (text) => `“${text}”`,

  statuses: {
    awaiting_department: "¿qué departamento?",
    awaiting_claim: "espera que alguien lo tome",
    in_progress: "en curso",
    awaiting_summary: "espera el resumen",
    resolved: "resuelto",
    closed: "cerrado",
  },

  signs: {
    awaiting_department: "⚪️",
    awaiting_claim: "🔴",
    in_progress: "🟡",
    awaiting_summary: "🔵",
    resolved: "✅",
    closed: "⚫️",
  },

  ends: {
    no_summary: "cerrado sin resumen",
    false_alarm: "falsa alarma",
    duplicate: "duplicado",
    cancelled: "anulado",
  },

  priorities: {
    low: "baja",
    medium: "media",
    high: "alta",
    critical: "crítica",
  },

  prioritySigns: { low: "🔽", medium: "", high: "🔶", critical: "🚨" },
};
