import { assertEquals, assertStringIncludes } from "@std/assert";
import { keys } from "../../src/store/keys.ts";
import { type Program, START } from "../program.ts";
import { buttons, type Person, plain } from "../simulator/simulator.ts";
import {
  clicks,
  consoleOf,
  everyConsoleButton,
  forges,
  offers,
  opensConsole,
  reads,
} from "./console.ts";
import { recordsBesideReports, stored } from "./stored.ts";
import { asks, inStory, newestInPrivate } from "./story.ts";
import { yardOf } from "./yard.ts";

const NOT_YOURS = "Sorry, that is not yours to do here. Nothing was changed.";

/** A company of its own, with somebody in it and a group that waits. */
async function zeta(program: Program): Promise<{ person: Person; chat: number }> {
  const { admin, telegram } = program;
  const zoe = telegram.person("Zoe");
  await zoe.starts();
  await program.company("ZETA", { owner: zoe });
  await asks(admin, `/add_member ZETA Dispatch ${zoe.id}`);
  const group = telegram.group("Vault", { owner: zoe, withBot: false });
  await zoe.adds(group);
  await zoe.says(group, "Bank", { replyTo: group.visibleTo(zoe).at(-1)! });
  return { person: zoe, chat: group.id };
}

/** The data of every button there can be, about a company and what it has. */
function everyButton(about: { company: string; person: number; chat: number }): string[] {
  return everyConsoleButton({ ...about, waiting: about.chat, into: about.company, at: START })
    .filter(({ name }) => name !== "home").map(({ data }) => data);
}

Deno.test("a manager sees their own company and no other", () =>
  inStory(async (program) => {
    const { mia } = await yardOf(program, { started: ["Mia"] });
    await zeta(program);
    await opensConsole(mia);
    assertEquals(reads(mia), ["Console"]);
    assertEquals(offers(mia), ["ACME · ACME Logistics"]);
    await clicks(mia, "ACME", "🗂 Departments", "Workshop", "✏️ Rename");
    await mia.says(mia.private, "Garage");
    assertEquals((await stored(program, keys.company("ACME")))?.departments[1]?.name, "Garage");
  }));

Deno.test("no forged button reaches another company, or says whether there is one", () =>
  inStory(async (program) => {
    const { mia } = await yardOf(program, { started: ["Mia"] });
    const { person, chat } = await zeta(program);
    await opensConsole(mia);
    const seen = plain(consoleOf(mia));
    const before = await recordsBesideReports(program);
    for (const company of ["ZETA", "NONE"]) {
      for (const data of everyButton({ company, person: person.id, chat })) {
        assertEquals((await forges(mia, data)).text, NOT_YOURS, data);
      }
    }
    assertEquals(await recordsBesideReports(program), before);
    assertEquals(plain(consoleOf(mia)), seen);
  }));

Deno.test("whoever administers nothing has no console, however they press", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Mia", "Dan", "Bob", "Sam", "Gus"] });
    const { person, chat } = await zeta(program);
    const { mia, dan, bob, sam, gus } = yard;
    await opensConsole(mia);
    for (const other of [dan, bob, sam, gus, person]) {
      const [told] = await asks(other, "/admin");
      assertStringIncludes(told!, "You have no console here.", other.name);
      assertStringIncludes(told!, "/add_manager");
      const on = other.private.messages.at(-1)!;
      assertEquals(buttons(on), []);
      const before = await recordsBesideReports(program);
      for (const data of ["a:home:0", ...everyButton({ company: "ACME", person: bob.id, chat })]) {
        assertEquals((await forges(other, data, on)).text, NOT_YOURS, `${other.name} ${data}`);
      }
      assertEquals(await recordsBesideReports(program), before);
    }
  }));

Deno.test("an open console of somebody who is no manager any more refuses the next press", () =>
  inStory(async (program) => {
    const { admin } = program;
    const { mia } = await yardOf(program, { started: ["Mia"] });
    await opensConsole(mia);
    await clicks(mia, "ACME", "🗂 Departments", "➕ Department");
    await asks(admin, `/remove_manager ACME ${mia.id}`);
    const before = await recordsBesideReports(program);
    assertEquals((await clicks(mia, "Workshop")).text, NOT_YOURS);
    assertEquals(await recordsBesideReports(program), before);
    await mia.says(mia.private, "Garage");
    assertStringIncludes(newestInPrivate(mia), "You have no console here.");
    assertEquals((await stored(program, keys.company("ACME")))?.departments.length, 3);
  }));

