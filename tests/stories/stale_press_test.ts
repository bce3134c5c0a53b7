import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import type { Message } from "grammy/types";
import { keys } from "../../src/store/keys.ts";
import { cardOf, type Program } from "../program.ts";
import { buttons, type Group, type Person, plain } from "../simulator/simulator.ts";
import { events, incident, stored } from "./stored.ts";
import { inStory } from "./story.ts";

interface Scene {
  yard: Group;
  ana: Person;
  bob: Person;
  card: Message;
}

async function reported(program: Program): Promise<Scene> {
  const ana = program.telegram.person("Ana");
  const bob = program.telegram.person("Bob");
  const yard = await program.company("ACME", { members: [ana, bob] });
  await ana.says(yard, "/new_issue Brakes failed");
  return { yard, ana, bob, card: cardOf(yard, "ACME-1") };
}

Deno.test("a press on an out-of-date keyboard gets the truth, and changes nothing", () =>
  inStory(async (program) => {
    const { yard, ana, bob, card } = await reported(program);
    const press = async (verb: string) =>
      (await ana.presses(card, "", { data: `${verb}:ACME-1` })).text ?? "";
    const expectations: [Record<string, RegExp>, () => Promise<unknown>][] = [
      [
        { join: /claim/i, leave: /claim/i, resolve: /claim/i, back: /claim/i },
        () => bob.presses(card, "Claim"),
      ],
      [
        { claim: /Bob/, back: /Bob|in progress/ },
        () => bob.presses(card, "Resolve"),
      ],
      [
        { claim: /Bob/, join: /Bob/, leave: /Bob/, resolve: /Bob.*summary/ },
        () => bob.says(yard, "Replaced the line", { replyTo: yard.messages.at(-1)! }),
      ],
      [
        {
          claim: /resolved/,
          join: /resolved/,
          leave: /resolved/,
          resolve: /resolved/,
          back: /resolved/,
        },
        () => Promise.resolve(),
      ],
    ];
    for (const [truths, then] of expectations) {
      const before = await events(program, "ACME-1");
      for (const [verb, truth] of Object.entries(truths)) {
        assertMatch(await press(verb), truth, verb);
      }
      assertEquals(await events(program, "ACME-1"), before);
      await then();
    }
  }));

Deno.test("a department's button pressed too late says which department was called", () =>
  inStory(async (program) => {
    const ana = program.telegram.person("Ana");
    const yard = await program.company("ACME", { members: [ana], departments: ["Repair"] });
    await ana.says(yard, "/new_issue Brakes failed");
    const card = cardOf(yard, "ACME-1");
    await ana.presses(card, "Repair");
    const { text } = await ana.presses(card, "", { data: "department:ACME-1:1" });
    assertStringIncludes(text ?? "", "Repair");
    const state = await incident(program, "ACME-1");
    assertEquals(state.status === "awaiting_claim" && state.department, "2");
  }));

Deno.test("a card whose edit failed is brought up to date by a press", () =>
  inStory(async (program) => {
    const { telegram, clock } = program;
    const { yard, ana, bob, card } = await reported(program);
    telegram.faults.add({ method: "editMessageText", times: 1, kind: "429", retryAfter: 30 });
    assertEquals(await bob.presses(card, "Claim"), { text: "ACME-1 is yours." });
    assertEquals(buttons(cardOf(yard, "ACME-1")), ["🙋 Claim", "🔺 Escalate", "⋯ More"]);

    await clock.advance(10_000);
    assertMatch((await ana.presses(card, "Claim")).text ?? "", /Bob/);
    assertEquals(buttons(cardOf(yard, "ACME-1")), ["🙋 Claim", "🔺 Escalate", "⋯ More"]);

    await clock.advance(21_000);
    assertMatch((await ana.presses(card, "Claim")).text ?? "", /Bob/);
    assertEquals(buttons(cardOf(yard, "ACME-1")), [
      "🤝 Join",
      "🚪 Leave",
      "✅ Resolve",
      "🔺 Escalate",
      "⋯ More",
    ]);
    assertEquals(await events(program, "ACME-1"), ["reported", "department_chosen", "claimed"]);
  }));

