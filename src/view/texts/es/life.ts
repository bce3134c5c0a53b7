/** The life of companies, departments and groups: listed, moved, archived, deleted. */

import type { Texts } from "../texts.ts";
import { count, number } from "./grammar.ts";

/** In Spanish. */
export const life: Pick<Texts, "life" | "groups" | "farewell" | "deletion"> = {
  life: {
    group_detached: (id, title) =>
      `“${title}” se separó de ${id}. Sus incidentes se conservan; /add_group lo une otra vez.`,
    group_detached_already: (id, title) =>
      `“${title}” ya está separado de ${id}. No se cambió nada.`,
    group_moved: (id, title) =>
      `“${title}” ahora pertenece a ${id}. Lo que terminó allí antes queda en la otra empresa.`,
    group_has_open: (id, title, open) =>
      `“${title}” tiene ${
        count(open, "incidente abierto", "incidentes abiertos")
      } de ${id}. Primero cierre lo que está abierto; después podrá pasar a otra empresa.`,
    no_such_group: (chatId) =>
      `Ninguna empresa tiene el grupo ${chatId}. /groups muestra los que hay.`,
    too_many_groups: (id, most) =>
      `${id} tiene ${
        number(most)
      } grupos; no caben más. Primero separe uno; /groups ${id} los muestra.`,
    too_many_of_company: (id, most) =>
      `${id} tiene ${
        number(most)
      } personas con roles; no caben más. Primero quite los roles de alguien; /people ${id} las muestra.`,
    department_placed: (id, name, place) =>
      `${name} ahora ocupa el lugar ${number(place)} entre los departamentos de ${id}.`,
    department_removed: (id, name, to) =>
      `${id} ya no tiene el departamento ${name}. Sus incidentes abiertos pasan a ${to}; sus miembros perdieron ese rol.`,
    last_department: (id, name) =>
      `${name} es el único departamento de ${id}. Primero agregue otro: /add_department ${id}.`,
    company_renamed: (id, name) => `${id} ahora se llama ${name}.`,
    company_archived: (id) =>
      `${id} está archivada: sus grupos quedan suspendidos, no se reporta nada y nadie recibe recordatorios. Todo se conserva; /restore_company ${id} la restaura.`,
    company_restored: (id) =>
      `${id} trabaja otra vez. Los grupos en los que sigo estando vuelven a estar activos.`,
    company_is_archived: (id) =>
      `${id} está archivada. No se cambió nada; un administrador de la plataforma puede restaurarla con /restore_company ${id}.`,
    company_not_archived: (id) => `${id} no está archivada. No se cambió nada.`,
    archive_first: (id) =>
      `Solo se puede eliminar una empresa archivada: primero /archive_company ${id}. No se cambió nada.`,
    deletion_asked: (id) =>
      `¿Confirma? Nadie podrá deshacerlo. Para eliminar ${id}, envíe en los próximos 10 minutos: /delete_company ${id} ${id}`,
    deletion_unconfirmed: (id) =>
      `Pasó demasiado tiempo, o ${id} cambió. No se eliminó nada; empiece de nuevo: /delete_company ${id}`,
    deletion_begun: (id) =>
      `Se está eliminando ${id}. El documento de arriba contiene todo lo que tenía; consérvelo mientras pueda necesitarlo.`,
    company_going: (id) => `Todavía se está eliminando ${id}. Intente de nuevo en unos minutos.`,
  },

  groups: {
    title: (scope) => `Grupos de ${scope}`,
    own: "sus empresas",
    waiting: "Grupos en espera",
    nobodyWaits: "Ningún grupo espera activación.",
    none: "No hay grupos.",
    companies: "Empresas",
    count: (n) => count(n, "grupo", "grupos"),
    open: (n) => count(n, "incidente abierto", "incidentes abiertos"),
    active: "activo",
    removed: "suspendido: no estoy en él",
    suspended: {
      detached: "suspendido: separado de su empresa",
      archived: "suspendido: su empresa está archivada",
    },
    asked: (name, by) => `Empresa: “${name}”, a pedido de ${by}`,
    notAsked: (by) => `Me agregó ${by}; nadie ha dicho todavía de qué empresa es`,
    archived: "archivada",
  },

  farewell: {
    detached: "Este grupo ya no es parte de su empresa. Desde ahora no escribiré aquí. Adiós.",
    archived: "Esta empresa está archivada. Aquí no se reporta nada hasta que se restaure.",
    deleted: "Esta empresa ya no trabaja conmigo, así que salgo de este grupo. Adiós.",
  },

  deletion: {
    question: (id, name) => `¿Eliminar definitivamente ${id} · ${name}?`,
    goes: "Después de enviarle todo en un documento, se eliminaría:",
    incidents: (all, open) =>
      `${count(all, "incidente", "incidentes")} (abiertos: ${
        number(open)
      }), con todo lo que se dijo`,
    groups: (n) => count(n, "grupo, del que salgo", "grupos, de los que salgo"),
    people: (n) => `los roles de ${count(n, "persona", "personas")}`,
    departments: (n) => count(n, "departamento", "departamentos"),
    button: (id) => `🗑 Eliminar ${id} …`,
    caption: (id, part) =>
      `Todo lo de ${id}, parte ${part}. Las partes van juntas y en orden; es una copia de seguridad como cualquier otra.`,
    notTaken: "Telegram no aceptó el documento. No se eliminó nada.",
  },
};
