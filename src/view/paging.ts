/** Long lists, a page at a time. */

/** One page of a list. */
export interface Page<T> {
  /** What is on it. */
  items: readonly T[];
  /** Which one it is, from 0. */
  page: number;
  /** How many there are, at least one. */
  pages: number;
}

/** The page that is asked for, or the last one when there are not so many. */
export function pageOf<T>(
  items: readonly T[],
  { page, size }: { page: number; size: number },
): Page<T> {
  const pages = Math.max(1, Math.ceil(items.length / size));
  const shown = Math.min(page, pages - 1);
  return { items: items.slice(shown * size, (shown + 1) * size), page: shown, pages };
}
