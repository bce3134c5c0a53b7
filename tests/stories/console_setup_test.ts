import { assertEquals, assertStringIncludes } from "@std/assert";
import { keys } from "../../src/store/keys.ts";
import { buttons, plain } from "../simulator/simulator.ts";
import { chatOf, clicks, consoleOf, offers, opensConsole, reads } from "./console.ts";
import { stored } from "./stored.ts";
import { inStory } from "./story.ts";

Deno.test("a platform admin sets up a company at the console, and it stays one message", () =>
  inStory(async (program) => {
    const { admin, telegram } = program;
    const [ana, bob] = ["Ana", "Bob"].map((name) => telegram.person(name)) as [
      typeof admin,
      typeof admin,
    ];
    const types = (text: string) => admin.says(admin.private, text);
    await opensConsole(admin);
    const { message_id } = consoleOf(admin);
    assertEquals(reads(admin), ["Console", "There are no companies yet."]);
    await clicks(admin, "➕ Company");
    await types("ACME Acme Logistics");
    assertEquals(reads(admin).slice(0, 2), [
      "Company ACME · Acme Logistics added, with the department Dispatch.",
      "Console",
    ]);

    await clicks(admin, "ACME", "🗂 Departments", "➕ Department");
    await types("Workshop");
    await clicks(admin, "Workshop", "🔒 Restrict it");
    await clicks(admin, "⭐️ Call it by default");
    assertEquals(reads(admin), [
      "Console › ACME · Acme Logistics › Departments › Workshop",
      "0 members",
      "Place 2 of 2.",
      "It is called when nobody chooses a department.",
      "Only its members and managers can choose it.",
    ]);
    await clicks(admin, "✏️ Rename");
    await types("Garage");
    assertEquals(reads(admin)[0], "Workshop is called Garage now.");
    await clicks(admin, "👥 Members", "➕ Members");
    assertEquals(admin.private.keyboard, ["👥 Choose people", "✖️ Leave it"]);
    await admin.chooses([ana, bob]);
    assertEquals(admin.private.keyboard, []);
    assertEquals(reads(admin)[0], "2 people have that role now.");
    assertEquals(offers(admin), ["Ana", "Bob", "➕ Members"]);
    await clicks(admin, "Bob", "⏰ Set hours");
    await types("mon-fri 22-6");
    assertEquals(reads(admin).at(-1), "On duty: mon-fri 22:00-06:00");

    await clicks(admin, "‹ Back", "‹ Back", "‹ Back", "‹ Back", "👥 People", "➕ Managers");
    await admin.chooses([ana]);
    assertEquals(reads(admin)[0], "Ana is a manager of Acme Logistics now.");
    assertEquals(offers(admin).slice(0, 2), ["👑👤 Ana", "👤 Bob"]);

    await clicks(admin, "‹ Back", "⏱ Policy", "Unclaimed: first reminder · 10 min", "✏️ Set");
    await types("5");
    assertEquals(reads(admin).slice(0, 1), ["ACME: unclaimed is 5 now."]);
    await clicks(admin, "‹ Back", "›", "Escalates by itself", "Off");
    await clicks(admin, "‹ Back", "‹ Back", "📅 Calendar", "✏️ Hours");
    await types("mon-fri 8-17");
    await clicks(admin, "🌍 Time zone");
    await types("europe/vienna");
    await clicks(admin, "🏖 Holidays", "➕ Days");
    await types("2026-12-24 2026-12-25");
    assertEquals(offers(admin), ["➖ 2026-12-24", "➖ 2026-12-25", "➕ Days"]);
    await clicks(admin, "➖ 2026-12-24");

    const company = await stored(program, keys.company("ACME"));
    assertEquals(company?.departments, [
      { id: "1", name: "Dispatch", members: 0, restricted: false },
      { id: "2", name: "Garage", members: 2, restricted: true },
    ]);
    assertEquals(company?.defaultDepartment, "2");
    assertEquals(company?.policy, { unclaimedNudgeMinutes: 5, escalatesByItself: false });
    assertEquals(company?.timeZone, "Europe/Vienna");
    assertEquals(company?.calendar.holidays, ["2026-12-25"]);
    const person = await stored(program, keys.person("ACME", ana.id));
    assertEquals([person?.manager, person?.departments], [true, ["2"]]);
    const shifts = (await stored(program, keys.person("ACME", bob.id)))?.shifts;
    assertEquals(shifts, { 2: "mon-fri 22:00-06:00" });

    assertEquals(consoleOf(admin).message_id, message_id);
    assertEquals(chatOf(admin).slice(-2), ["/admin", plain(consoleOf(admin)).split("\n")[0]!]);
  }));

Deno.test("groups that wait are let in, attached elsewhere, turned down and blocked at the console", () =>
  inStory(async (program) => {
    const { admin, telegram } = program;
    await program.company("ZETA");
    const boss = telegram.person("Boss");
    const asks = async (title: string, name: string) => {
      const adder = telegram.person(`${title} Adder`);
      const group = telegram.group(title, { owner: adder, members: [boss], withBot: false });
      await adder.adds(group);
      const prompt = group.visibleTo(adder).at(-1)!;
      await boss.says(group, name, { replyTo: prompt });
      return group;
    };
    const groups = [
      await asks("Yard", "Acme"),
      await asks("Depot", "Zeta Logistic"),
      await asks("Vault", "Bank"),
      await asks("Spam", "Casino"),
    ];
    await opensConsole(admin);
    await clicks(admin, "⏳ Groups that wait: 4");
    assertEquals(offers(admin), ["Yard", "Depot", "Vault", "Spam"]);
    await clicks(admin, "Yard");
    assertStringIncludes(reads(admin).join("\n"), "Company: Acme\nAsked for by Boss");
    assertEquals(
      (await clicks(admin, "✅ New company “Acme”")).text,
      "“Yard” is active in ACME.",
    );
    assertEquals(offers(admin), ["Depot", "Vault", "Spam"]);
    await clicks(admin, "Depot");
    assertEquals(offers(admin)[0], "✅ ZETA · ZETA Logistics");
    assertEquals(
      (await clicks(admin, "✅ Another company …", "ACME")).text,
      "“Depot” is active in ACME.",
    );
    await clicks(admin, "Vault", "🚫 Reject");
    assertEquals(reads(admin), ["Console › Are you sure?", "The bot will leave “Vault”."]);
    await clicks(admin, "‹ Back", "🚫 Reject", "Yes");
    assertEquals(offers(admin), ["Spam"]);
    await clicks(admin, "Spam", "⛔️ Reject and block", "Yes");
    assertEquals(reads(admin), ["Console › Groups that wait", "No group waits for activation."]);
    const statuses = [];
    for (const { id } of groups) statuses.push((await stored(program, keys.group(id)))?.status);
    assertEquals(statuses, ["active", "active", undefined, "blocked"]);
    assertEquals(buttons(consoleOf(admin)), ["‹ Back", "✖️ Close"]);
  }));
