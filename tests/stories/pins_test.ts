import { assertEquals, assertStringIncludes } from "@std/assert";
import { keys } from "../../src/store/keys.ts";
import { cardOf, type Program } from "../program.ts";
import { type Group, plain } from "../simulator/simulator.ts";
import { incident, stored } from "./stored.ts";
import { inStory } from "./story.ts";

const CARD = { company: "ACME", number: 1 };

function pinNotices(group: Group): number {
  return group.messages.filter(({ pinned_message }) => pinned_message).length;
}

function complaints(group: Group): number {
  return group.messages.filter((message) => plain(message).includes("can't pin")).length;
}

function pinCalls({ telegram }: Program) {
  return telegram.calls.filter(({ method }) => method === "pinChatMessage");
}

Deno.test("the card is pinned silently, and Telegram's notice of it is removed", () =>
  inStory(async (program) => {
    const ana = program.telegram.person("Ana");
    for (const type of ["group", "supergroup"] as const) {
      const id = type.toUpperCase().slice(0, 5);
      const yard = await program.company(id, { members: [ana], type });
      await ana.says(yard, "/new_issue Brakes failed");
      await program.telegram.settled();
      const card = cardOf(yard, `${id}-1`);
      assertEquals(yard.pinned.map(({ message_id }) => message_id), [card.message_id]);
      assertEquals(pinNotices(yard), 0);
    }
    assertEquals(pinCalls(program).map(({ params }) => params.disable_notification), [true, true]);
  }));

Deno.test("a pin that a person makes stays announced", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const ana = telegram.person("Ana");
    const yard = await program.company("ACME", { members: [ana] });
    const said = await ana.says(yard, "Important");
    await telegram.forgedUpdate(
      {
        message: {
          message_id: 9_999,
          date: said.date,
          chat: said.chat,
          from: ana.user,
          pinned_message: said,
        },
      } as Parameters<typeof telegram.forgedUpdate>[0],
    );
    assertEquals(telegram.calls.filter(({ method }) => method === "deleteMessage"), []);
  }));

Deno.test("where Telegram refuses to delete it, the notice stays and everything else works", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const ana = telegram.person("Ana");
    const yard = await program.company("ACME", { members: [ana] });
    const description = "Bad Request: message can't be deleted";
    telegram.faults.add({ method: "deleteMessage", kind: { code: 400, description } });
    await ana.says(yard, "/new_issue Brakes failed");
    await telegram.settled();
    assertEquals(yard.pinned.length, 1);
    assertEquals(pinNotices(yard), 1);
    assertEquals((await ana.presses(cardOf(yard, "ACME-1"), "Claim")).text, "ACME-1 is yours.");
  }));

Deno.test("without the right to pin, incidents work and the group is told once what is missing", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const ana = telegram.person("Ana");
    const bob = telegram.person("Bob");
    const yard = await program.company("ACME", { members: [ana, bob], bot: "member" });
    await ana.says(yard, "/new_issue Brakes failed");
    await ana.says(yard, "/new_issue Lights failed");
    assertEquals(complaints(yard), 1);
    assertStringIncludes(
      yard.messages.map(plain).find((text) => text.includes("can't pin"))!,
      "right to pin messages",
    );
    assertEquals((await stored(program, keys.card(CARD)))?.pin, "refused");
    const card = cardOf(yard, "ACME-1");
    assertEquals((await bob.presses(card, "Claim")).text, "ACME-1 is yours.");
    await bob.presses(card, "Resolve");
    const prompt = yard.messages.findLast((m) => plain(m).includes("how was ACME-1 resolved?"))!;
    await bob.says(yard, "Replaced the brake line", { replyTo: prompt });
    assertEquals((await incident(program, "ACME-1")).status, "resolved");
    assertEquals(pinCalls(program).length, 2);
    assertEquals(complaints(yard), 1);
  }));

Deno.test("told again only after the bot's rights have changed in between", () =>
  inStory(async (program) => {
    const ana = program.telegram.person("Ana");
    const yard = await program.company("ACME", { members: [ana], bot: "member" });
    await ana.says(yard, "/new_issue Brakes failed");
    await yard.botRights("administrator");
    await ana.says(yard, "/new_issue Lights failed");
    assertEquals(yard.pinned.length, 2);
    await yard.botRights({ can_pin_messages: false });
    await ana.says(yard, "/new_issue Doors failed");
    await ana.says(yard, "/new_issue Horn failed");
    assertEquals(complaints(yard), 2);
  }));

Deno.test("once the bot may pin, the cards that it could not pin are pinned", () =>
  inStory(async (program) => {
    const ana = program.telegram.person("Ana");
    const yard = await program.company("ACME", { members: [ana], bot: "member" });
    await ana.says(yard, "/new_issue Brakes failed");
    assertEquals(yard.pinned, []);
    await yard.botRights("administrator");
    await program.telegram.settled();
    const card = cardOf(yard, "ACME-1");
    assertEquals(yard.pinned.map(({ message_id }) => message_id), [card.message_id]);
  }));
