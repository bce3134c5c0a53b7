import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import type { Message } from "grammy/types";
import { keys } from "../../src/store/keys.ts";
import { cardOf, type Program } from "../program.ts";
import { buttons, type Group, type Person, plain } from "../simulator/simulator.ts";
import { events, incident, stored } from "./stored.ts";
import { asks, inStory, newestFor } from "./story.ts";

const ACME_1 = { company: "ACME", number: 1 };

interface Work {
  yard: Group;
  card: Message;
  /** Reports, without a role. */
  eve: Person;
  /** Owns the incident. */
  bob: Person;
  /** Helps. */
  ana: Person;
  /** A manager of the company. */
  mia: Person;
}

async function atWork(program: Program): Promise<Work> {
  const { telegram, admin } = program;
  const [eve, bob, ana, mia] = ["Eve", "Bob", "Ana", "Mia"].map((name) =>
    telegram.person(name)
  ) as [Person, Person, Person, Person];
  const yard = await program.company("ACME", { members: [eve, bob, ana, mia] });
  for (const { id } of [bob, ana]) await asks(admin, `/add_member ACME Dispatch ${id}`);
  await asks(admin, `/add_manager ACME ${mia.id}`);
  await eve.says(yard, "/new_issue Brakes failed");
  const card = cardOf(yard, "ACME-1");
  await bob.presses(card, "Claim");
  await ana.presses(card, "Join");
  return { yard, card, eve, bob, ana, mia };
}

function promptIn(yard: Group): Message {
  return yard.messages.findLast((message) => plain(message).includes("how was ACME-1 resolved?"))!;
}

async function assertResolved(
  { yard }: Work,
  program: Program,
  summary: string,
  by: Person,
  files: string[] = [],
) {
  const state = await incident(program, "ACME-1");
  assertEquals(state.status === "resolved" && [state.summary, state.summarizer.id], [
    summary,
    by.id,
  ]);
  const card = cardOf(yard, "ACME-1");
  assertStringIncludes(plain(card), "✅ ACME-1 · Dispatch · resolved");
  assertStringIncludes(plain(card), summary);
  assertEquals(buttons(card), ["🔁 Reopen", "⋯ More", ...files]);
  assertEquals(yard.pinned, []);
  assertEquals((await events(program, "ACME-1")).filter((it) => it === "summarized").length, 1);
}

Deno.test("whoever presses Resolve is asked for a summary; the reply resolves the incident", () =>
  inStory(async (program) => {
    const work = await atWork(program);
    const { yard, card, bob, eve } = work;
    assertMatch((await eve.presses(card, "Resolve")).text ?? "", /^Only the owner/);
    assertMatch((await bob.presses(card, "Resolve")).text ?? "", /summary/);
    assertEquals(buttons(cardOf(yard, "ACME-1")), ["↩️ Back to work", "⋯ More"]);
    assertStringIncludes(plain(cardOf(yard, "ACME-1")), "🔵 ACME-1");
    const prompt = promptIn(yard);
    assertEquals(prompt.reply_to_message?.message_id, card.message_id);
    const call = telegramCall(program, prompt);
    assertEquals(Object(call?.params.reply_markup).selective, true);
    await bob.says(yard, "  Replaced the brake line  ", { replyTo: prompt });
    await assertResolved(work, program, "Replaced the brake line", bob);
  }));

function telegramCall({ telegram }: Program, { message_id }: Message) {
  return telegram.calls.find(({ result }) => Object(result).message_id === message_id);
}

Deno.test("the person who was asked may reply to the card instead", () =>
  inStory(async (program) => {
    const work = await atWork(program);
    await work.ana.presses(work.card, "Resolve");
    assertMatch(plain(promptIn(work.yard)), /^Ana, /);
    await work.ana.says(work.yard, "Replaced the brake line", { replyTo: work.card });
    await assertResolved(work, program, "Replaced the brake line", work.ana);
  }));

Deno.test("a photo's caption is a summary as well", () =>
  inStory(async (program) => {
    const work = await atWork(program);
    await work.bob.presses(work.card, "Resolve");
    await work.bob.sendsPhoto(work.yard, { caption: "As new again", replyTo: promptIn(work.yard) });
    await assertResolved(work, program, "As new again", work.bob, ["📎 1"]);
  }));

