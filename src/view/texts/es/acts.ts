/** What administrators did, and who tried to. */

import type { Texts } from "../texts.ts";
import { count } from "./grammar.ts";

/** In Spanish. */
export const acts: Pick<Texts, "acts" | "refusals"> = {
  acts: {
    ofCompany: (company) => `Lo que hicieron los administradores en ${company}`,
    ofGroup: "Lo que hicieron los administradores en este grupo",
    none: "Todavía nada.",
    more: (n) => `y ${count(n, "cambio más", "cambios más")}, en la exportación`,
    nothing: "nada",
    yes: "sí",
    no: "no",
    what: {
      company_added: "empresa agregada",
      department_added: "departamento agregado",
      department_renamed: "nombre de departamento cambiado",
      department_restricted: "quién puede elegir un departamento",
      default_department_set: "departamento por defecto",
      time_zone_set: "zona horaria",
      policy_set: "tiempos y límites",
      hours_set: "horario de trabajo",
      holidays_set: "días feriados",
      shift_set: "turno",
      topic_set: "tema de las tarjetas",
      group_attached: "grupo vinculado",
      granted: "rol dado",
      revoked: "rol quitado",
      takes_calls: "recibe avisos",
      asked_to_take_calls: "pidió recibir avisos",
    },
  },

  refusals: {
    title: "Alguien intenta lo que solo pueden los administradores",
    who: "Quién:",
    tried: (hours) => `Rechazado más de lo habitual en ${count(hours, "hora", "horas")}:`,
    where: "Dónde:",
    inPrivate: "chat privado",
    first: "No se cambió nada. Este aviso llega una vez por hora.",
  },
};
