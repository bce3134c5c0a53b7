import { assert, assertEquals, assertMatch } from "@std/assert";
import { BUTTON_VERBS } from "../../src/view/callback_data.ts";
import { cardOf } from "../program.ts";
import { buttons, plain } from "../simulator/simulator.ts";
import { heard, SECRET, UNKNOWN, world } from "./many_eyes.ts";
import { records } from "./stored.ts";
import { inStory, newestFor, newestInPrivate } from "./story.ts";

const DEAD_BUTTON = "This button no longer works.";

/** Arguments of each button about an incident, after its id. */
const MORE_ARGUMENTS: Record<string, string> = {
  department: ":1",
  move: ":1",
  to: ":5000001",
  set: ":critical",
  quiet: ":1h",
  double: ":2",
};
const ABOUT_NO_INCIDENT = [
  "language",
  "close",
  "page",
  "calls",
  "allow",
  "attach",
  "create",
  "reject",
  "block",
  "again",
  "drop",
  "drop_all",
  "letters",
  "settings",
  "setting",
  "notify",
  "delete_company",
  "forget",
  "forget_for_ever",
  "retain",
  "a",
];

Deno.test("every button forged for an incident elsewhere gets what an unknown incident gets", () =>
  inStory(async (program) => {
    const { people: { manager, stranger }, places: { depot, vault } } = await world(program);
    const verbs = BUTTON_VERBS.filter((verb) => !ABOUT_NO_INCIDENT.includes(verb));
    const before = await records(program);
    for (const [person, room] of [[manager, depot], [manager, vault], [stranger, vault]] as const) {
      const message = cardOf(room, room === depot ? "ACME-2" : "ZETA-1");
      for (const verb of verbs) {
        const rest = MORE_ARGUMENTS[verb] ?? "";
        const data = `${verb}:ACME-1${rest}`;
        const told = await heard(program, async () => {
          const toast = await person.presses(message, "", { data });
          assertEquals(toast, { text: UNKNOWN }, data);
        });
        assertEquals(SECRET.test(told), false, data);
        const unknown = await person.presses(message, "", { data: `${verb}:ACME-99${rest}` });
        assertEquals(unknown, { text: UNKNOWN }, data);
      }
    }
    assertEquals(await records(program), before);
  }));

Deno.test("an incident of another group is no duplicate, and nobody from elsewhere is assigned by it", () =>
  inStory(async (program) => {
    const { people: { manager }, places: { depot } } = await world(program);
    const card = cardOf(depot, "ACME-2");
    const before = await records(program);
    assertEquals(await manager.presses(card, "", { data: "double:ACME-2:1" }), { text: UNKNOWN });
    await manager.presses(card, "", { data: "duplicate:ACME-2" });
    assertEquals(SECRET.test(newestFor(manager, depot)), false);
    assertEquals(
      buttons(depot.visibleTo(manager).at(-1)!).some((label) => SECRET.test(label)),
      false,
    );
    await manager.says(depot, "/cancel 2 duplicate of ACME-1");
    assertEquals(newestFor(manager, depot), UNKNOWN);
    assertEquals(await records(program), before);
  }));

/** What nobody's id or page can be. */
const NONSENSE = [
  "",
  "ACME",
  "ACME-",
  "ACME-0",
  "ACME--1",
  "ACME-1e3",
  "ACME-0x1",
  "ACME-1.0",
  "ACME- 1",
  "ACME-١",
  "ACME-99999999999999999999",
  "ACME-1' OR '1'='1",
  "ACME-1;DROP TABLE incident",
  "<b>ACME-1</b>",
  "ACME-1\u0000",
  "\u202eACME-1",
  "../ACME-1",
  "__proto__",
  "constructor-1",
  "ACME-1%00",
];
const PAGES = ["-1", "1.5", "1e3", "0x1", "", " 1", "NaN", "Infinity", "9999999", "1\u0000", "<b>"];

Deno.test("ids that can't be any, and pages that can't be any, are nobody's button", () =>
  inStory(async (program) => {
    const { people: { manager }, places: { yard } } = await world(program);
    const card = cardOf(yard, "ACME-1");
    const before = await records(program);
    const verbs = BUTTON_VERBS.filter((verb) => !ABOUT_NO_INCIDENT.includes(verb));
    for (const id of NONSENSE) {
      for (const verb of verbs) {
        const data = `${verb}:${id}${MORE_ARGUMENTS[verb] ?? ""}`;
        const { text } = await manager.presses(card, "", { data });
        assert(text === DEAD_BUTTON, `${JSON.stringify(data)}: ${text}`);
      }
    }
    for (const page of PAGES) {
      for (const verb of ["history:ACME-1", "issue:ACME-1", "assign:ACME-1", "page"]) {
        const data = `${verb}:${page}`;
        const { text } = await manager.presses(card, "", { data });
        assert(text === DEAD_BUTTON, `${JSON.stringify(data)}: ${text}`);
      }
    }
    assertEquals(await records(program), before);
    assertEquals(program.telegram.pending, []);
  }));

Deno.test("a page far behind the last one is the last one", () =>
  inStory(async (program) => {
    const { people: { manager }, places: { yard } } = await world(program);
    await manager.says(yard, "/find treasure");
    for (const data of ["page:999999", "issue:ACME-1:999999", "history:ACME-1:999999"]) {
      await manager.presses(cardOf(yard, "ACME-1"), "", { data });
      const shown = yard.visibleTo(manager).filter((m) => SECRET.test(plain(m)));
      assert(shown.length > 0, data);
      assertEquals(buttons(shown.at(-1)!).includes("▶"), false, data);
    }
  }));

Deno.test("hostile words in a command find nothing and break nothing", () =>
  inStory(async (program) => {
    const { people: { stranger }, places: { vault } } = await world(program);
    const before = await records(program);
    const rooms = [vault, stranger.private];
    for (const room of rooms) {
      for (const nonsense of NONSENSE) {
        for (const command of ["/issue", "/history", "/find", "/issues"]) {
          const told = await heard(
            program,
            () => stranger.says(room, `${command} ${nonsense}`.trim()),
          );
          assertEquals(SECRET.test(told), false, `${command} ${JSON.stringify(nonsense)}`);
          assert(told.length > 0);
        }
      }
    }
    const without = (all: string[]) => all.filter((key) => !key.startsWith("listing"));
    assertEquals(without(await records(program)), without(before));
    assertEquals(program.telegram.pending, []);
    assertMatch(newestInPrivate(stranger), /./);
  }));
