/** What is stored of people, how they see it, how they are forgotten, and for how long it is kept. */

import type { Texts } from "../texts.ts";
import { count, number } from "./grammar.ts";

const forEver = "para siempre";

function days(n: number): string {
  return count(n, "día", "días");
}

/** In Spanish. */
export const privacy: Pick<
  Texts,
  "privacy" | "forget" | "retention" | "myData" | "deskPrivacy" | "privacyButtons"
> = {
  privacy: {
    title: "Qué veo y qué guardo",
    sees:
      "Si soy administrador de un grupo, recibo todos sus mensajes; si no, solo los comandos y las respuestas a mis mensajes. No guardo nada que no sea parte de un incidente.",
    keeps: [
      "Guardo los reportes, los comentarios y otras respuestas a una tarjeta, y quién hizo qué en un incidente y cuándo;",
      "de quienes administran, también qué cambiaron en su empresa o grupo y cuándo;",
      "de los archivos, solo la referencia de Telegram, nunca el archivo;",
      "de las personas, su ID de Telegram, su nombre y su @usuario tal como se muestran, idioma, roles y turnos;",
      "durante horas o días: qué actualizaciones atendí, qué falta enviar y cuánto me usó cada persona.",
    ],
    seenBy:
      "Quién lo ve: en un grupo, sus integrantes; en privado, quien reportó, quienes trabajaron en el incidente, y los despachadores y gerentes de la empresa. Ninguna otra empresa lo ve. Quien opera este bot puede leer su base de datos y sus copias de seguridad.",
    kept: (company, n) =>
      n === null
        ? `${company} conserva los incidentes ${forEver}.`
        : `${company} conserva los incidentes hasta ${days(n)} después de que terminan.`,
    keptByCompany:
      "Cada empresa fija cuánto tiempo se conservan los incidentes después de que terminan.",
    rights:
      "En privado: /my_data le envía en un archivo lo que se guarda sobre usted. /forget_me pone un seudónimo en lugar de su nombre y su @usuario en todas partes.",
    forgotten:
      "Listo: ya olvidé quién es usted. Lo que me escriba desde ahora será de una persona nueva para mí. Los mensajes enviados antes quedan en Telegram tal como están.",
  },

  forget: {
    title: "Olvidar quién es usted",
    what: [
      "Un seudónimo reemplaza su nombre y su ID de Telegram en todas partes: en los incidentes y sus historiales, en los grupos, en lo que falta enviar. Es el mismo en todas partes, así que se sigue entendiendo lo que pasó.",
      "Se eliminan su @usuario y su perfil. Terminan todos sus roles y turnos, también el rol de gerente.",
      "Lo que usted y otras personas escribieron queda como está: no busco su nombre allí.",
      "Los mensajes que ya están en Telegram se quedan allí; solo se actualizan las tarjetas de los incidentes abiertos. Las copias de seguridad anteriores todavía saben quién es usted.",
    ],
    never:
      "No se puede deshacer. Quien me escriba después desde su cuenta será una persona nueva para mí.",
    sure: "Una vez más, porque nadie podrá deshacerlo: ¿olvido para siempre quién es usted?",
    platformAdmin:
      "Usted tiene el rol de administrador de la plataforma: está en la configuración de este bot (PLATFORM_ADMIN_IDS), y allí no puedo cambiarlo. Primero pida que lo quiten de allí.",
    handOver: (incidents) =>
      `Usted todavía trabaja en un incidente o debe su resumen: ${incidents}. Primero termine eso o páselo a otra persona.`,
    begun: "Estoy olvidando quién es usted. Avisaré cuando termine.",
    late: "Estos botones ya vencieron. /forget_me pregunta de nuevo.",
  },

  retention: {
    now: (company, n) =>
      `${company} conserva los incidentes terminados ${
        n === null ? forEver : `durante ${days(n)}`
      }.`,
    badDays: (least, most) =>
      `Escriba un número de días, de ${number(least)} a ${number(most)}, o forever.`,
    asks: (company, n) =>
      `${company} conservaría los incidentes terminados solo durante ${
        days(n)
      }. Lo más antiguo se elimina cada noche y no se puede recuperar.`,
    wouldGo: (n, isMore) =>
      `En este momento eso eliminaría ${isMore ? "más de " : ""}${
        count(n, "incidente", "incidentes")
      }.`,
  },

  myData: {
    caption: (file) => `Lo que se guarda sobre usted: ${file}`,
    cut: "Había más de lo que cabe en un archivo: se omitió lo más antiguo.",
    wait: (minutes) =>
      `Ya recibió sus datos tres veces en una hora. Intente de nuevo en ${
        count(minutes, "minuto", "minutos")
      }.`,
  },

  deskPrivacy: {
    retention_set: (company, n) =>
      `Ahora ${company} conserva los incidentes hasta ${days(n)} después de que terminan.`,
    retention_for_ever: (company) => `Ahora ${company} conserva los incidentes ${forEver}.`,
    retention_shorter: (company, n) =>
      `Hasta ahora ${company} conserva los incidentes más de ${
        days(n)
      }: hay que confirmar el cambio.`,
    forgetting_begun: "Estoy olvidando quién es usted. Avisaré cuando termine.",
    being_forgotten:
      "En este momento estoy olvidando quién es usted. Vuelva cuando avise que terminé.",
    person_being_forgotten:
      "En este momento estoy olvidando a esa persona y no recibe ningún rol. No se cambió nada.",
    is_platform_admin:
      "Los administradores de la plataforma están en la configuración: primero hay que quitarlos de allí.",
    button_too_old: "Este botón ya venció. Pregunte de nuevo.",
    still_at_work: (incidents) => `Primero termine o pase a otra persona: ${incidents}.`,
  },

  privacyButtons: {
    forget: "Sí, olvídeme",
    forget_for_ever: "Para siempre",
    retain: "Sí, eliminar lo antiguo",
  },
};
