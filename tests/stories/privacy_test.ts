import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Program } from "../program.ts";
import { cardOf } from "../program.ts";
import type { Person } from "../simulator/simulator.ts";
import { records } from "./stored.ts";
import { asks, inStory, newestFor, newestInPrivate } from "./story.ts";
import { everybodyGreets, inWork, reported, yardOf } from "./yard.ts";

/** A document as it was sent last. */
async function sent(program: Program, to: Person): Promise<{ name: string; text: string }> {
  const { params } = program.telegram.calls.findLast(({ method }) => method === "sendDocument")!;
  assertEquals(String(params.chat_id), String(to.id));
  const { document } = params;
  assert(document instanceof File);
  return { name: document.name, text: await document.text() };
}

Deno.test("/privacy says what is seen and kept, for how long, and changes nothing", () =>
  inStory(async (program) => {
    const { group, eve, mia } = await yardOf(program, { started: ["Eve", "Mia"] });
    await asks(mia, "/retention ACME 90");
    await mia.presses(mia.private.messages.at(-1)!, "Yes, remove what is older");
    const before = await records(program);
    await eve.says(group, "/privacy");
    const told = newestFor(eve, group);
    for (const part of ["every message", "for 90 days after their end", "/my_data", "/forget_me"]) {
      assertStringIncludes(told, part);
    }
    assertStringIncludes((await asks(mia, "/privacy"))[0]!, "for 90 days");
    assertStringIncludes((await asks(eve, "/privacy"))[0]!, "each company sets for itself");
    assertEquals(await records(program), before);
    const others = group.visibleTo(mia).map(({ text }) => text ?? "");
    assertEquals(others.filter((text) => text.includes("/my_data")), [], "it is for Eve alone");
  }));

Deno.test("/my_data sends all that is stored of somebody, and of nobody else a name", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Bob", "Dan"] });
    const { group, eve, bob, ana, dan, mia } = yard;
    await everybodyGreets(yard);
    await asks(program.admin, `/shift ACME Workshop ${bob.id} mon-fri 08:00-17:00`);
    await asks(program.admin, `/add_manager ACME ${bob.id}`);
    await asks(bob, `/add_dispatcher ACME ${eve.id}`);
    await asks(bob, `/remove_dispatcher ACME ${eve.id}`);
    await asks(bob, "/time_zone ACME Europe/Vienna");
    await asks(mia, `/remove_manager ACME ${bob.id}`);
    await inWork(yard);
    await ana.presses(cardOf(group, "ACME-1"), "Join");
    await bob.says(group, "Brought the spare hose", { replyTo: cardOf(group, "ACME-1") });
    await eve.says(group, "A secret of mine", { replyTo: cardOf(group, "ACME-1") });
    await mia.says(group, `/assign ACME-1 ${ana.id}`);
    await bob.says(group, "/resolve ACME-1 Replaced the brake line");
    // Somebody else's, in which Bob had a word only.
    await reported(yard, "ACME-2", "Gate is stuck");
    await bob.says(group, "/comment ACME-2 I saw it, too");
    await bob.says(bob.private, "/my_data");
    const { name, text } = await sent(program, bob);
    assertEquals(name, "tocsin-my-data-2026-11-23.json");
    const data = JSON.parse(text);
    assertEquals(data.complete, true);
    assertEquals(data.profile.handle, "bob_acme");
    const workshop = { name: "Workshop", shift: "mon-fri 08:00-17:00" };
    assertEquals(data.companies[0].departments, [workshop]);
    const [first, second] = data.incidents;
    assertEquals([first.incident, second.incident], ["ACME-1", "ACME-2"]);
    assertEquals([first.group, first.your_part], [
      "ACME yard",
      ["helper", "summarizer", "worked on it"],
    ]);
    assertEquals(first.comments, ["Brought the spare hose"]);
    assertEquals(second.comments, ["I saw it, too"]);
    const done = first.events.map(({ type, by }: { type: string; by: string }) => `${type} ${by}`);
    assert(done.includes("claimed you") && done.includes("summarized you"), done.join());
    assertStringIncludes(text, "Replaced the brake line");
    const acts = data.acts.map((
      { by, what, changes }: { by: string; what: string; changes: Record<string, string>[] },
    ) => [by, what, ...changes.map(({ id, path, after }) => `${id} ${path} ${after}`)].join(" | "));
    assertEquals(acts.toSorted(), [
      "somebody else | granted | you departments 2",
      "somebody else | granted | you manager true",
      "somebody else | revoked | you manager false",
      "somebody else | shift_set | you shifts.2 mon-fri 08:00-17:00",
      "you | granted | somebody else dispatcher true",
      "you | revoked | somebody else dispatcher false",
      "you | time_zone_set | ACME timeZone Europe/Vienna",
    ]);
    for (const other of [eve, ana, dan, mia]) {
      assert(!text.includes(String(other.id)), other.name);
      assert(!text.includes(`"${other.name}"`), other.name);
    }
    assert(!text.includes("A secret of mine"));
  }));

Deno.test("/my_data can be had three times an hour", () =>
  inStory(async (program) => {
    const { clock, telegram } = program;
    const { bob } = await yardOf(program, { started: ["Bob"] });
    const files = () => telegram.calls.filter(({ method }) => method === "sendDocument").length;
    for (let n = 0; n < 4; n++) await bob.says(bob.private, "/my_data");
    assertEquals(files(), 3);
    assertStringIncludes(newestInPrivate(bob), "60 minutes");
    await clock.advance(60 * 60_000);
    await bob.says(bob.private, "/my_data");
    assertEquals(files(), 4);
  }));
