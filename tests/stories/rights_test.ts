import { assert, assertEquals, assertMatch } from "@std/assert";
import { keys } from "../../src/store/keys.ts";
import { FREE_TOKEN } from "../../src/store/records.ts";
import { cardOf, type Program } from "../program.ts";
import { type Group, type Person, plain } from "../simulator/simulator.ts";
import { stored } from "./stored.ts";
import { asks, inStory } from "./story.ts";
import { reportedYard } from "./working_yard.ts";

const MINUTE = 60_000;

/** What Telegram says to a bot that may not post. */
const MUTED = [
  "Bad Request: not enough rights to send text messages to the chat",
  "Bad Request: have no rights to send a message",
  "Bad Request: need administrator rights in the channel chat",
  "Bad Request: CHAT_WRITE_FORBIDDEN",
  "Bad Request: CHAT_RESTRICTED",
  "Bad Request: CHAT_SEND_PLAIN_FORBIDDEN",
  "Forbidden: CHAT_WRITE_FORBIDDEN",
];

function complaints(person: Person): number {
  return person.private.messages.filter((it) => plain(it).includes("may not write")).length;
}

function isShown(group: Group, id: string): boolean {
  return group.messages.some((message) => plain(message).includes(` ${id} ·`));
}

async function letters({ store }: Program): Promise<unknown[]> {
  return await Array.fromAsync(store.list({ prefix: ["dead_letter"] }));
}

async function holdsFor(program: Program, group: Group): Promise<number> {
  const token = await stored(program, keys.drain(group.id)) ?? FREE_TOKEN;
  return (token.holdUntil - program.clock.now()) / MINUTE;
}

/** ACME's group with a bot that is a plain member, and ACME-1 shown in it. */
function mutableYard(program: Program) {
  return reportedYard(program, { bot: "member" });
}

for (const description of MUTED) {
  Deno.test(`“${description}” holds the chat and is no dead letter`, () =>
    inStory(async (program) => {
      const { yard, eve, mia } = await mutableYard(program);
      const code = description.startsWith("Forbidden") ? 403 : 400;
      const { faults } = program.telegram;
      faults.add({ method: "sendMessage", chatId: yard.id, kind: { code, description } });
      await eve.says(yard, "/new_issue Flat tyre");
      assertEquals([await holdsFor(program, yard), await letters(program)], [10, []]);
      const row = await stored(program, keys.outbox(["outbox", yard.id, 0, "card", "ACME", 2]));
      assertEquals([row?.attempts, row?.lastError], [1, description]);
      await program.pass(1);
      assertEquals(complaints(mia), 1);
      faults.clear();
      await program.pass(10);
      assert(isShown(yard, "ACME-2"));
    }));
}

Deno.test("while the bot may not post its chat waits longer each time, and the managers are told once", () =>
  inStory(async (program) => {
    const { yard, eve, mia, bob } = await mutableYard(program);
    await bob.presses(cardOf(yard, "ACME-1"), "Claim");
    yard.membersMayWrite(false);
    await eve.says(yard, "/new_issue Flat tyre");
    for (const minutes of [10, 20, 40, 60, 60]) {
      assertEquals(await holdsFor(program, yard), minutes);
      await program.clock.advance(minutes * MINUTE);
      await program.app.sweep();
    }
    await program.app.sweep();
    assertEquals(complaints(mia), 1);
    assertEquals(complaints(bob), 0, "who can't mend it is not told");
    await program.clock.advance(40 * 60 * MINUTE);
    await program.app.sweep();
    assertEquals(isShown(yard, "ACME-2"), false, "the card still waits");
    yard.membersMayWrite(true);
    await program.clock.advance(60 * MINUTE);
    await program.app.sweep();
    assert(isShown(yard, "ACME-2"));
    yard.membersMayWrite(false);
    await eve.says(yard, "/new_issue Horn failed");
    await program.pass(1);
    assertEquals(complaints(mia), 2, "it was mended in between");
    yard.membersMayWrite(true);
    await program.pass(11);
    assert(isShown(yard, "ACME-3"));
  }, { environment: { SLA_CHECK_IN_MINUTES: "10080" } }));

Deno.test("once its rights have changed, the bot tries at once what it was not allowed to post", () =>
  inStory(async (program) => {
    const { yard, eve, mia } = await mutableYard(program);
    yard.membersMayWrite(false);
    await eve.says(yard, "/new_issue Flat tyre");
    assertEquals(isShown(yard, "ACME-2"), false);
    await yard.botRights("administrator");
    await program.telegram.settled();
    assert(isShown(yard, "ACME-2"));
    assertEquals(yard.pinned.length, 2);
    assertEquals(await stored(program, keys.notice(yard.id, "post")), null);
    await program.pass(1);
    assertEquals(complaints(mia), 1);
  }));

Deno.test("the managers of a company that a group has gone to are told which right is missing, too", () =>
  inStory(async (program) => {
    const { yard, eve, mia } = await mutableYard(program);
    const zoe = program.telegram.person("Zoe");
    await zoe.starts();
    await program.company("ZETA", { owner: zoe });
    await asks(program.admin, `/add_manager ZETA ${zoe.id}`);
    yard.membersMayWrite(false);
    await eve.says(yard, "/new_issue Flat tyre");
    await program.pass(1);
    for (const id of ["ACME-1", "ACME-2"]) await asks(mia, `/cancel ${id} false alarm`);
    await program.pass(1);
    assertEquals([complaints(mia), complaints(zoe)], [1, 0]);
    assertMatch((await asks(program.admin, `/move_group ${yard.id} ZETA`))[0]!, /ZETA now/);
    await program.pass(1);
    assertEquals([complaints(mia), complaints(zoe)], [1, 1]);
    await program.pass(100);
    assertEquals([complaints(mia), complaints(zoe)], [1, 1], "once");
    yard.membersMayWrite(true);
    await program.pass(61);
  }));

Deno.test("rights that change do not end a wait that Telegram asked for", () =>
  inStory(async (program) => {
    const { yard, eve } = await mutableYard(program);
    program.telegram.faults.add({
      method: "sendMessage",
      chatId: yard.id,
      times: 1,
      kind: "429",
      retryAfter: 600,
    });
    await eve.says(yard, "/new_issue Flat tyre");
    await yard.botRights("administrator");
    await program.telegram.settled();
    assertEquals(isShown(yard, "ACME-2"), false);
    await program.pass(11);
    assert(isShown(yard, "ACME-2"));
  }));

Deno.test("without a manager who can be written to, the platform admins are told", () =>
  inStory(async (program) => {
    const ana = program.telegram.person("Ana");
    const yard = await program.company("ZETA", { members: [ana], bot: "member" });
    yard.membersMayWrite(false);
    await ana.says(yard, "/new_issue Flat tyre");
    await program.pass(1);
    assertEquals(complaints(program.admin), 1);
    yard.membersMayWrite(true);
    await program.pass(10);
    assert(isShown(yard, "ZETA-1"));
  }));
