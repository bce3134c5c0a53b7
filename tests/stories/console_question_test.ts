import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { withDepartment } from "../../src/domain/departments.ts";
import { MOST_DEPARTMENTS } from "../../src/domain/quota.ts";
import { keys } from "../../src/store/keys.ts";
import type { Program } from "../program.ts";
import { type Person, plain } from "../simulator/simulator.ts";
import { chatOf, clicks, consoleOf, forges, offers, opensConsole, reads } from "./console.ts";
import { records, stored } from "./stored.ts";
import { asks, inStory, newestInPrivate } from "./story.ts";

/** Company ACME, and the console at its people. */
async function atPeople(program: Program): Promise<Person> {
  const { admin } = program;
  await asks(admin, "/add_company ACME Acme");
  await opensConsole(admin);
  await clicks(admin, "ACME", "👥 People");
  return admin;
}

async function dispatchers({ store }: Program): Promise<number[]> {
  const found = await Array.fromAsync(store.list({ prefix: ["dispatcher", "ACME"] }));
  return found.map(({ key }) => Number(key[2]));
}

Deno.test("a wrong answer is asked again with the reason, and leaves nothing in the chat", () =>
  inStory(async (program) => {
    const { admin } = program;
    await asks(admin, "/add_company ACME Acme");
    await opensConsole(admin);
    await clicks(admin, "ACME", "📅 Calendar");
    const before = chatOf(admin);
    const page = plain(consoleOf(admin));
    const wrong: [button: string, text: string, reason: string][] = [
      ["✏️ Hours", "whenever", "I can't read these hours."],
      ["🌍 Time zone", "Mars/Olympus", "time zone"],
    ];
    for (const [button, text, reason] of wrong) {
      await clicks(admin, button);
      const stores = await stored(program, keys.company("ACME"));
      await admin.says(admin.private, text);
      assertStringIncludes(newestInPrivate(admin), reason);
      assertStringIncludes(newestInPrivate(admin), "/");
      assertEquals(await stored(program, keys.company("ACME")), stores);
      await clicks(admin, "‹ Back", "📅 Calendar");
      assertEquals([chatOf(admin), plain(consoleOf(admin))], [before, page]);
    }
  }));

Deno.test("what a setting takes is said with the question, in the reader's language", () =>
  inStory(async (program) => {
    const { admin } = program;
    await asks(admin, "/add_company ACME Acme");
    await asks(admin, "/policy ACME summary 45");
    const said = () => newestInPrivate(admin).split("\n").filter(Boolean);
    const question =
      "What should it be? Possible: minutes, from 1 to 10080; default makes it as usual.";
    await opensConsole(admin);
    await clicks(admin, "ACME", "⏱ Policy", "›", "›");
    assertEquals(offers(admin).slice(0, 2), [
      "How it goes: then each · as the first time",
      "✏️ Waits for a summary · 45 min",
    ]);
    await clicks(admin, "✏️ Waits for a summary · 45 min");
    assertEquals(reads(admin).slice(1), [
      "minutes from Resolve until it closes without a summary",
      "Now: 45 min",
      "Possible: minutes, from 1 to 10080; default makes it as usual.",
    ]);
    await clicks(admin, "✏️ Set");
    assertEquals(said().slice(0, 2), [question, "/policy ACME summary <value | default>"]);
    await admin.says(admin.private, "soon");
    assertEquals(said().slice(0, 2), ["That is no value for it.", question]);
    await asks(admin, "/language ru");
    await opensConsole(admin);
    await forges(admin, "a:set_policy:ACME:summary:0", admin.private.messages.at(-1)!);
    assertEquals(said().slice(0, 2), [
      "Какое значение? Можно: минуты, от 1 до 10080; default — вернуть как обычно.",
      "/policy ACME summary <значение | default>",
    ]);
  }));

