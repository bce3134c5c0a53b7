/**
 * Telegram's HTML, escaped by construction: text becomes HTML only through the `html` tag, so a
 * name or a description can never be markup.
 *
 * @see https://core.telegram.org/bots/api#html-style
 */

/** A piece of HTML that is known to be well formed. */
export class Html {
  /** The markup. */
  readonly source: string;

  /** Use {@linkcode html}; the constructor trusts what it gets. */
  constructor(source: string) {
    this.source = source;
  }

  /** The markup. */
  toString(): string {
    return this.source;
  }
}

/** What can stand in a template. */
export type HtmlPart = string | number | Html;

/** Escapes what Telegram's HTML reserves: `&`, `<`, `>`, and `"` for attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => ESCAPES[char]!);
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Template tag: interpolated strings are escaped, interpolated {@linkcode Html} is kept. */
export function html(strings: TemplateStringsArray, ...parts: HtmlPart[]): Html {
  let source = strings[0]!;
  parts.forEach((part, i) => {
    source += part instanceof Html ? part.source : escapeHtml(String(part));
    source += strings[i + 1]!;
  });
  return new Html(source);
}

/** Pieces with something between them. */
export function join(parts: readonly HtmlPart[], separator = ""): Html {
  return new Html(
    parts.map((part) => part instanceof Html ? part.source : escapeHtml(String(part)))
      .join(escapeHtml(separator)),
  );
}

/** Pieces on lines of their own; `null` pieces are left out. */
export function lines(...parts: (HtmlPart | null)[]): Html {
  return join(parts.filter((part) => part !== null), "\n");
}

/** What a person reads of a piece of HTML: without tags, entities decoded. */
export function plainText(markup: Html): string {
  return markup.source
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&amp;/g, "&");
}
