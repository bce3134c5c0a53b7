import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { keys } from "../../src/store/keys.ts";
import type { Program } from "../program.ts";
import { type Group, type Person, plain } from "../simulator/simulator.ts";
import { incident, records, stored } from "./stored.ts";
import { asks, inStory, newestFor } from "./story.ts";

const REFUSED = "Sorry, that is not yours to do here. Nothing was changed.";

async function grantsIn(program: Program, group: Group, { id }: Person) {
  const record = await stored(program, keys.group(group.id));
  return record?.status === "active" ? record.people[String(id)] ?? null : null;
}

Deno.test("a Telegram administrator of the group gives roles of that group by reply", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const olga = telegram.person("Olga");
    const ana = telegram.person("Ana");
    const yard = await program.company("ACME", { members: [ana], owner: olga });
    const hello = await ana.says(yard, "Morning");
    const answers = {
      "/add_dispatcher": "Ana is a dispatcher of this group now.",
      "/add_manager": "Ana is a manager of this group now.",
      "/add_member dispatch": "Ana is a member of Dispatch in this group now.",
    };
    for (const [text, answer] of Object.entries(answers)) {
      await olga.says(yard, text, { replyTo: hello });
      assertEquals(newestFor(olga, yard), answer);
      assertEquals(newestFor(ana, yard), text);
    }
    assertEquals(await grantsIn(program, yard, ana), {
      dispatcher: true,
      manager: true,
      departments: ["1"],
    });
    await olga.says(yard, "/add_manager", { replyTo: hello });
    assertEquals(newestFor(olga, yard), "Ana has that role already. Nothing was changed.");
    assertEquals(await stored(program, keys.person("ACME", ana.id)), null);
  }));

Deno.test("a manager of the group gives roles there, and nobody else does", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const olga = telegram.person("Olga");
    const mia = telegram.person("Mia");
    const ana = telegram.person("Ana");
    const dan = telegram.person("Dan");
    const yard = await program.company("ACME", { members: [mia, ana, dan], owner: olga });
    await olga.says(yard, "/add_manager", { replyTo: await mia.says(yard, "Hi") });
    await olga.says(yard, "/add_dispatcher", { replyTo: await dan.says(yard, "Hi") });
    const hello = await ana.says(yard, "Morning");
    const before = await records(program);
    for (const person of [ana, dan]) {
      for (const text of ["/add_dispatcher", "/add_manager", "/add_member Dispatch"]) {
        await person.says(yard, text, { replyTo: hello });
        assertEquals(newestFor(person, yard), REFUSED);
      }
    }
    assertEquals(await records(program), before);
    await mia.says(yard, "/add_dispatcher", { replyTo: hello });
    assertEquals((await grantsIn(program, yard, ana))?.dispatcher, true);
  }));

Deno.test("who is no longer a Telegram administrator gives no roles any more", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const mia = telegram.person("Mia");
    const ana = telegram.person("Ana");
    const yard = await program.company("ACME", { members: [mia, ana] });
    const hello = await ana.says(yard, "Morning");
    await mia.says(yard, "/add_dispatcher", { replyTo: hello });
    assertEquals(newestFor(mia, yard), REFUSED);
    await yard.promote(mia);
    await mia.says(yard, "/add_dispatcher", { replyTo: hello });
    assertEquals(newestFor(mia, yard), "Ana is a dispatcher of this group now.");
    await yard.demote(mia);
    await mia.says(yard, "/add_manager", { replyTo: hello });
    assertEquals(newestFor(mia, yard), REFUSED);
    assertEquals((await grantsIn(program, yard, ana))?.manager, false);
  }));

