/** To whoever can mend it: what is wrong, since when, why it matters and what to do; or that it is over. */

import type { Turn } from "../domain/health.ts";
import type { Observation } from "../domain/observation.ts";
import { clipHtml, displayName } from "./clip.ts";
import type { Texts } from "./texts/texts.ts";
import { type Html, html, join, lines } from "./html.ts";
import { type MessageContent, plainMessage } from "./message.ts";
import { age } from "./moment.ts";

/** What was looked at. */
export interface Surroundings {
  /** What was seen. */
  observed: Observation;
  /** Names of companies, by id. */
  companies: ReadonlyMap<string, string>;
}

/** One message about everything that has changed. */
export function healthReport(
  texts: Texts,
  turns: readonly Turn[],
  surroundings: Surroundings,
): MessageContent {
  const parts = turns.map((turn) =>
    turn.type === "raised" ? raised(texts, turn, surroundings) : over(texts, turn, surroundings)
  );
  return plainMessage(join(parts, "\n\n"));
}

function raised(
  texts: Texts,
  { symptom: { kind, company, since, value } }: Turn,
  surroundings: Surroundings,
): Html {
  const { says, why, first } = texts.health.symptoms[kind];
  const { telegram } = surroundings.observed;
  const failure = kind === "updates_failing" && telegram.kind === "answered"
    ? telegram.failure
    : null;
  return lines(
    titled(html`🚨 <b>${says(value)}</b>`, company, surroundings),
    html`${texts.health.since} ${age(texts, since)}.`,
    failure && html`${texts.health.failure} <code>${short(failure)}</code>`,
    `${texts.health.why} ${why}`,
    `${texts.health.first} ${first}`,
  );
}

function over(
  texts: Texts,
  { symptom: { kind, company, since } }: Turn,
  surroundings: Surroundings,
): Html {
  const minutes = Math.max(1, Math.round((surroundings.observed.at - since) / 60_000));
  const lasted = texts.health.lasted(minutes);
  const title = texts.health.symptoms[kind].over;
  return html`${titled(html`✅ ${title}`, company, surroundings)}. ${lasted}`;
}

/** A title, with the company that it is about. */
function titled(
  title: Html,
  company: string | null,
  { companies }: Surroundings,
): Html {
  if (company === null) return title;
  return join([title, short(companies.get(company) ?? company)], " · ");
}

/** Foreign text: several have to fit a message. */
function short(text: string): Html {
  return clipHtml(displayName(text, "?", 100), 150);
}
