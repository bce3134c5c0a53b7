/** The console: its pages, its buttons, and what it asks. */

import type { Texts } from "../texts.ts";
import { count, number } from "./grammar.ts";

/** In Spanish. */
export const admin: Pick<Texts, "admin"> = {
  admin: {
    title: "Consola",
    none:
      "Aquí no tiene consola. Es para los gerentes de una empresa y los administradores de la plataforma: otro gerente puede darle ese rol con /add_manager.",
    gone: "Eso ya no está.",
    done: "👌",
    late: "Ya no hay ninguna pregunta. No se cambió nada.",
    leaveIt: "O presione un botón de la consola para dejarlo como está.",
    sure: "¿Confirma?",
    yes: "Sí",

    home: {
      none: "Todavía no hay empresas.",
      waiting: (n) => `⏳ Grupos en espera: ${number(n)}`,
      addCompany: "➕ Empresa",
      export: "📦 Exportación",
    },

    company: {
      departments: (n) => count(n, "departamento", "departamentos"),
      times: (zone) => `Las horas se muestran según ${zone}.`,
      works: (hours) => `Horario de trabajo: ${hours}.`,
      isArchived: "Está archivada: en ella no pasa nada.",
      toGroups: "💬 Grupos",
      rename: "✏️ Cambiar nombre",
      export: "📦 Exportar",
      exporting: "Lo estoy enviando.",
      notSent: "Telegram no aceptó el documento. No se envió nada.",
      archive: "🗄 Archivar",
      restore: "♻️ Restaurar",
      delete: "🗑 Eliminar …",
      sureArchive: (name) =>
        `${name} descansará: sus grupos quedan suspendidos y nadie recibe recordatorios. Todo se conserva.`,
      toDepartments: "🗂 Departamentos",
      toPeople: "👥 Personas",
      toPolicy: "⏱ Ajustes",
      toCalendar: "📅 Calendario",
      toLanguage: "🗣 Idioma",
      toRetention: "🧹 Conservación",
    },

    departments: {
      title: "Departamentos",
      isDefault:
        "⭐️ recibe el aviso si nadie elige; 🔒 solo lo eligen sus miembros y los gerentes.",
      add: "➕ Departamento",
      members: (n) => count(n, "miembro", "miembros"),
      isTheDefault: "Recibe el aviso si nadie elige un departamento.",
      isRestricted: "Solo pueden elegirlo sus miembros y los gerentes.",
      isOpen: "Cualquiera puede elegirlo.",
      rename: "✏️ Cambiar nombre",
      makeDefault: "⭐️ Avisarle por defecto",
      restrict: "🔒 Restringir",
      openUp: "🔓 Abrir a todos",
      toMembers: "👥 Miembros",
      addMembers: "➕ Miembros",
      noMembers: "No tiene miembros.",
      place: (place, all) => `Lugar ${number(place)} de ${number(all)}.`,
      up: "⬆️ Subir",
      down: "⬇️ Bajar",
      remove: "🗑 Quitar",
      sureRemove: (name) =>
        `Se quitará ${name}. Sus incidentes abiertos pasan al departamento por defecto; sus miembros pierden ese rol.`,
    },

    people: {
      title: "Personas",
      signs: "👑 gerente · 🎧 despachador · 👤 miembro de un departamento",
      none: "Todavía nadie tiene un rol.",
      addManagers: "➕ Gerentes",
      addDispatchers: "➕ Despachadores",
      makeManager: "👑 Dar el rol de gerente",
      makeDispatcher: "🎧 Dar el rol de despachador",
      endManager: "➖ Gerente",
      endDispatcher: "➖ Despachador",
      toDepartments: "🗂 Departamentos",
      noRole: "Sin rol.",
      isManager: "Tiene el rol de gerente de la empresa.",
      isDispatcher: "Tiene el rol de despachador de la empresa.",
      isMember: (n) => `Es miembro de ${count(n, "departamento", "departamentos")}.`,
      isReachable: "El bot puede escribirle en privado.",
      isUnreachable: "No ha iniciado el bot en privado.",
      memberships: "✅ es miembro. Presione un departamento para cambiarlo.",
      onDuty: (hours) => `De turno: ${hours}`,
      noShift: "Sin horario fijo de turno.",
      setShift: "⏰ Fijar horario",
      clearShift: "Sin horario fijo",
      endMembership: "➖ Quitar del departamento",
      sureManager: (who, company) => `${who} dejará de tener el rol de gerente en ${company}.`,
      sureDispatcher: (who, company) =>
        `${who} dejará de tener el rol de despachador en ${company}.`,
      sureMember: (who, department) => `${who} dejará de ser miembro de ${department}.`,
      given: (given, already) =>
        already === 0
          ? `Ahora tienen ese rol: ${count(given, "persona", "personas")}.`
          : `Ahora tienen ese rol: ${count(given, "persona", "personas")}; ya lo tenían: ${
            number(already)
          }.`,
    },

    groups: {
      title: "Grupos",
      none: "No tiene grupos.",
      signs: "🟢 activo · ⏸ suspendido",
      detach: "✂️ Separar",
      attachAgain: "✅ Unir otra vez",
      move: "➡️ Pasar a otra empresa …",
      whereTo: "¿A qué empresa debe pasar?",
      sureDetach: (title, company) =>
        `“${title}” dejará de ser un grupo de ${company}. Sus incidentes se conservan.`,
      sureMove: (title, company) => `“${title}” pasará a ${company}, sin sus roles ni ajustes.`,
    },

    waiting: {
      title: "Grupos en espera",
      none: "Ningún grupo espera activación.",
      asked: (name) => `Empresa: ${name}`,
      notAsked: "Nadie ha dicho todavía de qué empresa es.",
      askedBy: (who) => `Lo pidió ${who}`,
      addedBy: (who) => `Agregó el bot ${who}`,
      attachTo: (id, name) => `✅ ${id} · ${name}`,
      create: (name) => `✅ Nueva empresa “${name}”`,
      other: "✅ Otra empresa …",
      reject: "🚫 Rechazar",
      block: "⛔️ Rechazar y bloquear",
      which: "¿De qué empresa es?",
      sureReject: (title) => `El bot saldrá de “${title}”.`,
      sureBlock: (title) => `El bot saldrá de “${title}”, y también cada vez que lo agreguen.`,
    },

    policy: {
      title: "Ajustes",
      hint: "✏️ se fijó aquí; lo demás es lo habitual.",
      value: (value) => `Ahora: ${value}`,
      set: "✏️ Fijar",
      on: "Activar",
      off: "Desactivar",
      default: "↩️ Lo habitual",
    },

    calendar: {
      title: "Calendario",
      hours: (hours) => `Horario: ${hours}`,
      zone: (zone) => `Zona horaria: ${zone}`,
      holidays: (n) => count(n, "día feriado", "días feriados"),
      setHours: "✏️ Horario",
      always: "🔁 Las 24 horas",
      setZone: "🌍 Zona horaria",
      toHolidays: "🏖 Feriados",
      holidaysTitle: "Feriados",
      noHolidays: "No hay ninguno.",
      drop: "Presione un día para que vuelva a ser laborable.",
      add: "➕ Días",
    },

    language: {
      title: "Idioma",
      now: (name) => `Sus grupos leen en ${name}.`,
      others: "Un grupo puede elegir otro con /language; cada persona lee en el suyo.",
    },

    keeping: {
      title: "Conservación",
      days: (n) => count(n, "día", "días"),
      set: "✏️ Otro número",
      forEver: "♾ Para siempre",
    },

    export: {
      title: "Exportación",
      file:
        "deno task kv export FILE escribe en un archivo todo lo que se guarda, mientras el bot trabaja.",
      endpoint: "GET /admin/export envía lo mismo a quien conozca ADMIN_EXPORT_TOKEN.",
    },

    ask: {
      companyName: "¿Cómo se llama la empresa? Antes puede ir un identificador.",
      departmentName: "¿Cómo se llama el departamento?",
      newName: "¿Cómo se llama desde ahora?",
      hours: "¿Cuándo trabaja su gente?",
      shift: "¿Cuándo está de turno?",
      zone: "¿Qué zona horaria?",
      days: "¿Qué días? Pueden ir varios en un mensaje.",
      retention: "¿Durante cuántos días se conservan los incidentes terminados?",
      value: "¿Cuál debe ser el valor?",
      people:
        "¿Quién? Elija personas con el botón de abajo, reenvíe un mensaje suyo, o envíe un identificador numérico o un @usuario.",
      choose: "👥 Elegir personas",
      cancel: "✖️ Dejarlo",
      nameLength: (least, most) =>
        `Un nombre tiene de ${number(least)} a ${number(most)} caracteres.`,
      nobody: "Ese mensaje no nombra a nadie.",
    },
  },
};
