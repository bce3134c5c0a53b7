import { assert, assertEquals } from "@std/assert";
import { ACTS, PAGES } from "../../src/bot/console/table.ts";
import { COMMANDS } from "../../src/bot/command_table.ts";
import { ACT_NAMES, type ActName, PAGE_NAMES, SURE } from "../../src/view/console/address.ts";
import type { Program } from "../program.ts";
import { keyboard, type Person } from "../simulator/simulator.ts";
import { consoleOf, forges, opensConsole } from "./console.ts";
import { records } from "./stored.ts";
import { asks, inStory } from "./story.ts";
import { type Yard, yardOf } from "./yard.ts";

/** From the first page to the last one, and to a question about it. */
const DEEPEST = 7;

/** What came of a walk. */
interface Walk {
  /** Names of the pages that were reached. */
  pages: Set<string>;
  /** One button for each act that was seen. */
  acts: Map<ActName, string>;
}

function isAct(name: string): name is ActName {
  return (ACT_NAMES as readonly string[]).includes(name);
}

/** Data of all buttons of the console that somebody sees. */
function seenBy(person: Person): string[] {
  return keyboard(consoleOf(person)).flat()
    .flatMap((button) => "callback_data" in button ? [button.callback_data] : [])
    .filter((data) => data.startsWith("a:"));
}

/** Presses every button that leads to a page or a question, from page to page, the nearest first. */
async function walk(person: Person): Promise<Walk> {
  await opensConsole(person);
  const found: Walk = { pages: new Set(["home"]), acts: new Map() };
  const pressed = new Set<string>();
  let [level, depth] = [seenBy(person), 0];
  for (; level.length > 0; depth++) {
    const next: string[] = [];
    for (const data of level) {
      const [, name = "", about = ""] = data.split(":");
      if (isAct(name)) found.acts.set(name, found.acts.get(name) ?? data);
      if (isAct(name) || pressed.has(data)) continue;
      pressed.add(data);
      const told = await forges(person, data);
      assertEquals(told, {}, `${person.name}: ${data}`);
      found.pages.add(name);
      if (name === SURE && isAct(about)) found.acts.set(about, data.replace(`:${SURE}`, ""));
      next.push(...seenBy(person));
    }
    level = next;
    assert(depth <= DEEPEST, `${person.name}: ${level.join(" ")}`);
  }
  return found;
}

/** A company with everything that pages are about, another one, and a group that waits. */
async function everything(program: Program): Promise<Yard> {
  const { admin, telegram } = program;
  const yard = await yardOf(program, { started: ["Mia", "Bob", "Dan", "Sam"] });
  const zoe = telegram.person("Zoe");
  await program.company("ZETA", { owner: zoe });
  await asks(admin, `/add_member ZETA Dispatch ${zoe.id}`);
  const vault = telegram.group("Vault", { owner: zoe, withBot: false });
  await zoe.adds(vault);
  await zoe.says(vault, "Acme", { replyTo: vault.visibleTo(zoe).at(-1)! });
  const depot = telegram.group("Depot", { owner: zoe, withBot: false });
  await zoe.adds(depot);
  await asks(admin, `/add_group ACME ${depot.id}`);
  await asks(admin, `/detach_group ${depot.id}`);
  await asks(admin, "/add_company OLD Old Company");
  await asks(admin, "/archive_company OLD");
  await asks(admin, `/shift ACME Workshop ${yard.bob.id} mon-fri 8-16`);
  await asks(admin, "/hours ACME mon-fri 8-17");
  await asks(admin, "/holidays ACME add 2026-12-24 2026-12-25");
  await asks(admin, "/policy ACME unclaimed 7");
  await asks(admin, "/retention ACME 365");
  await admin.presses(admin.private.messages.at(-1)!, "Yes, remove what is older");
  return yard;
}

/** What of the table is for a company's managers. */
function forManagers<T extends { who: string }>(rows: Record<string, T>): string[] {
  return Object.keys(rows).filter((name) => rows[name]!.who !== "platform_admin").toSorted();
}

Deno.test("from /admin every page and every act is reached by those it is for, and by nobody else", () =>
  inStory(async (program) => {
    const { admin } = program;
    const { mia } = await everything(program);
    const before = await records(program);
    const all = await walk(admin);
    const own = await walk(mia);
    assertEquals([...all.pages].toSorted(), [...PAGE_NAMES, SURE].toSorted());
    assertEquals([...all.acts.keys()].toSorted(), [...ACT_NAMES].toSorted());
    assertEquals([...own.pages].toSorted(), [...forManagers(PAGES), SURE].toSorted());
    assertEquals([...own.acts.keys()].toSorted(), forManagers(ACTS));
    // Looking changes nothing.
    assertEquals(await records(program), before);
  }));

Deno.test("what a manager finds in the console is their company's alone", () =>
  inStory(async (program) => {
    const { mia } = await everything(program);
    const { acts } = await walk(mia);
    for (const data of acts.values()) assertEquals(data.split(":")[2], "ACME", data);
  }));

for (const who of ["platform admin", "manager"] as const) {
  Deno.test(`every act that a ${who} finds in the console is answered`, () =>
    inStory(async (program) => {
      const { mia } = await everything(program);
      const person = who === "manager" ? mia : program.admin;
      const { acts } = await walk(person);
      // A manager who is none any more finds nothing: that comes last, and is somebody else's here.
      const own = [...acts].filter(([name]) => name !== "take");
      for (const [name, data] of own) {
        const told = await forges(person, data);
        const { kind } = ACTS[name];
        const asks = kind === "text" || kind === "people";
        assertEquals(told.text === undefined, asks, `${data}: ${told.text}`);
        assertEquals(/^(Sorry|That)/.test(told.text ?? ""), false, `${data}: ${told.text}`);
      }
    }));
}

/** Commands for administrators that have no place in the console, and why. */
const ELSEWHERE: Record<string, string> = {
  admin: "opens it",
  de_escalate: "is about an incident",
  repin: "is about an incident",
  revoke_claim: "is about an incident",
  use_topic: "is about the topic that it is written in",
  dead_letters: "is a list with buttons of its own",
  audit: "is a list with buttons of its own",
  settings: "is about the group that it is written in",
};

Deno.test("every command for administrators has a place in the console, or a reason why not", () => {
  const rows = [...Object.values(PAGES), ...Object.values(ACTS)];
  const there = new Set(rows.flatMap(({ commands }) => commands));
  const wanted: string[] = COMMANDS.filter(({ private: inPrivate, group }) =>
    ["manager", "platform_admin"].includes((inPrivate ?? group)!.who)
  ).map(({ name }) => name);
  assertEquals(wanted.filter((name) => !there.has(name) && !ELSEWHERE[name]), []);
  assertEquals([...there].filter((name) => !wanted.includes(name)), []);
  assertEquals(Object.keys(ELSEWHERE).filter((name) => !wanted.includes(name)), []);
});
