import { assertEquals, assertMatch } from "@std/assert";
import { cardOf } from "../program.ts";
import { buttons, plain } from "../simulator/simulator.ts";
import { incident } from "./stored.ts";
import { inStory, newestInPrivate } from "./story.ts";
import { menuOf, OLD_TELEGRAM, panelOf, reported, yardOf } from "./yard.ts";

const ASSIGN = "👤 Assign";
const CHANGE = "🔀 Change department";
const PRIORITY = "❗ Priority";
const CANCEL = "🗑 Cancel";
const REPIN = "📌 Re-pin";
const HISTORY = "🕘 History";

Deno.test("without ephemeral messages the menu is a private one, which turns its pages in place", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Eve"] });
    const { group, eve } = yard;
    const card = await reported(yard);
    const before = group.messages;
    assertEquals(await eve.presses(card, "More"), { text: "I have written to you in private." });
    const menu = () => panelOf(eve, eve.private.messages);
    const { length } = eve.private.messages;
    assertEquals(buttons(menu()), [CHANGE, PRIORITY, CANCEL, HISTORY, "✖️ Close"]);
    await eve.presses(menu(), "Priority");
    await eve.presses(menu(), "Back");
    await eve.presses(menu(), "History");
    assertMatch(plain(menu()), /^ACME-1 · history\n/);
    assertEquals(eve.private.messages.length, length);
    await eve.presses(menu(), "Close");
    assertEquals(eve.private.messages.length, length - 1);
    assertEquals(group.messages, before);

    await eve.presses(card, "More");
    await eve.presses(menu(), "Priority");
    assertEquals(await eve.presses(menu(), "high"), { text: "ACME-1: priority changed." });
    assertMatch(plain(cardOf(group, "ACME-1")), /^🔴🔶 ACME-1/);
    assertMatch(newestInPrivate(eve), /^🔴🔶 ACME-1/);
  }, OLD_TELEGRAM));

Deno.test("what opens in private works there, also for those whose role is the group's own", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Gus", "Sam", "Bob"] });
    const { group, gus, sam, bob } = yard;
    await reported(yard);
    for (const person of [gus, bob, sam]) {
      await person.presses(cardOf(group, "ACME-1"), "More");
      const inPrivate = person.private.messages.some((it) => buttons(it).includes("✖️ Close"));
      const menu = inPrivate ? panelOf(person, person.private.messages) : menuOf(person, yard);
      for (const label of buttons(menu).filter((it) => it !== "✖️ Close" && it !== REPIN)) {
        const { text = "" } = await person.presses(menu, label);
        assertEquals(text, "", `${person.name} presses ${label}`);
        await person.presses(menu, "", { data: "more:ACME-1" });
      }
    }
  }, OLD_TELEGRAM));

Deno.test("else it is a reply in the group, which the next menu replaces", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, bob, dan, sam } = yard;
    const card = await reported(yard);
    const before = group.messages;
    assertEquals(await bob.presses(card, "More"), {});
    const panel = () => panelOf(bob, group.messages);
    assertEquals(panel().reply_to_message?.message_id, card.message_id);
    assertEquals(group.messages.length, before.length + 1);
    await dan.presses(card, "More");
    assertEquals(group.messages.length, before.length + 1);
    assertEquals(buttons(panel()), [ASSIGN, CHANGE, PRIORITY, CANCEL, HISTORY, "✖️ Close"]);
    await dan.presses(panel(), "Cancel");
    assertMatch(plain(panel()), /Why is there nothing to do\?$/);
    assertMatch((await sam.presses(panel(), "False alarm")).text ?? "", /^Only /);
    assertEquals((await incident(program, "ACME-1")).status, "awaiting_claim");
    await dan.presses(card, "More");
    await dan.presses(panel(), "Priority");
    assertEquals(await dan.presses(panel(), "high"), { text: "ACME-1: priority changed." });
    assertEquals(
      group.messages.map(({ message_id }) => message_id),
      before.map((it) => it.message_id),
    );
    assertMatch(plain(cardOf(group, "ACME-1")), /^🔴🔶 ACME-1/);
    await dan.presses(card, "More");
    await dan.presses(panel(), "Close");
    assertEquals(group.messages.length, before.length);
    assertEquals(group.pinned.map(({ message_id }) => message_id), [card.message_id]);
  }, OLD_TELEGRAM));
