const NAMED: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"' };

/**
 * The character that the reference at `at` stands for, or the ampersand itself when it stands for
 * none: Telegram knows four names and numbers, and forgives a missing semicolon.
 */
export function decodeReference(html: string, at: number): { text: string; end: number } {
  const match = /^&(?:#x([0-9a-f]+)|#(\d+)|(lt|gt|amp|quot));?/i.exec(html.slice(at, at + 16));
  if (!match) return { text: "&", end: at + 1 };
  const [whole, hex, decimal, name] = match;
  const end = at + whole.length;
  const named = name && NAMED[name];
  if (named) return { text: named, end };
  const code = hex ? parseInt(hex, 16) : Number(decimal);
  if (name || code === 0 || code > 0x10ffff) return { text: "&", end: at + 1 };
  return { text: String.fromCodePoint(code), end };
}

/** What went wrong in a start tag: `position` is where the offending token begins. */
export interface AttributeProblem {
  problem: "empty name" | "no value" | "bad token" | "unclosed";
  position: number;
}

/** Reads `name=value` pairs from behind a tag's name up to its ">"; `end` is behind that. */
export function readAttributes(
  html: string,
  from: number,
): { attributes: Map<string, string>; end: number } | AttributeProblem {
  const attributes = new Map<string, string>();
  let at = from;
  const skip = (pattern: RegExp) => {
    const [found = ""] = pattern.exec(html.slice(at)) ?? [];
    at += found.length;
    return found;
  };
  for (;;) {
    skip(/^\s+/);
    if (html[at] === ">") return { attributes, end: at + 1 };
    if (at >= html.length) return { problem: "unclosed", position: at };
    const name = skip(/^[^\s=>]+/).toLowerCase();
    if (!name) return { problem: "empty name", position: at };
    skip(/^\s+/);
    if (html[at] !== "=") {
      if (at >= html.length) return { problem: "no value", position: at };
      attributes.set(name, "");
      continue;
    }
    at++;
    skip(/^\s+/);
    if (at >= html.length) return { problem: "no value", position: at };
    const quote = html[at];
    if (quote === '"' || quote === "'") {
      const close = html.indexOf(quote, at + 1);
      if (close < 0) return { problem: "unclosed", position: at };
      attributes.set(name, decoded(html.slice(at + 1, close)));
      at = close + 1;
    } else {
      const position = at;
      attributes.set(name, skip(/^[A-Za-z0-9.-]*/).toLowerCase());
      if (!/[\s>]/.test(html[at] ?? "")) return { problem: "bad token", position };
    }
  }
}

function decoded(value: string): string {
  let text = "";
  for (let at = 0; at < value.length;) {
    const part = value[at] === "&"
      ? decodeReference(value, at)
      : { text: value[at] ?? "", end: at + 1 };
    text += part.text;
    at = part.end;
  }
  return text;
}
