import { assertEquals, assertThrows } from "@std/assert";
import { inScene } from "./scene.ts";

const linkTo = (chatId: number, ...ids: (number | undefined)[]) =>
  ["https://t.me/c", -chatId - 1_000_000_000_000, ...ids].join("/");

Deno.test("a link leads members of a supergroup to its message, as it is now", () =>
  inScene(async ({ telegram, ana, office, lounge, ask, sends }) => {
    const { message_id } = await sends({ chat_id: office.id, text: "card" });
    const link = linkTo(office.id, message_id);
    await ask("editMessageText", { chat_id: office.id, message_id, text: "card!" });
    assertEquals(ana.follows(link).text, "card!");
    const nowhere = (url: string, why: string, person = ana) =>
      assertThrows(() => person.follows(url), RangeError, why);
    nowhere(link, "Stranger is in no such chat", telegram.person("Stranger"));
    nowhere(linkTo(office.id, 999), "the message is gone");
    nowhere(`https://t.me/c/${-lounge.id}/1`, "Ana is in no such chat");
    nowhere(`https://t.me/c/${office.id}/${message_id}`, "no link to a message");
    await ask("deleteMessage", { chat_id: office.id, message_id });
    nowhere(link, "the message is gone");
  }));

Deno.test("a link into a topic names it or doesn't, but no other", () =>
  inScene(async ({ telegram, ana }) => {
    const forum = telegram.group("Forum", { members: [ana], forum: true });
    const [printers, trucks] = [forum.opensTopic("Printers"), forum.opensTopic("Trucks")];
    const { message_id } = await ana.says(forum, "jammed", { topic: printers });
    assertEquals(ana.follows(linkTo(forum.id, message_id)).text, "jammed");
    assertEquals(ana.follows(linkTo(forum.id, printers, message_id)).text, "jammed");
    const other = linkTo(forum.id, trucks, message_id);
    assertThrows(() => ana.follows(other), RangeError, "in another topic");
  }));

Deno.test("whoever opens a deep link starts the chat with its payload", () =>
  inScene(async ({ telegram, ben, sends }) => {
    const opened = await ben.opens("https://t.me/tocsin_bot?start=i_ACME-42");
    assertEquals([opened.chat.id, opened.text], [ben.id, "/start i_ACME-42"]);
    assertEquals(telegram.updates.at(-1)?.message?.text, "/start i_ACME-42");
    assertEquals((await sends({ chat_id: ben.id, text: "hello" })).text, "hello");
    assertEquals((await ben.opens("i_ACME-43")).text, "/start i_ACME-43");
    for (const link of ["https://t.me/other_bot?start=x", "no.dots", "x".repeat(65), ""]) {
      assertThrows(() => ben.opens(link), RangeError, "Cannot open");
    }
  }));
