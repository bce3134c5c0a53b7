/** To whoever runs a company, or the platform: what the daily audit has found there. */

import type { Finding, Findings, Found } from "../domain/audit.ts";
import { displayName } from "./clip.ts";
import type { Texts } from "./texts/texts.ts";
import { html, lines } from "./html.ts";
import { type MessageContent, plainMessage } from "./message.ts";

/** What concerns people comes first, what could not be mended last. */
const ORDER = Object.keys(
  {
    role_lost: 0,
    left_group: 1,
    card: 2,
    deadline: 3,
    missing_index: 4,
    stray_index: 5,
    stray_row: 6,
    tally: 7,
    unchecked_claim: 8,
    failed: 9,
  } satisfies Record<Finding, number>,
) as Finding[];

/** The report. `company`: its name; `null` for what belongs to no company. */
export function auditReport(
  texts: Texts,
  company: string | null,
  findings: Findings,
): MessageContent {
  const { found, ofCompany, ofPlatform } = texts.audit;
  const title = company === null ? ofPlatform : ofCompany(displayName(company, "?", 80));
  return plainMessage(lines(
    html`<b>${title}</b>`,
    ...ORDER.map((finding) => {
      const it = findings[finding];
      return it ? html`• ${found[finding](it.count)}${where(it)}` : null;
    }),
  ));
}

function where({ incidents, more }: Found): string {
  if (incidents.length === 0) return "";
  const ids = incidents.toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }));
  return ` (${ids.join(", ")}${more ? " …" : ""})`;
}
