import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { keys } from "../../src/store/keys.ts";
import { cardOf, type Program } from "../program.ts";
import { buttons, type Group, plain } from "../simulator/simulator.ts";
import { escalationsIn, remindersIn, saying } from "./reading.ts";
import { events, incident, records, stored } from "./stored.ts";
import { asks, inStory, newestFor, textsFor } from "./story.ts";
import { elsewhere, inWork, menuOf, reported, yardOf } from "./yard.ts";

const RESTRICTED = "In this group only those who have a role may report.";
const TO_DISPATCHERS = "In this group only dispatchers and managers may report.";

const pinnedIn = (group: Group) => group.pinned.map((card) => plain(card).split(" · ")[0]);

/** What was sent to a group, each with whether it made a sound. */
function sounds({ telegram }: Program, { id }: Group): [string, boolean][] {
  return telegram.calls
    .filter(({ method, params }) => method === "sendMessage" && Number(params.chat_id) === id)
    .map(({ params }) => [String(params.text), params.disable_notification === undefined]);
}

/** Whether what says this made a sound, each time it was said. */
function soundsOf(program: Program, group: Group, words: string): boolean[] {
  return sounds(program, group).flatMap(([text, loud]) => text.includes(words) ? [loud] : []);
}

Deno.test("without pins open cards are unpinned at once, new ones stay so, and all of that comes back", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, gus, eve } = yard;
    await inWork(yard);
    await eve.says(group, "/new_issue Flat tyre");
    assertEquals(group.pinned.length, 2);
    await gus.says(group, "/settings pins off");
    assertEquals(group.pinned, []);
    await eve.says(group, "/new_issue Horn failed");
    await yard.bob.presses(cardOf(group, "ACME-1"), "Resolve");
    assertEquals(group.pinned, []);
    await gus.says(group, "/settings pins on");
    assertEquals(pinnedIn(group).toSorted(), ["⚪️ ACME-2", "⚪️ ACME-3", "🔵 ACME-1"]);
  }));

Deno.test("where nothing is pinned, nothing is pinned again, and nobody mends what is not broken", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, gus, mia } = yard;
    await reported(yard);
    await gus.says(group, "/settings pins off");
    await gus.presses(cardOf(group, "ACME-1"), "More");
    assertEquals(buttons(menuOf(gus, yard)).includes("📌 Re-pin"), false);
    await mia.says(group, "/repin 1");
    assertEquals(newestFor(mia, group), "This group pins no cards. /settings changes that.");
    assertEquals(await program.app.audit(), { found: 0, isComplete: true });
    assertEquals(group.pinned, []);
    await gus.says(group, "/settings pins on");
    await mia.says(group, "/repin 1");
    assertEquals((await events(program, "ACME-1")).at(-1), "repinned");
    assertEquals(pinnedIn(group), ["🔴 ACME-1"]);
  }));

Deno.test("silent calls and reminders make no sound; the card and what asks one person do", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, gus, bob } = yard;
    await reported(yard);
    await program.pass(10);
    assertEquals(soundsOf(program, group, "ACME-1 needs Workshop"), [true]);
    assertEquals(soundsOf(program, group, "⏰"), [true]);
    await gus.says(group, "/settings silent on");
    await program.pass(20);
    assertEquals(soundsOf(program, group, "⏰"), [true, false]);
    assertEquals(escalationsIn(group.messages).length, 1);
    assertEquals(soundsOf(program, group, "🔺"), [false]);
    await reported(yard, "ACME-2");
    assertEquals(soundsOf(program, group, "ACME-2 needs Workshop"), [false]);
    assertEquals(soundsOf(program, group, "<b>ACME-2</b>"), [true]);
    await bob.presses(cardOf(group, "ACME-2"), "Claim");
    await bob.presses(cardOf(group, "ACME-2"), "Resolve");
    assertEquals(soundsOf(program, group, "how was ACME-2 resolved?"), [true]);
    await gus.says(group, "/settings silent off");
    await reported(yard, "ACME-3");
    assertEquals(soundsOf(program, group, "ACME-3 needs Workshop"), [true]);
  }));