Deno.test("nobody else's reply is taken for the summary but for a comment; a manager's is one", () =>
  inStory(async (program) => {
    const work = await atWork(program);
    const { yard, card, bob, ana, eve, mia } = work;
    await bob.presses(card, "Resolve");
    const { deadline } = (await stored(program, keys.incident(ACME_1)))!;
    for (const person of [ana, eve]) {
      for (const replyTo of [promptIn(yard), card]) {
        await person.says(yard, "Well done, everybody", { replyTo });
      }
    }
    assertEquals((await events(program, "ACME-1")).slice(-5), [
      "resolve_pressed",
      ...Array(4).fill("commented"),
    ]);
    assertEquals((await incident(program, "ACME-1")).status, "awaiting_summary");
    assertEquals((await stored(program, keys.incident(ACME_1)))?.deadline, deadline);
    await mia.says(yard, "Bob replaced the brake line", { replyTo: promptIn(yard) });
    await assertResolved(work, program, "Bob replaced the brake line", mia);
  }));

Deno.test("a manager who does not work on it may resolve it, and is asked", () =>
  inStory(async (program) => {
    const work = await atWork(program);
    await work.mia.presses(work.card, "Resolve");
    assertMatch(plain(promptIn(work.yard)), /^Mia, /);
    await work.mia.says(work.yard, "Sent a new truck", { replyTo: promptIn(work.yard) });
    await assertResolved(work, program, "Sent a new truck", work.mia);
  }));

Deno.test("a summary has 5 to 2,000 characters, and a wrong one can be given again", () =>
  inStory(async (program) => {
    const work = await atWork(program);
    const { yard, card, bob } = work;
    await bob.presses(card, "Resolve");
    for (
      const [text, answer] of [["Done", /short: 4 char.* 5/], ["d".repeat(2001), /2,001/]] as const
    ) {
      await bob.says(yard, text, { replyTo: promptIn(yard) });
      assertMatch(newestFor(bob, yard), answer);
      assertEquals((await incident(program, "ACME-1")).status, "awaiting_summary");
    }
    await bob.says(yard, "d".repeat(2000), { replyTo: promptIn(yard) });
    assertEquals((await incident(program, "ACME-1")).status, "resolved");
  }));

Deno.test("back to work, it goes on with the same owner and helpers", () =>
  inStory(async (program) => {
    const work = await atWork(program);
    const { yard, card, bob, ana, eve } = work;
    await ana.presses(card, "Resolve");
    assertMatch((await eve.presses(card, "Back to work")).text ?? "", /^Only the owner/);
    assertEquals(await bob.presses(card, "Back to work"), {
      text: "ACME-1 is in progress again.",
    });
    const state = await incident(program, "ACME-1");
    assertEquals(state.status === "in_progress" && [state.owner.name, state.helpers[0]?.name], [
      "Bob",
      "Ana",
    ]);
    assertEquals(buttons(cardOf(yard, "ACME-1")), [
      "🤝 Join",
      "🚪 Leave",
      "✅ Resolve",
      "🔺 Escalate",
      "⋯ More",
    ]);
    await program.pass(30);
    assertEquals((await incident(program, "ACME-1")).status, "in_progress");
  }));

Deno.test("a summary that comes after somebody went back to work is not swallowed silently", () =>
  inStory(async (program) => {
    const { yard, card, bob, ana } = await atWork(program);
    await ana.presses(card, "Resolve");
    await bob.presses(card, "Back to work");
    const told = yard.visibleTo(ana).length;
    await ana.says(yard, "Replaced the brake line", { replyTo: promptIn(yard) });
    assertEquals((await incident(program, "ACME-1")).status, "in_progress");
    assertEquals(yard.visibleTo(ana).length, told + 2);
  }));

Deno.test("a resolved incident owns nobody and counts once", () =>
  inStory(async (program) => {
    const { yard, card, bob } = await atWork(program);
    assertEquals(await stored(program, keys.owned(bob.id, ACME_1)), null);
    const owned = async () => {
      const found = [];
      for await (const { key } of program.store.list({ prefix: ["owned", bob.id] })) {
        found.push(key);
      }
      return found.length;
    };
    assertEquals(await owned(), 1);
    await bob.presses(card, "Resolve");
    await bob.says(yard, "Replaced the brake line", { replyTo: promptIn(yard) });
    assertEquals(await owned(), 0);
    await bob.says(yard, "/help");
    assertStringIncludes(newestFor(bob, yard), "1 incident reported, 1 resolved");
  }));
