import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { cardOf } from "../program.ts";
import { buttons, plain } from "../simulator/simulator.ts";
import { inStory, newestFor, textsFor } from "./story.ts";
import { endOf, inWork, reported, yardOf } from "./yard.ts";

Deno.test("/resolve with a summary resolves it in one step, and nobody is asked", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, bob } = yard;
    await inWork(yard);
    await bob.says(group, "/resolve 1 Replaced the brake line\nand bled the system");
    assertEquals(await endOf(program), [
      "resolved",
      "Replaced the brake line\nand bled the system",
    ]);
    assert(textsFor(bob, group).includes("ACME-1 is resolved."));
    assert(!textsFor(bob, group).some((text) => text.includes("how was ACME-1 resolved?")));
    const card = cardOf(group, "ACME-1");
    assertMatch(plain(card), /^✅ ACME-1 · Workshop · resolved$/m);
    assertStringIncludes(plain(card), "Summary:\nReplaced the brake line\nand bled the system");
    assertEquals(buttons(card), ["🔁 Reopen", "⋯ More"]);
    assertEquals(group.pinned, []);
  }));

Deno.test("helpers and managers resolve in one step, others don't", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve, ana, dan, mia } = yard;
    for (const id of ["ACME-1", "ACME-2"]) await inWork(yard, id);
    for (const person of [eve, dan, ana]) {
      await person.says(group, "/resolve 1 It is fine again");
      assertMatch(newestFor(person, group), /^Only the owner, its helpers, or managers/);
    }
    assertEquals(await endOf(program), ["in_progress"]);
    await ana.presses(cardOf(group, "ACME-1"), "Join");
    await ana.says(group, "/resolve 1 It is fine again");
    assertEquals(await endOf(program), ["resolved", "It is fine again"]);
    await mia.says(group, "/resolve 2 Sent a new truck");
    assertEquals(await endOf(program, "ACME-2"), ["resolved", "Sent a new truck"]);
  }));

Deno.test("while the summary is awaited, /resolve gives it; also when it is late", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, bob, eve, ana } = yard;
    for (const id of ["ACME-1", "ACME-2"]) {
      await bob.presses(await inWork(yard, id), "Resolve");
    }
    for (const person of [eve, ana]) {
      await person.says(group, "/resolve 1 I did nothing");
      assertMatch(newestFor(person, group), /^Only whoever pressed Resolve or managers/);
    }
    await bob.says(group, "/resolve 1 Replaced the brake line");
    assertEquals(await endOf(program), ["resolved", "Replaced the brake line"]);
    await program.pass(10);
    assertEquals(await endOf(program, "ACME-2"), ["closed", "no_summary"]);
    await bob.says(group, "/resolve 2 New bulbs all around");
    assertEquals(await endOf(program, "ACME-2"), ["resolved", "New bulbs all around"]);
    await bob.says(group, "/resolve 2 And once more");
    assertEquals(newestFor(bob, group), "Already resolved by Bob.");
  }));

Deno.test("a summary has 5 to 2,000 characters, and the refusal says how many there were", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, bob } = yard;
    await inWork(yard);
    for (
      const [summary, answer] of [
        ["Done", "That summary is too short: 4 characters. It needs at least 5."],
        ["d".repeat(2001), "That summary is too long: 2,001 characters. At most 2,000 fit."],
      ] as const
    ) {
      await bob.says(group, `/resolve 1 ${summary}`);
      assertEquals(newestFor(bob, group), answer);
      assertEquals(await endOf(program), ["in_progress"]);
    }
    await bob.says(group, `/resolve 1 ${"d".repeat(2000)}`);
    assertEquals(await endOf(program), ["resolved", "d".repeat(2000)]);
    await inWork(yard, "ACME-2");
    await bob.says(group, "/resolve 2   Fixed  ");
    assertEquals(await endOf(program, "ACME-2"), ["resolved", "Fixed"]);
  }));

Deno.test("what is not in progress can't be resolved", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, mia } = yard;
    await reported(yard);
    await mia.says(group, "/resolve 1 Sent a new truck");
    assertEquals(newestFor(mia, group), "Nobody has claimed it yet.");
    assertEquals(await endOf(program), ["awaiting_claim"]);
  }));
