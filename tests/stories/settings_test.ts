import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { keys } from "../../src/store/keys.ts";
import { cardOf, type Program } from "../program.ts";
import { buttons, type Group, type Person, plain } from "../simulator/simulator.ts";
import { records, stored } from "./stored.ts";
import { inStory, newestFor, newestInPrivate, textsFor } from "./story.ts";
import { elsewhere, hasOpen, menuOf, OLD_TELEGRAM, reported, type Yard, yardOf } from "./yard.ts";

const REFUSED = "Sorry, that is not yours to do here. Nothing was changed.";
const TITLE = "Settings of ACME yard";
const TEN_MINUTES = 10 * 60_000;

async function settingsOf(program: Program, { id }: Group) {
  const group = await stored(program, keys.group(id));
  assert(group?.status === "active");
  return { ...group.settings, topic: group.cardTopicId };
}

/** Opens the settings and presses one label after the other: what the last press answered. */
async function sets(person: Person, yard: Pick<Yard, "group">, ...labels: string[]) {
  await person.says(yard.group, "/settings");
  let answer = {};
  for (const label of labels) answer = await person.presses(menuOf(person, yard), label);
  return answer;
}

Deno.test("/settings says how the group works, for the eyes of whoever manages it", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, gus, eve, mia } = yard;
    const before = await records(program);
    await gus.says(group, "/settings");
    assertEquals(plain(menuOf(gus, yard)).split("\n"), [
      TITLE,
      "Cards: each where it is reported",
      "Pins: open incidents are pinned",
      "Calls: with a sound",
      "Reports: by anybody in the group",
      "Language: As the company does",
      "Signs: the usual ones",
      "Reminders: as in the company",
      "",
      "Press one to change it, or type it:",
      "/settings pins off",
    ]);
    for (const person of [eve, mia]) {
      assertEquals(textsFor(person, group).some((text) => text.includes(TITLE)), false);
    }
    await gus.presses(menuOf(gus, yard), "Pins");
    assertEquals(plain(menuOf(gus, yard)).split("\n"), [
      "Pins: open incidents are pinned",
      "",
      "Are the cards of open incidents pinned?",
    ]);
    assertEquals(buttons(menuOf(gus, yard)), [
      "✓ open incidents are pinned",
      "nothing is pinned",
      "‹ Back",
      "✖️ Close",
    ]);
    await gus.presses(menuOf(gus, yard), "Back");
    assertMatch(plain(menuOf(gus, yard)), /^Settings of/);
    await gus.presses(menuOf(gus, yard), "Close");
    assertEquals(hasOpen(gus, yard), false);
    assertEquals(await records(program), before, "looking changes nothing");
  }));

Deno.test("a press sets it, says so, and the panel shows how it is then", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, gus } = yard;
    assertEquals(await sets(gus, yard, "Pins", "nothing is pinned"), {
      text: "Pins: nothing is pinned",
    });
    assertStringIncludes(plain(menuOf(gus, yard)), "\nPins: nothing is pinned\n");
    assertEquals(await sets(gus, yard, "Sound of calls", "without a sound"), {
      text: "Calls: without a sound",
    });
    assertEquals(await sets(gus, yard, "Who may report", "by those who have a role"), {
      text: "Reports: by those who have a role",
    });
    assertEquals(await sets(gus, yard, "Signs", "in progress", "🟨"), {
      text: "Signs: 🟨 in progress",
    });
    assertStringIncludes(plain(menuOf(gus, yard)), "🟨 in_progress · in progress");
    assertEquals(await settingsOf(program, group), {
      pins: false,
      silentCalls: true,
      reporters: "people",
      signs: { in_progress: "🟨" },
      topic: null,
    });
    assertEquals(await sets(gus, yard, "Signs", "in progress", "The usual: 🟡"), {
      text: "Signs: 🟡 in progress",
    });
    const before = await records(program);
    assertEquals(await sets(gus, yard, "Pins", "nothing is pinned"), {
      text: "That is how it is already.",
    });
    assertEquals(await records(program), before);
  }));

