/** Which company a freely typed name probably means. */

function fold(name: string): string {
  return name.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

function trigrams(name: string): Set<string> {
  const padded = `  ${fold(name)} `;
  const grams = new Set<string>();
  for (let i = 0; i + 3 <= padded.length; i++) grams.add(padded.slice(i, i + 3));
  return grams;
}

/** How alike two names are, from 0 (nothing shared) to 1 (the same but for case and punctuation). */
export function similarity(a: string, b: string): number {
  const left = trigrams(a);
  const right = trigrams(b);
  const shared = [...left].filter((gram) => right.has(gram)).length;
  return (2 * shared) / (left.size + right.size);
}

/** The (at most three) candidates that are like `name`, most alike first. */
export function mostSimilar<T extends { id: string; name: string }>(
  name: string,
  candidates: readonly T[],
): T[] {
  return candidates
    .map((candidate) => ({
      candidate,
      score: Math.max(similarity(name, candidate.name), similarity(name, candidate.id)),
    }))
    .filter(({ score }) => score >= 0.4)
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}
