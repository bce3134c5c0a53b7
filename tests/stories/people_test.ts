import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { buttons, plain } from "../simulator/simulator.ts";
import { newest } from "./listing.ts";
import { asks, inStory, newestFor, newestInPrivate } from "./story.ts";
import { everybodyGreets, yardOf } from "./yard.ts";

const ELSEWHERE =
  "A group can give roles of its own, which count there: /whoami in the group says.";

Deno.test("/whoami in a group names each role with where it comes from, to its asker alone", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    await everybodyGreets(yard);
    const { group, eve, bob, dan, mia, gus } = yard;
    const roles = async (person: typeof eve) => {
      await person.says(group, "/whoami");
      const [title, ...rest] = newestFor(person, group).split("\n");
      assertEquals(title, "You at ACME Logistics");
      return rest;
    };
    const none = ["No role: as everybody in this group you can report."];
    assertEquals(await roles(eve), none);
    assertEquals(group.visibleTo(bob).map(plain).includes(newestFor(eve, group)), false);
    assertEquals(await roles(bob), ["• member of Workshop in ACME Logistics"]);
    assertEquals(await roles(dan), ["• dispatcher of ACME Logistics"]);
    assertEquals(await roles(mia), ["• manager of ACME Logistics"]);
    assertEquals(await roles(gus), ["• manager here, as an administrator of this Telegram group"]);
    const said = await eve.says(group, "Hello");
    await gus.says(group, "/add_dispatcher", { replyTo: said });
    await asks(mia, `/add_member ACME Safety ${eve.id}`);
    assertEquals(await roles(eve), [
      "• dispatcher of this group",
      "• member of Safety in ACME Logistics",
    ]);
    await asks(mia, `/remove_member ACME Safety ${eve.id}`);
    await gus.says(group, "/remove_dispatcher", { replyTo: said });
    assertEquals(await roles(eve), none);
  }));

Deno.test("/whoami tells the shift, and whether it is on", () =>
  inStory(async (program) => {
    const { mia, bob } = await yardOf(program);
    await asks(mia, `/shift ACME Workshop ${bob.id} daily 09:00-10:00`);
    const own = "• member of Workshop in ACME Logistics";
    const [shown] = await asks(bob, "/whoami");
    assertEquals(
      shown,
      `You at ACME Logistics\n${own}, on duty now: daily 09:00-10:00\n${ELSEWHERE}`,
    );
    await program.pass(60);
    assertStringIncludes((await asks(bob, "/whoami")).join(), `${own}: daily 09:00-10:00`);
  }));

Deno.test("/whoami in private goes company by company, and knows no role of a group", () =>
  inStory(async (program) => {
    const { admin } = program;
    const yard = await yardOf(program);
    const { bob, gus } = yard;
    await program.company("ZETA");
    await asks(admin, `/add_manager ZETA ${bob.id}`);
    assertEquals(await asks(bob, "/whoami"), [[
      "You at ACME Logistics",
      "• member of Workshop in ACME Logistics",
      "You at ZETA Logistics",
      "• manager of ZETA Logistics",
      ELSEWHERE,
    ].join("\n")]);
    assertEquals(await asks(gus, "/whoami"), [
      `You have no role in a company; in a group you can report incidents all the same.\n${ELSEWHERE}`,
    ]);
    assertEquals(await asks(admin, "/whoami"), [`platform admin of this bot\n${ELSEWHERE}`]);
  }));

