/** What answers the person who acted. */

import type { Part } from "../../../domain/rules.ts";
import type { TextKind } from "../../../domain/text.ts";
import type { Texts } from "../texts.ts";
import { count, list, number } from "./grammar.ts";

const parts: Record<Part, string> = {
  anybody: "cualquiera",
  worker: "quienes trabajaron en él",
  reporter: "quien lo reportó",
  owner: "el responsable",
  helper: "sus ayudantes",
  summarizer: "quien presionó Resolver",
  member: "los miembros del departamento",
  dispatcher: "los despachadores",
  manager: "los gerentes",
};

/** Each kind of text with the adjectives that agree with it. */
const kinds: Record<TextKind, { name: string; short: string; long: string }> = {
  description: { name: "La descripción", short: "corta", long: "larga" },
  summary: { name: "El resumen", short: "corto", long: "largo" },
  comment: { name: "El comentario", short: "corto", long: "largo" },
  reason: { name: "El motivo", short: "corto", long: "largo" },
};

function kindOf(what: string): { name: string; short: string; long: string } {
  const texts: Record<string, typeof kinds[TextKind]> = kinds;
  return texts[what] ?? { name: `El texto (${what})`, short: "corto", long: "largo" };
}

/** In Spanish. */
export const answers: Pick<Texts, "done" | "refused" | "arguments" | "where" | "help"> = {
  done: {
    report: (id) => `Reportado como ${id}.`,
    choose_department: (id) => `${id} espera que alguien lo tome.`,
    claim: (id) => `${id} queda a su cargo.`,
    join: (id) => `Ahora usted ayuda en ${id}.`,
    leave: (id) => `Usted ya no está en ${id}.`,
    resolve: (id) => `${id}: ahora responda con un resumen.`,
    back_to_work: (id) => `${id} está otra vez en curso.`,
    summarize: (id) => `${id} está resuelto.`,
    assign: (id) => `${id} quedó asignado.`,
    change_department: (id) => `${id} espera al otro departamento.`,
    escalate: (id) => `${id} se escaló; se avisa a los gerentes.`,
    de_escalate: (id) => `${id} volvió a su departamento.`,
    cancel: (id) => `${id} quedó cerrado.`,
    reopen: (id) => `${id} está abierto otra vez.`,
    comment: (id) => `Anotado en ${id}.`,
    edit_comment: (id) => `${id}: comentario cambiado.`,
    attach: (id) => `Guardado en ${id}.`,
    edit_source: (id) => `${id} se actualizó con el mensaje editado.`,
    edit_description: (id) => `${id}: descripción cambiada.`,
    set_priority: (id) => `${id}: prioridad cambiada.`,
    tag: (id) => `${id}: etiquetas agregadas.`,
    untag: (id) => `${id}: etiquetas quitadas.`,
    repin: (id) => `${id}: tarjeta anclada otra vez.`,
    check_in: (id) => `Gracias. ${id} sigue en curso.`,
    snooze: (id) => `${id}: sin recordatorios por un tiempo.`,
    wake: (id) => `${id}: vuelven los recordatorios.`,
    revoke_claim: (id) => `${id}: esa persona ya no trabaja en él.`,
    release: (id) => `${id}: una persona ya no trabaja en él.`,
    move: (id) => `${id} se trasladó.`,
    time_out: (id) => id,
  },

  refused: {
    unknown_incident: "Ese incidente no existe aquí.",
    pending:
      "Este grupo aún no está activado: falta la aprobación. Si nadie me ha dicho el nombre de la empresa, responda con él a mi pregunta; luego decide un administrador de la plataforma.",
    suspended: "Este grupo está suspendido. Consulte a un administrador de la plataforma.",
    unknownGroup: "Este grupo no está configurado. Para empezar, sáqueme y agrégueme de nuevo.",
    too_short: (what, length, least) => {
      const { name, short } = kindOf(what);
      return `${name} es demasiado ${short}: ${count(length, "carácter", "caracteres")}. Mínimo: ${
        number(least)
      }.`;
    },
    too_long: (what, length, most) => {
      const { name, long } = kindOf(what);
      return `${name} es demasiado ${long}: ${count(length, "carácter", "caracteres")}. Máximo: ${
        number(most)
      }.`;
    },
    too_many_commands: (seconds) =>
      `Envió muchos comandos en un minuto. Intente de nuevo en ${
        count(seconds, "segundo", "segundos")
      }.`,
    already_reported: (id) => `Ya está reportado: ${id}.`,
    too_many_reports: {
      person: (minutes) =>
        `Usted envió muchos reportes en la última hora. Intente de nuevo en ${
          count(minutes, "minuto", "minutos")
        }.`,
      group: (minutes) =>
        `Este grupo envió muchos reportes en la última hora. Intente de nuevo en ${
          count(minutes, "minuto", "minutos")
        }.`,
    },
    status: {
      awaiting_department: () => "Primero elija un departamento.",
      awaiting_claim: () => "Todavía nadie lo ha tomado.",
      in_progress: (who) => `Ya lo tomó ${who}.`,
      awaiting_summary: (who) => `Ya está resuelto; falta el resumen de ${who}.`,
      resolved: (who) => `Ya lo resolvió ${who}.`,
      closed: () => "Ya está cerrado.",
    },
    not_allowed: (allowed) => `Solo pueden hacerlo: ${list(allowed.map((p) => parts[p]))}.`,
    unknown_department: "Ese departamento ya no existe.",
    department_chosen_already: (department) => `Ya se eligió ${department}.`,
    restricted_department: (department) =>
      `Solo los miembros de ${department} y los gerentes pueden elegirlo.`,
    owns_already: (who) => `Ya está a cargo de ${who}.`,
    not_eligible: (who) => `${who} no recibe avisos de este departamento.`,
    no_claim: "Esa persona no está trabajando en él.",
    escalated_already: "Ya se escaló; se avisó a los gerentes.",
    not_escalated: "No se ha escalado.",
    open_already: "Ya está abierto.",
    no_change: "Ya está así.",
    bad_tag: "Una etiqueta tiene de 1 a 24 letras, dígitos, _ o -.",
    too_many_helpers: (most) => `Ya hay ${number(most)} ayudantes; no caben más.`,
    too_many_open: (most) =>
      `La empresa ya tiene ${
        number(most)
      } incidentes abiertos; no caben más. Cierre algunos antes.`,
    too_many_tags: (most) => `Un incidente tiene como máximo ${number(most)} etiquetas.`,
    already_owner: "Ya está a su cargo.",
    already_helping: "Usted ya está ayudando.",
    not_due: "Todavía no es el momento.",
    busy: "Hay demasiada actividad en este momento. Presione de nuevo.",
    unknownButton: "Este botón ya no funciona.",
  },

  arguments: {
    unknownTimeZone: "No conozco esa zona horaria. Su nombre se escribe así: Europe/Berlin.",
    whichIncident: "¿Qué incidente? Indique su ID o responda a su tarjeta.",
    noWorker: "No es una persona que pueda trabajar en el incidente.",
    whichPerson: "¿A quién? Indique un ID numérico, un @usuario o una mención.",
    usage: "Uso:",
    example: "Ejemplo:",
    badPerson:
      "No conozco a esa persona. Use su ID numérico, menciónela, o reenvíe aquí un mensaje de ella y respóndale con el comando.",
    unknownHandle: (handle) =>
      `Todavía no conozco a @${handle}. Use su ID numérico o reenvíe aquí un mensaje de esa persona.`,
    hiddenAuthor:
      "Quien escribió ese mensaje oculta su cuenta al reenviarlo. Pídale que escriba una vez, a mí o en el grupo, y luego use su @usuario o su ID numérico.",
    askPerson: "¿Quién? Reenvíe un mensaje de esa persona, o envíe su ID numérico o su @usuario.",
    forwarded: (name, id) => `Es ${name}, ID ${id}.`,
    replyToPerson: "Úselo como respuesta a un mensaje de esa persona.",
    badCompanyId:
      "El ID de una empresa tiene de 2 a 8 caracteres, A-Z y 0-9, y empieza con una letra.",
    notAPerson: "No es una persona a la que se pueda dar un rol.",
  },

  where: {
    group: "Esto funciona en un grupo. Agrégueme a uno y úselo allí.",
    asYourself: "No puedo saber quién es usted: escriba con su cuenta, no como el grupo.",
    private: "Esto funciona en un chat privado conmigo.",
  },

  help: {
    greeting:
      "Llevo el control de los incidentes en los grupos: se reportan, se toman, se resuelven y quedan registrados.",
    youAre: (role) => `Su rol aquí: ${role}.`,
    youAreIn: (company, role) => `Su rol en ${company}: ${role}.`,
    noRole: "No tiene ningún rol en una empresa; aun así puede reportar incidentes en un grupo.",
    roles: {
      platformAdmin: "administrador de la plataforma",
      manager: "gerente",
      dispatcher: "despachador",
      member: "miembro de un departamento",
      reporter: "reportante",
    },
    youCan: "Usted puede:",
    counts: (reported, resolved) =>
      `Este grupo: ${count(reported, "incidente reportado", "incidentes reportados")}, ${
        count(resolved, "resuelto", "resueltos")
      }.`,
    open: (ids) => `Abiertos: ${ids}`,
    pressClaim:
      "En una tarjeta, presione Tomar para encargarse del incidente o Ayudar para apoyar.",
    claimAnyone: "Todavía nadie recibe avisos aquí, así que cualquiera puede tomar un incidente.",
    claimOthers: "Cuando usted reporta, se avisa al departamento; usted puede elegir cuál.",
    addMe: "Los incidentes se reportan en grupos: agrégueme a uno.",
    owned: (ids) => `A su cargo ahora: ${ids}`,
    listensInGroups:
      "Atiendo en grupos: reporte allí con /new_issue. /help muestra qué puede hacer aquí.",
    administer: "Para administrar, abra la consola: /admin. Lo mismo con comandos: /help admin",
    administration: "Para administrar:",
    unknownCommand: "No conozco ese comando. /help muestra lo que puede hacer.",
    companies: "Empresas",
    departments: (n) => count(n, "departamento", "departamentos"),
    noCompanies: "Todavía no hay ninguna empresa. /add_company agrega una.",
  },
};
