import { assertEquals } from "@std/assert";
import { personName } from "../../src/view/person_link.ts";
import { en } from "../../src/view/texts/en/en.ts";
import { withoutName } from "../../src/view/without_name.ts";

const CASES: [name: string, before: string, after: string][] = [
  ["Bob", "Bob is no longer on ACME-1.", "👤 3f2a is no longer on ACME-1."],
  ["Bob", "<b>Bob</b>: Bob, Bobby, Jim-Bob", "<b>👤 3f2a</b>: 👤 3f2a, Bobby, Jim-Bob"],
  ["Bob", '<a href="tg://user?id=7">Bob</a> helps', '<a href="tg://user?id=7">Bob</a> helps'],
  ["ACME", "ACME has left ACME-1", "👤 3f2a has left ACME-1"],
  ["b", "<b>b</b> &lt;b&gt;", "<b>👤 3f2a</b> &lt;👤 3f2a&gt;"],
  ["amp", "Fish &amp; chips", "Fish &amp; chips"],
  ["A & B (C)", "A &amp; B (C) is gone", "👤 3f2a is gone"],
  ["A\n  B", "A B is gone", "👤 3f2a is gone"],
  ["Zoë", "Zoëlle and Zoë", "Zoëlle and 👤 3f2a"],
  ["\u200b", "\u200b Nobody", "\u200b Nobody"],
  ["", "Nobody", "Nobody"],
];

Deno.test("a name without a link is taken out, and nothing else", () => {
  for (const [name, before, after] of CASES) {
    assertEquals(withoutName(before, name, "👤 3f2a"), after);
  }
});

Deno.test("a long name is taken out as it was cut", () => {
  for (const name of ["Wolfeschlegel ".repeat(6), "<&>".repeat(30), "x".repeat(61)]) {
    const shown = personName(en, { id: 7, name }).source;
    assertEquals(withoutName(`${shown} is gone`, name, "👤 3f2a"), "👤 3f2a is gone");
  }
});
