import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { cardOf } from "../program.ts";
import { buttons, plain } from "../simulator/simulator.ts";
import { escalationsIn, mentioned } from "./reading.ts";
import { events, incident } from "./stored.ts";
import { asks, inStory, newestFor, newestInPrivate, textsFor } from "./story.ts";
import { chooses, crew, inWork, menuOf, reported, yardOf } from "./yard.ts";

const ONLY_MANAGERS = { text: "Only managers can do that." };

Deno.test("Escalate calls the managers: all in the group, the company's own in private as well", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Mia", "Gus", "Dan", "Bob"] });
    const { group, eve, bob, dan, mia, gus } = yard;
    const max = program.telegram.person("Max");
    await asks(program.admin, `/add_manager ACME ${max.id}`);
    const card = await reported(yard);
    assertEquals(await eve.presses(card, "Escalate"), {
      text: "ACME-1 has escalated; the managers are called.",
    });
    assertMatch(
      plain(escalationsIn(group.messages).at(-1)!),
      /^🔺 ACME-1 has escalated: “Brakes failed on truck 12”/,
    );
    assertEquals(mentioned(escalationsIn(group.messages).at(-1)!).toSorted(), [
      "Gus",
      "Max",
      "Mia",
    ]);
    assertEquals(
      escalationsIn(group.messages).at(-1)!.reply_to_message?.message_id,
      card.message_id,
    );
    const [told] = escalationsIn(mia.private.messages);
    assertMatch(plain(told!), /^🔺 ACME-1 has escalated: “Brakes failed on truck 12”/);
    assertEquals(buttons(told!), ["🙋 Claim"]);
    for (const person of [gus, dan, bob, max]) {
      assertEquals(escalationsIn(person.private.messages), []);
    }
  }));

Deno.test("the card says that it has escalated, since when, by whom and why", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Mia"] });
    const { group, eve, mia } = yard;
    await reported(yard);
    await program.pass(3);
    await eve.says(group, "/escalate 1 The driver is <stranded>");
    assert(textsFor(eve, group).includes("ACME-1 has escalated; the managers are called."));
    const card = plain(cardOf(group, "ACME-1"));
    assertMatch(card, /^🔴 ACME-1 · Workshop · waiting for someone to claim · escalated$/m);
    assertMatch(card, /^🔺 Escalated by Eve 23 Nov, 09:03 UTC: The driver is <stranded>$/m);
    assertEquals(buttons(cardOf(group, "ACME-1")), ["🙋 Claim", "⋯ More"]);
    assertStringIncludes(
      plain(escalationsIn(group.messages).at(-1)!),
      "Why: The driver is <stranded>",
    );
    assertStringIncludes(newestInPrivate(mia), "Why: The driver is <stranded>");
  }));

Deno.test("a manager claims it right from the private message", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Mia"] });
    const { group, eve, mia } = yard;
    await eve.presses(await reported(yard), "Escalate");
    const [told] = escalationsIn(mia.private.messages);
    assertEquals(await mia.presses(told!, "Claim"), { text: "ACME-1 is yours." });
    assertEquals(await crew(program), ["Mia"]);
    assertStringIncludes(plain(cardOf(group, "ACME-1")), "Owner: Mia");
    assertStringIncludes(plain(cardOf(group, "ACME-1")), "taken over by Mia");
    assertMatch(newestInPrivate(mia), /^🟡 ACME-1 · Workshop · in progress/);
    await mia.says(mia.private, "/resolve ACME-1 Sent a new truck");
    assertEquals((await incident(program, "ACME-1")).status, "resolved");
  }));

Deno.test("the owner goes on until a manager takes over, and then helps", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, bob, ana, mia, gus } = yard;
    const card = await inWork(yard);
    await ana.presses(card, "Join");
    await bob.presses(card, "Escalate");
    assertEquals(await crew(program), ["Bob", "Ana"]);
    assertStringIncludes(plain(cardOf(group, "ACME-1")), "in progress · escalated");
    assertEquals(buttons(cardOf(group, "ACME-1")), [
      "🙋 Claim",
      "🤝 Join",
      "🚪 Leave",
      "✅ Resolve",
      "⋯ More",
    ]);
    assertEquals(await mia.presses(card, "Claim"), { text: "ACME-1 is yours." });
    assertEquals(await crew(program), ["Mia", "Bob", "Ana"]);
    assertStringIncludes(plain(cardOf(group, "ACME-1")), "Helping: Bob, Ana");
    assert(!buttons(cardOf(group, "ACME-1")).includes("🙋 Claim"));
    assertEquals(await gus.presses(card, "", { data: "claim:ACME-1" }), {
      text: "Already claimed by Mia.",
    });
    assertEquals(await gus.presses(card, "Join"), { text: "You are helping with ACME-1." });
  }));

