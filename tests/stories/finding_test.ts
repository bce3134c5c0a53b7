import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { cardOf, type Program } from "../program.ts";
import { buttons, type Person, plain } from "../simulator/simulator.ts";
import { BUSY, idsOn, lists, newest } from "./listing.ts";
import { linksIn } from "./reading.ts";
import { asks, inStory, newestFor, newestInPrivate } from "./story.ts";
import { reportedYard, workingYard } from "./working_yard.ts";

/** Incidents in every state: of two departments, some tagged, some of Bob. */
async function allKinds(program: Program) {
  const working = await workingYard(program, { departments: ["Workshop"] });
  const { yard, eve, bob, mia } = working;
  const report = async (words: string, department?: string) => {
    await eve.says(yard, `/new_issue ${words}`);
    const card = yard.messages.findLast((message) =>
      plain(message).includes(words) && buttons(message).length
    )!;
    if (department) await eve.presses(card, department);
    return card;
  };
  await report("One without a department");
  await report("Two waits for dispatch", "Dispatch");
  await report("Three waits for the workshop", "Workshop");
  await bob.presses(await report("Four is in progress", "Dispatch"), "Claim");
  await bob.presses(await report("Five waits for a summary", "Dispatch"), "Claim");
  await bob.presses(cardOf(yard, "ACME-5"), "Resolve");
  await bob.presses(await report("Six is resolved", "Dispatch"), "Claim");
  await bob.says(yard, "/resolve 6 Done and dusted");
  await report("Seven was a false alarm");
  await mia.says(yard, "/cancel 7 false alarm");
  for (const n of [2, 4, 6]) await eve.says(yard, `/tag ${n} Brakes`);
  return working;
}

Deno.test("/issues lists what is asked for: open, mine, unclaimed, overdue, closed, by tag, by department", () =>
  inStory(async (program) => {
    const { yard, eve, bob, ana } = await allKinds(program);
    const wanted: Record<string, number[]> = {
      "/issues": [5, 4, 3, 2, 1],
      "/issues open": [5, 4, 3, 2, 1],
      "/issues OPEN": [5, 4, 3, 2, 1],
      "/issues unclaimed": [3, 2, 1],
      "/issues overdue": [],
      "/issues closed": [7, 6],
      "/issues mine": [6, 5, 4],
      "/issues #brakes": [4, 2],
      "/issues closed #BRAKES": [6],
      "/issues #none": [],
      "/issues Workshop": [3],
      "/issues unclaimed dispatch": [2],
      "/issues open #brakes Dispatch": [4, 2],
      "/issues mine workshop": [],
    };
    for (const [text, numbers] of Object.entries(wanted)) {
      const ids = await lists(bob, yard, text);
      assertEquals(ids, numbers.map((n) => `ACME-${n}`), text);
    }
    assertEquals(
      await lists(eve, yard, "/issues mine"),
      [7, 6, 5, 4, 3, 2, 1].map((n) => `ACME-${n}`),
    );
    assertEquals(await lists(ana, yard, "/issues mine"), []);
    assertStringIncludes(newestFor(ana, yard), "There are none.");
    await program.clock.advance(10 * 60_000);
    const overdue = ["ACME-5", "ACME-3", "ACME-2", "ACME-1"];
    assertEquals(await lists(bob, yard, "/issues overdue"), overdue);
    await program.app.sweep();
    assertEquals(await lists(bob, yard, "/issues overdue"), overdue);
    await bob.presses(cardOf(yard, "ACME-3"), "Claim");
    await bob.says(yard, "Lamp replaced", { replyTo: cardOf(yard, "ACME-5") });
    assertEquals(await lists(bob, yard, "/issues overdue"), ["ACME-2", "ACME-1"]);
  }, BUSY));