Deno.test("/people lists whoever has a role in the company, the highest first", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Dan"] });
    await everybodyGreets(yard);
    const { group, mia, dan, ana, bob, eve, gus } = yard;
    await asks(mia, `/shift ACME Workshop ${ana.id} daily 09:00-17:00`);
    const said = await eve.says(group, "Hello");
    await gus.says(group, "/add_dispatcher", { replyTo: said });
    const entries = ["can be reached in private", "has not started me in private"];
    assertEquals(await asks(mia, "/people acme"), [[
      "People of ACME Logistics · 4 people",
      `Mia · ${mia.id} · ${entries[0]}`,
      "manager of ACME Logistics",
      `Dan · ${dan.id} · ${entries[0]}`,
      "dispatcher of ACME Logistics",
      `Bob · ${bob.id} · ${entries[1]}`,
      "member of Workshop in ACME Logistics",
      `Ana · ${ana.id} · ${entries[1]}`,
      "member of Workshop in ACME Logistics, on duty now: daily 09:00-17:00",
    ].join("\n")]);
    await gus.says(group, "/people");
    const here = newestFor(gus, group).split("\n");
    assertEquals(here[0], "People of this group · 6 people");
    assertEquals(here.filter((line) => line.startsWith("Gus") || line.startsWith("Eve")), [
      `Gus · ${gus.id} · ${entries[1]}`,
      `Eve · ${eve.id} · ${entries[1]}`,
    ]);
    assert(here.includes("dispatcher of this group"));
    assert(here.includes("manager here, as an administrator of this Telegram group"));
    assertEquals(group.visibleTo(eve).some((it) => plain(it).includes("6 people")), false);
    await asks(mia, `/remove_dispatcher ACME ${dan.id}`);
    assertEquals(/Dan/.test((await asks(mia, "/people ACME")).join()), false);
  }));

Deno.test("/people is for managers, of their own company", () =>
  inStory(async (program) => {
    const { admin, telegram } = program;
    const yard = await yardOf(program);
    await everybodyGreets(yard);
    const zoe = telegram.person("Zoe");
    const vault = await program.company("ZETA", { members: [zoe] });
    await asks(admin, `/add_manager ZETA ${zoe.id}`);
    const sorry = "Sorry, that is not yours to do here. Nothing was changed.";
    const { group, eve, bob, dan, gus, mia } = yard;
    for (const person of [eve, bob, dan, gus, zoe]) {
      assertEquals(await asks(person, "/people ACME"), [sorry], person.name);
    }
    assertEquals(await asks(mia, "/people ZETA"), [sorry]);
    assertEquals(await asks(mia, "/people NOPE"), [sorry]);
    for (const person of [eve, bob, dan]) {
      await person.says(group, "/people");
      assertEquals(newestFor(person, group), sorry, person.name);
    }
    await zoe.says(vault, "/people");
    assertEquals(/Mia|Dan|Bob/.test(newestFor(zoe, vault)), false);
    assertStringIncludes((await asks(mia, "/people")).join(), "Usage: /people <company_id>");
    assertEquals(await asks(admin, "/people NOPE"), [
      "There is no company NOPE. /companies lists them.",
    ]);
  }));

Deno.test("many people take pages, which whoever is manager no longer can't turn", () =>
  inStory(async (program) => {
    const { admin, telegram } = program;
    const { mia } = await yardOf(program);
    for (let n = 1; n <= 9; n++) {
      const person = telegram.person(`<${"&".repeat(60)}${n}>`);
      await person.starts();
      await asks(admin, `/add_member ACME Safety ${person.id}`);
    }
    await asks(mia, "/people ACME");
    const first = newest(mia, mia.private);
    assertStringIncludes(plain(first), "13 people");
    assertEquals(buttons(first), ["▶", "✖️ Close"]);
    assertEquals(plain(first).split("\n").length, 17);
    await mia.presses(first, "▶");
    const second = newest(mia, mia.private);
    assertEquals([second.message_id, plain(second).split("\n").length], [first.message_id, 11]);
    assertEquals(buttons(second), ["◀", "✖️ Close"]);
    await asks(admin, `/remove_manager ACME ${mia.id}`);
    await mia.presses(second, "◀");
    assertEquals(newestInPrivate(mia), "Sorry, that is not yours to do here. Nothing was changed.");
  }));
