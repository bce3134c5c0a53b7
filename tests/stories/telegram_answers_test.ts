/** What Telegram answers, in its own words, and what comes of it. Missing rights have a file of their own. */

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { keys } from "../../src/store/keys.ts";
import { cardsLike } from "../faults/cards.ts";
import { cardOf, type Program } from "../program.ts";
import { plain } from "../simulator/simulator.ts";
import { stored } from "./stored.ts";
import { inStory } from "./story.ts";
import { reportedYard } from "./working_yard.ts";

async function letters({ store }: Program): Promise<unknown[]> {
  return await Array.fromAsync(store.list({ prefix: ["dead_letter"] }));
}

for (
  const description of [
    "Forbidden: bot was blocked by the user",
    "Forbidden: user is deactivated",
    "Forbidden: bot can't initiate conversation with a user",
  ]
) {
  Deno.test(`after “${description}” that person gets nothing in private any more`, () =>
    inStory(async (program) => {
      const { yard, eve, mia } = await reportedYard(program);
      const { faults, calls } = program.telegram;
      faults.add({ method: "sendMessage", chatId: mia.id, kind: { code: 403, description } });
      const tries = () => calls.filter(({ params }) => params.chat_id === mia.id).length;
      const before = tries();
      await eve.presses(cardOf(yard, "ACME-1"), "Escalate");
      assertEquals(tries(), before + 1);
      assertEquals((await stored(program, keys.profile(mia.id)))?.reachable, false);
      assertEquals((await letters(program)).length, 1);
      await program.pass(16);
      assertEquals(tries(), before + 1);
    }));
}

for (
  const description of [
    "Forbidden: bot was kicked from the supergroup chat",
    "Forbidden: bot is not a member of the supergroup chat",
    "Forbidden: the group chat was deleted",
  ]
) {
  Deno.test(`“${description}” suspends the group, and the platform admins are told`, () =>
    inStory(async (program) => {
      const { yard, bob } = await reportedYard(program);
      const { faults } = program.telegram;
      faults.add({ chatId: yard.id, kind: { code: 403, description } });
      await bob.presses(cardOf(yard, "ACME-1"), "Claim");
      assertEquals((await stored(program, keys.group(yard.id)))?.status, "suspended");
      await program.pass(1);
      const told = program.admin.private.messages.map(plain);
      assertEquals(told.filter((it) => it.includes("I was removed from ACME yard")).length, 1);
    }));
}

Deno.test("a report that was deleted meanwhile still gets its card", () =>
  inStory(async (program) => {
    const { yard, eve } = await reportedYard(program);
    for (
      const description of [
        "Bad Request: message to be replied not found",
        "Bad Request: reply message not found",
      ]
    ) {
      const { faults } = program.telegram;
      faults.add({ method: "sendMessage", times: 1, kind: { code: 400, description } });
      await eve.says(yard, `/new_issue Flat tyre: ${description}`);
    }
    assert(cardOf(yard, "ACME-2") && cardOf(yard, "ACME-3"));
    assertEquals(await letters(program), []);
  }));

for (
  const description of [
    "Bad Request: message to edit not found",
    "Bad Request: message can't be edited",
    "Bad Request: MESSAGE_ID_INVALID",
  ]
) {
  Deno.test(`after “${description}” the card is sent anew and pinned`, () =>
    inStory(async (program) => {
      const { yard, bob, card } = await reportedYard(program);
      await program.telegram.settled();
      program.telegram.faults.add({
        method: "editMessageText",
        times: 1,
        kind: { code: 400, description },
      });
      await bob.presses(card, "Claim");
      await program.telegram.settled();
      const [older, newer, ...more] = cardsLike(yard, "ACME-1");
      assert(older && newer);
      assertEquals([older.message_id, more], [card.message_id, []]);
      assertStringIncludes(plain(newer), "Owner: Bob");
      assertEquals(yard.pinned[0]?.message_id, newer.message_id);
      const record = await stored(program, keys.card({ company: "ACME", number: 1 }));
      assertEquals(record?.messageId, newer.message_id);
      assertEquals(await letters(program), []);
    }));
}
