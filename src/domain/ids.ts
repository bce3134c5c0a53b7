/** The names that people read and type: company ids and incident ids. */

import { z } from "zod";

/** A company's id: 2 to 8 of A-Z 0-9, starting with a letter; read case-insensitively. */
export const CompanyId: z.ZodType<string, string> = z.string().trim().toUpperCase()
  .regex(/^[A-Z][A-Z0-9]{1,7}$/);

/** Which incident is meant: the company's id and the number that counts up in that company. */
export interface IncidentId {
  /** The company, in upper case. */
  company: string;
  /** 1, 2, 3, … */
  number: number;
}

/** Schema of {@linkcode IncidentId}. */
export const IncidentId: z.ZodType<IncidentId> = z.object({
  company: CompanyId,
  number: z.int().min(1),
});

/** `{ company: "ACME", number: 42 }` → `ACME-42`. */
export function formatIncidentId(id: IncidentId): string {
  return `${id.company}-${id.number}`;
}

/** `acme-42` → `{ company: "ACME", number: 42 }`; anything else → `null`. */
export function parseIncidentId(text: string): IncidentId | null {
  const match = /^([A-Za-z][A-Za-z0-9]{1,7})-([1-9][0-9]{0,8})$/.exec(text.trim());
  return match ? { company: match[1]!.toUpperCase(), number: Number(match[2]) } : null;
}

/**
 * Derives a company id from a name that has no id yet: the first letters and digits of it, `""`
 * when the name has too few of them. `taken` is asked until a free one is found (`ACME`, `ACME2`, …).
 */
export function deriveCompanyId(name: string, taken: (id: string) => boolean): string {
  const plain = name.normalize("NFKD").toUpperCase().replace(/[^A-Z0-9]/g, "").replace(/^\d+/, "");
  const stem = plain.length >= 2 ? plain.slice(0, 8) : "CO";
  if (!taken(stem)) return stem;
  for (let n = 2; n < 10_000; n++) {
    const suffix = String(n);
    const candidate = stem.slice(0, 8 - suffix.length) + suffix;
    if (!taken(candidate)) return candidate;
  }
  return "";
}
