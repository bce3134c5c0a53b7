import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import type { Message } from "grammy/types";
import { cardOf, type Program } from "../program.ts";
import { buttons, type Group, plain } from "../simulator/simulator.ts";
import { mentioned } from "./reading.ts";
import { events, incident, records } from "./stored.ts";
import { asks, inStory, newestFor, textsFor } from "./story.ts";
import { reportedYard, withButton } from "./working_yard.ts";

/** An administrator of the group takes something away with their own hands. */
async function byHand({ telegram }: Program, method: string, { chat, message_id }: Message) {
  await telegram.call(method, { chat_id: chat.id, message_id });
}

function pinned(group: Group): number[] {
  return group.pinned.map(({ message_id }) => message_id);
}

async function crew(program: Program): Promise<string[]> {
  const state = await incident(program, "ACME-1");
  return "owner" in state ? [state.owner, ...state.helpers].map(({ name }) => name) : [];
}

/** Bob owns it; Ana, then Carl help. */
async function atWork(program: Program) {
  const carl = program.telegram.person("Carl", { username: "carl_acme" });
  const working = await reportedYard(program, { members: [carl] });
  const { card, bob, ana, mia } = working;
  await asks(program.admin, `/add_member ACME Dispatch ${carl.id}`);
  await bob.presses(card, "Claim");
  await ana.presses(card, "Join");
  await carl.presses(card, "Join");
  await carl.says(working.yard, "/help");
  return { ...working, carl, mia };
}

Deno.test("/repin pins a card again that was unpinned by hand, for managers alone", () =>
  inStory(async (program) => {
    const { yard, card, eve, bob, mia } = await reportedYard(program);
    await byHand(program, "unpinChatMessage", card);
    assertEquals(pinned(yard), []);
    for (const person of [eve, bob]) {
      await person.says(yard, "/repin 1");
      assertEquals(
        newestFor(person, yard),
        "Sorry, that is not yours to do here. Nothing was changed.",
      );
    }
    assertEquals(pinned(yard), []);
    await mia.says(yard, "/repin 1");
    assert(textsFor(mia, yard).includes("ACME-1 is pinned again."));
    assertEquals(pinned(yard), [card.message_id]);
    await byHand(program, "unpinChatMessage", card);
    for (const person of [mia, program.admin]) {
      assertEquals(await asks(person, "/repin ACME-1"), ["ACME-1 is pinned again."]);
      assertEquals(pinned(yard), [card.message_id]);
      await byHand(program, "unpinChatMessage", card);
    }
    await mia.says(yard, "/repin", { replyTo: card });
    assertEquals(pinned(yard), [card.message_id]);
  }));

Deno.test("the Re-pin button is for managers, and does the same", () =>
  inStory(async (program) => {
    const { yard, card, bob, mia } = await reportedYard(program);
    await bob.presses(card, "More");
    assertEquals(withButton(bob, yard, "Re-pin"), undefined);
    assertMatch((await bob.presses(card, "", { data: "repin:ACME-1" })).text!, /^Only managers/);
    await byHand(program, "unpinChatMessage", card);
    await mia.presses(card, "More");
    assertEquals(await mia.presses(withButton(mia, yard, "Re-pin")!, "Re-pin"), {
      text: "ACME-1 is pinned again.",
    });
    assertEquals(pinned(yard), [card.message_id]);
    assertEquals(withButton(mia, yard, "Close"), undefined, "the menu has gone");
  }));

Deno.test("what is over is not pinned again", () =>
  inStory(async (program) => {
    const { yard, card, bob, mia } = await reportedYard(program);
    await bob.presses(card, "Claim");
    await bob.says(yard, "/resolve 1 Replaced the line");
    await mia.says(yard, "/repin 1");
    assertEquals(newestFor(mia, yard), "Already resolved by Bob.");
    assertEquals(pinned(yard), []);
  }));

Deno.test("a card that was deleted by hand is sent again at the next change, and pinned", () =>
  inStory(async (program) => {
    const { yard, card, eve, bob, source } = await reportedYard(program);
    await byHand(program, "deleteMessage", card);
    assertEquals(pinned(yard), []);
    await eve.says(yard, "/comment 1 Hurry up");
    const again = cardOf(yard, "ACME-1");
    assertEquals(again.message_id === card.message_id, false);
    assertEquals(again.reply_to_message?.message_id, source.message_id);
    assertStringIncludes(plain(again), "💬 1 · Eve: Hurry up");
    assertEquals(pinned(yard), [again.message_id]);
    assertEquals(await bob.presses(again, "Claim"), { text: "ACME-1 is yours." });
    await eve.says(yard, "Thank you", { replyTo: again });
    assertStringIncludes(plain(cardOf(yard, "ACME-1")), "💬 2 · Eve: Thank you");
    const cards = yard.messages.filter((message) => plain(message).includes(" ACME-1 ·"));
    assertEquals(cards.length, 1);
  }));

