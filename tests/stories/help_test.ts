import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import type { Role } from "../../src/bot/command.ts";
import { COMMANDS } from "../../src/bot/command_table.ts";
import type { Person } from "../simulator/simulator.ts";
import { asks, inStory, newestFor } from "./story.ts";
import { en } from "../../src/view/texts/en/en.ts";

/** The table's rows for a role, as the help shows them. */
function rowsFor(place: "group" | "private", roles: Role[]): string[] {
  return COMMANDS.flatMap(({ name, ...command }) => {
    const here = command[place];
    if (!here || !roles.includes(here.who)) return [];
    return [`/${name}${here.usage ? ` ${here.usage}` : ""} – ${en.commands[name]}`];
  });
}

/** Those of them that do not administer; the others stand under `/help admin`. */
function everyday(roles: Role[]): string[] {
  const administration = administering(roles);
  return rowsFor("private", roles).filter((row) => !administration.includes(row));
}

function administering(roles: Role[]): string[] {
  const names = COMMANDS.filter((it) => !it.ofIncident).map(({ name }) => name);
  return rowsFor("private", roles.filter((role) => role !== "reporter" && role !== "dispatcher"))
    .filter((row) => names.some((name) => row.startsWith(`/${name} `)));
}

function commandLines(help: string): string[] {
  return help.split("\n").filter((line) => line.startsWith("/"));
}

Deno.test("in a group the help names each person's role and exactly the commands they have", () =>
  inStory(async (program) => {
    const { telegram, admin } = program;
    const olga = telegram.person("Olga");
    const [ana, mel, dan, mia, gus] = ["Ana", "Mel", "Dan", "Mia", "Gus"].map((name) =>
      telegram.person(name)
    ) as [typeof olga, typeof olga, typeof olga, typeof olga, typeof olga];
    const yard = await program.company("ACME", {
      members: [ana, mel, dan, mia, gus, admin],
      owner: olga,
    });
    await asks(admin, `/add_member ACME Dispatch ${mel.id}`);
    await asks(admin, `/add_dispatcher ACME ${dan.id}`);
    await asks(admin, `/add_manager ACME ${mia.id}`);
    await olga.says(yard, "/add_manager", { replyTo: await gus.says(yard, "Hi") });
    const reporter = rowsFor("group", ["reporter"]);
    const dispatcher = rowsFor("group", ["reporter", "dispatcher"]);
    const manager = rowsFor("group", ["reporter", "dispatcher", "manager"]);
    const expected = [
      [ana, "reporter", reporter],
      [mel, "member of a department", reporter],
      [dan, "dispatcher", dispatcher],
      [mia, "manager", manager],
      [gus, "manager", manager],
      [olga, "manager", manager],
      [admin, "platform admin", manager],
    ] as const;
    for (const word of ["/help", "/start"]) {
      for (const [person, role, rows] of expected) {
        await person.says(yard, word);
        const help = newestFor(person, yard);
        assertMatch(help.split("\n")[0]!, new RegExp(`: ${role}\\.$`));
        assertEquals(commandLines(help), rows);
        assertEquals(help.includes("Press Claim on a card"), person !== ana);
      }
    }
    const bystander = yard.visibleTo(ana).filter(({ text }) => text?.includes("This group:"));
    assertEquals(bystander.length, 2);
  }));

Deno.test("in a group the help counts its incidents, and names the open ones", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const ana = telegram.person("Ana");
    const bob = telegram.person("Bob");
    const yard = await program.company("ACME", { members: [ana, bob] });
    const other = await program.company("ZETA", { members: [ana] });
    await ana.says(yard, "/help");
    const help = newestFor(ana, yard);
    assertStringIncludes(help, "This group: 0 incidents reported, 0 resolved.");
    assertStringIncludes(help, "Nobody takes calls here yet, so anyone may claim.");
    assertEquals(help.includes("Open:"), false);

    await ana.says(yard, "/new_issue Brakes failed");
    await ana.says(yard, "/new_issue Lights failed");
    await ana.says(other, "/new_issue Not of this group");
    await bob.presses(yard.pinned[0]!, "Claim");
    const card = yard.pinned[0]!;
    await bob.presses(card, "Resolve");
    await bob.says(yard, "New bulbs", { replyTo: yard.messages.at(-1)! });
    await ana.says(yard, "/help");
    assertStringIncludes(newestFor(ana, yard), "This group: 2 incidents reported, 1 resolved.");
    assertStringIncludes(newestFor(ana, yard), "Open: ACME-1");
    assertEquals(newestFor(ana, yard).includes("ACME-2"), false);
    await ana.says(other, "/help");
    assertStringIncludes(newestFor(ana, other), "This group: 1 incident reported, 0 resolved.");
    assertEquals(newestFor(ana, other).includes("ACME"), false);
  }));

Deno.test("in private the help names the role, its commands, and what is theirs now", () =>
  inStory(async (program) => {
    const { telegram, admin } = program;
    const ana = telegram.person("Ana");
    const mia = telegram.person("Mia");
    const gus = telegram.person("Gus");
    const dora = telegram.person("Dora");
    const olga = telegram.person("Olga");
    const yard = await program.company("ACME", { members: [ana, gus], owner: olga });
    await ana.says(yard, "/new_issue Brakes failed");
    await ana.presses(yard.pinned[0]!, "Claim");
    await asks(admin, `/add_manager ACME ${mia.id}`);
    await asks(admin, `/add_dispatcher ACME ${dora.id}`);
    await olga.says(yard, "/add_manager", { replyTo: await gus.says(yard, "Hi") });
    const ofManager: Role[] = ["reporter", "dispatcher", "manager"];
    const expected: [Person, string, Role[]][] = [
      [ana, "You have no role in a company", ["reporter"]],
      [gus, "You have no role in a company", ["reporter"]],
      [dora, "Your role at ACME: dispatcher.\n", ["reporter", "dispatcher"]],
      [mia, "Your role at ACME: manager.\n", ofManager],
      [admin, "Your role here: platform admin.\n", [...ofManager, "platform_admin"]],
    ];
    for (const word of ["/start", "/help"]) {
      for (const [person, role, roles] of expected) {
        const [help = ""] = await asks(person, word);
        assertStringIncludes(help, role);
        assertEquals(commandLines(help), everyday(roles));
        assertEquals(help.includes("ACME-1"), person === ana);
        assertEquals(help.includes("/help admin"), roles.includes("manager"));
      }
    }
    for (const [person, , roles] of expected) {
      const [help = ""] = await asks(person, "/help admin");
      const administration = administering(roles);
      assertEquals(
        commandLines(help),
        administration.length > 0 ? administration : everyday(roles),
        person.name,
      );
    }
  }));

Deno.test("somebody's very first message in private is answered with help", () =>
  inStory(async (program) => {
    const ana = program.telegram.person("Ana");
    const [answer = ""] = await asks(ana, "The brakes of truck 12 have failed!");
    assertStringIncludes(answer, "/help");
    assertStringIncludes(answer, "group");
  }));
