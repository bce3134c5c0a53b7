import { assertEquals, assertThrows } from "@std/assert";
import { html } from "../../src/view/html.ts";
import { MessageContent, plainMessage } from "../../src/view/message.ts";

const hello = plainMessage(html`<b>Hello</b>`, [[{ text: "Close", data: "close" }]]);

Deno.test("a message survives being kept, with the person and topic it belongs to", () => {
  const messages: MessageContent[] = [
    hello,
    { ...hello, asks: 9_007_199_254_740_991, topicId: 7, replyTo: 55, forceReply: "The reason" },
    { ...hello, topicId: null },
  ];
  for (const message of messages) {
    assertEquals(MessageContent.parse(JSON.parse(JSON.stringify(message))), message);
  }
});

Deno.test("a message that Telegram would not take can't be kept", () => {
  for (const text of ["", "x".repeat(4097)]) {
    assertThrows(() => MessageContent.parse({ ...hello, html: text }));
  }
});
