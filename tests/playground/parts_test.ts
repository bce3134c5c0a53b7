/** What a message's entities make of its text. */

import { assertEquals } from "@std/assert";
import type { Message } from "grammy/types";
import { startSimulator } from "../simulator/simulator.ts";
import { partsOf } from "./parts.ts";

Deno.test("a text falls into pieces where its formatting changes", async () => {
  const telegram = await startSimulator();
  try {
    const ana = telegram.person("Ana", { username: "ana" });
    await ana.starts();
    const html = "<b>bold <i>both</i></b> <tg-spoiler>hidden</tg-spoiler>\n" +
      "<blockquote expandable>quoted</blockquote>\n" +
      `<a href="https://example.com/">there</a> <a href="tg://user?id=${ana.id}">her</a> ` +
      '<tg-time unix="1795417200" format="r">then</tg-time> @ana /help';
    await telegram.call("sendMessage", { chat_id: ana.id, text: html, parse_mode: "HTML" });
    const message = ana.private.messages.at(-1) as Message;
    const parts = partsOf(message, telegram.world).filter(({ text }) => text.trim() !== "");
    assertEquals(parts, [
      { text: "bold ", marks: ["bold"] },
      { text: "both", marks: ["bold", "italic"] },
      { text: "hidden", marks: ["spoiler"] },
      { text: "quoted", marks: [], quote: "folded" },
      { text: "there", marks: [], href: "https://example.com/" },
      { text: "her", marks: [], person: ana.id },
      { text: "then", marks: [], moment: { at: 1_795_417_200_000, format: "r" } },
      { text: "@ana", marks: [], person: ana.id },
      { text: "/help", marks: [], command: "/help" },
    ]);
    assertEquals(partsOf({ ...message, text: "", entities: [] }, telegram.world), []);
  } finally {
    await telegram.close();
  }
});
