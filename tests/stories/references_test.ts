import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import type { Message } from "grammy/types";
import { cardOf, type Program } from "../program.ts";
import { plain } from "../simulator/simulator.ts";
import { incident, records } from "./stored.ts";
import { asks, inStory, newestFor } from "./story.ts";
import { elsewhere, everybodyGreets, inWork, reported, type Yard, yardOf } from "./yard.ts";

const UNKNOWN = "There is no such incident here.";

/** Commands about one incident: words that follow its id, and what they begin the answer with. */
const COMMANDS = {
  comment: "Tow truck is coming",
  escalate: "driver is stranded",
  resolve: "Replaced the brake line",
  cancel: "false alarm",
  reopen: "it leaks again",
  priority: "critical",
  tag: "brakes",
  untag: "brakes",
  edit_description: "Brakes failed on truck 13",
  assign: "@ana_acme",
  de_escalate: "",
  repin: "",
  revoke_claim: "",
  issue: "",
  history: "",
} as const;

/** Commands that can't do without words. */
const NEEDS_WORDS = [
  "comment",
  "resolve",
  "cancel",
  "priority",
  "tag",
  "untag",
  "edit_description",
] as const;

/** Adds a tag by each way to name the incident: the tag says which way it was. */
async function tagged(program: Program, tag: string, id = "ACME-1"): Promise<boolean> {
  return (await incident(program, id)).tags.includes(tag);
}

function botMessage({ group }: Yard, words: string): Message {
  const found = group.messages.findLast((message) => plain(message).includes(words));
  assert(found, `the bot has not said "${words}"`);
  return found;
}

Deno.test("an incident is named 42, #42, ACME-42 or acme-42", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    await reported(yard);
    await reported(yard, "ACME-2", "Mirror is broken");
    for (const [n, id] of ["2", "#2", "ACME-2", "acme-2", "2\n"].entries()) {
      await yard.eve.says(yard.group, `/tag ${id} way${n}`);
      assert(await tagged(program, `way${n}`, "ACME-2"), id);
    }
    assertEquals((await incident(program, "ACME-1")).tags, []);
  }));

Deno.test("without an id the command is about what it replies to: card, call, question, report", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve, bob } = yard;
    await reported(yard);
    await reported(yard, "ACME-2", "Mirror is broken");
    const replies = async (message: Message, tag: string) => {
      await eve.says(group, `/tag ${tag}`, { replyTo: message });
      assert(await tagged(program, tag), tag);
    };
    await replies(cardOf(group, "ACME-1"), "card");
    await replies(botMessage(yard, "ACME-1 needs Workshop"), "call");
    await replies(botMessage(yard, "/new_issue Brakes failed"), "report");
    await program.pass(10);
    await replies(botMessage(yard, "Nobody has claimed ACME-1"), "reminder");
    await eve.presses(cardOf(group, "ACME-1"), "Escalate");
    await replies(botMessage(yard, "ACME-1 has escalated"), "escalation");
    await eve.says(group, "/priority 1 low");
    await yard.mia.says(group, "/de_escalate 1");
    await bob.presses(cardOf(group, "ACME-1"), "Claim");
    await bob.presses(cardOf(group, "ACME-1"), "Resolve");
    await replies(botMessage(yard, "how was ACME-1 resolved?"), "question");
    assertEquals((await incident(program, "ACME-2")).tags, []);
    await eve.says(group, "/tag ACME-2 whole", { replyTo: cardOf(group, "ACME-1") });
    await eve.says(group, "/tag #2 hash", { replyTo: cardOf(group, "ACME-1") });
    assert(await tagged(program, "whole", "ACME-2") && await tagged(program, "hash", "ACME-2"));
  }));

Deno.test("in reply to a card a number is a word, unless it is that incident's own", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, bob } = yard;
    const card = await inWork(yard);
    await inWork(yard, "ACME-2", "Mirror is broken");
    await bob.says(group, "/tag 1 own", { replyTo: card });
    assertEquals((await incident(program, "ACME-1")).tags, ["own"]);
    await bob.says(group, "/comment 2 trucks wait behind it", { replyTo: card });
    await bob.says(group, "/resolve 2 tires replaced", { replyTo: card });
    assertEquals((await incident(program, "ACME-2")).status, "in_progress");
    const state = await incident(program, "ACME-1");
    assertEquals(state.status === "resolved" && state.summary, "2 tires replaced");
    assertEquals(state.comments.newest?.line, "2 trucks wait behind it");
  }));

Deno.test("a command that only the bot sees does the same, and nobody else sees anything of it", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve, sam } = yard;
    const card = await reported(yard);
    await program.telegram.call("setMyCommands", {
      commands: ["tag", "priority", "history"].map((command) => ({
        command,
        description: command,
        is_ephemeral: true,
      })),
      scope: { type: "all_group_chats" },
    });
    const before = group.visibleTo(sam).length;
    await eve.says(group, "/tag brakes", { replyTo: card });
    await eve.says(group, "/priority 1 high");
    assertEquals(newestFor(eve, group), "ACME-1: priority changed.");
    await eve.says(group, "/history #1");
    assertMatch(newestFor(eve, group), /Eve added tags: #brakes\n.* priority to high$/);
    assertEquals(group.visibleTo(sam).length, before);
    assertMatch(plain(cardOf(group, "ACME-1")), /^🔴🔶 ACME-1 .*^#brakes$/ms);
  }));

Deno.test("a reply to anything else names no incident: the command says how it is used", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, mia, sam } = yard;
    await reported(yard);
    const saying = await sam.says(group, "I like ACME-1");
    const before = await records(program);
    for (const [name, words] of Object.entries(COMMANDS)) {
      await mia.says(group, `/${name} ${words}`, { replyTo: saying });
      const answer = newestFor(mia, group);
      assertMatch(answer, /^Which incident\? Give its id, or reply to its card\.\nUsage: /, name);
      assertStringIncludes(answer, `Usage: /${name} [id]`);
      assertStringIncludes(answer, `Example: /${name} ACME-42`);
    }
    assertEquals(await records(program), before);
  }));

Deno.test("where words are missing, the usage is told with an example", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Mia"] });
    const { group, mia } = yard;
    const card = await inWork(yard);
    const before = await records(program);
    for (const name of NEEDS_WORDS) {
      for (const reply of [false, true]) {
        await (reply
          ? mia.says(group, `/${name}`, { replyTo: card })
          : mia.says(group, `/${name} 1`));
        const answer = newestFor(mia, group);
        assertStringIncludes(answer, `Usage: /${name} [id] <`);
        assertStringIncludes(answer, `Example: /${name} ACME-42 `);
      }
      const [inPrivate = ""] = await asks(mia, `/${name} ACME-1`);
      assertStringIncludes(inPrivate, `Usage: /${name} <id> <`);
    }
    assertEquals(await records(program), before);
  }));

Deno.test("an unknown id and one of another group get the same answer, from every command", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, mia } = yard;
    await everybodyGreets(yard);
    await reported(yard);
    const others = await elsewhere(program, yard);
    const before = await records(program);
    for (const [name, words] of Object.entries(COMMANDS)) {
      for (const id of ["99", "ACME-999999999", "2", "NOPE-1", ...others]) {
        await mia.says(group, `/${name} ${id} ${words}`);
        assertEquals(newestFor(mia, group), UNKNOWN, `/${name} ${id}`);
      }
    }
    assertEquals(await records(program), before);
  }));
