import { assertEquals } from "@std/assert";
import { messageLink } from "../../src/view/card_link.ts";

Deno.test("a message of a supergroup has a link, with its topic when it is in one", () => {
  assertEquals(messageLink(-1_001_234_567_890, 55), "https://t.me/c/1234567890/55");
  assertEquals(messageLink(-1_001_234_567_890, 55, 7), "https://t.me/c/1234567890/7/55");
  assertEquals(messageLink(-1_003_999_999_999, 1, null), "https://t.me/c/3999999999/1");
});

Deno.test("a message of a basic group or of a private chat has none", () => {
  for (const chatId of [-1, -1001, -999_999_999_999, 4242]) {
    assertEquals(messageLink(chatId, 55, 7), null);
  }
});
