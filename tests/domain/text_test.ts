import { assertEquals } from "@std/assert";
import { fits, isTag, isVisible, oneLine, withoutControls } from "../../src/domain/text.ts";

Deno.test("fits() counts UTF-16 units, both ends included", () => {
  const limits = { least: 2, most: 4 };
  const fitting = ["", "a", "ab", "abcd", "abcde", "🔥", "🔥🔥", "🔥🔥a"].filter((text) =>
    fits(text, limits)
  );
  assertEquals(fitting, ["ab", "abcd", "🔥", "🔥🔥"]);
});

Deno.test("withoutControls() keeps letters of every script, line breaks and tabs", () => {
  const text = "Ж\u05d3\u0639 東京 é 👨‍👩‍👧\n\t.";
  assertEquals(withoutControls(text), text);
});

Deno.test("withoutControls() takes out direction overrides and control characters", () => {
  assertEquals(withoutControls("a\u202eb\u200fc\u0000d\u001be\rf\u2066g\u061ch\u007f"), "abcdefgh");
});

Deno.test("withoutControls() leaves no half characters, which Telegram would refuse", () => {
  for (const half of ["\ud83d", "\udd25", "\udd25\ud83d", "a\ud83db"]) {
    assertEquals(withoutControls(half).isWellFormed(), true);
  }
  assertEquals(withoutControls("🔥"), "🔥");
});

Deno.test("oneLine() has no line breaks and no blanks but single ones", () => {
  assertEquals(oneLine("  Ana \r\n \u2028 Lima\u00a0 \t"), "Ana Lima");
});

Deno.test("isVisible() sees letters, signs and emoji, and nothing in blanks and fillers", () => {
  for (const text of ["a", " . ", "🔥", "\u200bж", "ㅤx"]) assertEquals(isVisible(text), true, text);
  for (const text of ["", " \n\t", "\u200b", "\u3164", "\u2800", "\u00ad\u2060 \ufe0f"]) {
    assertEquals(isVisible(text), false, JSON.stringify(text));
  }
});

Deno.test("isTag() takes 1 to 24 letters of any script, digits, - and _", () => {
  const tags = [
    "a",
    "night-shift",
    "truck_12",
    "тормоза",
    "ブレーキ",
    "हिन्दी",
    "é",
    "e\u0301",
    "2",
  ];
  for (const tag of [...tags, "x".repeat(24), "𝒯".repeat(24)]) assertEquals(isTag(tag), true, tag);
  const others = ["", " ", "a b", "#a", "a,b", "a.b", "🔥", "\u200b", "a\u202e", "a\n", "\ud835"];
  for (const text of [...others, "x".repeat(25), "𝒯".repeat(25)]) {
    assertEquals(isTag(text), false, JSON.stringify(text));
  }
});
