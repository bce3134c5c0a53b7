import { assert, assertEquals } from "@std/assert";
import { MOST_WORDS, wordsOf } from "../../src/domain/words.ts";

/** The words in a text, written with blanks between them. */
function words(text: string): string {
  return wordsOf(text).join(" ");
}

Deno.test("wordsOf() knows a word in any case, with its accents or without, wide or narrow", () => {
  const same = [
    ["BRAKES", "brakes", "Brakes", "ｂｒａｋｅｓ"],
    ["Crème", "creme", "CRE\u0300ME"],
    ["Ёлка", "елка", "ЁЛКА"],
    ["Ελλάδα", "ελλαδα", "ΕΛΛΑΔΑ"],
    ["İzmir", "izmir", "IZMIR"],
    ["ﬁlter", "filter"],
    ["gʻildirak", "g'ildirak", "g‘ildirak", "g’ildirak", "gildirak"],
    ["\u200bbrakes\u00ad", "brakes"],
  ];
  for (const [first = "", ...others] of same) {
    assertEquals(wordsOf(first).length, 1, first);
    for (const other of others) assertEquals(words(other), words(first), `${other} is ${first}`);
  }
});

Deno.test("wordsOf() keeps apart what differs in more than that", () => {
  const different = ["brake", "brakes", "truck12", "truck13", "тормоз", "торможу"];
  assertEquals(new Set(different.map(words)).size, different.length);
});

Deno.test("wordsOf() takes apart what has no blanks, and leaves signs out", () => {
  assertEquals(words("Brakes, failed! (truck-12) ..."), "brakes failed truck 12");
  assertEquals(words("a_b C++ 🔥 1.5"), "ab c 15");
  for (
    const [text, among] of [["東京のトラック", "東京"], ["รถบรรทุกเบรกเสีย", "เบรก"], [
      "我们在北京等",
      "北京",
    ]]
  ) {
    const found = wordsOf(text!);
    assert(found.length > 1, text);
    assert(found.includes(words(among!)), `${found} has ${among}`);
  }
  assertEquals(wordsOf(" \n!?… 🔥 \u0301"), []);
  assertEquals(wordsOf(""), []);
});

Deno.test("wordsOf() gives each word once, in order, and at most as many as are wanted", () => {
  assertEquals(wordsOf("b a B c a"), ["b", "a", "c"]);
  assertEquals(wordsOf("b a b c", 2), ["b", "a"]);
  const many = Array.from({ length: 300 }, (_, i) => `word${i}`);
  assertEquals(wordsOf(many.join(" ")), many.slice(0, MOST_WORDS));
});

Deno.test("a long word is found by its first 24 characters, none of them cut in two", () => {
  assertEquals(wordsOf("x".repeat(500)), ["x".repeat(24)]);
  const [gothic = ""] = wordsOf("𐌰".repeat(40));
  assertEquals([...gothic].length, 24);
  assert(gothic.isWellFormed());
});

/** As many characters as a description can have, all different. */
function distinctCharacters(from: number, between: string): string {
  const characters: string[] = [];
  for (let code = from; characters.length < 3000; code++) {
    const character = String.fromCodePoint(code);
    if (/^\p{Assigned}$/u.test(character) && character.isWellFormed()) characters.push(character);
  }
  return characters.join(between);
}

Deno.test("three thousand different characters become few words, short ones, in little time", () => {
  const starts = [0x21, 0x370, 0x900, 0x3041, 0x4e00, 0xac00, 0x1d400, 0x20000];
  for (const start of starts) {
    for (const between of ["", " "]) {
      const before = performance.now();
      const found = wordsOf(distinctCharacters(start, between));
      assert(performance.now() - before < 2000, "it takes too long");
      assert(found.length <= MOST_WORDS, `${found.length} words`);
      assertEquals(new Set(found).size, found.length);
      const bytes = found.reduce((sum, it) => sum + new TextEncoder().encode(it).length, 0);
      assert(bytes <= MOST_WORDS * 24 * 4, `${bytes} bytes`);
      for (const word of found) {
        assert([...word].length <= 24 && /^[\p{L}\p{N}]+$/u.test(word), word);
        assertEquals(word.isWellFormed(), true);
      }
    }
  }
});

Deno.test("half characters and lone accents do no harm", () => {
  for (
    const text of ["\ud835", "\udc00a\ud800", "a" + "\u0301".repeat(3000), "\u0301".repeat(3000)]
  ) {
    for (const word of wordsOf(text)) assertEquals(word, "a");
  }
});