Deno.test("a name that is taken is asked for again, and the next one counts", () =>
  inStory(async (program) => {
    const { admin } = program;
    await asks(admin, "/add_company ACME Acme");
    await opensConsole(admin);
    await clicks(admin, "ACME", "🗂 Departments", "➕ Department");
    for (
      const [name, reason] of [["dispatch", "ACME has a department dispatch already."], [
        "x".repeat(41),
        "A name has 1 to 40 characters.",
      ]] as const
    ) {
      await admin.says(admin.private, name);
      assertEquals(newestInPrivate(admin).split("\n")[0], reason);
    }
    await admin.says(admin.private, "Workshop");
    assertEquals(reads(admin)[0], "ACME has a department Workshop now.");
    assertEquals(await stored(program, keys.prompt(admin.id, admin.id)), null);
    await admin.says(admin.private, "Cellar");
    const names = (await stored(program, keys.company("ACME")))?.departments.map((it) => it.name);
    assertEquals(names, ["Dispatch", "Workshop"]);
  }));

Deno.test("a question is dropped by any other press, by /admin, and by time", () =>
  inStory(async (program) => {
    const { admin } = program;
    await asks(admin, "/add_company ACME Acme");
    await opensConsole(admin);
    await clicks(admin, "ACME", "🗂 Departments");
    const turns: (() => Promise<unknown>)[] = [
      () => clicks(admin, "Dispatch", "‹ Back"),
      async () => {
        await opensConsole(admin);
        await clicks(admin, "ACME", "🗂 Departments");
      },
      () => program.pass(61),
    ];
    for (const turn of turns) {
      await clicks(admin, "➕ Department");
      await turn();
      await admin.says(admin.private, "Cellar");
      assertEquals((await stored(program, keys.company("ACME")))?.departments.length, 1);
    }
  }));

Deno.test("ten people who are chosen at once get the role, and one sentence says so", () =>
  inStory(async (program) => {
    const admin = await atPeople(program);
    const people = Array.from(
      { length: 10 },
      (_, n) => program.telegram.person(`P${n}`, { username: `person_${n}` }),
    );
    await asks(admin, `/add_dispatcher ACME ${people[3]!.id}`);
    await clicks(admin, "➕ Dispatchers");
    await admin.chooses(people);
    assertEquals(reads(admin)[0], "9 people have that role now; 1 person had it already.");
    assertEquals(await dispatchers(program), people.map(({ id }) => id));
    assertEquals((await stored(program, keys.company("ACME")))?.dispatchers, 10);
    assertEquals((await stored(program, keys.profile(people[9]!.id)))?.name, "P9");
    assertEquals(await stored(program, keys.handle("person_9")), people[9]!.id);
    assertEquals(offers(admin).includes("1/2"), true);
    const before = await records(program);
    await program.telegram.redeliver(program.telegram.updates.at(-1)!.update_id);
    assertEquals(await records(program), before);
  }));

Deno.test("people are also named by forwarding, mention, handle or id", () =>
  inStory(async (program) => {
    const admin = await atPeople(program);
    const { telegram } = program;
    const [ana, bob, cleo, dora] = ["Ana", "Bob", "Cleo", "Dora"].map((name) =>
      telegram.person(name, { username: `${name.toLowerCase()}_k` })
    ) as [Person, Person, Person, Person];
    const yard = telegram.group("Yard", { members: [ana, admin] });
    const said = await ana.says(yard, "Morning");
    await cleo.starts();
    const answers = [
      () => admin.forwards(said, admin.private),
      () => admin.says(admin.private, "Bob", { mentions: [bob] }),
      () => admin.says(admin.private, "@cleo_k"),
      () => admin.says(admin.private, String(dora.id)),
    ];
    for (const answer of answers) {
      await clicks(admin, "➕ Dispatchers");
      await answer();
      assertStringIncludes(reads(admin)[0]!, "is a dispatcher of Acme now.");
      assertEquals(admin.private.keyboard, []);
    }
    assertEquals(await dispatchers(program), [ana, bob, cleo, dora].map(({ id }) => id));
    await clicks(admin, "➕ Dispatchers");
    await admin.says(admin.private, "@nobody_here");
    assertStringIncludes(newestInPrivate(admin), "I have not met @nobody_here yet.");
    assertEquals(admin.private.keyboard.length, 2);
    await admin.taps("✖️ Leave it");
    assertEquals([admin.private.keyboard, reads(admin)[0]], [[], "Console › ACME · Acme › People"]);
    assertEquals(await stored(program, keys.prompt(admin.id, admin.id)), null);
  }));