Deno.test("a list says what each incident is, and opens it", () =>
  inStory(async (program) => {
    const { yard, bob, eve } = await allKinds(program);
    await bob.says(yard, "/issues #brakes");
    const list = newest(bob, yard);
    assertMatch(
      plain(list),
      /^Open incidents · 2 incidents\n🟡 ACME-4 · Dispatch · in progress\nFour is in progress · Bob .*\n🔴 ACME-2/,
    );
    await bob.presses(list, "ACME-2");
    assertStringIncludes(newestFor(bob, yard), "What happened: Two waits for dispatch");
    assertEquals(yard.visibleTo(eve).some((m) => plain(m).includes("Open incidents")), false);
  }, BUSY));

Deno.test("a word that is neither a filter nor a department is named", () =>
  inStory(async (program) => {
    const { yard, bob } = await reportedYard(program);
    assertEquals(await lists(bob, yard, "/issues unclamed"), []);
    assertMatch(newestFor(bob, yard), /^“unclamed” is neither a filter nor a department\.\nUsage:/);
  }));

Deno.test("a long list is turned page by page, in place, as it is then", () =>
  inStory(async (program) => {
    const { yard, eve, bob } = await workingYard(program);
    for (let n = 1; n <= 20; n++) await eve.says(yard, `/new_issue Trouble number ${n}`);
    const ids = (from: number, to: number) =>
      Array.from({ length: from - to + 1 }, (_, n) => `ACME-${from - n}`);
    assertEquals(await lists(bob, yard, "/issues"), ids(20, 13));
    const seen = yard.visibleTo(bob).length;
    const turned = async (label: string) => {
      await bob.presses(newest(bob, yard), label);
      assertEquals(yard.visibleTo(bob).length, seen);
      return idsOn(newest(bob, yard));
    };
    assertEquals(buttons(newest(bob, yard)).slice(8), ["▶", "✖️ Close"]);
    assertEquals(await turned("▶"), ids(12, 5));
    assertEquals(buttons(newest(bob, yard)).slice(8), ["◀", "▶", "✖️ Close"]);
    assertEquals(await turned("▶"), ids(4, 1));
    assertEquals(buttons(newest(bob, yard)).slice(4), ["◀", "✖️ Close"]);
    assertStringIncludes(newestFor(bob, yard), "Open incidents · 20 incidents");
    await bob.presses(cardOf(yard, "ACME-1"), "Claim");
    await bob.says(yard, "/resolve 1 Replaced the line", { wait: true });
    assertEquals(await lists(bob, yard, "/issues"), ids(20, 13));
    for (const page of [ids(12, 5), ids(4, 2)]) {
      await bob.presses(newest(bob, yard), "▶");
      assertEquals(idsOn(newest(bob, yard)), page);
    }
    assertEquals(await lists(eve, eve.private, "/mine"), ids(20, 13));
    await eve.presses(newest(eve, eve.private), "▶");
    assertEquals(idsOn(newest(eve, eve.private)), ids(12, 5));
    assertEquals(eve.private.messages.filter(({ from }) => from?.is_bot).length, 1);
  }, BUSY));

Deno.test("/issue shows an incident whole, page by page, and leads to its card", () =>
  inStory(async (program) => {
    const description = Array.from({ length: 600 }, (_, n) => `d${n}`).join(" ").slice(0, 3000);
    const { yard, eve, bob, card } = await reportedYard(program, { description });
    const comment = Array.from({ length: 700 }, (_, n) => `c${n}`).join(" ");
    const summary = Array.from({ length: 350 }, (_, n) => `s${n}`).join(" ");
    for (const text of [comment, "Short one", comment.replaceAll("c", "e")]) {
      await bob.says(yard, text, { replyTo: card });
    }
    await bob.presses(card, "Claim");
    await bob.says(yard, `/resolve 1 ${summary}`);
    await eve.says(yard, "/issue 1");
    const link = linksIn(newest(eve, yard))[0];
    assert(link, "no link to the card");
    assertEquals(eve.follows(link).message_id, card.message_id);
    const pages: string[] = [];
    for (;;) {
      const page = newest(eve, yard);
      assert(plain(page).length <= 4096);
      assertMatch(plain(page), /^✅ ACME-1 · Dispatch · resolved\n/);
      pages.push(plain(page));
      if (!buttons(page).includes("▶")) break;
      await eve.presses(page, "▶");
    }
    assertEquals(pages.length, 4);
    const read = new Set(pages.join("\n").split(/\s+/));
    const written = [description, comment, comment.replaceAll("c", "e"), summary].join(" ");
    assertEquals(written.split(" ").filter((word) => !read.has(word)), []);
    await eve.presses(newest(eve, yard), "◀");
    assertEquals(newestFor(eve, yard), pages.at(-2));
  }));

