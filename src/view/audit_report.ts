/** To whoever runs a company, or the platform: what the daily audit has found there. */

import type { Finding, Findings, Found } from "../domain/audit.ts";
import { displayName } from "./clip.ts";
import { en } from "./texts/en/en.ts";
import { html, lines } from "./html.ts";
import { type MessageContent, plainMessage } from "./message.ts";

/** What concerns people comes first, what could not be mended last. */
const ORDER = Object.keys(en.audit.found) as Finding[];

/** The report. `company`: its name; `null` for what belongs to no company. */
export function auditReport(company: string | null, findings: Findings): MessageContent {
  const { found, ofCompany, ofPlatform } = en.audit;
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
