import { assert, assertEquals, assertMatch } from "@std/assert";
import { cardOf } from "../program.ts";
import { buttons, type Person, plain } from "../simulator/simulator.ts";
import { incident, records } from "./stored.ts";
import { inStory } from "./story.ts";
import { chooses, inWork, menuOf, reported, type Yard, yardOf } from "./yard.ts";

/** What is behind *More* for one person: the labels, without *Close*. */
async function behindMore(person: Person, yard: Yard): Promise<string[]> {
  await person.presses(cardOf(yard.group, "ACME-1"), "More");
  const menu = menuOf(person, yard);
  await person.presses(menu, "Close");
  return buttons(menu).slice(0, -1);
}

const ASSIGN = "👤 Assign";
const CHANGE = "🔀 Change department";
const PRIORITY = "❗ Priority";
const SNOOZE = "💤 Snooze";
const CANCEL = "🗑 Cancel";
const REPIN = "📌 Re-pin";
const HISTORY = "🕘 History";

Deno.test("More opens in place of the card, for the presser alone; Close brings the card back", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, bob, eve } = yard;
    await reported(yard);
    await eve.says(group, "Hurry up");
    const before = { bob: group.visibleTo(bob), eve: group.visibleTo(eve) };
    assertEquals(await bob.presses(cardOf(group, "ACME-1"), "More"), {});
    const place = before.bob.findIndex((message) => plain(message).startsWith("🔴 ACME-1"));
    const menu = group.visibleTo(bob)[place]!;
    assertEquals(buttons(menu), [CHANGE, PRIORITY, HISTORY, "✖️ Close"]);
    assertMatch(plain(menu), /^🔴 ACME-1 · Workshop · .*“Brakes failed on truck 12”.*\?$/s);
    assertEquals(group.visibleTo(bob).length, before.bob.length);
    assertEquals(group.visibleTo(eve), before.eve);
    assertEquals(menu.receiver_user?.id, bob.id);
    assertEquals(await bob.presses(menu, "Close"), {});
    assertEquals(group.visibleTo(bob), before.bob);
    assertEquals(bob.private.messages, []);
  }));

Deno.test("a bot that is no administrator opens it as well", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { bot: "member" });
    const { group, bob, eve } = yard;
    await reported(yard);
    const before = group.visibleTo(eve);
    await chooses(bob, yard, ["ACME-1", "Priority"]);
    assertMatch(plain(menuOf(bob, yard)), /How urgent is it\? Now: medium\.$/);
    await bob.presses(menuOf(bob, yard), "high");
    assertEquals((await incident(program, "ACME-1")).priority, "high");
    assertEquals(group.visibleTo(eve).length, before.length);
    assertEquals(group.visibleTo(bob), group.visibleTo(eve));
  }));

Deno.test("menus that two people have open at once do not disturb each other", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, bob, mia, eve } = yard;
    await reported(yard);
    await Promise.all([bob, mia].map((each) => each.presses(cardOf(group, "ACME-1"), "More")));
    const [bobs, mias] = [menuOf(bob, yard), menuOf(mia, yard)];
    assert(!buttons(bobs).includes(ASSIGN) && buttons(mias).includes(ASSIGN));
    await mia.presses(mias, "Priority");
    assertEquals(menuOf(bob, yard), bobs);
    await mia.presses(menuOf(mia, yard), "critical");
    assertEquals(menuOf(bob, yard), bobs);
    assertMatch(plain(cardOf(group, "ACME-1")), /^🔴🚨 ACME-1/);
    assertEquals(group.visibleTo(mia), group.visibleTo(eve));
    await bob.presses(menuOf(bob, yard), "Close");
    assertEquals(group.visibleTo(bob), group.visibleTo(eve));
  }));

Deno.test("only what the presser may do is behind More", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve, bob, ana, dan, mia, gus, sam } = yard;
    await reported(yard);
    const all = [ASSIGN, CHANGE, PRIORITY, SNOOZE, CANCEL, REPIN, HISTORY];
    for (
      const [person, wanted] of [
        [eve, [CHANGE, PRIORITY, CANCEL, HISTORY]],
        [bob, [CHANGE, PRIORITY, HISTORY]],
        [dan, [ASSIGN, CHANGE, PRIORITY, CANCEL, HISTORY]],
        [mia, all],
        [gus, all],
        [sam, [HISTORY]],
      ] as const
    ) assertEquals(await behindMore(person, yard), wanted, person.name);

    await bob.presses(cardOf(group, "ACME-1"), "Claim");
    assertEquals(await behindMore(eve, yard), [PRIORITY, HISTORY]);
    assertEquals(await behindMore(ana, yard), [CHANGE, PRIORITY, HISTORY]);
    assertEquals(await behindMore(bob, yard), [CHANGE, PRIORITY, SNOOZE, HISTORY]);
    await eve.presses(cardOf(group, "ACME-1"), "Escalate");
    assertEquals(await behindMore(mia, yard), [
      ASSIGN,
      "🔻 De-escalate",
      CHANGE,
      PRIORITY,
      SNOOZE,
      CANCEL,
      REPIN,
      HISTORY,
    ]);
    assertEquals(await behindMore(dan, yard), [ASSIGN, CHANGE, PRIORITY, CANCEL, HISTORY]);
    await bob.says(group, "/resolve 1 Replaced the brake line");
    for (const person of [eve, bob, dan, mia, sam]) {
      assertEquals(await behindMore(person, yard), [HISTORY], person.name);
    }
  }));

Deno.test("whoever can do nothing more is told so", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    await reported(yard);
    await yard.sam.presses(cardOf(yard.group, "ACME-1"), "More");
    assertMatch(plain(menuOf(yard.sam, yard)), /There is nothing more that you can do here\.$/);
    await yard.sam.presses(menuOf(yard.sam, yard), "History");
    assertMatch(plain(menuOf(yard.sam, yard)), /^ACME-1 · history\n/);
  }));

Deno.test("a menu that is out of date says the truth, and nothing is changed by it", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, dan, mia, bob } = yard;
    await inWork(yard);
    await chooses(dan, yard, ["ACME-1", "Cancel"]);
    await chooses(mia, yard, ["ACME-1", "Priority"]);
    await bob.says(group, "/resolve 1 Replaced the brake line");
    const before = await records(program);
    assertEquals(await dan.presses(menuOf(dan, yard), "False alarm"), {
      text: "Already resolved by Bob.",
    });
    assertEquals(await mia.presses(menuOf(mia, yard), "critical"), {
      text: "Already resolved by Bob.",
    });
    assertEquals(await records(program), before);
    await dan.presses(menuOf(dan, yard), "Back");
    assertMatch(plain(menuOf(dan, yard)), /^✅ ACME-1 · Workshop · resolved/);
    assertEquals(buttons(menuOf(dan, yard)), [HISTORY, "✖️ Close"]);
    await dan.presses(menuOf(dan, yard), "Close");
    assertMatch(plain(cardOf(group, "ACME-1")), /^✅ ACME-1/);
  }));

Deno.test("a part of the menu that is out of date does not open", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, dan, bob } = yard;
    await inWork(yard);
    await chooses(dan, yard, ["ACME-1"]);
    await bob.says(group, "/resolve 1 Replaced the brake line");
    const menu = menuOf(dan, yard);
    for (const label of ["Assign", "Change department", "Priority", "Cancel"]) {
      assertEquals(await dan.presses(menu, label), { text: "Already resolved by Bob." }, label);
    }
    assertEquals(menuOf(dan, yard), menu);
  }));