Deno.test("the same by words", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, gus } = yard;
    const says = async (words: string) => {
      await gus.says(group, `/settings ${words}`);
      return newestFor(gus, group);
    };
    assertEquals(await says("pins off"), "Pins: nothing is pinned");
    assertEquals(await says("silent on"), "Calls: without a sound");
    assertEquals(await says("Reporters People"), "Reports: by those who have a role");
    assertEquals(await says("sign high 🟥"), "Signs: 🟥 high");
    assertEquals(await says("sign closed 🗄"), "Signs: 🗄 closed");
    assertEquals((await settingsOf(program, group)).signs, { high: "🟥", closed: "🗄" });
    assertEquals(await says("sign high default"), "Signs: 🔶 high");
    assertEquals(await says("sign reset"), "Signs: the usual ones");
    assertEquals(await says("pins on"), "Pins: open incidents are pinned");
    assertEquals(await settingsOf(program, group), {
      pins: true,
      silentCalls: true,
      reporters: "people",
      signs: {},
      topic: null,
    });
    assertMatch(await says("pins"), /^Pins: open incidents are pinned\n/, "a word opens its page");
    assertMatch(await says("sign high"), /^Signs\n🔶 high\n/);
  }));

Deno.test("reminders open what /policy says, with the way back", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, gus } = yard;
    await gus.says(group, "/policy unclaimed 3");
    await gus.says(group, "/settings");
    assertStringIncludes(plain(menuOf(gus, yard)), "Reminders: this group has its own");
    await gus.presses(menuOf(gus, yard), "Reminders");
    assertMatch(plain(menuOf(gus, yard)), /^How patient ACME yard is\n/);
    assertStringIncludes(plain(menuOf(gus, yard)), "unclaimed 3 ✏️");
    assertStringIncludes(plain(menuOf(gus, yard)), "/policy unclaimed 5");
    await gus.presses(menuOf(gus, yard), "Back");
    assertMatch(plain(menuOf(gus, yard)), /^Settings of/);
  }));

Deno.test("cards get a topic where the panel stands, or where the words are said", () =>
  inStory(async (program) => {
    const { telegram, admin } = program;
    const gus = telegram.person("Gus");
    const group = telegram.group("Yard", { owner: gus, forum: true, withBot: false });
    await gus.adds(group);
    await group.botRights("administrator");
    await admin.says(admin.private, "/add_company ACME Acme");
    await admin.says(admin.private, `/add_group ACME ${group.id}`);
    const trucks = group.opensTopic("Trucks");
    const topic = async () => (await settingsOf(program, group)).topic;
    await gus.says(group, "/settings topic here", { topic: trucks });
    assertEquals([newestFor(gus, group), await topic()], ["Cards: all in one topic", trucks]);
    await gus.says(group, "/settings topic none");
    assertEquals(await topic(), null);
    await gus.says(group, "/settings topic here");
    assertMatch(newestFor(gus, group), /^This is no topic\./);
    await gus.says(group, "/settings", { topic: trucks });
    await gus.presses(menuOf(gus, { group }), "Topic of the cards");
    await gus.presses(menuOf(gus, { group }), "all in this topic");
    assertEquals(await topic(), trucks);
    await gus.says(group, "/new_issue Brakes failed");
    assertEquals(cardOf(group, "ACME-1").message_thread_id, trucks);
  }));

Deno.test("what is no setting, or no value for one, is explained and changes nothing", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, gus } = yard;
    await gus.says(group, "/settings");
    const before = await records(program);
    const sign = "A sign is one emoji, or two.";
    const value = "That is no value for it.";
    for (
      const [words, why] of [
        ["colour red", "There is no setting “colour”."],
        ["__proto__ on", "There is no setting “__proto__”."],
        ["<b> on", "There is no setting “<b>”."],
        ["pins maybe", value],
        ["pins on off", value],
        ["reporters nobody", value],
        ["topic everywhere", value],
        ["sign urgent 🟥", sign],
        ["sign high <b>x</b>", sign],
        ["sign high <", sign],
        ["sign high 🟥🟥🟥", sign],
        ["sign high red", sign],
        ["sign high \u202e🟥", sign],
        ["sign high 🟥 🟥", sign],
        ["sign high \u200b", sign],
      ] as const
    ) {
      await gus.says(group, `/settings ${words}`);
      assertStringIncludes(newestFor(gus, group), why, words);
      assertStringIncludes(newestFor(gus, group), "Example: /settings pins off", words);
    }
    assertEquals(await records(program), before);
  }));