Deno.test("a shift that begins in a silent group is told without a sound", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, gus, bob, mia } = yard;
    await asks(mia, `/shift ACME Workshop ${bob.id} daily 10:00-16:00`);
    await gus.says(group, "/settings silent on");
    await reported(yard);
    await program.pass(61);
    assertEquals(soundsOf(program, group, "A shift of Workshop begins"), [false]);
    assertEquals(saying(group, "A shift of Workshop begins").length, 1);
  }));

Deno.test("only those with a role may report: nobody else, in no way, and they are not asked either", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, gus, eve, sam, bob } = yard;
    await gus.says(group, "/settings reporters people");
    const hello = await sam.says(group, "There is smoke in the hall");
    const before = await records(program);
    for (const text of ["/new_issue Brakes failed", "/ticket Brakes failed", "/new_issue"]) {
      await eve.says(group, text);
      assertEquals(newestFor(eve, group), RESTRICTED, text);
      assertEquals(textsFor(sam, group).includes(RESTRICTED), false, "for her eyes only");
    }
    await eve.says(group, "/new_issue", { replyTo: hello });
    assertEquals(newestFor(eve, group), RESTRICTED);
    assertEquals(await records(program), before);
    // Nobody is offered what they may not do.
    for (const [person, isOffered] of [[eve, false], [bob, true], [gus, true]] as const) {
      await person.says(group, "/help");
      const told = newestFor(person, group);
      assertEquals(told.includes("/new_issue"), isOffered, person.name);
      assertStringIncludes(told, "/issues");
    }
    await bob.says(group, "/new_issue", { replyTo: hello });
    assertEquals((await incident(program, "ACME-1")).description, "There is smoke in the hall");
    await gus.says(group, "/settings reporters dispatchers");
    await bob.says(group, "/new_issue Brakes failed");
    assertEquals(newestFor(bob, group), TO_DISPATCHERS);
    await yard.dan.says(group, "/new_issue Brakes failed");
    assertMatch(plain(cardOf(group, "ACME-2")), /Reported by Dan/);
    await gus.says(group, "/settings reporters anybody");
    await eve.says(group, "/new_issue Flat tyre");
    assertMatch(plain(cardOf(group, "ACME-3")), /Reported by Eve/);
  }));

Deno.test("who was asked what happened before may not answer after, unless they have a role by then", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, gus, eve } = yard;
    await eve.says(group, "/new_issue");
    const question = group.messages.at(-1)!;
    assertMatch(plain(question), /^Eve, what happened\?/);
    await gus.says(group, "/settings reporters people");
    await eve.says(group, "Brakes failed", { replyTo: question });
    assertEquals(newestFor(eve, group), RESTRICTED);
    assertEquals(group.messages.some((it) => plain(it).includes("ACME-1")), false);
    const hello = await eve.says(group, "Please let me");
    await gus.says(group, "/add_member Workshop", { replyTo: hello });
    await eve.says(group, "Brakes failed", { replyTo: question });
    assertMatch(plain(cardOf(group, "ACME-1")), /Reported by Eve/);
  }));

Deno.test("an administrator may report where only some may, also when nobody asked for ten minutes", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, gus, sam } = yard;
    await gus.says(group, "/settings reporters dispatchers");
    await program.pass(11);
    await gus.says(group, "/new_issue");
    assertMatch(plain(group.messages.at(-1)!), /^Gus, what happened\?/);
    await program.pass(11);
    await gus.says(group, "Brakes failed", { replyTo: group.messages.at(-1)! });
    assertMatch(plain(cardOf(group, "ACME-1")), /Reported by Gus/);
    await program.pass(11);
    await gus.says(group, "/new_issue Flat tyre");
    assertMatch(plain(cardOf(group, "ACME-2")), /Reported by Gus/);
    await group.promote(sam);
    await sam.says(group, "/new_issue Horn failed");
    assertMatch(plain(cardOf(group, "ACME-3")), /Reported by Sam/);
    await group.demote(sam);
    await sam.says(group, "/new_issue Door is stuck");
    assertEquals(newestFor(sam, group), TO_DISPATCHERS);
  }));

