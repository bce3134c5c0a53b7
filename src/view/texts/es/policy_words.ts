/** The settings of a policy in few words, their values with units, and what each takes. */

import type { Texts } from "../texts.ts";

/** In Spanish. */
export const policyWords: Pick<Texts, "policyWords"> = {
  policyWords: {
    labels: {
      department: "Elegir: primer recordatorio",
      department_repeat: "Elegir: luego cada",
      department_reminders: "Elegir: recordatorios",
      unclaimed: "Sin tomar: primer recordatorio",
      unclaimed_repeat: "Sin tomar: luego cada",
      unclaimed_reminders: "Sin tomar: recordatorios",
      auto_escalation: "Se escala automáticamente",
      escalated: "Escalado: primer recordatorio",
      escalated_repeat: "Escalado: luego cada",
      check_in: "Cómo va: primera pregunta",
      check_in_repeat: "Cómo va: luego cada",
      summary: "Espera el resumen",
      critical: "Si es crítica",
      high: "Si es alta",
      medium: "Si es media",
      low: "Si es baja",
      reports_per_person: "Reportes de una persona",
      reports_per_dispatcher: "Reportes de un despachador",
      reports_per_group: "Reportes de un grupo",
      commands_per_person: "Comandos de una persona",
    },
    line: (label, value) => `${label} · ${value}`,
    on: "sí",
    off: "no",
    same: "como la primera",
    minutes: (n) => `${n} min`,
    times: (n) => `${n}`,
    factor: (n) => `minutos × ${n}`,
    perHour: (n) => `${n} por hora`,
    perMinute: (n) => `${n} por minuto`,
    takes: {
      minutes: (least, most) => `minutos, de ${least} a ${most}`,
      repeat: (least, most, same) =>
        `minutos, de ${least} a ${most}, o ${same} para lo mismo que la primera vez`,
      times: (least, most) => `un número de ${least} a ${most}`,
      often: (least, most) => `un número de ${least} a ${most}`,
      switch: "on (sí) u off (no)",
      factor: (least, most) => `un número de ${least} a ${most} que multiplica los minutos`,
    },
    possible: (values, usual) => `Posible: ${values}; ${usual} vuelve a lo habitual.`,
  },
};