Deno.test("in a basic group, whose messages have no links, /issue leads nowhere", () =>
  inStory(async (program) => {
    const { yard, eve } = await reportedYard(program, { type: "group" });
    await eve.says(yard, "/issue 1");
    assertStringIncludes(newestFor(eve, yard), "What happened: Brakes failed");
    assertEquals(newestFor(eve, yard).includes("Open the card"), false);
  }));

Deno.test("neither lists nor searches reach into another group or company", () =>
  inStory(async (program) => {
    const { telegram, admin } = program;
    const { yard, eve, bob, mia } = await reportedYard(program);
    const zoe = telegram.person("Zoe");
    const vault = await program.company("ZETA", { owner: zoe, members: [eve] });
    const depot = telegram.group("Depot", { owner: zoe, members: [eve, bob], withBot: false });
    await zoe.adds(depot);
    await depot.botRights("administrator");
    await asks(admin, `/add_group ACME ${depot.id}`);
    await zoe.says(vault, "/new_issue Brakes of the vault door");
    await zoe.says(depot, "/new_issue Brakes of the depot gate");
    await zoe.says(depot, "/comment 2 Treasure inside");
    const wanted = [[yard, "ACME-1"], [vault, "ZETA-1"], [depot, "ACME-2"]] as const;
    for (const [group, id] of wanted) {
      for (const text of ["/issues", "/find brakes", "/issues unclaimed"]) {
        assertEquals(await lists(eve, group, text), [id], text);
      }
    }
    assertEquals(await lists(eve, yard, "/find treasure"), []);
    assertEquals(await lists(eve, vault, "/find treasure"), []);
    for (const text of ["/issues", "/find brakes"]) {
      assertEquals(await lists(mia, mia.private, text), ["ACME-2", "ACME-1"], text);
      assertEquals(await lists(eve, eve.private, text), ["ACME-1"], text);
      assertEquals(await lists(bob, bob.private, text), [], text);
      assertEquals((await lists(zoe, zoe.private, text)).toSorted(), ["ACME-2", "ZETA-1"], text);
    }
  }));

Deno.test("/mine in private brings together what one person has in all groups and companies", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const { yard, eve, bob, card } = await reportedYard(program);
    const vault = await program.company("ZETA", { members: [eve, bob] });
    await eve.says(vault, "/new_issue Vault door is stuck");
    await bob.says(vault, "/new_issue Vault light is off");
    await eve.says(yard, "/new_issue Lights failed");
    await bob.presses(card, "Claim");
    await bob.says(yard, "/resolve 1 Replaced the line");
    await eve.presses(cardOf(vault, "ZETA-2"), "Claim");
    const sorted = async (person: Person) =>
      (await lists(person, person.private, "/mine")).toSorted();
    assertEquals(await sorted(eve), ["ACME-1", "ACME-2", "ZETA-1", "ZETA-2"]);
    assertEquals(await sorted(bob), ["ACME-1", "ZETA-2"]);
    assertStringIncludes(newestInPrivate(bob), "My incidents · 2 incidents");
    await eve.presses(cardOf(vault, "ZETA-2"), "Leave");
    assertEquals((await sorted(eve)).includes("ZETA-2"), true, "who worked on it sees it still");
    await eve.says(yard, "/mine");
    assertStringIncludes(newestFor(eve, yard), "private chat");
    assertEquals(telegram.violations, []);
  }));
