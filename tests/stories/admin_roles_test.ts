import { assertEquals, assertStringIncludes } from "@std/assert";
import { keys } from "../../src/store/keys.ts";
import { recordsBesideReports, stored } from "./stored.ts";
import { asks, inStory } from "./story.ts";

const REFUSED = ["Sorry, that is not yours to do here. Nothing was changed."];

Deno.test("without the role each private command is politely refused, and changes nothing", () =>
  inStory(async (program) => {
    const { admin, telegram } = program;
    const ana = telegram.person("Ana", { username: "ana_k" });
    const eve = telegram.person("Eve");
    await ana.starts();
    await eve.starts();
    const yard = await program.company("ACME", { members: [eve] });
    await asks(admin, `/add_dispatcher ACME ${eve.id}`);
    await asks(admin, `/add_member ACME Dispatch ${eve.id}`);
    const before = await recordsBesideReports(program);
    for (
      const text of [
        "/add_company EVE Eve and co",
        "/add_company",
        "/companies",
        "/add_department ACME Kitchen",
        `/add_group ACME ${yard.id}`,
        `/add_dispatcher ACME ${ana.id}`,
        "/add_dispatcher ACME @ana_k",
        "/add_dispatcher ACME @nobody_knows",
        "/add_dispatcher ACME nonsense",
        "/add_dispatcher ACME",
        `/add_manager ACME ${eve.id}`,
        `/add_manager NOPE ${eve.id}`,
        `/add_member ACME Dispatch ${ana.id}`,
        "/add_member ACME Dispatch",
      ]
    ) {
      assertEquals(await asks(eve, text), REFUSED, text);
    }
    assertEquals(await recordsBesideReports(program), before);
  }));

Deno.test("a manager of a company administers that company", () =>
  inStory(async (program) => {
    const { admin, telegram } = program;
    const mia = telegram.person("Mia");
    const ana = telegram.person("Ana");
    await mia.starts();
    await ana.starts();
    await asks(admin, "/add_company ACME Acme");
    await asks(admin, `/add_manager ACME ${mia.id}`);
    assertEquals(await asks(mia, "/add_department ACME Kitchen"), [
      "ACME has a department Kitchen now.",
    ]);
    assertEquals(await asks(mia, `/add_member ACME Kitchen ${ana.id}`), [
      "Ana is a member of Kitchen in Acme now.",
    ]);
    assertEquals(await asks(mia, `/add_dispatcher ACME ${ana.id}`), [
      "Ana is a dispatcher of Acme now.",
    ]);
    assertEquals(await asks(mia, `/add_manager ACME ${ana.id}`), [
      "Ana is a manager of Acme now.",
    ]);
    const person = await stored(program, keys.person("ACME", ana.id));
    assertEquals(person && [person.dispatcher, person.manager, person.departments], [
      true,
      true,
      ["2"],
    ]);
  }));

Deno.test("a manager of one company reads nothing of another and changes nothing there", () =>
  inStory(async (program) => {
    const { admin, telegram } = program;
    const mia = telegram.person("Mia");
    await mia.starts();
    await asks(admin, "/add_company ACME Acme");
    await asks(admin, "/add_company ZETA Zeta");
    await asks(admin, `/add_manager ACME ${mia.id}`);
    const before = await recordsBesideReports(program);
    for (const company of ["ZETA", "NOPE"]) {
      for (
        const text of [
          `/add_department ${company} Kitchen`,
          `/add_department ${company} Dispatch`,
          `/add_dispatcher ${company} ${mia.id}`,
          `/add_manager ${company} ${mia.id}`,
          `/add_member ${company} Dispatch ${mia.id}`,
          `/add_member ${company} Kitchen ${mia.id}`,
          `/add_member ${company} Dispatch @nobody_knows`,
        ]
      ) {
        assertEquals(await asks(mia, text), REFUSED, text);
      }
    }
    assertEquals(await asks(mia, "/companies"), REFUSED);
    assertEquals(await asks(mia, "/add_company MINE Mine"), REFUSED);
    assertEquals(await recordsBesideReports(program), before);
  }));

Deno.test("private commands in a group, and group commands in private, say where they work", () =>
  inStory(async (program) => {
    const { telegram, admin } = program;
    const ana = telegram.person("Ana");
    const yard = await program.company("ACME", { members: [ana, admin] });
    await ana.starts();
    const before = await recordsBesideReports(program);
    await admin.says(yard, "/companies");
    assertEquals(
      yard.visibleTo(admin).at(-1)!.text,
      "This works in a private chat with me.",
    );
    for (const text of ["/new_issue Brakes failed", "/ticket", "/ticket Brakes failed"]) {
      assertEquals(await asks(ana, text), [
        "This works in a group. Add me to one, and use it there.",
      ]);
    }
    assertEquals(await recordsBesideReports(program), before);
    const [answer] = await asks(ana, "/nonsense");
    assertStringIncludes(answer!, "/help says what you can do");
  }));
