import { assert, assertEquals } from "@std/assert";
import { ACT_NAMES, PAGE_NAMES, SURE } from "../../src/view/console/address.ts";
import { withNote } from "../../src/view/console/frame.ts";
import { html, plainText } from "../../src/view/html.ts";
import { en } from "../../src/view/texts/en/en.ts";
import { es } from "../../src/view/texts/es/es.ts";
import { ru } from "../../src/view/texts/ru/ru.ts";
import { uz } from "../../src/view/texts/uz/uz.ts";
import { consolePanels } from "../bot/console_panels.ts";
import { bytes, pressOf } from "../bot/longest.ts";

for (const texts of [en, es, ru, uz]) {
  Deno.test(`every page of the console stays small, whatever stands on it, in ${texts.locale}`, () => {
    for (const [name, panel] of consolePanels(texts)) {
      const shown = plainText(panel.html);
      assert(shown.split("\n").length <= 8, `${name}: ${shown}`);
      assert(panel.keyboard.length <= 8, `${name}: ${panel.keyboard.length} rows`);
      assert(withNote("🚒<".repeat(2_000), panel).html.source.length <= 4_096, name);
      for (const { text, data } of panel.keyboard.flat()) {
        assert(text.length >= 1 && text.length <= 64, `${name}: ${text}`);
        assert(bytes(data) <= 64 && pressOf(data), `${name}: ${data}`);
      }
    }
  });
}

Deno.test("every page but the first has a way back, and each can be closed", () => {
  for (const [name, { keyboard }] of consolePanels(en)) {
    const last = keyboard.at(-1)!.map(({ text }) => text);
    assertEquals(last, name === "home" ? ["✖️ Close"] : ["‹ Back", "✖️ Close"], name);
  }
});

Deno.test("every page and every act has a button somewhere", () => {
  const words = consolePanels(en).flatMap(([, { keyboard }]) =>
    keyboard.flat().flatMap(({ data }) => data.split(":").slice(1, 3))
  );
  const named = new Set(words);
  assertEquals([...PAGE_NAMES, ...ACT_NAMES, SURE].filter((name) => !named.has(name)), []);
});

Deno.test("pages that turn say where one is", () => {
  const home = consolePanels(en).find(([name]) => name === "home")![1];
  const turn = home.keyboard.at(-2)!;
  assertEquals(turn.map(({ text }) => text), ["‹", "999999/1000000", "›"]);
  assertEquals(turn.map(({ data }) => data), ["a:home:999997", "a:home:999998", "a:home:999999"]);
});

Deno.test("withNote() puts what was done above the page, and can't be markup", () => {
  const panel = { html: html`page`, keyboard: [] };
  assertEquals(withNote("<b>x</b>", panel).html.source, "&lt;b&gt;x&lt;/b&gt;\n\npage");
});
