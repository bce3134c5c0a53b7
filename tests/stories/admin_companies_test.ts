import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { keys } from "../../src/store/keys.ts";
import { plain } from "../simulator/simulator.ts";
import { records, stored } from "./stored.ts";
import { asks, inStory, newestFor } from "./story.ts";

Deno.test("/add_company takes an id and a name", () =>
  inStory(async (program) => {
    const { admin } = program;
    assertEquals(await asks(admin, "/add_company ACME Acme Logistics"), [
      "Company ACME · Acme Logistics added, with the department Dispatch.",
    ]);
    const company = await stored(program, keys.company("ACME"));
    assertEquals(company?.name, "Acme Logistics");
    assertEquals(company?.departments, [{
      id: "1",
      name: "Dispatch",
      members: 0,
      restricted: false,
    }]);
  }));

Deno.test("/add_company derives the id from the name when it is left out", () =>
  inStory(async (program) => {
    const { admin } = program;
    const ids = {
      "Acme Logistics": "ACMELOGI",
      "acme logistics": "ACMELOG2",
      "Łódź & Søn": "ODZSN",
      "Привет": "CO",
      "4 Wheels": "WHEELS",
      "X & y": "XY",
    };
    for (const [name, id] of Object.entries(ids)) {
      const [answer] = await asks(admin, `/add_company ${name}`);
      const company = await stored(program, keys.company(answer!.split(" ")[1]!));
      assertEquals([company?.id, company?.name], [id, name]);
    }
  }));

Deno.test("/add_company changes nothing when the id is taken", () =>
  inStory(async (program) => {
    const { admin } = program;
    await asks(admin, "/add_company ACME First");
    const before = await stored(program, keys.company("ACME"));
    assertEquals(await asks(admin, "/add_company ACME Second"), [
      "There is a company ACME already. Nothing was changed.",
    ]);
    assertEquals(await stored(program, keys.company("ACME")), before);
  }));

Deno.test("a company name has 2 to 80 characters", () =>
  inStory(async (program) => {
    const { admin } = program;
    for (const [length, fits] of [[1, false], [2, true], [80, true], [81, false]] as const) {
      const [answer] = await asks(admin, `/add_company A${length} ${"n".repeat(length)}`);
      assertEquals(answer?.startsWith("Company"), fits, answer);
      if (!fits) assertStringIncludes(answer!, "Example: /add_company ACME Acme Logistics");
      assertEquals((await stored(program, keys.company(`A${length}`))) !== null, fits);
    }
  }));

Deno.test("bad arguments get the usage and an example, and change nothing", () =>
  inStory(async (program) => {
    const { admin } = program;
    await asks(admin, "/add_company ACME Acme");
    const before = await records(program);
    for (
      const text of [
        "/add_company",
        "/add_department",
        "/add_department ACME",
        "/add_department A Maintenance",
        "/add_department TOOLONGID Maintenance",
        "/add_department 9LIVES Maintenance",
        `/add_department ACME ${"d".repeat(41)}`,
        "/add_group",
        "/add_group ACME",
        "/add_group ACME 12",
        "/add_group ACME -x",
        "/add_group ACME -12 -13",
        "/add_group A-1 -12",
        "/add_dispatcher",
        "/add_dispatcher A 5",
        "/add_manager",
        "/add_member",
        "/add_member ACME",
      ]
    ) {
      const [answer] = await asks(admin, text);
      const name = text.split(" ")[0]!;
      assertStringIncludes(answer!, `Usage: ${name} `, text);
      assertStringIncludes(answer!, `Example: ${name} `, text);
    }
    assertEquals(await records(program), before);
  }));

Deno.test("/companies lists them, with how many departments each has", () =>
  inStory(async (program) => {
    const { admin } = program;
    assertEquals(await asks(admin, "/companies"), [
      "There is no company yet. /add_company adds one.",
    ]);
    await asks(admin, "/add_company ZETA Zeta & Söhne");
    await asks(admin, "/add_company ACME <b>Acme</b>");
    await asks(admin, "/add_department ACME Maintenance");
    assertEquals(await asks(admin, "/companies"), [
      "Companies: 2\nACME <b>Acme</b>, 2 departments\nZETA Zeta & Söhne, 1 department",
    ]);
  }));

