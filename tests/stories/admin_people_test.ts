import { assertEquals, assertStringIncludes } from "@std/assert";
import { keys } from "../../src/store/keys.ts";
import type { Program } from "../program.ts";
import type { Person } from "../simulator/simulator.ts";
import { records, stored } from "./stored.ts";
import { asks, inStory } from "./story.ts";

async function rolesOf(program: Program, { id }: Person) {
  const person = await stored(program, keys.person("ACME", id));
  if (!person) return null;
  const { dispatcher, manager, departments } = person;
  return { dispatcher, manager, departments };
}

const NONE = { dispatcher: false, manager: false, departments: [] };

Deno.test("a person is named by numeric id", () =>
  inStory(async (program) => {
    const { admin, telegram } = program;
    const ana = telegram.person("Ana");
    await ana.starts();
    await asks(admin, "/add_company ACME Acme");
    assertEquals(await asks(admin, `/add_dispatcher ACME ${ana.id}`), [
      "Ana is a dispatcher of Acme now.",
    ]);
    assertEquals(await asks(admin, `/add_manager acme ${ana.id}`), [
      "Ana is a manager of Acme now.",
    ]);
    assertEquals(await asks(admin, `/add_member ACME dispatch ${ana.id}`), [
      "Ana is a member of Dispatch in Acme now.",
    ]);
    assertEquals(await rolesOf(program, ana), {
      dispatcher: true,
      manager: true,
      departments: ["1"],
    });
    assertEquals(await asks(admin, `/add_manager ACME ${ana.id}`), [
      "Ana has that role already. Nothing was changed.",
    ]);
    const company = await stored(program, keys.company("ACME"));
    assertEquals([company?.dispatchers, company?.departments[0]?.members], [1, 1]);
  }));

Deno.test("a person is named by a text mention", () =>
  inStory(async (program) => {
    const { admin, telegram } = program;
    const ana = telegram.person("Ana");
    await asks(admin, "/add_company ACME Acme");
    await admin.says(admin.private, "/add_member ACME Dispatch Ana", { mentions: [ana] });
    assertEquals(await rolesOf(program, ana), { ...NONE, departments: ["1"] });
  }));

Deno.test("a department's name may have several words", () =>
  inStory(async (program) => {
    const { admin, telegram } = program;
    const ana = telegram.person("Ana", { username: "ana_k" });
    await ana.starts();
    await asks(admin, "/add_company ACME Acme");
    await asks(admin, "/add_department ACME Truck maintenance");
    await asks(admin, "/add_member ACME truck Maintenance @ana_k");
    assertEquals(await rolesOf(program, ana), { ...NONE, departments: ["2"] });
    assertEquals(await asks(admin, `/add_member ACME Kitchen ${ana.id}`), [
      "No such department. There are: Dispatch, Truck maintenance",
    ]);
  }));

Deno.test("a person is named by a @handle once the bot has met them, not before", () =>
  inStory(async (program) => {
    const { admin, telegram } = program;
    const ana = telegram.person("Ana", { username: "ana_k" });
    await asks(admin, "/add_company ACME Acme");
    const [unknown] = await asks(admin, "/add_dispatcher ACME @ana_k");
    assertStringIncludes(unknown!, "I have not met @ana_k yet.");
    assertEquals(await rolesOf(program, ana), null);

    await ana.starts();
    await asks(admin, "/add_dispatcher ACME @ANA_K");
    assertEquals(await rolesOf(program, ana), { ...NONE, dispatcher: true });
  }));

Deno.test("a handle names whoever holds it now", () =>
  inStory(async (program) => {
    const { admin, telegram } = program;
    const ana = telegram.person("Ana", { username: "oncall" });
    const bob = telegram.person("Bob", { username: "oncall" });
    await ana.starts();
    await bob.starts();
    await asks(admin, "/add_company ACME Acme");
    await asks(admin, "/add_dispatcher ACME @oncall");
    assertEquals(await rolesOf(program, ana), null);
    assertEquals(await rolesOf(program, bob), { ...NONE, dispatcher: true });
    assertEquals((await stored(program, keys.profile(ana.id)))?.handle, null);
  }));

