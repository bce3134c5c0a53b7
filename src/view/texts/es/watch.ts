/** What the daily check and the self-watch report. */

import type { Texts } from "../texts.ts";
import { count, minutesOf, percent } from "./grammar.ts";

const seconds = new Intl.NumberFormat("es-419", {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** In Spanish. */
export const watch: Pick<Texts, "audit" | "health"> = {
  audit: {
    ofCompany: (company) => `🔧 Revisión diaria de ${company}`,
    ofPlatform: "🔧 Revisión diaria de lo que no es de ninguna empresa",
    found: {
      role_lost: (n) =>
        `${
          count(n, "participación terminada", "participaciones terminadas")
        }: faltaba el rol necesario`,
      left_group: (n) =>
        `${
          count(n, "participación terminada", "participaciones terminadas")
        }: la persona ya no está en el grupo`,
      card: (n) => count(n, "tarjeta mostrada de nuevo", "tarjetas mostradas de nuevo"),
      deadline: (n) => count(n, "recordatorio corregido", "recordatorios corregidos"),
      missing_index: (n) =>
        count(
          n,
          "entrada de índice agregada porque faltaba",
          "entradas de índice agregadas porque faltaban",
        ),
      stray_index: (n) =>
        count(
          n,
          "entrada de índice eliminada porque sobraba",
          "entradas de índice eliminadas porque sobraban",
        ),
      stray_row: (n) =>
        `${
          count(n, "tarjeta en espera eliminada", "tarjetas en espera eliminadas")
        }: el incidente no existe`,
      tally: (n) => count(n, "contador corregido", "contadores corregidos"),
      unchecked_claim: (n) =>
        `${
          count(n, "participación sin comprobar", "participaciones sin comprobar")
        }: Telegram no informó quién está en el grupo`,
      failed: (n) =>
        `${count(n, "registro sin comprobar", "registros sin comprobar")}; el log explica por qué`,
    },
  },

  health: {
    since: "Desde",
    failure: "Telegram dice:",
    why: "Por qué importa:",
    first: "Primero:",
    lasted: (minutes) => `El problema duró ${count(minutes, "minuto", "minutos")}.`,
    symptoms: {
      wrong_token: {
        says: () => "Telegram no reconoce el token del bot",
        why: "no se puede recibir ni enviar nada hasta que se corrija; todo espera.",
        first: "pida el token a @BotFather y póngalo en TELEGRAM_BOT_TOKEN.",
        over: "Telegram vuelve a reconocer el token del bot",
      },
      no_webhook: {
        says: () => "No hay ningún webhook configurado",
        why:
          "Telegram no sabe dónde encontrarme; no llega nada de lo que la gente escribe o presiona.",
        first: "ejecute deno task webhook con mi dirección.",
        over: "El webhook está configurado otra vez",
      },
      telegram_silent: {
        says: (ms) => `Telegram no responde desde hace ${minutesOf(ms)}`,
        why: "lo que hay que enviar espera; no se pierde nada.",
        first: "compruebe si esta máquina puede conectarse a TELEGRAM_API_ROOT.",
        over: "Telegram vuelve a responder",
      },
      updates_failing: {
        says: (ms) => `Las actualizaciones fallan desde hace ${minutesOf(ms)}`,
        why: "nadie recibe respuesta; Telegram guarda las actualizaciones 24 horas.",
        first: "busque “update failed” en el log y compruebe que mi dirección sea accesible.",
        over: "Las actualizaciones llegan otra vez",
      },
      updates_waiting: {
        says: (n) => `${count(n, "actualización espera", "actualizaciones esperan")} en Telegram`,
        why: "la gente espera respuesta, y un incidente puede tomarse demasiado tarde.",
        first:
          "compruebe que mi dirección sea accesible y qué tan ocupadas están esta máquina y la base de datos.",
        over: "Ya no se acumulan actualizaciones en Telegram",
      },
      sweep_late: {
        says: (ms) => `Ningún barrido ha terminado desde hace ${minutesOf(ms)}`,
        why:
          "nadie recibe recordatorios, y lo que no se pudo enviar al momento sigue sin enviarse.",
        first: "busque “sweep failed” en el log y compruebe si los cron se ejecutan.",
        over: "Los barridos terminan a tiempo otra vez",
      },
      outbox_stuck: {
        says: (ms) => `Un mensaje espera desde hace ${minutesOf(ms)} sin que nada lo detenga`,
        why: "la gente no recibe avisos y ve tarjetas desactualizadas.",
        first: "busque “delivery failed” y “sweep step failed” en el log.",
        over: "Ya ningún mensaje espera sin motivo",
      },
      outbox_full: {
        says: (n) => `${count(n, "mensaje espera", "mensajes esperan")} su envío`,
        why: "los nuevos llegan tarde; Telegram acepta unos 30 por segundo.",
        first:
          "compruebe si Telegram los rechaza (“delivery on hold” en el log) o si un grupo envía demasiado.",
        over: "La cola de mensajes es corta otra vez",
      },
      dead_letters: {
        says: (n) =>
          `${count(n, "mensaje no se pudo enviar", "mensajes no se pudieron enviar")} en 24 horas`,
        why: "alguien no recibió un aviso o una respuesta, y ya no los recibirá.",
        first: "/dead_letters los muestra con el motivo, para reintentarlos o descartarlos.",
        over: "Casi ningún mensaje se perdió en las últimas 24 horas",
      },
      store_slow: {
        says: (ms) => `La base de datos tarda ${seconds.format(ms / 1000)} segundos en responder`,
        why: "cada vez que se presiona un botón, se espera varias veces ese tiempo.",
        first: "revise el disco o la base de datos de KV_PATH, y quién más está escribiendo.",
        over: "La base de datos es rápida otra vez",
      },
      many_unclaimed: {
        says: (share) => `El ${percent(share)} de los incidentes abiertos está sin tomar`,
        why: "la gente los reportó y nadie ha acudido.",
        first: "vea /issues unclaimed; asígnelos o agregue miembros a los departamentos.",
        over: "La mayoría de los incidentes abiertos ya tiene responsable",
      },
      many_escalated: {
        says: (share) => `El ${percent(share)} de los incidentes abiertos espera a los gerentes`,
        why: "escalar es para excepciones; los gerentes pueden no dar abasto.",
        first:
          "vea /issues; asuma los más antiguos o desescale lo que un departamento pueda resolver.",
        over: "Otra vez son pocos los incidentes abiertos que esperan a los gerentes",
      },
    },
  },
};
