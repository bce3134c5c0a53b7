import { assert, assertEquals } from "@std/assert";
import { html } from "../../src/view/html.ts";
import { MOST_OF_A_PAGE, pagesOf, piecesOf } from "../../src/view/pages.ts";
import { parseHtml } from "../simulator/html.ts";
import { HOSTILE_TEXTS } from "./hostile.ts";

const read = (pieces: { source: string }[]) => pieces.map(({ source }) => parseHtml(source).text);

Deno.test("pagesOf() fills each page as far as whole lines fit", () => {
  const all = ["aaaa", "bbbb", "cccc"].map((line) => html`${line}`);
  const paged = (most: number) => read(pagesOf(all, { most, between: "\n" }));
  assertEquals(paged(14), ["aaaa\nbbbb\ncccc"]);
  assertEquals(paged(13), ["aaaa\nbbbb", "cccc"]);
  assertEquals(paged(9), ["aaaa\nbbbb", "cccc"]);
  assertEquals(paged(8), ["aaaa", "bbbb", "cccc"]);
  assertEquals(read(pagesOf(all, { most: 12, between: "" })), ["aaaabbbbcccc"]);
});

Deno.test("pagesOf() makes one page of nothing, and counts the markup", () => {
  assertEquals(read(pagesOf([])), [""]);
  const line = html`${"&".repeat(MOST_OF_A_PAGE / 10)}`;
  assertEquals(pagesOf([line, line, line]).length, 3);
});

Deno.test("piecesOf() cuts behind blanks; one after the other the pieces are the text", () => {
  assertEquals(read(piecesOf("Brakes  failed\non it")), ["Brakes  ", "failed\n", "on ", "it"]);
  assertEquals(read(piecesOf("")), []);
  for (const [kind, text] of Object.entries(HOSTILE_TEXTS)) {
    if (!text.isWellFormed()) continue;
    const pieces = piecesOf(text);
    assertEquals(read(pieces).join(""), text, kind);
    for (const { source } of pieces) {
      assert(source.length <= 600 && source.isWellFormed(), `${kind}: ${source}`);
    }
  }
});

Deno.test("piecesOf() cuts even a word, or a gap, that is longer than any piece may be", () => {
  for (const text of ["x".repeat(4096), " ".repeat(4096), "🔥".repeat(2048)]) {
    assertEquals(read(piecesOf(text)).join(""), text);
    assert(piecesOf(text).length > 40);
  }
});
