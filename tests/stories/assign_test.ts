import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import type { Message } from "grammy/types";
import { cardOf } from "../program.ts";
import { buttons, plain } from "../simulator/simulator.ts";
import { linksIn, mentioned } from "./reading.ts";
import { events, incident } from "./stored.ts";
import { asks, inStory, newestInPrivate } from "./story.ts";
import {
  chooses,
  crew,
  everybodyGreets,
  hasOpen,
  inWork,
  menuOf,
  reported,
  yardOf,
} from "./yard.ts";

/** The choices of the menu: its labels without the last row. */
function offered(menu: Message): string[] {
  return buttons(menu).filter((label) => !["‹ Back", "✖️ Close", "◀", "▶"].includes(label));
}

Deno.test("a dispatcher gives it to somebody, who is called in the group and told in private", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Bob"] });
    const { group, bob, dan } = yard;
    const card = await reported(yard);
    assertEquals(await chooses(dan, yard, ["ACME-1", "Assign", "Bob"]), {
      text: "ACME-1 is assigned.",
    });
    assertEquals(await crew(program), ["Bob"]);
    assertMatch(plain(cardOf(group, "ACME-1")), /^🟡 ACME-1 · Workshop · in progress$/m);
    assertStringIncludes(plain(cardOf(group, "ACME-1")), "Owner: Bob");
    const call = group.messages.at(-1)!;
    assertEquals(plain(call), "Bob, ACME-1 is yours: “Brakes failed on truck 12” Assigned by Dan.");
    assertEquals(mentioned(call).includes("Bob"), true);
    assertEquals(call.reply_to_message?.message_id, card.message_id);
    const told = bob.private.messages.at(-1)!;
    assertMatch(
      plain(told),
      /^Bob, ACME-1 is yours: “Brakes failed on truck 12” Assigned by Dan\.\nACME Logistics\n/,
    );
    const [link] = linksIn(told);
    assertEquals(bob.follows(link!).message_id, card.message_id);
    assertEquals(await bob.presses(told, "Resolve"), { text: "ACME-1: now reply with a summary." });
    assertEquals((await incident(program, "ACME-1")).status, "awaiting_summary");
  }));

Deno.test("who has not started the bot is called in the group; a basic group has no links", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Ana"], type: "group" });
    await everybodyGreets(yard);
    const { group, bob, ana, dan } = yard;
    await reported(yard);
    await chooses(dan, yard, ["ACME-1", "Assign", "Bob"]);
    assertStringIncludes(plain(group.messages.at(-1)!), "Bob, ACME-1 is yours");
    assertEquals(bob.private.messages, []);
    await chooses(dan, yard, ["ACME-1", "Assign", "Ana"]);
    assertStringIncludes(newestInPrivate(ana), "Ana, ACME-1 is yours");
    assertEquals(linksIn(ana.private.messages.at(-1)!), []);
  }));

Deno.test("whoever owned it before helps from then on", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    await everybodyGreets(yard);
    const { group, ana, dan } = yard;
    const card = await inWork(yard);
    await ana.presses(card, "Join");
    await chooses(dan, yard, ["ACME-1", "Assign", "Ana"]);
    assertEquals(await crew(program), ["Ana", "Bob"]);
    await chooses(dan, yard, ["ACME-1", "Assign", "Dan"]);
    assertEquals(await crew(program), ["Dan", "Ana", "Bob"]);
    assertStringIncludes(plain(cardOf(group, "ACME-1")), "Helping: Ana, Bob");
    assertEquals((await events(program, "ACME-1")).slice(-2), ["assigned", "assigned"]);
  }));

Deno.test("what has escalated goes back to tier 1 with whoever it is given to", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    await everybodyGreets(yard);
    const { group, eve, bob, ana, dan } = yard;
    const card = await reported(yard);
    await eve.presses(card, "Escalate");
    await chooses(dan, yard, ["ACME-1", "Assign", "Bob"]);
    assertEquals(await crew(program), ["Bob"]);
    assert(!plain(cardOf(group, "ACME-1")).toLowerCase().includes("escalated"));
    assertEquals((await incident(program, "ACME-1")).escalation, null);
    assertEquals(await ana.presses(card, "Join"), { text: "You are helping with ACME-1." });
    assertEquals(await bob.presses(card, "Leave"), { text: "You have left ACME-1." });
  }));