Deno.test("signs are on the open cards at once, on new ones, and where an incident is read", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, gus, eve, bob } = yard;
    await reported(yard);
    await eve.says(group, "/priority 1 high");
    const title = (id = "ACME-1") => plain(cardOf(group, id)).split(" · ")[0];
    assertEquals(title(), "🔴🔶 ACME-1");
    await gus.says(group, "/settings sign awaiting_claim 🟥");
    assertEquals(title(), "🟥🔶 ACME-1");
    await gus.says(group, "/settings sign high 🧨🧨");
    assertEquals(title(), "🟥🧨🧨 ACME-1");
    await reported(yard, "ACME-2", "Flat tyre");
    assertEquals(title("ACME-2"), "🟥 ACME-2");
    await eve.says(group, "/issue 1");
    assertMatch(newestFor(eve, group), /^🟥🧨🧨 ACME-1/);
    await bob.presses(cardOf(group, "ACME-1"), "Claim");
    assertEquals(title(), "🟡🧨🧨 ACME-1");
    await program.pass(10);
    assertEquals(title("ACME-2"), "🟥 ACME-2", "a reminder keeps it");
    assertEquals(remindersIn(group).length, 1);
    await gus.says(group, "/settings sign reset");
    assertEquals([title(), title("ACME-2")], ["🟡🔶 ACME-1", "🔴 ACME-2"]);
  }));

Deno.test("a sign that Telegram did not take is shown by the sweep, or when the command comes again", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, gus } = yard;
    await reported(yard);
    const { telegram } = program;
    telegram.faults.add({ method: "editMessageText", kind: "500", times: 1 });
    await gus.says(group, "/settings sign awaiting_claim 🟥");
    assertMatch(plain(cardOf(group, "ACME-1")), /^🔴 ACME-1/);
    await program.pass(2);
    assertMatch(plain(cardOf(group, "ACME-1")), /^🟥 ACME-1/);
    await gus.says(group, "/settings sign awaiting_claim 🆘");
    const edits = () => telegram.calls.filter(({ method }) => method === "editMessageText").length;
    const before = edits();
    await telegram.redeliver(telegram.updates.at(-1)!.update_id);
    assertEquals(edits(), before + 1, "it may have died before it had asked for them");
    assertMatch(plain(cardOf(group, "ACME-1")), /^🆘 ACME-1/);
  }));

Deno.test("each group has its own settings, and another company's never change", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, gus } = yard;
    await reported(yard);
    const [inDepot, inVault] = await elsewhere(program, yard);
    const others = await Promise.all(
      [inDepot, inVault].map(async (id) => (await incident(program, id)).chatId),
    );
    const seen = () => Promise.all(others.map((id) => stored(program, keys.group(id))));
    await program.telegram.settled();
    const before = await seen();
    const calls = program.telegram.calls.length;
    for (const words of ["pins off", "silent on", "reporters dispatchers", "sign closed 🗄"]) {
      await gus.says(group, `/settings ${words}`);
    }
    assertEquals(await seen(), before);
    const touched = program.telegram.calls.slice(calls)
      .filter(({ params }) => others.includes(Number(params.chat_id)));
    assertEquals(touched, []);
    const zoe = program.telegram.person("Zoe Two");
    const vault = await program.company("OMEGA", { owner: zoe });
    await zoe.says(vault, "/new_issue Gate is stuck");
    assertEquals(pinnedIn(vault), ["🔴 OMEGA-1"]);
    await zoe.says(vault, "/settings");
    assertStringIncludes(newestFor(zoe, vault), "Pins: open incidents are pinned");
  }));
