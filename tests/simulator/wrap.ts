/** Breaks a line between words so that no part is longer than `width`, unless a single word is. */
export function wrap(line: string, width: number): string[] {
  const parts: string[] = [];
  let part = "";
  for (const word of line.split(" ")) {
    if (part && part.length + 1 + word.length > width) {
      parts.push(part);
      part = word;
    } else {
      part = part ? `${part} ${word}` : word;
    }
  }
  return [...parts, part];
}
