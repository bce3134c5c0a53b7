import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { cardOf } from "../program.ts";
import { buttons, plain } from "../simulator/simulator.ts";
import { events } from "./stored.ts";
import { asks, inStory, newestFor, newestInPrivate } from "./story.ts";
import { chooses, everybodyGreets, hasOpen, inWork, menuOf, reported, yardOf } from "./yard.ts";

Deno.test("the history says when, who and what, the newest last", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve, bob, ana, dan, mia } = yard;
    await everybodyGreets(yard);
    const card = await reported(yard);
    await program.pass(10);
    await bob.presses(card, "Claim");
    await ana.presses(card, "Join");
    await program.pass(60);
    await eve.says(group, "/priority 1 critical");
    await eve.says(group, "/tag 1 brakes truck");
    await eve.says(group, "/untag 1 truck");
    await eve.says(group, "/escalate 1 driver is <stranded>");
    await mia.says(group, "/de_escalate 1");
    await dan.says(group, "/assign 1 @ana_acme");
    await ana.presses(card, "Leave");
    await bob.presses(card, "Resolve");
    await bob.presses(card, "Back to work");
    await bob.says(group, "Waiting for parts", { replyTo: card });
    await bob.says(group, "/resolve 1 Replaced the line");
    await eve.says(group, "/reopen 1 it leaks again");
    await chooses(dan, yard, ["ACME-1", "Change department", "Safety"]);
    await dan.says(group, "/cancel 1 false alarm");
    await eve.says(group, "/history 1");
    assertEquals(newestFor(eve, group).split("\n"), [
      "ACME-1 · history",
      "23 Nov, 09:00 Eve reported it: Brakes failed on truck 12",
      "23 Nov, 09:00 Eve called Workshop",
      "23 Nov, 09:10 Tocsin reminded the department",
      "23 Nov, 09:10 Bob claimed it",
      "23 Nov, 09:10 Ana joined",
      "23 Nov, 10:10 Eve set the priority to critical",
      "23 Nov, 10:10 Eve added tags: #brakes #truck",
      "23 Nov, 10:10 Eve removed tags: #truck",
      "23 Nov, 10:10 Eve escalated it: driver is <stranded>",
      "23 Nov, 10:10 Mia gave it back to the department",
      "23 Nov, 10:10 Dan assigned it to Ana",
      "23 Nov, 10:10 Ana left; it went to Bob",
      "23 Nov, 10:10 Bob resolved it",
      "23 Nov, 10:10 Bob went back to work",
      "23 Nov, 10:10 Bob said: Waiting for parts",
      "23 Nov, 10:10 Bob resolved it",
      "23 Nov, 10:10 Bob gave the summary: Replaced the line",
      "23 Nov, 10:10 Eve reopened it: it leaks again",
      "23 Nov, 10:10 Dan moved it to Safety",
      "23 Nov, 10:10 Dan closed it (false alarm)",
    ]);
    assertEquals((await events(program, "ACME-1")).length, 20);
  }));

Deno.test("what the clock does is on record as well", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve, bob } = yard;
    const card = await reported(yard);
    await eve.presses(card, "Escalate");
    await program.pass(15);
    await eve.says(group, "/history 1");
    assertMatch(newestFor(eve, group), /^23 Nov, 09:15 Tocsin reminded the managers$/m);
    await bob.presses(await inWork(yard, "ACME-2"), "Resolve");
    await program.pass(10);
    await eve.says(group, "/history 2");
    assertMatch(newestFor(eve, group), /^23 Nov, 09:25 Tocsin closed it without a summary$/m);
  }));

Deno.test("the menu's button opens it in place of the card, for the presser alone", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, sam, eve } = yard;
    await reported(yard);
    const seen = { sam: group.visibleTo(sam), eve: group.visibleTo(eve) };
    await chooses(sam, yard, ["ACME-1", "History"]);
    assertMatch(
      plain(menuOf(sam, yard)),
      /^ACME-1 · history\n23 Nov, 09:00 Eve reported it: Brakes/,
    );
    assertEquals(buttons(menuOf(sam, yard)), ["✖️ Close"]);
    assertEquals(group.visibleTo(sam).length, seen.sam.length);
    assertEquals(group.visibleTo(eve), seen.eve);
    await sam.presses(menuOf(sam, yard), "Close");
    assertEquals(group.visibleTo(sam), seen.sam);
  }));

