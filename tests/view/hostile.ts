/** Everything people can type to make a message break, alone and together. */

import type { Company } from "../../src/domain/company.ts";
import type { Incident, Status } from "../../src/domain/incident.ts";
import type { PersonRef } from "../../src/domain/person.ts";
import { acme } from "../domain/cast.ts";
import { incidentIn } from "../domain/history.ts";

export const HOSTILE_NAMES: Record<string, string> = {
  "nothing": "",
  "blanks": " \t \n ",
  "invisible characters": "\u200b\u3164\u2060\u00ad",
  "a right-to-left override": "\u202eevil\u202c",
  "isolates": "\u2066a\u2067b\u2068c",
  "right-to-left letters": "\u05d3\u05df \u0639\u0644\u064a",
  "emoji": "👨‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿🔥",
  "200 characters": "Wolfeschlegelsteinhausen".repeat(9).slice(0, 200),
  "200 emoji": "🔥".repeat(200),
  "200 ampersands": "&".repeat(200),
  "200 angle brackets": "<".repeat(200),
  "quotes": `"'`.repeat(100),
  "markup": `</a></b></blockquote><b><a href="tg://user?id=1">`,
  "half a character": "\ud83d",
  "control characters": "\u0000a\u0007b\u001bc\u007f",
  "combining marks": "Z\u0351\u0306\u034b".repeat(60),
  "line breaks": "Ana\nOwner: Bob\r\n\u2028Bob",
};

export const HOSTILE_TEXTS: Record<string, string> = {
  "5 characters": "brake",
  "3,000 letters": "brakes ".repeat(429).slice(0, 3000),
  "3,000 ampersands": "&".repeat(3000),
  "3,000 angle brackets": "<".repeat(3000),
  "3,000 quotes": '"'.repeat(3000),
  "1,500 emoji": "🔥".repeat(1500),
  "emoji at an odd place": `x${"🔥".repeat(1499)}`,
  "ampersands before emoji": `${"&".repeat(599)}${"🔥".repeat(1200)}`,
  "half characters": "\ud83d".repeat(3000),
  "the other halves": "\udd25".repeat(3000),
  "line breaks": "a\n".repeat(1500),
  "control characters": "\u0000\u0001\u001b\u007f".repeat(750),
  "direction overrides": "\u202ea".repeat(1500),
  "markup": "</blockquote><b>&amp;".repeat(142),
  "references": "&amp;&#60;&lt;".repeat(214),
};

/** A company with every limit reached. */
export function hugeCompany(name: string): Company {
  const departments = Array.from({ length: 50 }, (_, i) => ({
    id: String(i + 1),
    name: name.slice(0, 40),
    members: 9,
  }));
  return { ...acme, id: "ABCDEFG8", name: name.slice(0, 80), departments };
}

/** An incident with every number at its largest and every name the same. */
export function hugeIncident(status: Status, name: string, description: string): Incident {
  const incident = incidentIn(status);
  const person = (id: number): PersonRef => ({ id: 9_007_199_254_000_000 + id, name });
  const crowd = Array.from({ length: 60 }, (_, i) => person(i));
  const huge = {
    ...incident,
    company: "ABCDEFG8",
    number: 999_999_999,
    reporter: person(61),
    description,
  };
  if (!("owner" in huge)) return "department" in huge ? { ...huge, department: "50" } : huge;
  const working = { ...huge, department: "50", owner: person(62), helpers: crowd };
  return "summarizer" in working ? { ...working, summarizer: person(63) } : working;
}
