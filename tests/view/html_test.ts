import { assertEquals } from "@std/assert";
import { escapeHtml, Html, html, join, lines, plainText } from "../../src/view/html.ts";
import { parseHtml } from "../simulator/html.ts";

Deno.test("html escapes what is put in, so that nobody's name is markup", () => {
  const name = `<b>&"'</b>`;
  assertEquals(html`<i>${name}</i>`.source, "<i>&lt;b&gt;&amp;&quot;'&lt;/b&gt;</i>");
  assertEquals(parseHtml(html`<a href="tg://user?id=1">${name}</a>`.source).text, name);
});

Deno.test("html keeps what is HTML already, and takes numbers", () => {
  assertEquals(html`${html`<b>${"&"}</b>`} ${42}`.source, "<b>&amp;</b> 42");
  assertEquals(String(html`a`), "a");
});

Deno.test("an attribute can't be left by what is put into it", () => {
  const { text, entities } = parseHtml(html`<a href="https://a.b/?${'"><b>'}">x</a>`.source);
  assertEquals([text, entities.length, entities[0]?.type], ["x", 1, "text_link"]);
});

Deno.test("join() escapes pieces and separators, lines() leaves nothing out but null", () => {
  assertEquals(join(["a<", html`<b>b</b>`, 1], " & ").source, "a&lt; &amp; <b>b</b> &amp; 1");
  assertEquals(join([]).source, "");
  assertEquals(lines("a", null, html`<b>b</b>`, "").source, "a\n<b>b</b>\n");
});

Deno.test("plainText() gives back what people read", () => {
  for (const text of ["", 'a < b & c > "d"', "&amp;lt;", "&lt;b&gt;", "&quot;", "🔥\n"]) {
    assertEquals(plainText(new Html(`<b>${escapeHtml(text)}</b>`)), text);
  }
});
