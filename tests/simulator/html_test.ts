import { assertEquals, assertThrows } from "@std/assert";
import { HtmlError, parseHtml } from "./html.ts";

const bold = (offset: number, length: number) => ({ type: "bold" as const, offset, length });

const PARSED: [html: string, text: string, entities: unknown[]][] = [
  ["plain", "plain", []],
  ["a <b>bold</b> <i>word</i>", "a bold word", [bold(2, 4), {
    type: "italic",
    offset: 7,
    length: 4,
  }]],
  ["🔥🔥<b>x</b>", "🔥🔥x", [bold(4, 1)]],
  ["&lt;b&gt; &amp;amp; &quot;&#33;&#x41;", '<b> &amp; "!A', []],
  ["&nbsp; &unknown &", "&nbsp; &unknown &", []],
  ["<b></b>nothing", "nothing", []],
  ["<B>any case</B>", "any case", [bold(0, 8)]],
  ["<b>short end</>", "short end", [bold(0, 9)]],
  [
    '<a href="https://example.com/?a=1&amp;b=2">link</a>',
    "link",
    [{ type: "text_link", offset: 0, length: 4, url: "https://example.com/?a=1&b=2" }],
  ],
  ['<a href="nonsense">no link</a>', "no link", []],
  [
    '<a href="tg://user?id=5">Ana</a>',
    "Ana",
    [{
      type: "text_mention",
      offset: 0,
      length: 3,
      user: { id: 5, is_bot: false, first_name: "" },
    }],
  ],
  [
    "<blockquote expandable>long</blockquote><blockquote>q</blockquote>",
    "longq",
    [
      { type: "expandable_blockquote", offset: 0, length: 4 },
      { type: "blockquote", offset: 4, length: 1 },
    ],
  ],
  [
    '<pre><code class="language-ts">let x</code></pre>',
    "let x",
    [{ type: "pre", offset: 0, length: 5, language: "ts" }],
  ],
  ['<code class="language-ts">x</code>', "x", [{ type: "code", offset: 0, length: 1 }]],
  [
    '<tg-time unix="1767600000" format="r">soon</tg-time>',
    "soon",
    [{
      type: "date_time",
      offset: 0,
      length: 4,
      unix_time: 1767600000,
      date_time_format: "r",
    }],
  ],
  [
    '<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>',
    "👍",
    [{ type: "custom_emoji", offset: 0, length: 2, custom_emoji_id: "5368324170671202286" }],
  ],
  ['<span class="tg-spoiler">psst</span>', "psst", [{ type: "spoiler", offset: 0, length: 4 }]],
  ["<b>x <s>y</s></b>", "x y", [bold(0, 3), { type: "strikethrough", offset: 2, length: 1 }]],
];

const REFUSED: [html: string, error: string][] = [
  ["<script>x</script>", 'Unsupported start tag "script" at byte offset 0'],
  ["é<p>x</p>", 'Unsupported start tag "p" at byte offset 2'],
  ["1 < 2", 'Unsupported start tag "" at byte offset 2'],
  ["<b>unclosed", `Can't find end tag corresponding to start tag "b"`],
  ["x <b", "Unclosed start tag at byte offset 2"],
  ['<a href="x>y</a>', "Unclosed start tag at byte offset 0"],
  ["<b><i>test</b></i>", 'Unmatched end tag at byte offset 10, expected "</i>", found "</b>"'],
  ["test</b>", "Unexpected end tag at byte offset 4"],
  ["<i>a</i   ", "Unclosed end tag at byte offset 4"],
  ["<i =x>a</i>", 'Empty attribute name in the tag "i" at byte offset 0'],
  ["<i a = ", 'Unclosed start tag "i" at byte offset 0'],
  ["<i a=b,>x</i>", "Unexpected end of name token at byte offset 5"],
  ["<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
  ['<tg-emoji emoji-id="x">y</tg-emoji>', "Invalid custom emoji identifier specified"],
  ['<tg-time unix="1" format="rt">x</tg-time>', "Invalid date format used"],
  ["<tg-time>x</tg-time>", "Invalid date specified"],
];

for (const [html, text, entities] of PARSED) {
  Deno.test(`parseHtml() reads ${html}`, () => {
    assertEquals(parseHtml(html), { text, entities } as ReturnType<typeof parseHtml>);
  });
}

for (const [html, error] of REFUSED) {
  Deno.test(`parseHtml() refuses ${html}`, () => {
    assertEquals(assertThrows(() => parseHtml(html), HtmlError).message, error);
  });
}