Deno.test("an owner whom no manager has relieved resolves it all the same", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, bob } = yard;
    await bob.presses(await inWork(yard), "Escalate");
    await bob.says(group, "/resolve 1 Replaced the brake line");
    assertEquals((await incident(program, "ACME-1")).status, "resolved");
    assertMatch(plain(cardOf(group, "ACME-1")), /^✅ ACME-1 · Workshop · resolved$/m);
  }));

Deno.test("at tier 2 only managers claim; given back, the department is called and claims again", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve, bob, dan, mia } = yard;
    const card = await reported(yard);
    await eve.presses(card, "Escalate");
    for (const person of [bob, dan, eve]) {
      assertEquals(await person.presses(card, "Claim"), ONLY_MANAGERS);
    }
    assertEquals((await incident(program, "ACME-1")).status, "awaiting_claim");
    assertEquals(await chooses(mia, yard, ["ACME-1", "De-escalate"]), {
      text: "ACME-1 is back with its department.",
    });
    assert(!plain(cardOf(group, "ACME-1")).toLowerCase().includes("escalated"));
    assertEquals(buttons(cardOf(group, "ACME-1")), ["🙋 Claim", "🔺 Escalate", "⋯ More"]);
    const again = group.messages.findLast((it) => plain(it).includes("needs Workshop again"));
    assertEquals(mentioned(again!).toSorted(), ["Ana", "Bob"]);
    assertEquals(await bob.presses(card, "Claim"), { text: "ACME-1 is yours." });
    assertEquals(await events(program, "ACME-1"), [
      "reported",
      "department_chosen",
      "escalated",
      "de_escalated",
      "claimed",
    ]);
  }));

Deno.test("at tier 2 only managers join; given back, members do so again and its owner stays", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, bob, ana, dan, mia } = yard;
    const card = await inWork(yard);
    await bob.presses(card, "Escalate");
    for (const person of [ana, dan]) {
      assertEquals(await person.presses(card, "Join"), ONLY_MANAGERS);
    }
    await mia.says(group, "/de_escalate 1");
    assertEquals(newestFor(mia, group), "ACME-1 is back with its department.");
    assertEquals(await ana.presses(card, "Join"), { text: "You are helping with ACME-1." });
    assertEquals(await crew(program), ["Bob", "Ana"]);
  }));

Deno.test("who is not concerned can't escalate, nobody twice, and only managers give it back", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve, bob, ana, dan, mia, sam } = yard;
    const card = await inWork(yard);
    for (const person of [ana, sam]) {
      assertMatch((await person.presses(card, "Escalate")).text ?? "", /^Only the reporter, /);
    }
    await mia.says(group, "/de_escalate 1");
    assertEquals(newestFor(mia, group), "It has not escalated.");
    assertEquals((await incident(program, "ACME-1")).escalation, null);
    await dan.presses(card, "Escalate");
    await eve.says(group, "/escalate 1");
    assertEquals(newestFor(eve, group), "It has escalated already; the managers are called.");
    for (const person of [bob, dan, eve]) {
      await person.says(group, "/de_escalate 1");
      assertEquals(
        newestFor(person, group),
        "Sorry, that is not yours to do here. Nothing was changed.",
      );
      await person.presses(card, "More");
      assert(!buttons(menuOf(person, yard)).includes("🔻 De-escalate"));
      assertEquals(
        await person.presses(menuOf(person, yard), "", { data: "de_escalate:ACME-1" }),
        ONLY_MANAGERS,
      );
    }
    assertEquals((await incident(program, "ACME-1")).escalation?.by?.name, "Dan");
  }));

Deno.test("a helper escalates as well as the owner", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const card = await inWork(yard);
    await yard.ana.presses(card, "Join");
    assertMatch((await yard.ana.presses(card, "Escalate")).text ?? "", /has escalated/);
  }));

Deno.test("a reason has at most 500 characters, and the refusal says how many there were", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve } = yard;
    await reported(yard);
    await eve.says(group, `/escalate 1 ${"x".repeat(501)}`);
    assertEquals(
      newestFor(eve, group),
      "That reason is too long: 501 characters. At most 500 fit.",
    );
    assertEquals((await incident(program, "ACME-1")).escalation, null);
    await eve.says(group, `/escalate 1 ${"x".repeat(500)}`);
    assertEquals((await incident(program, "ACME-1")).escalation?.reason?.length, 500);
  }));
