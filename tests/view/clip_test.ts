import { assert, assertEquals } from "@std/assert";
import { clip, clipHtml, displayName } from "../../src/view/clip.ts";
import { parseHtml } from "../simulator/html.ts";
import { HOSTILE_NAMES, HOSTILE_TEXTS } from "./hostile.ts";

Deno.test("clip() leaves alone what fits and cuts the rest to the length, ellipsis included", () => {
  assertEquals(clip("brakes", 6), "brakes");
  assertEquals(clip("brakes!", 6), "brake…");
  assertEquals(clip("one two", 5), "one…");
  assertEquals(clip("", 5), "");
});

Deno.test("clip() never leaves half a character", () => {
  for (let most = 1; most < 12; most++) {
    for (const text of ["🔥".repeat(9), `x${"🔥".repeat(9)}`]) {
      const cut = clip(text, most);
      assert(cut.length <= most && cut.isWellFormed(), `${most}: ${cut}`);
    }
  }
});

Deno.test("clipHtml() never goes over the length, and never halves a reference or a character", () => {
  for (const [kind, text] of Object.entries(HOSTILE_TEXTS)) {
    if (!text.isWellFormed()) continue;
    for (const most of [10, 11, 12, 13, 14, 15, 60, 999]) {
      const { source } = clipHtml(text, most);
      assert(source.length <= most, `${kind}: ${source.length} > ${most}`);
      assert(source.isWellFormed(), kind);
      const shown = parseHtml(source).text;
      if (shown === text) continue;
      assert(shown.endsWith("…") && text.startsWith(shown.slice(0, -1)), `${kind}: ${shown}`);
    }
  }
});

Deno.test("displayName() is one visible line of at most 48 characters", () => {
  for (const [kind, name] of Object.entries(HOSTILE_NAMES)) {
    const shown = displayName(name, "Person 7");
    assert(shown.length <= 48 && shown.isWellFormed() && !/[\r\n]/.test(shown), kind);
    assert(/[^\s\p{Default_Ignorable_Code_Point}]/u.test(shown), `${kind}: nothing to see`);
  }
  assertEquals(displayName("  Ana \n  Lima ", "?"), "Ana Lima");
  assertEquals(displayName("Ana Lima", "?", 5), "Ana…");
});

Deno.test("displayName() falls back when there is nothing to see", () => {
  for (const kind of ["nothing", "blanks", "invisible characters"]) {
    assertEquals(displayName(HOSTILE_NAMES[kind]!, "Person 7"), "Person 7", kind);
  }
});
