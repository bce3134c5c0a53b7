/** Administration: groups, companies, people, policy and calendar. */

import type { Texts } from "../texts.ts";
import { count, number } from "./grammar.ts";

/** In Spanish. */
export const companies: Pick<Texts, "onboarding" | "desk" | "people" | "policy" | "calendar"> = {
  onboarding: {
    prompt: "¡Hola! Llevo el control de los incidentes en los grupos.",
    promptAsk: ", ¿de qué empresa es este grupo? Responda a este mensaje con el nombre.",
    placeholder: "Nombre de la empresa",
    request: "Un grupo pide ser activado",
    group: "Grupo",
    addedBy: "Agregado por",
    answeredBy: "Solicitado por",
    requestedName: "Empresa",
    activated: (company) => `✅ Este grupo ahora es parte de ${company}.`,
    activatedReport: "Reportar: /new_issue y qué pasó, o responda a un mensaje con /new_issue.",
    activatedClaim:
      "Trabajar: presione Tomar en la tarjeta; luego Resolver, y responda con un resumen.",
    activatedCalls:
      "Para tomar incidentes de cualquier departamento y recibir avisos donde un departamento no tenga a nadie: presione el botón.",
    needsManager: (company) => `Alguien debe dirigirla: /add_manager ${company} y su ID, o /admin.`,
    activatedAnyone: "Mientras nadie lo haga, cualquiera aquí puede tomar incidentes.",
    rejected: "Un administrador de la plataforma rechazó este grupo. Adiós.",
    wantsCalls: "quiere recibir avisos aquí. Un administrador de este grupo puede permitirlo.",
    takesCalls: "ahora recibe avisos aquí.",
    cannot: {
      post: (title) =>
        `Ya no puedo escribir en “${title}”. Permítame publicar allí de nuevo: mientras tanto, las tarjetas esperan y los avisos se guardan un día.`,
      delete: (title) =>
        `No puedo eliminar mis recordatorios anteriores en “${title}”. Deme el permiso de eliminar mensajes allí; mientras tanto, de cada uno queda una línea.`,
    },
    lost: (title, company) =>
      `Me sacaron de ${title}, grupo de ${company}. Sus incidentes se conservan; agrégueme de nuevo para continuar.`,
    noPending: "Ningún grupo espera activación.",
  },

  desk: {
    company_added: (id, name) =>
      `Se agregó la empresa ${id} · ${name}, con el departamento Dispatch.`,
    company_exists: (id) => `Ya existe la empresa ${id}. No se cambió nada.`,
    unknown_company: (id) => `No existe la empresa ${id}. /companies las muestra todas.`,
    department_added: (id, name) => `${id} ahora tiene el departamento ${name}.`,
    department_exists: (id, name) => `${id} ya tiene el departamento ${name}.`,
    department_renamed: (name, to) => `${name} ahora se llama ${to}.`,
    default_department_set: (id, name) =>
      `Si nadie elige departamento, en ${id} ahora se avisa a ${name}.`,
    unknown_department: (names) => `Ese departamento no existe. Hay: ${names}`,
    too_many_departments: (most) => `Una empresa tiene como máximo ${number(most)} departamentos.`,
    group_attached: (id, title) => `“${title}” está activo en ${id}.`,
    group_attached_already: (id, title) => `“${title}” ya pertenece a ${id}. No se cambió nada.`,
    group_rejected: (title, blocked) =>
      blocked ? `“${title}” se rechazó y se bloqueó.` : `“${title}” se rechazó.`,
    group_blocked: (title) => `“${title}” está bloqueado.`,
    unknown_group: (chatId) =>
      `No conozco ningún grupo ${chatId} en espera. Primero agrégueme al grupo.`,
    group_not_active: "Esto funcionará cuando el grupo esté activo.",
    activation_pending:
      "Falta la activación: primero un administrador de la plataforma debe permitir este grupo.",
    request_sent: (name) =>
      `Gracias. “${name}” se envió a los administradores de la plataforma; avisaré aquí cuando esté activo.`,
    request_on_file: (name) =>
      `“${name}” ya está registrado. Responderá un administrador de la plataforma.`,
    request_name_length: (length) =>
      `El nombre de una empresa tiene de 2 a 80 caracteres; este tiene ${number(length)}.`,
    too_many_requests: (most) =>
      `Quien me agregó aquí ya tiene ${number(most)} grupos en espera. Espere a que se respondan.`,
    topic_set: "Desde ahora las tarjetas aparecen en este tema.",
    topic_cleared: "Desde ahora las tarjetas aparecen donde se reporta.",
    department_restricted: {
      on: (name) => `🔒 Ahora solo los miembros y los gerentes pueden elegir ${name}.`,
      off: (name) => `Ahora cualquiera puede elegir ${name}.`,
    },
    policy_set: (scope, name, value) => `${scope}: ${name} ahora es ${value}.`,
    hours_set: (id, hours) => `Nuevo horario de ${id}: ${hours}.`,
    holidays_set: (id, n) => `${id} ahora tiene ${count(n, "día feriado", "días feriados")}.`,
    too_many_holidays: (most) => `Una empresa tiene como máximo ${number(most)} días feriados.`,
    not_a_member: (who, department) =>
      `${who} no es miembro de ${department}. Agregue a esa persona con /add_member.`,
    shift_set: (who, department, hours) => `Turno de ${who} en ${department}: ${hours}.`,
    shift_cleared: (who, department) => `${who} ya no tiene horario fijo en ${department}.`,
    letter_sent_again: "Se envía otra vez.",
    letter_dropped: "Descartado.",
    letter_gone: "Ese mensaje ya no está.",
    letters_dropped: (n) => count(n, "mensaje descartado.", "mensajes descartados."),
    time_zone_set: (id, zone) => `${id} ahora usa la hora de ${zone}.`,
    revoked: {
      dispatcher: (who, scope) => `${who} ya no tiene el rol de despachador en ${scope}.`,
      manager: (who, scope) => `${who} ya no tiene el rol de gerente en ${scope}.`,
      member: (who, scope, department) => `${who} ya no es miembro de ${department} en ${scope}.`,
      again: (who) => `${who} no tiene ese rol.`,
    },
    granted: {
      dispatcher: (who, scope) => `${who} ahora tiene el rol de despachador en ${scope}.`,
      manager: (who, scope) => `${who} ahora tiene el rol de gerente en ${scope}.`,
      member: (who, scope, department) => `${who} ahora es miembro de ${department} en ${scope}.`,
      again: (who) => `${who} ya tiene ese rol. No se cambió nada.`,
    },
    thisGroup: "este grupo",
    hereInThisGroup: "Este grupo",
    too_many_people: (most) =>
      `Un grupo tiene como máximo ${number(most)} personas con roles propios.`,
    takes_calls: (who) => `${who} ahora recibe avisos aquí.`,
    takes_calls_again: (who) => `${who} ya recibe avisos aquí.`,
    asked: "Pregunté a los administradores del grupo.",
    asked_again: "Los administradores del grupo ya recibieron la pregunta.",
    not_allowed: "Lo siento, no tiene permiso para eso aquí. No se cambió nada.",
    noted: "Anotado.",
  },

  people: {
    title: (scope) => `Personas de ${scope}`,
    count: (n) => count(n, "persona", "personas"),
    none: "Todavía nadie tiene un rol.",
    reachable: "se le puede escribir en privado",
    unreachable: "no ha iniciado un chat privado conmigo",
    youHere: (company) => `Usted en ${company}`,
    reporter: "Sin rol: como cualquiera en este grupo, puede reportar.",
    askInGroup:
      "Un grupo puede dar roles propios, que valen solo allí: /whoami en el grupo los muestra.",
    roles: {
      platform_admin: "administrador de la plataforma de este bot",
      administrator: "gerente aquí, por ser administrador de este grupo de Telegram",
      manager: (scope) => `gerente en ${scope}`,
      dispatcher: (scope) => `despachador en ${scope}`,
      member: (department, scope) => `miembro de ${department} en ${scope}`,
    },
  },

  policy: {
    title: (scope) => `Tiempos y límites de ${scope}`,
    hint: "Lo que se fijó aquí lleva ✏️. Para cambiar un ajuste o quitarlo:",
    settings: {
      department: "minutos hasta recordar a quien reportó que elija departamento",
      department_repeat: "minutos entre esos recordatorios",
      department_reminders: "recordatorios antes de avisar al departamento predeterminado",
      unclaimed: "minutos hasta el primer recordatorio de que nadie lo ha tomado",
      unclaimed_repeat: "minutos entre esos recordatorios",
      unclaimed_reminders: "recordatorios antes de que se escale",
      auto_escalation: "se escala automáticamente",
      escalated: "minutos hasta el recordatorio a los gerentes",
      escalated_repeat: "minutos entre esos recordatorios",
      check_in: "minutos sin novedades hasta preguntar al responsable cómo va",
      check_in_repeat: "minutos entre esas preguntas",
      summary: "minutos desde Resolver hasta que se cierra sin resumen",
      critical: "factor para los minutos de arriba si la prioridad es crítica",
      high: "si es alta",
      medium: "si es media",
      low: "si es baja",
      reports_per_person: "reportes que puede hacer una persona en una hora",
      reports_per_dispatcher: "reportes que puede hacer un despachador o gerente en una hora",
      reports_per_group: "reportes que puede hacer un grupo en una hora",
      commands_per_person: "comandos que puede enviar una persona en un minuto",
    },
    unknownSetting: (word) => `No existe el ajuste “${word}”.`,
    badValue: "Ese valor no sirve para este ajuste.",
  },

  calendar: {
    title: (company, zone) => `Horario de ${company} (${zone})`,
    always: "las 24 horas",
    holidays: "Días feriados",
    noHolidays: "ninguno",
    badHours: "No entiendo ese horario. Se escribe así: mon-fri 08:00-17:00; sat 9-13.",
    badDates: "Una fecha se escribe así: 2026-12-25, y tiene que existir.",
  },
};
