import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import type { Message } from "grammy/types";
import { cardOf, type Program } from "../program.ts";
import { type Group, plain } from "../simulator/simulator.ts";
import { events, incident, records } from "./stored.ts";
import { asks, inStory, newestFor } from "./story.ts";
import { reportedYard } from "./working_yard.ts";

/** The card's line about the discussion. */
function lineOf(yard: Group, id = "ACME-1"): string | undefined {
  return plain(cardOf(yard, id)).split("\n").find((line) => line.startsWith("💬"));
}

async function commentsOf(program: Program): Promise<number> {
  return (await events(program, "ACME-1")).filter((type) => type === "commented").length;
}

Deno.test("a reply to the card is a comment: the card says how many, and the newest's first line", () =>
  inStory(async (program) => {
    const { yard, card, eve, bob } = await reportedYard(program);
    assertEquals(lineOf(yard), undefined);
    await program.telegram.settled();
    const before = yard.messages.length;
    await eve.says(yard, "The driver waits\nat exit 42", { replyTo: card });
    assertEquals(lineOf(yard), "💬 1 · Eve: The driver waits");
    await bob.says(yard, "On my way", { replyTo: card });
    assertEquals(lineOf(yard), "💬 2 · Bob: On my way");
    assertEquals(yard.messages.length, before + 2, "nothing is said in answer");
    await eve.says(yard, "/issue 1");
    const whole = newestFor(eve, yard);
    assertStringIncludes(whole, "Eve, 23 Nov, 09:00: The driver waits\nat exit 42");
    assertStringIncludes(whole, "Bob, 23 Nov, 09:00: On my way");
  }));

Deno.test("a reply to anything that the bot says about an incident is a comment on it", () =>
  inStory(async (program) => {
    const { yard, eve, bob, card } = await reportedYard(program);
    await eve.says(yard, "/new_issue Lights failed");
    const said = (words: string) => yard.messages.findLast((m) => plain(m).includes(words))!;
    const reply = async (to: Message, n: number) => {
      await eve.says(yard, `Word ${n}`, { replyTo: to });
      assertEquals(lineOf(yard), `💬 ${n} · Eve: Word ${n}`);
    };
    await reply(said("ACME-1 needs Dispatch"), 1);
    await program.pass(10);
    await reply(said("⏰ Nobody has claimed ACME-1"), 2);
    await bob.presses(card, "Claim");
    await bob.presses(card, "Resolve");
    await reply(said("how was ACME-1 resolved?"), 3);
    assertEquals(lineOf(yard, "ACME-2"), undefined);
    assertEquals((await incident(program, "ACME-1")).status, "awaiting_summary");
  }));

Deno.test("a reply to somebody else's message, and chatter, are no comments", () =>
  inStory(async (program) => {
    const { yard, eve, bob, card } = await reportedYard(program);
    const word = await eve.says(yard, "The driver waits", { replyTo: card });
    const before = await records(program);
    await bob.says(yard, "Really?", { replyTo: word });
    await bob.says(yard, "ACME-1 again");
    assertEquals(await records(program), before);
    assertEquals(lineOf(yard), "💬 1 · Eve: The driver waits");
  }));

Deno.test("/comment names the incident by its id, by its number, or by replying to its card", () =>
  inStory(async (program) => {
    const { yard, eve, card } = await reportedYard(program);
    const written = [
      "/comment ACME-1 One",
      "/comment 1 Two",
      "/comment #1 Three",
      "/comment acme-1 Four",
    ];
    for (const text of written) {
      await eve.says(yard, text);
      assertEquals(newestFor(eve, yard), "Noted with ACME-1.");
    }
    await eve.says(yard, "/comment Five", { replyTo: card });
    assertEquals(lineOf(yard), "💬 5 · Eve: Five");
    await eve.says(yard, "/comment 1");
    assertMatch(
      newestFor(eve, yard),
      /Usage: \/comment \[id\] <text>.*Example: \/comment ACME-42/s,
    );
    await eve.says(yard, "/comment");
    assertMatch(newestFor(eve, yard), /^Which incident\?/);
    await eve.says(yard, "/comment 9 Nothing there");
    assertEquals(newestFor(eve, yard), "There is no such incident here.");
    assertEquals(await commentsOf(program), 5);
  }));

Deno.test("in private whoever may see an incident comments on it by its full id", () =>
  inStory(async (program) => {
    const { yard, eve, bob, mia } = await reportedYard(program);
    for (const [person, text] of [[eve, "One"], [mia, "Two"], [program.admin, "Three"]] as const) {
      assertEquals(await asks(person, `/comment ACME-1 ${text}`), ["Noted with ACME-1."]);
      assertStringIncludes(lineOf(yard)!, `${person.name}: ${text}`);
    }
    const refused = await asks(bob, "/comment ACME-1 Four");
    assertEquals(refused, ["There is no such incident here."]);
    assertEquals(await asks(bob, "/comment ACME-99 Four"), refused);
    assertEquals(await commentsOf(program), 3);
  }));

