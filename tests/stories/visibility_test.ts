import { assert, assertEquals, assertMatch } from "@std/assert";
import { type Group, type Person, plain } from "../simulator/simulator.ts";
import {
  heard,
  pressable,
  type Role,
  ROLES,
  SECRET,
  UNKNOWN,
  type World,
  world,
} from "./many_eyes.ts";
import { asks, inStory } from "./story.ts";

/** Whose `/mine` it is in. */
const ITS_OWN: readonly Role[] = ["reporter", "owner", "helper", "past helper"];
/** Whose lists in private have it. */
const LISTED: readonly Role[] = [...ITS_OWN, "dispatcher", "manager", "platform admin"];

type Place = "yard" | "depot" | "vault" | "private";
const PLACES: readonly Place[] = ["yard", "depot", "vault", "private"];

function maySee(role: Role, place: Place): boolean {
  return place === "yard" || (place === "private" && ROLES[role]);
}

/** Tells of each role in each place. */
async function everywhere(
  { people, places }: World,
  tell: (
    at: { role: Role; person: Person; place: Place; room: Group | Person["private"] },
  ) => Promise<void>,
): Promise<void> {
  for (const [role, person] of Object.entries(people) as [Role, Person][]) {
    for (const place of PLACES) {
      const room = place === "private" ? person.private : places[place];
      await tell({ role, person, place, room });
    }
  }
}

Deno.test("/issue, /history and a deep link show an incident to those who may see it; to others there is none", () =>
  inStory(async (program) => {
    const all = await world(program);
    await everywhere(all, async ({ role, person, place, room }) => {
      const asked = ["/issue ACME-1", "/history ACME-1", "/issue acme-1"];
      if (place === "private") asked.push("/start ACME-1");
      else asked.push("/issue 1", "/history #1");
      for (const text of asked) {
        if (place === "vault" && !text.toLowerCase().includes("acme")) continue;
        const told = await heard(program, () => person.says(room, text));
        const where = `${text} by the ${role} in ${place}`;
        if (maySee(role, place)) assertMatch(told, /Treasure was stolen/, where);
        else assertEquals(told, UNKNOWN, where);
      }
      const unknown = await heard(program, () => person.says(room, "/issue ACME-99"));
      assertEquals(unknown, UNKNOWN);
    });
  }));

Deno.test("/issues, /find and /mine list only what somebody may see there", () =>
  inStory(async (program) => {
    const all = await world(program);
    await everywhere(all, async ({ role, person, place, room }) => {
      for (const text of ["/issues", "/find treasure", "/find stolen was", "/issues unclaimed"]) {
        const told = await heard(program, () => person.says(room, text));
        const isListed = text !== "/issues unclaimed" &&
          (place === "yard" || (place === "private" && LISTED.includes(role)));
        assertEquals(SECRET.test(told), isListed, `${text} by the ${role} in ${place}`);
      }
      if (place !== "private") return;
      const mine = await heard(program, () => person.says(room, "/mine"));
      assertEquals(SECRET.test(mine), ITS_OWN.includes(role), `/mine of the ${role}`);
    });
  }));

Deno.test("buttons that open something open it for those who may see it, and say nothing to others", () =>
  inStory(async (program) => {
    const all = await world(program);
    const opening = [
      "more:ACME-1",
      "history:ACME-1",
      "history:ACME-1:0",
      "issue:ACME-1",
      "issue:ACME-1:0",
      "files:ACME-1",
    ];
    const menus = ["assign", "change", "priority", "cancel", "duplicate", "other_reason"];
    await everywhere(all, async ({ role, person, place, room }) => {
      const message = pressable(person, room);
      for (const data of [...opening, ...menus.map((verb) => `${verb}:ACME-1`)]) {
        const before = program.telegram.calls.length;
        const toast = await person.presses(message, "", { data });
        const where = `${data} by the ${role} in ${place}`;
        if (maySee(role, place)) {
          assert(toast.text !== UNKNOWN, where);
        } else {
          assertEquals(toast, { text: UNKNOWN }, where);
          assertEquals(program.telegram.calls.length, before + 1, where);
        }
      }
    });
  }));

Deno.test("what somebody may no longer see is gone from the list whose pages they turn", () =>
  inStory(async (program) => {
    const { people: { manager } } = await world(program);
    await asks(manager, "/find treasure");
    const list = manager.private.messages.at(-1)!;
    assertMatch(plain(list), SECRET);
    await asks(manager, "/issue ACME-1");
    const shown = manager.private.messages.at(-1)!;
    await asks(program.admin, `/remove_manager ACME ${manager.id}`);
    const told = await heard(program, () => manager.presses(list, "", { data: "page:0" }));
    assertEquals(SECRET.test(told), false);
    for (const data of ["more:ACME-1", "history:ACME-1", "claim:ACME-1", "repin:ACME-1"]) {
      assertEquals(await manager.presses(shown, "", { data }), { text: UNKNOWN }, data);
    }
  }));

Deno.test("a list asked for in one group is not turned in another", () =>
  inStory(async (program) => {
    const { people: { reporter }, places: { yard, depot, vault } } = await world(program);
    await reporter.says(yard, "/find treasure");
    for (const room of [depot, vault]) {
      const message = pressable(reporter, room);
      const told = await heard(program, () => reporter.presses(message, "", { data: "page:0" }));
      assertEquals(SECRET.test(told), false);
      await reporter.says(room, "/find treasure");
      for (const page of ["0", "1", "999999"]) {
        const data = `page:${page}`;
        const turned = await heard(program, () => reporter.presses(message, "", { data }));
        assertEquals(SECRET.test(turned), false);
      }
    }
  }));