Deno.test("/repin brings a deleted card back, and a source that was deleted is no hindrance", () =>
  inStory(async (program) => {
    const { yard, card, mia, source } = await reportedYard(program);
    await byHand(program, "deleteMessage", card);
    await byHand(program, "deleteMessage", source);
    await mia.says(yard, "/repin 1");
    const again = cardOf(yard, "ACME-1");
    assertEquals(again.reply_to_message, undefined);
    assertEquals(pinned(yard), [again.message_id]);
    assertEquals(buttons(again), buttons(card));
  }));

Deno.test("a manager ends the owner's claim: the longest-serving helper inherits it", () =>
  inStory(async (program) => {
    const { yard, bob, mia } = await atWork(program);
    await mia.says(yard, "/revoke_claim 1");
    assert(textsFor(mia, yard).includes("ACME-1: that claim is over."));
    assertEquals(await crew(program), ["Ana", "Carl"]);
    const note = yard.messages.findLast((message) => plain(message).includes("taken off"))!;
    assertEquals(plain(note), "Bob was taken off ACME-1 by a manager. Ana, it is yours now.");
    assertEquals(mentioned(note), ["Ana"]);
    assertStringIncludes(plain(cardOf(yard, "ACME-1")), "Owner: Ana\nHelping: Carl");
    assertEquals((await events(program, "ACME-1")).at(-1), "claim_ended");
    await mia.says(yard, "/history 1");
    assertMatch(newestFor(mia, yard), /Mia ended the claim of Bob$/);
    assertEquals(await bob.presses(cardOf(yard, "ACME-1"), "Join"), {
      text: "You are helping with ACME-1.",
    });
  }));

Deno.test("without helpers it goes back into the queue, and the department is called", () =>
  inStory(async (program) => {
    const { yard, card, bob, mia } = await reportedYard(program);
    await bob.presses(card, "Claim");
    await program.pass(5);
    await mia.says(yard, "/revoke_claim", { replyTo: card });
    assertEquals((await incident(program, "ACME-1")).status, "awaiting_claim");
    const note = yard.messages.findLast((message) => plain(message).includes("taken off"))!;
    assertMatch(
      plain(note),
      /^Bob was taken off ACME-1 by a manager\. “Brakes .*” Who claims it\?/,
    );
    assertEquals(mentioned(note).toSorted(), ["Ana", "Bob"]);
    await program.pass(9);
    assertEquals(yard.messages.some((message) => plain(message).includes("⏰")), false);
    await program.pass(1);
    assertEquals(yard.messages.some((message) => plain(message).includes("⏰")), true);
  }));

Deno.test("a helper's claim can be ended by id, handle or mention, and the owner stays", () =>
  inStory(async (program) => {
    const { yard, ana, carl, mia } = await atWork(program);
    await mia.says(yard, `/revoke_claim 1 @carl_acme`);
    assertEquals(await crew(program), ["Bob", "Ana"]);
    await carl.presses(cardOf(yard, "ACME-1"), "Join");
    await mia.says(yard, "/revoke_claim ACME-1 Ana", { mentions: [ana] });
    assertEquals(await crew(program), ["Bob", "Carl"]);
    await mia.says(yard, `/revoke_claim 1 ${carl.id}`);
    assertEquals(await crew(program), ["Bob"]);
    await mia.says(yard, `/revoke_claim 1 ${carl.id}`);
    assertEquals(newestFor(mia, yard), "That person is not working on it.");
    assertEquals(await crew(program), ["Bob"]);
  }));

Deno.test("in private managers and platform admins end claims by the full id", () =>
  inStory(async (program) => {
    const { yard, ana, mia } = await atWork(program);
    assertEquals(await asks(mia, "/revoke_claim ACME-1"), ["ACME-1: that claim is over."]);
    assertEquals(await crew(program), ["Ana", "Carl"]);
    const answer = await asks(program.admin, `/revoke_claim ACME-1 ${ana.id}`);
    assertEquals(answer, ["ACME-1: that claim is over."]);
    assertEquals(await crew(program), ["Carl"]);
    assertStringIncludes(plain(cardOf(yard, "ACME-1")), "Owner: Carl");
    assertEquals(await asks(program.admin, "/revoke_claim ACME-1"), [
      "ACME-1: that claim is over.",
    ]);
    assertEquals((await incident(program, "ACME-1")).status, "awaiting_claim");
    assertEquals(await asks(mia, "/revoke_claim ACME-1"), ["Nobody has claimed it yet."]);
  }));

Deno.test("nobody else ends somebody's claim", () =>
  inStory(async (program) => {
    const { yard, eve, bob, ana } = await atWork(program);
    const dan = program.telegram.person("Dan");
    await dan.starts();
    await asks(program.admin, `/add_dispatcher ACME ${dan.id}`);
    const before = await records(program);
    for (const person of [eve, bob, ana]) {
      await person.says(yard, "/revoke_claim 1");
      assertMatch(newestFor(person, yard), /not yours to do/);
      assertMatch((await asks(person, "/revoke_claim ACME-1")).join(), /not yours to do/);
    }
    assertMatch((await asks(dan, "/revoke_claim ACME-1")).join(), /not yours to do/);
    assertEquals(await records(program), before);
  }));