Deno.test("an edited message changes its comment, and the card with it", () =>
  inStory(async (program) => {
    const { yard, eve, bob, card } = await reportedYard(program);
    const first = await eve.says(yard, "The driver waits", { replyTo: card });
    const second = await bob.says(yard, "On my way", { replyTo: card });
    await bob.edits(second, "Stuck in traffic");
    assertEquals(lineOf(yard), "💬 2 · Bob: Stuck in traffic");
    await eve.edits(first, "The driver has left");
    assertEquals(lineOf(yard), "💬 2 · Bob: Stuck in traffic");
    await eve.says(yard, "/issue 1");
    const whole = newestFor(eve, yard);
    assertStringIncludes(whole, "The driver has left");
    assertEquals(/The driver waits|On my way/.test(whole), false);
    await eve.says(yard, "/history 1");
    const history = newestFor(eve, yard);
    assertMatch(history, /Eve said: The driver waits.*Eve said instead: The driver has left/s);
    assertEquals((await incident(program, "ACME-1")).comments.count, 2);
  }));

Deno.test("editing a /comment message changes the words after the id", () =>
  inStory(async (program) => {
    const { yard, eve, card } = await reportedYard(program);
    const byId = await eve.says(yard, "/comment 1 The driver waits");
    await eve.edits(byId, "/comment 1 The driver has left");
    assertEquals(lineOf(yard), "💬 1 · Eve: The driver has left");
    const byReply = await eve.says(yard, "/comment Come quickly", { replyTo: card });
    await eve.edits(byReply, "/comment Take your time");
    assertEquals(lineOf(yard), "💬 2 · Eve: Take your time");
  }));

Deno.test("while a summary is awaited, what others reply is a comment", () =>
  inStory(async (program) => {
    const { yard, eve, bob, ana, card } = await reportedYard(program);
    await bob.presses(card, "Claim");
    await ana.presses(card, "Join");
    await bob.presses(card, "Resolve");
    const prompt = yard.messages.findLast((m) => plain(m).includes("how was ACME-1 resolved?"))!;
    await eve.says(yard, "The driver is happy", { replyTo: card });
    await ana.says(yard, "It was the brake line", { replyTo: prompt });
    assertEquals(lineOf(yard), "💬 2 · Ana: It was the brake line");
    assertEquals((await incident(program, "ACME-1")).status, "awaiting_summary");
    await bob.says(yard, "Replaced the brake line", { replyTo: prompt });
    assertEquals((await incident(program, "ACME-1")).status, "resolved");
    assertEquals(await commentsOf(program), 2);
  }));

Deno.test("what is over can be talked about still", () =>
  inStory(async (program) => {
    const { yard, eve, bob, card } = await reportedYard(program);
    await bob.presses(card, "Claim");
    await bob.says(yard, "/resolve 1 Replaced the brake line");
    await eve.says(yard, "Thank you", { replyTo: card });
    assertEquals(lineOf(yard), "💬 1 · Eve: Thank you");
    await bob.says(yard, "Any time", { replyTo: card });
    const state = await incident(program, "ACME-1");
    assertEquals(state.status === "resolved" && state.summary, "Replaced the brake line");
    assertEquals(yard.pinned, []);
  }));

Deno.test("markup, line breaks and length of a comment do no harm, and nothing of it is lost", () =>
  inStory(async (program) => {
    const { yard, eve, card } = await reportedYard(program);
    const words = Array.from({ length: 900 }, (_, n) => `${n}`);
    const longest = `<b>&"word ${words.join(" ")}`.padEnd(4090, "!") + "end<i>";
    await eve.says(yard, longest, { replyTo: card });
    assertMatch(lineOf(yard)!, /^💬 1 · Eve: <b>&"word 0 1 .*…$/);
    assert(lineOf(yard)!.length < 150);
    await eve.says(yard, "/issue 1");
    const pages = [newestFor(eve, yard)];
    for (let n = 0; n < 3 && !pages.at(-1)!.includes("end<i>"); n++) {
      await eve.presses(yard.visibleTo(eve).at(-1)!, "▶");
      pages.push(newestFor(eve, yard));
    }
    const read = pages.join(" ");
    assertStringIncludes(read, '<b>&"word 0 1 2');
    const missing = words.filter((word) => !read.includes(` ${word} `));
    assertEquals(missing, words.slice(-1));
    assertStringIncludes(read, "end<i>");
  }));