Deno.test("people whom nobody asked for, or for another question, get nothing", () =>
  inStory(async (program) => {
    const admin = await atPeople(program);
    const { telegram } = program;
    const eve = telegram.person("Eve");
    await eve.starts();
    const shares = (from: Person, request_id: number) => {
      const message = {
        message_id: 900_000 + request_id % 1_000,
        date: 1,
        chat: { id: from.id, type: "private" as const, first_name: from.name },
        from: from.user,
        users_shared: { request_id, users: [{ user_id: eve.id, first_name: "Eve" }] },
      };
      return telegram.forgedUpdate(
        { message } as unknown as Parameters<
          typeof telegram.forgedUpdate
        >[0],
      );
    };
    const before = await records(program);
    for (const from of [admin, eve]) {
      await shares(from, 7);
      assertEquals(newestInPrivate(from), "Nothing is asked any more. Nothing was changed.");
    }
    assertEquals(await records(program), before);

    await clicks(admin, "➕ Dispatchers");
    const first = (await stored(program, keys.prompt(admin.id, admin.id)))!.asked;
    await clicks(admin, "➕ Managers");
    const asked = await records(program);
    await shares(admin, "requestId" in first ? first.requestId : 0);
    assertEquals(await records(program), asked);
    await clicks(admin, "‹ Back", "🗂 Departments", "➕ Department");
    const prompt = (await stored(program, keys.prompt(admin.id, admin.id)))!.asked;
    const text = await records(program);
    await shares(admin, "requestId" in prompt ? prompt.requestId : 0);
    assertEquals(await records(program), text);
  }));

Deno.test("an answer that comes again has no second effect", () =>
  inStory(async (program) => {
    const { admin, telegram } = program;
    await asks(admin, "/add_company ACME Acme");
    await opensConsole(admin);
    await clicks(admin, "ACME", "🗂 Departments", "➕ Department");
    const press = telegram.updates.at(-1)!.update_id;
    await telegram.redeliver(press);
    assertStringIncludes(newestInPrivate(admin), "What is the department called?");
    await admin.says(admin.private, "Workshop");
    const before = await records(program);
    await telegram.redeliver(telegram.updates.at(-1)!.update_id);
    assertEquals(await records(program), before);
    assertEquals((await stored(program, keys.company("ACME")))?.departments.length, 2);
  }));

Deno.test("a question whose answer changes nothing is asked no more", () =>
  inStory(async (program) => {
    const { admin, store } = program;
    const mia = program.telegram.person("Mia");
    await asks(admin, "/add_company ACME Acme");
    await mia.starts();
    const isAsked = async () => await stored(program, keys.prompt(admin.id, admin.id)) !== null;
    const company = async () => {
      const found = await stored(program, keys.company("ACME"));
      assert(found);
      return found;
    };
    await opensConsole(admin);
    await clicks(admin, "ACME", "🗂 Departments", "➕ Department");
    const before = await company();
    let full = before;
    for (let n = 2; n <= MOST_DEPARTMENTS; n++) full = withDepartment(full, `Number ${n}`);
    await store.set(["company", "ACME"], full);
    await admin.says(admin.private, "Garage");
    assertStringIncludes(reads(admin)[0]!, String(MOST_DEPARTMENTS));
    assertEquals(await isAsked(), false);
    await store.set(["company", "ACME"], before);
    await admin.says(admin.private, "Hello there");
    assertEquals((await company()).departments.length, 1);

    await opensConsole(admin);
    await clicks(admin, "ACME", "👥 People", "➕ Managers");
    await store.set(["company", "ACME"], { ...before, archivedAt: 1 });
    await admin.says(admin.private, String(mia.id));
    assertEquals(await isAsked(), false);
    await store.set(["company", "ACME"], before);
    await admin.says(admin.private, String(mia.id));
    assertEquals(await stored(program, keys.person("ACME", mia.id)), null);
  }));
