/** The lengths of what people write, in one place. Lengths count UTF-16 units, as Telegram does. */

/** A description, after trimming. */
export const DESCRIPTION = { least: 5, most: 3000 } as const;

/** A summary, after trimming. */
export const SUMMARY = { least: 5, most: 2000 } as const;

/** Whether a text, already trimmed, has a length within the limits. */
export function fits(text: string, limits: { least: number; most: number }): boolean {
  return text.length >= limits.least && text.length <= limits.most;
}
