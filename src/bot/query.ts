/** What `/issues` is asked for. */

/** Filters of `/issues`. */
export const FILTERS = ["open", "mine", "unclaimed", "overdue", "closed"] as const;

/** One of {@linkcode FILTERS}. */
export type Filter = typeof FILTERS[number];

/** What `/issues` is asked for. */
export interface Query {
  /** Which of them. */
  filter: Filter;
  /** With this tag; `null`: with any or none. */
  tag: string | null;
  /** Of this department, by name or id; `null`: of any. */
  department: string | null;
}

/** Reads the words of `/issues`: a filter, a tag, and what is left names a department. */
export function parseQuery(text: string): Query {
  const query: Query = { filter: "open", tag: null, department: null };
  const rest: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const filter = FILTERS.find((one) => one === word.toLowerCase());
    if (filter && rest.length === 0) query.filter = filter;
    else if (word.startsWith("#")) query.tag = word.slice(1).normalize("NFC").toLowerCase();
    else rest.push(word);
  }
  if (rest.length > 0) query.department = rest.join(" ");
  return query;
}
