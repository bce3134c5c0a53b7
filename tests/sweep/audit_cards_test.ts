import { assertEquals, assertStringIncludes } from "@std/assert";
import { cardRowKey, keys } from "../../src/store/keys.ts";
import { cardOf, type Program } from "../program.ts";
import { plain } from "../simulator/simulator.ts";
import { stored } from "../stories/stored.ts";
import { asks, inStory } from "../stories/story.ts";
import { auditReport, idOf, openYard } from "./yard.ts";

const TITLE = "🔧 Daily check of ACME Logistics";
const SHOWN = "• 1 card shown anew (ACME-1)";
const CARD = keys.card(idOf("ACME-1"));

/** Makes the program believe that the card shows an older state. */
async function setBack(program: Program): Promise<void> {
  const card = await stored(program, CARD);
  await program.store.set(CARD.key, { ...card, version: 1 });
}

Deno.test("an open incident without a card gets one, pinned", () =>
  inStory(async (program) => {
    const { yard, ana, mia } = await openYard(program);
    await ana.says(yard, "/new_issue Brakes failed");
    const lost = cardOf(yard, "ACME-1");
    await program.store.delete(CARD.key);
    assertEquals(await auditReport(program, mia), [TITLE, SHOWN]);
    const card = yard.messages.findLast((message) => plain(message).includes(" ACME-1 ·"))!;
    assertEquals(card.message_id === lost.message_id, false);
    assertEquals(yard.pinned[0]?.message_id, card.message_id);
    assertEquals(await auditReport(program, mia), []);
  }));

Deno.test("a card that is behind is brought up to date, of a closed incident too", () =>
  inStory(async (program) => {
    const { yard, ana, bob, mia } = await openYard(program);
    await ana.says(yard, "/new_issue Brakes failed");
    const card = cardOf(yard, "ACME-1");
    await bob.presses(card, "Claim");
    const { id } = program.telegram.bot;
    const old = "🔴 ACME-1 · as it was";
    await program.telegram.call("editMessageText", {
      chat_id: yard.id,
      message_id: card.message_id,
      text: old,
    });
    await setBack(program);
    assertEquals(await auditReport(program, mia), [TITLE, SHOWN]);
    assertStringIncludes(plain(cardOf(yard, "ACME-1")), "Owner: Bob");

    await asks(mia, "/cancel ACME-1 false alarm");
    await setBack(program);
    assertEquals(await auditReport(program, mia), [TITLE, SHOWN]);
    assertEquals((await stored(program, CARD))?.version, 4);
    assertEquals(await auditReport(program, mia), []);
    assertEquals(cardOf(yard, "ACME-1").from?.id, id);
  }));

Deno.test("a closed incident's card is not missed, but it is not pinned for ever either", () =>
  inStory(async (program) => {
    const { yard, ana, mia } = await openYard(program);
    await ana.says(yard, "/new_issue Brakes failed");
    await asks(mia, "/cancel ACME-1 false alarm");
    const { message_id } = cardOf(yard, "ACME-1");
    const card = await stored(program, CARD);
    await program.telegram.call("pinChatMessage", { chat_id: yard.id, message_id });
    await program.store.set(CARD.key, { ...card, pin: "pinned" });
    assertEquals(await auditReport(program, mia), [TITLE, SHOWN]);
    assertEquals(yard.pinned, []);
    await program.store.delete(CARD.key);
    assertEquals(await auditReport(program, mia), []);
  }));

Deno.test("a card that somebody is about to show is nobody's fault", () =>
  inStory(async (program) => {
    const { yard, ana, bob, mia } = await openYard(program);
    await ana.says(yard, "/new_issue Brakes failed");
    program.telegram.faults.add({ kind: "429", retryAfter: 60, chatId: yard.id });
    await bob.presses(cardOf(yard, "ACME-1"), "Claim");
    program.telegram.faults.clear();
    const row = keys.outbox(cardRowKey(yard.id, idOf("ACME-1")));
    assertEquals((await stored(program, row))?.kind, "card");
    assertEquals(await auditReport(program, mia), []);
    await program.pass(2);
    assertStringIncludes(plain(cardOf(yard, "ACME-1")), "Owner: Bob");
  }));

Deno.test("in a suspended group nothing is shown", () =>
  inStory(async (program) => {
    const { yard, ana, mia } = await openYard(program);
    await ana.says(yard, "/new_issue Brakes failed");
    await ana.removesBot(yard);
    await program.store.delete(CARD.key);
    const before = yard.messages.length;
    assertEquals(await auditReport(program, mia), []);
    assertEquals(yard.messages.length, before);
  }));