Deno.test("/companies never cuts a character in two, however the names fall", () =>
  inStory(async (program) => {
    const { admin } = program;
    await asks(admin, `/add_company ACME ${"n".repeat(39)}🚚🚚`);
    const [list] = await asks(admin, "/companies");
    assert(list!.isWellFormed(), list);
    assertStringIncludes(list!, "ACME nnn");
  }));

Deno.test("/companies stays within one message for a hundred companies", () =>
  inStory(async (program) => {
    const { admin } = program;
    for (let n = 1; n <= 100; n++) {
      await asks(admin, `/add_company C${n} ${"&".repeat(80)}`);
    }
    const [list, ...more] = await asks(admin, "/companies");
    assertEquals(more, []);
    assertStringIncludes(list!, "Companies: 100");
    assertStringIncludes(list!, "and 60 more");
  }));

Deno.test("/add_department adds a department once, and its button appears on new cards", () =>
  inStory(async (program) => {
    const { admin, telegram } = program;
    const ana = telegram.person("Ana");
    const yard = await program.company("ACME", { members: [ana] });
    assertEquals(await asks(admin, "/add_department acme Truck maintenance"), [
      "ACME has a department Truck maintenance now.",
    ]);
    assertEquals(await asks(admin, "/add_department ACME truck MAINTENANCE"), [
      "ACME has a department truck MAINTENANCE already.",
    ]);
    assertEquals(await asks(admin, "/add_department NOPE Maintenance"), [
      "There is no company NOPE. /companies lists them.",
    ]);
    assertEquals((await stored(program, keys.company("ACME")))?.departments, [
      { id: "1", name: "Dispatch", members: 0, restricted: false },
      { id: "2", name: "Truck maintenance", members: 0, restricted: false },
    ]);
    await ana.says(yard, "/new_issue Brakes failed");
    assertStringIncludes(plain(yard.pinned[0]!), "which department?");
  }));

Deno.test("a company has at most 50 departments", () =>
  inStory(async (program) => {
    const { admin } = program;
    await asks(admin, "/add_company ACME Acme");
    for (let n = 2; n <= 50; n++) await asks(admin, `/add_department ACME Number ${n}`);
    assertEquals(await asks(admin, "/add_department ACME One more"), [
      "A company has at most 50 departments. Remove one first: /remove_department.",
    ]);
    assertEquals((await stored(program, keys.company("ACME")))?.departments.length, 50);
  }));

Deno.test("/add_group attaches a group that has met the bot, once", () =>
  inStory(async (program) => {
    const { admin, telegram } = program;
    const olga = telegram.person("Olga");
    const yard = telegram.group("Yard", { owner: olga, withBot: false });
    await asks(admin, "/add_company ACME Acme");
    await asks(admin, "/add_company ZETA Zeta");
    assertEquals(await asks(admin, `/add_group ACME ${yard.id}`), [
      `I know no group ${yard.id} that waits. Add me to the group first.`,
    ]);
    await olga.adds(yard);
    assertEquals(await asks(admin, `/add_group NOPE ${yard.id}`), [
      "There is no company NOPE. /companies lists them.",
    ]);
    assertEquals(await asks(admin, `/add_group acme ${yard.id}`), ["“Yard” is active in ACME."]);
    assertStringIncludes(newestFor(olga, yard), "This group is now part of Acme.");
    assertEquals(await asks(admin, `/add_group ZETA ${yard.id}`), [
      "“Yard” belongs to ACME already. Nothing was changed.",
    ]);
    const group = await stored(program, keys.group(yard.id));
    assertEquals(group?.status === "active" && group.company, "ACME");
  }));

Deno.test("/add_group lets a blocked group in again, which starts when the bot is added", () =>
  inStory(async (program) => {
    const { admin, telegram } = program;
    const olga = telegram.person("Olga");
    const yard = telegram.group("Yard", { owner: olga, withBot: false });
    await asks(admin, "/add_company ACME Acme");
    await olga.adds(yard);
    await admin.presses(admin.private.messages.at(-1)!, "", { data: `block:${yard.id}` });
    await telegram.settled();
    await asks(admin, `/add_group ACME ${yard.id}`);
    await olga.adds(yard);
    assertEquals((await stored(program, keys.group(yard.id)))?.status, "active");
    assertStringIncludes(newestFor(olga, yard), "This group is now part of Acme.");
  }));