Deno.test("times are those of the company's time zone", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Mia"] });
    const { group, eve, mia } = yard;
    await reported(yard);
    assertEquals(await asks(mia, "/time_zone ACME America/Chicago"), [
      "ACME reads times in America/Chicago now.",
    ]);
    await eve.says(group, "/history 1");
    assertMatch(newestFor(eve, group), /^23 Nov, 03:00 Eve reported it/m);
    assertMatch((await asks(mia, "/history ACME-1"))[0] ?? "", /^23 Nov, 03:00 Eve reported it/m);
    await asks(mia, "/time_zone acme asia/tokyo");
    await chooses(eve, yard, ["ACME-1", "History"]);
    assertMatch(plain(menuOf(eve, yard)), /^23 Nov, 18:00 Eve reported it/m);
    await asks(mia, "/time_zone ACME Asia/Kathmandu");
    await eve.says(group, "/history 1");
    assertMatch(newestFor(eve, group), /^23 Nov, 14:45 Eve reported it/m);
  }));

Deno.test("managers set the time zone, with a name that there is", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Mia", "Dan"] });
    const { group, eve, mia, dan } = yard;
    await reported(yard);
    for (const words of ["ACME Mars/Olympus", "ACME"]) {
      assertStringIncludes(
        (await asks(mia, `/time_zone ${words}`))[0] ?? "",
        "I don't know that time zone. Its name looks like Europe/Berlin.\nUsage: /time_zone",
      );
    }
    assertMatch((await asks(mia, "/time_zone"))[0] ?? "", /^Usage: \/time_zone/);
    const refused = ["Sorry, that is not yours to do here. Nothing was changed."];
    assertEquals(await asks(dan, "/time_zone ACME Europe/Berlin"), refused);
    await program.company("ZETA");
    assertEquals(await asks(mia, "/time_zone ZETA Europe/Berlin"), refused);
    await eve.says(group, "/history 1");
    assertMatch(newestFor(eve, group), /^23 Nov, 09:00 Eve reported it/m);
  }));

Deno.test("a long history has pages: the newest first, and back to the oldest", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve } = yard;
    await reported(yard);
    for (let n = 1; n <= 30; n++) {
      await eve.says(group, `/comment 1 Note ${n}: ${"so it goes ".repeat(40)}`);
    }
    await eve.says(group, "/history 1");
    const pages = [menuOf(eve, yard)];
    const [newest] = pages;
    assertStringIncludes(plain(newest!), "Note 30:");
    assertEquals(buttons(newest!), ["◀", "✖️ Close"]);
    while (buttons(pages.at(-1)!).includes("◀")) {
      await eve.presses(pages.at(-1)!, "◀");
      pages.push(menuOf(eve, yard));
      assert(pages.length < 20);
    }
    assertMatch(plain(pages.at(-1)!), /^ACME-1 · history\n23 Nov, 09:00 Eve reported it/);
    assertEquals(buttons(pages.at(-1)!), ["▶", "✖️ Close"]);
    const lines = pages.toReversed().flatMap((page) => plain(page).split("\n").slice(1));
    assertEquals(lines.length, 32);
    assertEquals(
      lines.slice(2).map((line) => /Note (\d+):/.exec(line)?.[1]),
      Array.from({ length: 30 }, (_, n) => String(n + 1)),
    );
    await eve.presses(menuOf(eve, yard), "▶");
    assertEquals(plain(menuOf(eve, yard)), plain(pages.at(-2)!));
    await eve.presses(menuOf(eve, yard), "Close");
    assert(!hasOpen(eve, yard));
  }));

Deno.test("in private those read it who may see it; a page that is gone is the last one", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Eve", "Bob", "Ana", "Dan", "Gus"] });
    const { eve, bob, ana, dan, gus } = yard;
    await inWork(yard);
    for (const person of [eve, bob, dan]) {
      assertMatch((await asks(person, "/history ACME-1"))[0] ?? "", /^ACME-1 · history\n/);
    }
    for (const person of [ana, gus]) {
      assertEquals(await asks(person, "/history ACME-1"), ["There is no such incident here."]);
    }
    const page = eve.private.messages.at(-1)!;
    await eve.presses(page, "", { data: "history:ACME-1:999" });
    assertMatch(newestInPrivate(eve), /Bob claimed it$/);
    assertMatch(plain(cardOf(yard.group, "ACME-1")), /^🟡 ACME-1/);
  }));