/** What only managers of the group may press. */
const FORGED = ["settings", "settings:pins", "settings:policy", "setting:pins:off"];

Deno.test("nobody else opens or sets them: by command, or by buttons that they were never shown", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Dan", "Gus"] });
    const { group, eve, bob, dan, gus } = yard;
    const card = await reported(yard);
    await elsewhere(program, yard);
    const vaultBoss = program.telegram.person("Vic");
    await program.admin.says(program.admin.private, `/add_manager ZETA ${vaultBoss.id}`);
    await vaultBoss.joins(group);
    const before = await records(program);
    for (const person of [eve, bob, dan, vaultBoss]) {
      for (const words of ["", " pins off", " sign high 🟥"]) {
        await person.says(group, `/settings${words}`);
        assertEquals(newestFor(person, group), REFUSED, person.name);
      }
      for (const data of FORGED) {
        assertEquals(await person.presses(card, "", { data }), { text: REFUSED }, person.name);
        assertEquals(hasOpen(person, yard), false);
      }
    }
    await gus.says(gus.private, "/settings");
    assertMatch(newestInPrivate(gus), /^This works in a group/);
    assertEquals(await records(program), before);
  }));

Deno.test("a demoted administrator loses them at once, with the buttons that still stand", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, sam } = yard;
    await group.promote(sam);
    await sam.says(group, "/settings");
    const panel = menuOf(sam, yard);
    await group.demote(sam);
    const before = await records(program);
    assertEquals(await sam.presses(panel, "", { data: "setting:pins:off" }), { text: REFUSED });
    assertEquals(await sam.presses(panel, "Pins"), { text: REFUSED });
    await sam.says(group, "/settings");
    assertEquals(newestFor(sam, group), REFUSED);
    await sam.says(group, "/settings pins off");
    assertEquals(newestFor(sam, group), REFUSED);
    assertEquals(await records(program), before);
  }));

Deno.test("where Telegram does not tell of it, an administrator keeps them for ten minutes at most", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { bot: "member" });
    const { group, sam } = yard;
    await group.promote(sam);
    await sam.says(group, "/settings pins off");
    assertEquals(newestFor(sam, group), "Pins: nothing is pinned");
    await group.demote(sam);
    await program.clock.advance(TEN_MINUTES - 1_000);
    await sam.says(group, "/settings silent on");
    assertEquals((await settingsOf(program, group)).silentCalls, true, "still an administrator");
    await program.clock.advance(1_001);
    await sam.says(group, "/settings pins on");
    assertEquals(newestFor(sam, group), REFUSED);
    assertEquals((await settingsOf(program, group)).pins, false);
  }));

Deno.test("without ephemeral messages the settings come in private, by words", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Gus"] });
    const { group, gus } = yard;
    const before = group.messages.length;
    await gus.says(group, "/settings");
    assertMatch(newestInPrivate(gus), /^Settings of ACME yard\n/);
    assertEquals(buttons(gus.private.messages.at(-1)!), []);
    assertEquals(group.messages.length, before + 1);
  }, OLD_TELEGRAM));

Deno.test("else they are a reply in the group, which works for managers alone", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, gus, eve, mia } = yard;
    await gus.says(group, "/settings");
    const panel = () => menuOf(gus, yard);
    assertEquals(await eve.presses(panel(), "Pins"), { text: REFUSED });
    assertMatch(plain(panel()), /^Settings of/);
    await mia.presses(panel(), "Pins");
    assertEquals(await eve.presses(panel(), "nothing is pinned"), { text: REFUSED });
    assertEquals((await settingsOf(program, group)).pins, true);
    assertEquals(await gus.presses(panel(), "nothing is pinned"), {
      text: "Pins: nothing is pinned",
    });
    assertStringIncludes(plain(panel()), "Pins: nothing is pinned");
  }, OLD_TELEGRAM));