Deno.test("members are offered first, then dispatchers and managers; not who owns it already", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    await everybodyGreets(yard);
    const { dan } = yard;
    await inWork(yard);
    await chooses(dan, yard, ["ACME-1", "Assign"]);
    assertMatch(plain(menuOf(dan, yard)), /Who works on it\?$/);
    assertEquals(buttons(menuOf(dan, yard)), ["Ana", "Dan", "Mia", "Gus", "‹ Back", "✖️ Close"]);
  }));

Deno.test("eight people a page, and every one of them is on some page", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    await everybodyGreets(yard);
    const { group, mia } = yard;
    const names = Array.from({ length: 17 }, (_, n) => `Worker ${n + 1}`);
    for (const name of names) {
      const person = program.telegram.person(name);
      await person.joins(group);
      await person.starts();
      await asks(program.admin, `/add_member ACME Workshop ${person.id}`);
    }
    await reported(yard);
    await chooses(mia, yard, ["ACME-1", "Assign"]);
    const pages = [menuOf(mia, yard)];
    assertEquals(buttons(pages[0]!).slice(-3), ["▶", "‹ Back", "✖️ Close"]);
    for (let n = 0; n < 2; n++) {
      await mia.presses(menuOf(mia, yard), "▶");
      pages.push(menuOf(mia, yard));
    }
    assertEquals(pages.map((page) => offered(page).length), [8, 8, 6]);
    const all = pages.flatMap(offered);
    assertEquals(all.slice(0, 19).toSorted(), ["Ana", "Bob", ...names].toSorted());
    assertEquals(all.slice(19), ["Dan", "Mia", "Gus"]);
    assert(!buttons(pages[2]!).includes("▶"));
    await mia.presses(menuOf(mia, yard), "◀");
    assertEquals(offered(menuOf(mia, yard)), offered(pages[1]!));
    await mia.presses(menuOf(mia, yard), offered(pages[1]!)[7]!);
    assertEquals(await crew(program), [offered(pages[1]!)[7]!]);
    assert(!hasOpen(mia, yard));
  }));

Deno.test("a large department is offered whole, and the dispatchers and managers behind it", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { dan } = yard;
    await everybodyGreets(yard);
    const names = Array.from({ length: 60 }, (_, n) => `Worker ${n + 1}`);
    for (const name of names) {
      const person = program.telegram.person(name);
      await person.starts();
      await asks(program.admin, `/add_member ACME Workshop ${person.id}`);
    }
    await reported(yard);
    await chooses(dan, yard, ["ACME-1", "Assign"]);
    const all = offered(menuOf(dan, yard));
    while (buttons(menuOf(dan, yard)).includes("▶")) {
      await dan.presses(menuOf(dan, yard), "▶");
      all.push(...offered(menuOf(dan, yard)));
    }
    assertEquals(names.filter((name) => !all.includes(name)), []);
    assertEquals(all.slice(-3), ["Dan", "Mia", "Gus"]);
  }));

Deno.test("a department without anybody says so", () =>
  inStory(async (program) => {
    const { telegram, admin } = program;
    const [eve, boss] = [telegram.person("Eve"), telegram.person("Boss")];
    const group = await program.company("SOLO", { members: [eve], owner: boss });
    await asks(admin, `/add_dispatcher SOLO ${eve.id}`);
    await eve.says(group, "/new_issue Brakes failed");
    await eve.presses(cardOf(group, "SOLO-1"), "Claim");
    await group.demote(boss);
    await chooses(eve, { group }, ["SOLO-1", "Assign"]);
    assertEquals(offered(menuOf(eve, { group })), []);
    assertMatch(plain(menuOf(eve, { group })), /Nobody takes calls for this department yet\.$/);
  }));