Deno.test("a person is named by replying to a forwarded message of theirs", () =>
  inStory(async (program) => {
    const { admin, telegram } = program;
    const ana = telegram.person("Ana");
    const yard = telegram.group("Yard", { members: [ana, admin] });
    const said = await ana.says(yard, "Good morning");
    await asks(admin, "/add_company ACME Acme");
    const forwarded = await admin.forwards(said, admin.private);
    await admin.says(admin.private, "/add_member ACME Dispatch", { replyTo: forwarded });
    assertEquals(await rolesOf(program, ana), { ...NONE, departments: ["1"] });
  }));

Deno.test("asked who, a platform admin forwards a message, or sends an id or a handle", () =>
  inStory(async (program) => {
    const { admin, telegram } = program;
    const people = [
      telegram.person("Ana", { username: "ana_k" }),
      telegram.person("Bob"),
      telegram.person("Cleo", { username: "cleo_k" }),
    ] as [Person, Person, Person];
    const yard = telegram.group("Yard", { members: [...people, admin] });
    const [ana, bob, cleo] = people;
    await cleo.starts();
    await asks(admin, "/add_company ACME Acme");
    const answers = [
      async () => void await admin.forwards(await ana.says(yard, "Morning"), admin.private),
      async () => void await asks(admin, String(bob.id)),
      async () => void await asks(admin, "@cleo_k"),
    ];
    for (const [n, answer] of answers.entries()) {
      assertEquals(await asks(admin, "/add_dispatcher ACME"), [
        "Who? Forward a message of theirs, or send their numeric id or @handle.",
      ]);
      await answer();
      assertEquals(await rolesOf(program, people[n]!), { ...NONE, dispatcher: true });
    }
  }));

Deno.test("an answer to “who?” that comes again gets the same answer, and has no second effect", () =>
  inStory(async (program) => {
    const { admin, telegram } = program;
    const ana = telegram.person("Ana");
    const yard = telegram.group("Yard", { members: [ana, admin] });
    const said = await ana.says(yard, "Morning");
    await asks(admin, "/add_company ACME Acme");
    await asks(admin, "/add_dispatcher ACME");
    await admin.forwards(said, admin.private);
    const answer = admin.private.messages.at(-1)!.text;
    const before = await records(program);
    assertEquals(await telegram.redeliver(telegram.updates.at(-1)!.update_id), 200);
    assertEquals(admin.private.messages.at(-1)!.text, answer);
    assertEquals(await records(program), before);
  }));

Deno.test("an author who hides their account is not guessed: the admin reads what to do", () =>
  inStory(async (program) => {
    const { admin, telegram } = program;
    const ana = telegram.person("Ana");
    const yard = telegram.group("Yard", { members: [ana, admin] });
    const said = await ana.says(yard, "Good morning");
    await asks(admin, "/add_company ACME Acme");
    const before = await records(program);
    const forwarded = await admin.forwards(said, admin.private, { hidden: true });
    const hint = "The author of that message hides their account when forwarded.";
    assertStringIncludes(admin.private.messages.at(-1)!.text!, hint);
    await admin.says(admin.private, "/add_dispatcher ACME", { replyTo: forwarded });
    assertStringIncludes(admin.private.messages.at(-1)!.text!, hint);
    assertEquals(await records(program), before);
  }));

Deno.test("a bot, a wrong word or an absurd number is nobody", () =>
  inStory(async (program) => {
    const { admin, telegram } = program;
    await asks(admin, "/add_company ACME Acme");
    const before = await records(program);
    for (const word of ["0", "-5", "12345678901234567", "@a", "ana", "@bad-handle", "1.5"]) {
      const [answer] = await asks(admin, `/add_dispatcher ACME ${word}`);
      assertStringIncludes(answer!, "I don't know that person.", word);
    }
    const welcome = admin.private.messages.find(({ from }) => from?.id === telegram.bot.id)!;
    const forwarded = await admin.forwards(welcome, admin.private);
    await admin.says(admin.private, "/add_dispatcher ACME", { replyTo: forwarded });
    assertStringIncludes(
      admin.private.messages.at(-1)!.text!,
      "That is not a person I can give a role to.\nUsage: /add_dispatcher <company_id> <person>",
    );
    assertEquals(await records(program), before);
  }));