Deno.test("where Telegram does not tell who administers the group, an answer counts ten minutes", () =>
  inStory(async (program) => {
    const { telegram, clock } = program;
    const mia = telegram.person("Mia");
    const ana = telegram.person("Ana");
    const yard = await program.company("ACME", { members: [mia, ana], bot: "member" });
    await yard.promote(mia);
    const hello = await ana.says(yard, "Morning");
    await mia.says(yard, "/add_dispatcher", { replyTo: hello });
    assertEquals((await grantsIn(program, yard, ana))?.dispatcher, true);
    await yard.demote(mia);
    await clock.advance(10 * 60_000 + 1);
    await mia.says(yard, "/add_manager", { replyTo: hello });
    assertEquals((await grantsIn(program, yard, ana))?.manager, false);
    assertEquals(newestFor(mia, yard), REFUSED);
  }));

Deno.test("without a reply, or in reply to a bot, it says how it is used", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const olga = telegram.person("Olga");
    const yard = await program.company("ACME", { owner: olga });
    const before = await records(program);
    for (const name of ["add_dispatcher", "add_manager", "add_member"]) {
      await olga.says(yard, `/${name}${name === "add_member" ? " Dispatch" : ""}`);
      assertStringIncludes(newestFor(olga, yard), "Use it as a reply to a message of the person");
      assertStringIncludes(
        newestFor(olga, yard),
        name === "add_member" ? "Example: /add_member" : "",
      );
    }
    const welcome = yard.messages.findLast(({ from }) => from?.id === telegram.bot.id)!;
    await olga.says(yard, "/add_dispatcher", { replyTo: welcome });
    assertEquals(newestFor(olga, yard), "That is not a person I can give a role to.");
    await olga.says(yard, "/add_member Kitchen", { replyTo: await olga.says(yard, "Me") });
    assertEquals(newestFor(olga, yard), "No such department. There are: Dispatch");
    assertEquals(await records(program), before);
  }));

Deno.test("roles of one group reach neither another group of the company nor private chat", () =>
  inStory(async (program) => {
    const { telegram, admin } = program;
    const olga = telegram.person("Olga");
    const mia = telegram.person("Mia");
    const ana = telegram.person("Ana");
    const yard = await program.company("ACME", { members: [mia, ana], owner: olga });
    const depot = telegram.group("Depot", { members: [mia, ana], withBot: false, owner: admin });
    await admin.adds(depot);
    await depot.botRights("administrator");
    await asks(admin, `/add_group ACME ${depot.id}`);
    const dora = telegram.person("Dora");
    await asks(admin, `/add_dispatcher ACME ${dora.id}`);
    const hello = await mia.says(yard, "Hi");
    for (const text of ["/add_manager", "/add_dispatcher", "/add_member Dispatch"]) {
      await olga.says(yard, text, { replyTo: hello });
    }
    await ana.says(depot, "/new_issue Gate is stuck");
    const card = depot.pinned[0]!;
    assertEquals((await mia.presses(card, "Claim")).text, ONLY_THOSE);
    assertEquals((await incident(program, "ACME-1")).status, "awaiting_claim");
    await mia.says(depot, "/add_dispatcher", { replyTo: await ana.says(depot, "Hi") });
    assertEquals(newestFor(mia, depot), REFUSED);
    await mia.starts();
    assertEquals(await asks(mia, `/add_dispatcher ACME ${ana.id}`), [REFUSED]);

    await ana.says(yard, "/new_issue Brakes failed");
    assertEquals((await mia.presses(yard.pinned[0]!, "Claim")).text, "ACME-2 is yours.");
  }));

const ONLY_THOSE = "Only members of the department, dispatchers, or managers can do that.";

Deno.test("a person who was given a role by reply is called by name", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const olga = telegram.person("Olga");
    const dan = telegram.person("Dan", { lastName: "Driver" });
    const ana = telegram.person("Ana");
    const yard = await program.company("ACME", { members: [dan, ana], owner: olga });
    const hello = await dan.says(yard, "Morning");
    await olga.says(yard, "/add_member Dispatch", { replyTo: hello });
    await ana.says(yard, "/new_issue Brakes failed");
    const call = yard.messages.map(plain).find((text) => text.includes("Who claims it?"));
    assertMatch(call ?? "", /^ACME-1 needs Dispatch.* Dan Driver$/);
  }));
