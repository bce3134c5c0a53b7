import { assert, assertEquals } from "@std/assert";
import { manualClock, startSimulator } from "./simulator.ts";
import { transcript } from "./transcript.ts";

Deno.test("a transcript reads like the chats it was taken from", async () => {
  const telegram = await startSimulator();
  try {
    const lines: string[] = [];
    const write = transcript();
    const coloured = transcript({ colour: true });
    let escapes = 0;
    telegram.onNotice((notice) => {
      lines.push(...write(notice));
      escapes += coloured(notice).join("").split("\x1b[").length - 1;
    });
    const ana = telegram.person("Ana");
    const ben = telegram.person("Ben");
    const office = telegram.group("Office", { members: [ana, ben], botRights: "administrator" });
    const report = await ana.says(office, "It burns");
    const { message_id } = await telegram.call("sendMessage", {
      chat_id: office.id,
      text: "ACME-1\nIt burns",
      reply_parameters: { message_id: report.message_id },
      reply_markup: {
        inline_keyboard: [[
          { text: "Claim", callback_data: "claim" },
          { text: "Cancel", callback_data: "cancel" },
        ]],
      },
    }) as { message_id: number };
    const card = { chat_id: office.id, message_id };
    await telegram.call("pinChatMessage", { ...card, disable_notification: true });
    const pressed = ana.presses(office.messages[1]!, "Claim", { wait: false });
    const id = telegram.updates.at(-1)?.callback_query?.id;
    await telegram.call("answerCallbackQuery", { callback_query_id: id, text: "Yours" });
    await pressed;
    await telegram.call("editMessageText", { ...card, text: "ACME-1 is Ana's" });
    await telegram.call("sendMessage", {
      chat_id: office.id,
      text: "psst",
      ephemeral_message_parameters: { receiver_user_id: ben.id },
    });
    await telegram.call("deleteMessage", card);
    await ben.starts();
    await telegram.call("deleteMessage", card).catch(() => {});
    assertEquals(lines, [
      "",
      "Office",
      "  Ana: It burns",
      "  Tocsin ↩ “It burns”: ACME-1",
      "      It burns",
      "      [ Claim ] [ Cancel ]",
      "  📌 pinned silently: ACME-1",
      "  Ana presses [ Claim ]",
      "  (toast to Ana: Yours)",
      "  ✎ Tocsin: ACME-1 is Ana's",
      "  (only Ben sees) Tocsin: psst",
      "  ✗ deleted: ACME-1 is Ana's",
      "",
      "Ben, in private",
      "  Ben: /start",
      "  (deleteMessage: Bad Request: message to delete not found)",
    ]);
    assert(escapes > 0);
  } finally {
    await telegram.close();
  }
});

Deno.test("a transcript tells what a client shows: times of day, who came, no pin twice", async () => {
  const clock = manualClock(Date.UTC(2026, 0, 5, 9));
  const telegram = await startSimulator({ clock });
  try {
    const lines: string[] = [];
    const write = transcript();
    telegram.onNotice((notice) => lines.push(...write(notice)));
    const ana = telegram.person("Ana");
    const ben = telegram.person("Ben");
    const office = telegram.group("Office", { owner: ana, withBot: false });
    await ana.adds(office);
    await office.botRights("administrator");
    await ben.joins(office);
    const now = clock.now() / 1000;
    const { message_id } = await telegram.call("sendMessage", {
      chat_id: office.id,
      parse_mode: "HTML",
      text: `Called <tg-time unix="${now}" format="r">09:00</tg-time>\n\n${"long ".repeat(20)}`,
    }) as { message_id: number };
    const card = { chat_id: office.id, message_id };
    await telegram.call("pinChatMessage", { ...card, disable_notification: true });
    const notice = office.messages.at(-1)!;
    await telegram.call("deleteMessage", { chat_id: office.id, message_id: notice.message_id });
    await clock.advance(61 * 60_000);
    const at = (minutes: number) => `<tg-time unix="${now + minutes * 60}" format="r">?</tg-time>`;
    await telegram.call("editMessageText", {
      ...card,
      parse_mode: "HTML",
      text: `${at(0)}, ${at(1)}, ${at(59)}, ${at(61)}, ${
        at(300)
      }, <tg-time unix="${now}" format="t">9:00</tg-time>`,
    });
    await ben.leaves(office);
    await ana.removesBot(office);
    assertEquals(lines, [
      "",
      "Office",
      "  Ana adds Tocsin",
      "  Ben joins",
      "  Tocsin: Called just now",
      "",
      `      ${"long ".repeat(18).trim()}`,
      "      long long",
      "  📌 pinned silently: Called just now",
      "  ✎ Tocsin: 1 hour ago, 1 hour ago, 2 minutes ago, just now, in 3 hours, 9:00",
      "  Ben leaves",
    ]);
  } finally {
    await telegram.close();
  }
});

Deno.test("a transcript tells of files, topics, hidden speakers and what a group became", async () => {
  const telegram = await startSimulator();
  try {
    const lines: string[] = [];
    const write = transcript();
    const ana = telegram.person("Ana");
    const ben = telegram.person("Ben");
    const members = [ana, ben];
    const yard = telegram.group("Yard", { members, forum: true, botRights: "administrator" });
    const crew = telegram.group("Crew", { members, type: "group" });
    telegram.onNotice((notice) => lines.push(...write(notice)));
    const topic = yard.opensTopic("Printers", ana);
    const jam = await ana.says(yard, "jammed", { topic });
    await ben.sends(yard, { document: { file_name: "log.txt" }, caption: "see" }, { replyTo: jam });
    await ben.sends(yard, { animation: {} }, { topic });
    const other = yard.opensTopic("Trucks", ben);
    await ben.sends(yard, { location: { latitude: 52.5, longitude: 13.4 } }, { topic: other });
    await ana.says(yard, "as there", { topic: other, replyTo: jam });
    await yard.closesTopic(other);
    await yard.reopensTopic(other);
    await ana.sendsAlbum(yard, [{ photo: {}, caption: "left" }, { photo: {} }]);
    await yard.promote(ana, { is_anonymous: true });
    await ana.says(yard, "enough");
    await ana.removes(ben, yard);
    await yard.channelPosts(telegram.channel("News"), "Strike");
    const contact = { first_name: "Cem", phone_number: "+49301234" };
    await ana.sends(crew, { contact });
    await crew.becomesSupergroup();
    assertEquals(lines, [
      "",
      "Yard › Printers",
      "  Ana opens the topic",
      "  Ana: jammed",
      "  Ben ↩ “jammed”: (document log.txt) see",
      "  Ben: (animation)",
      "",
      "Yard › Trucks",
      "  Ben opens the topic",
      "  Ben: (location 52.5, 13.4)",
      "  Ana ↩ a message elsewhere: as there",
      "  Ana closes the topic",
      "  Ana opens the topic again",
      "",
      "Yard",
      "  Ana: (album) (photo) left",
      "  Ana: (album) (photo)",
      "  Yard: enough",
      "  Ana removes Ben",
      "  News: (forwarded) Strike",
      "",
      "Crew",
      "  Ana: (contact Cem +49301234)",
      "  The group becomes a supergroup",
      "",
      "Crew",
      "  The supergroup begins where the group ended",
    ]);
  } finally {
    await telegram.close();
  }
});