Deno.test("a manager who takes their own role away is told, and has no console any more", () =>
  inStory(async (program) => {
    const { mia } = await yardOf(program, { started: ["Mia"] });
    await opensConsole(mia);
    const told = await clicks(mia, "ACME", "👥 People", "Mia", "➖ Manager", "Yes");
    assertEquals(told.text, "Mia is no manager of ACME Logistics any more.");
    assertStringIncludes(newestInPrivate(mia), "You have no console here.");
  }));

Deno.test("the person's page of somebody whom the company does not know is not there", () =>
  inStory(async (program) => {
    const { mia } = await yardOf(program, { started: ["Mia"] });
    const { person } = await zeta(program);
    await opensConsole(mia);
    for (const data of [`a:person:ACME:${person.id}:0`, `a:memberships:ACME:${person.id}:0`]) {
      assertEquals((await forges(mia, data)).text, "That is not there any more.");
    }
    assertEquals(reads(mia), ["Console"]);
  }));

Deno.test("thirty companies fill pages that turn, and a page that is too far is the last", () =>
  inStory(async (program) => {
    const { admin } = program;
    const names = Array.from({ length: 30 }, (_, n) => `C${String(n).padStart(2, "0")}`);
    for (const id of names) await asks(admin, `/add_company ${id} Company ${id}`);
    await opensConsole(admin);
    const seen: string[] = [];
    for (;;) {
      seen.push(...offers(admin).flatMap((label) => /^(C\d\d) ·/.exec(label)?.[1] ?? []));
      if (!offers(admin).includes("›")) break;
      await clicks(admin, "›");
    }
    assertEquals(seen, names);
    assertEquals(offers(admin).includes("4/4"), true);
    await forges(admin, "a:home:999999");
    assertEquals(offers(admin).includes("4/4"), true);
    await clicks(admin, "‹");
    assertEquals(offers(admin).includes("3/4"), true);
  }));

Deno.test("a console that can't be edited any more comes anew", () =>
  inStory(async (program) => {
    const { admin, telegram } = program;
    await asks(admin, "/add_company ACME Acme");
    await opensConsole(admin);
    const old = consoleOf(admin);
    await telegram.call("deleteMessage", { chat_id: admin.id, message_id: old.message_id });
    await admin.presses(old, "", { data: "a:company:ACME:0" });
    assertEquals(consoleOf(admin).message_id === old.message_id, false);
    assertEquals(reads(admin)[0], "Console › ACME · Acme");
    await clicks(admin, "🗂 Departments");
    await forges(admin, "a:departments:ACME:0");
    assertEquals(admin.private.messages.filter((it) => plain(it).includes("Console")).length, 1);
  }));

Deno.test("/admin opens another one; the one before it still leads everywhere", () =>
  inStory(async (program) => {
    const { admin } = program;
    await asks(admin, "/add_company ACME Acme");
    await opensConsole(admin);
    const first = consoleOf(admin);
    await opensConsole(admin);
    await admin.presses(first, "ACME");
    const [older, newer] = admin.private.messages.filter((it) => plain(it).includes("Console"));
    assertStringIncludes(plain(older!), "Console › ACME");
    assertEquals(plain(newer!).split("\n")[0], "Console");
    await clicks(admin, "✖️ Close");
    assertEquals(consoleOf(admin).message_id, first.message_id);
  }));

Deno.test("two admins decide about one group at once: one lets it in, the other is told", () =>
  inStory(async (program) => {
    const { admin, telegram } = program;
    const quentin = telegram.person("Quentin", { id: 424_242 });
    await quentin.starts();
    const { chat } = await zeta(program);
    const [first, second] = [admin, quentin];
    for (const one of [first, second]) {
      await opensConsole(one);
      await clicks(one, "⏳ Groups that wait: 1", "Vault");
    }
    const told = await Promise.all([
      first.presses(consoleOf(first), "✅ New company “Bank”"),
      second.presses(consoleOf(second), "✅ New company “Bank”"),
    ]);
    assertEquals(told.map(({ text }) => text).toSorted(), [
      "“Vault” belongs to BANK already. Nothing was changed.",
      "“Vault” is active in BANK.",
    ]);
    const group = await stored(program, keys.group(chat));
    assertEquals([group?.status, group && "company" in group && group.company], ["active", "BANK"]);
    for (const one of [first, second]) {
      assertEquals(reads(one), ["Console › Groups that wait", "No group waits for activation."]);
    }
  }, { environment: { PLATFORM_ADMIN_IDS: "5000001,424242" } }));