Deno.test("a card that somebody has deleted is sent anew and pinned at its next change", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const { yard, ana, bob, card } = await reported(program);
    await telegram.call("deleteMessage", { chat_id: yard.id, message_id: card.message_id });
    await program.pass(10);
    const second = cardOf(yard, "ACME-1");
    assertEquals(second.message_id === card.message_id, false);
    assertEquals(yard.pinned.map(({ message_id }) => message_id), [second.message_id]);
    const reminder = yard.messages.find((message) => plain(message).includes("⏰"))!;
    assertEquals(reminder.reply_to_message?.message_id, second.message_id);
    const { messageId } = (await stored(program, keys.card({ company: "ACME", number: 1 })))!;
    assertEquals(messageId, second.message_id);

    assertEquals(await bob.presses(second, "Claim"), { text: "ACME-1 is yours." });
    await bob.presses(second, "Resolve");
    await telegram.call("deleteMessage", { chat_id: yard.id, message_id: second.message_id });
    const prompt = yard.messages.findLast((m) => plain(m).includes("how was ACME-1 resolved?"))!;
    await ana.says(yard, "Nothing to add", { replyTo: prompt });
    await bob.says(yard, "Replaced the line", { replyTo: prompt });
    assertStringIncludes(plain(cardOf(yard, "ACME-1")), "✅ ACME-1");
    assertEquals(yard.pinned, []);
  }));

Deno.test("a second card that a broken connection left works, and goes when it is pressed", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const ana = telegram.person("Ana");
    const bob = telegram.person("Bob");
    const yard = await program.company("ACME", { members: [ana, bob] });
    telegram.faults.add({ method: "sendMessage", times: 1, kind: "drop_after" });
    await ana.says(yard, "/new_issue Brakes failed");
    await program.pass(1);
    const cards = yard.messages.filter((message) => plain(message).includes(" ACME-1 ·"));
    assertEquals(cards.length, 2);
    const [stray, onRecord] = cards as [Message, Message];
    const record = await stored(program, keys.card({ company: "ACME", number: 1 }));
    assertEquals(record?.messageId, onRecord.message_id);

    assertEquals(await bob.presses(stray, "Claim"), { text: "ACME-1 is yours." });
    const left = yard.messages.filter((message) => plain(message).includes(" ACME-1 ·"));
    assertEquals(left.map(({ message_id }) => message_id), [onRecord.message_id]);
    assertEquals(buttons(cardOf(yard, "ACME-1")), [
      "🤝 Join",
      "🚪 Leave",
      "✅ Resolve",
      "🔺 Escalate",
      "⋯ More",
    ]);
    assertEquals(yard.pinned.map(({ message_id }) => message_id), [onRecord.message_id]);
  }));

Deno.test("a second card goes also when the press on it is refused", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const ana = telegram.person("Ana");
    const bob = telegram.person("Bob");
    const yard = await program.company("ACME", { members: [ana, bob] });
    telegram.faults.add({ method: "sendMessage", times: 1, kind: "drop_after" });
    await ana.says(yard, "/new_issue Brakes failed");
    await program.pass(1);
    const [stray, onRecord] = yard.messages.filter((m) => plain(m).includes(" ACME-1 ·"));
    await ana.presses(onRecord!, "Claim");
    assertMatch((await bob.presses(stray!, "Claim")).text ?? "", /Ana/);
    assertEquals(yard.messages.filter((m) => plain(m).includes(" ACME-1 ·")).length, 1);
    assertEquals(yard.pinned.map(({ message_id }) => message_id), [onRecord!.message_id]);
  }));

Deno.test("a reply to a second card is taken for the summary like a reply to the first", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const ana = telegram.person("Ana");
    const yard = await program.company("ACME", { members: [ana] });
    telegram.faults.add({ method: "sendMessage", times: 1, kind: "drop_after" });
    await ana.says(yard, "/new_issue Brakes failed");
    await program.pass(1);
    const [stray, onRecord] = yard.messages.filter((m) => plain(m).includes(" ACME-1 ·"));
    await ana.presses(onRecord!, "Claim");
    await ana.presses(onRecord!, "Resolve");
    await ana.says(yard, "Replaced the line", { replyTo: stray! });
    assertEquals((await incident(program, "ACME-1")).status, "resolved");
  }));
