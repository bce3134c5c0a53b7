import { assertEquals } from "@std/assert";
import { matching } from "./page/command_menu.js";
import { readLink } from "./page/links.js";
import { formatted, relatively } from "./page/moment.js";

Deno.test("links lead away, to a chat, or to the bot; nothing else is opened", () => {
  assertEquals(readLink("https://example.com/a"), { kind: "away", href: "https://example.com/a" });
  assertEquals(readLink("tg://user?id=5"), { kind: "away", href: "tg://user?id=5" });
  assertEquals(readLink("https://t.me/c/4000001/12"), {
    kind: "chat",
    chat: -1000004000001,
    messageId: 12,
  });
  assertEquals(readLink("https://t.me/c/4000001/7/12"), {
    kind: "chat",
    chat: -1000004000001,
    messageId: 12,
  });
  assertEquals(readLink("https://t.me/tocsin_bot?start=ACME-42"), {
    kind: "start",
    payload: "ACME-42",
  });
  for (const bad of ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "no link"]) {
    assertEquals(readLink(bad), null, bad);
  }
});

Deno.test("moments are worded by the playground's clock", () => {
  const now = Date.UTC(2026, 6, 3, 8, 30);
  const minutes = (count: number) => relatively(now + count * 60_000, now);
  assertEquals([0, -5, -90, 30, 2880].map(minutes), [
    "just now",
    "5 minutes ago",
    "1 hour ago",
    "in 30 minutes",
    "in 2 days",
  ]);
  assertEquals(formatted(now - 10_000, { format: "r", now }), "10 seconds ago");
});

Deno.test("the command menu offers what begins like the text, until a space ends the name", () => {
  const commands = ["new_issue", "find", "notify"].map((name) => ({
    name,
    description: "",
    isEphemeral: false,
  }));
  const names = (text: string) => matching(commands, text).map(({ name }) => name);
  assertEquals(names("/"), ["new_issue", "find", "notify"]);
  assertEquals(names("/N"), ["new_issue", "notify"]);
  assertEquals(names("/find "), []);
  assertEquals(names("find"), []);
});
