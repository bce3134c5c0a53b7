/** Everything people can type to make a message break, alone and together. */

import type { Company } from "../../src/domain/company.ts";
import { type Incident, type Status, STATUSES } from "../../src/domain/incident.ts";
import type { PersonRef } from "../../src/domain/person.ts";
import { acme, NOON, otto } from "../domain/cast.ts";
import { called, incidentAfter, incidentIn, reported, type Step } from "../domain/history.ts";

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

/** Ten tags that are as long as tags can be: letters of two UTF-16 units. */
export const LONGEST_TAGS: string[] = Array.from({ length: 10 }, () => "𝒯".repeat(24));

/** A company with every limit reached. */
export function hugeCompany(name: string): Company {
  const departments = Array.from({ length: 50 }, (_, i) => ({
    id: `abcdef${10 + i}`,
    name: name.slice(0, 40),
    members: 9,
    restricted: true,
  }));
  return { ...acme, id: "ABCDEFG8", name: name.slice(0, 80), departments };
}

/** A person with the longest id there is. */
export function hugePerson(name: string, nth = 0): PersonRef {
  return { id: 9_007_199_254_000_000 + nth, name };
}

/** An incident with every number at its largest, every list at its longest and every name the same. */
export function hugeIncident(status: Status, name: string, text: string): Incident {
  return enlarged(incidentIn(status), name, text);
}

/** One in every state there is: each status, each end, with the managers called. */
export function hugeIncidents(name: string, text: string): Incident[] {
  const ends = ["false_alarm", "duplicate", "cancelled"] as const;
  const cancelled = ends.map((reason): Step => [{
    type: "cancelled",
    reason,
    note: reason === "cancelled" ? text.slice(0, 500) : null,
    duplicateOf: reason === "duplicate" ? { company: "ABCDEFG8", number: 999_999_998 } : null,
  }, otto]);
  const states = [
    ...STATUSES.map((status) => incidentIn(status)),
    ...cancelled.map((step) => incidentAfter(reported, called, step)),
  ];
  return states.map((incident) => enlarged(incident, name, text));
}

function enlarged(incident: Incident, name: string, text: string): Incident {
  const person = (nth: number) => hugePerson(name, nth);
  const reminded = "nudgedAt" in incident ? { ...incident, nudgedAt: NOON } : incident;
  const huge = {
    ...reminded,
    snoozed: { until: NOON, by: person(68) },
    company: "ABCDEFG8",
    number: 999_999_999,
    reporter: person(61),
    description: text,
    editedAt: NOON,
    priority: "critical" as const,
    tags: LONGEST_TAGS,
    escalation: {
      at: NOON,
      by: person(64),
      reason: text.slice(0, 500),
      calledAt: NOON,
      nudgedAt: NOON,
      nudges: 99_999,
      takenBy: person(65),
    },
    reopened: 999,
    comments: {
      count: 9999,
      newest: { by: person(66), comment: 999_999, line: text.slice(0, 160) },
    },
    attachments: 9999,
  };
  if ("endedBy" in huge) return { ...huge, department: LAST_DEPARTMENT, endedBy: person(67) };
  if (!("owner" in huge)) {
    return "department" in huge ? { ...huge, department: LAST_DEPARTMENT } : huge;
  }
  const crowd = Array.from({ length: 60 }, (_, nth) => person(nth));
  const working = { ...huge, department: LAST_DEPARTMENT, owner: person(62), helpers: crowd };
  if (!("summarizer" in working)) return working;
  const ended = { ...working, summarizer: person(63) };
  return "summary" in ended ? { ...ended, summary: text.slice(0, 2000) } : ended;
}

/** The id of the last department of {@linkcode hugeCompany}. */
const LAST_DEPARTMENT = "abcdef59";
