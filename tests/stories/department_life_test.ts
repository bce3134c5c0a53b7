import {
  assert,
  assertEquals,
  assertMatch,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { workOn } from "../../src/execute/chores.ts";
import { withDepartment, withoutDepartment } from "../../src/domain/departments.ts";
import { keys } from "../../src/store/keys.ts";
import { denoKv, type Kv, KvError } from "../../src/store/kv.ts";
import { listChores } from "../../src/store/listings.ts";
import { cardOf, type Program } from "../program.ts";
import { buttons, plain } from "../simulator/simulator.ts";
import { events, incident, stored } from "./stored.ts";
import { asks, inStory } from "./story.ts";
import { crew, inWork, reported, type Yard, yardOf } from "./yard.ts";

const NOT_YOURS = "Sorry, that is not yours to do here. Nothing was changed.";

async function departmentOf(program: Program, id = "ACME-1"): Promise<string | null> {
  const state = await incident(program, id);
  return "department" in state ? state.department : null;
}

const company = async (program: Program) => (await stored(program, keys.company("ACME")))!;

const names = async (program: Program) =>
  (await company(program)).departments.map(({ name }) => name);

/** Takes the department off the list, as its removal does, and leaves all that follows to be done. */
async function removedOnly(program: Program, { mia }: Yard): Promise<void> {
  const before = await company(program);
  const workshop = before.departments.find(({ id }) => id === "2")!;
  await program.store.set(
    keys.company("ACME").key,
    withoutDepartment(before, workshop, program.clock.now()),
  );
  await program.store.set(keys.chore("ACME", "department", "2").key, {
    schema: 1,
    company: "ACME",
    kind: "department",
    department: "2",
    by: { id: mia.id, name: "Mia" },
  });
}

async function chores({ store }: Program) {
  return await Array.fromAsync(listChores(denoKv(store)));
}

Deno.test("a department gets another place among the buttons; the default stays what it was", () =>
  inStory(async (program) => {
    const { group, eve, mia, dan } = await yardOf(program, { started: ["Mia", "Dan"] });
    await eve.says(group, "/new_issue Brakes failed");
    assertEquals(buttons(cardOf(group, "ACME-1")).slice(0, 3), ["Dispatch", "Workshop", "Safety"]);
    assertEquals(await asks(mia, "/move_department ACME Safety 1"), [
      "Safety is at place 1 among the departments of ACME now.",
    ]);
    assertEquals(buttons(cardOf(group, "ACME-1")).slice(0, 3), ["Safety", "Dispatch", "Workshop"]);
    assertEquals((await company(program)).defaultDepartment, "1");
    assertMatch((await asks(mia, "/move_department ACME Safety 9"))[0]!, /place 3 /);
    assertEquals(await names(program), ["Dispatch", "Workshop", "Safety"]);
    assertEquals(await asks(dan, "/move_department ACME Safety 1"), [NOT_YOURS]);
    assertMatch((await asks(mia, "/move_department ACME Safety 0"))[0]!, /^Usage/m);
    assertMatch((await asks(mia, "/move_department ACME Nothing 1"))[0]!, /^No such department/);
  }));

Deno.test("a removed department's open incidents go to the default one, and its people lose that role", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Mia", "Bob"] });
    const { group, eve, mia, bob, ana, gus, sam } = yard;
    await asks(mia, `/shift ACME Workshop ${ana.id} mon-fri 08:00-16:00`);
    await sam.says(group, "Here I am");
    await gus.says(group, "/add_member Workshop", { replyTo: group.messages.at(-1)! });
    await inWork(yard);
    await reported(yard, "ACME-2", "Lights failed");
    const summary = await inWork(yard, "ACME-3", "Horn failed");
    await bob.presses(summary, "Resolve");
    const over = await inWork(yard, "ACME-4", "Seat is loose");
    await bob.says(group, "/resolve ACME-4 Seat is fixed");
    await eve.says(group, "/new_issue Wipers failed");

    assertEquals(await asks(mia, "/remove_department ACME workshop"), [
      "ACME has no department Workshop any more. Its open incidents go to Dispatch; its members have lost that role.",
    ]);
    assertEquals(await names(program), ["Dispatch", "Safety"]);
    for (const id of ["ACME-1", "ACME-2", "ACME-3"]) {
      assertEquals(await departmentOf(program, id), "1", id);
      assertEquals((await events(program, id)).at(-1), "department_changed");
    }
    assertEquals((await incident(program, "ACME-1")).status, "awaiting_claim");
    assertEquals((await incident(program, "ACME-3")).status, "awaiting_summary");
    assertEquals(await crew(program, "ACME-3"), ["Bob"]);
    assertMatch(plain(cardOf(group, "ACME-1")), /^🔴 ACME-1 · Dispatch · waiting/);
    assertEquals(buttons(cardOf(group, "ACME-5")).slice(0, 2), ["Dispatch", "Safety"]);
    assertEquals(
      await eve.presses(cardOf(group, "ACME-5"), "", { data: "department:ACME-5:2" }),
      { text: "That department no longer exists." },
    );
    const history = (await asks(mia, "/history ACME-1"))[0]!;
    assertMatch(history, /Mia .*Dispatch$/m);
    assertMatch(history, /Workshop/, "history still names it");

    assertEquals((await asks(bob, "/whoami"))[0]!.includes("Workshop"), false);
    for (const { id } of [bob, ana]) {
      const person = await stored(program, keys.person("ACME", id));
      assertEquals([person?.departments, person?.shifts], [[], {}]);
    }
    const kept = await stored(program, keys.group(group.id));
    assert(kept && "people" in kept);
    assertEquals(kept.people, {});
    assertEquals(await stored(program, keys.rota("ACME", "2")), null);
    assertEquals(await chores(program), []);

    assertMatch(plain(over), /ACME-4 · Workshop/);
    assertStringIncludes((await asks(mia, "/issue ACME-4"))[0]!, "Workshop");
    assertEquals(await asks(mia, "/reopen ACME-4"), ["ACME-4 is open again."]);
    assertEquals(await departmentOf(program, "ACME-4"), "1", "nobody is called who is no more");
  }));

Deno.test("when the default department goes, the first that is left is the default", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Mia"] });
    const { mia } = yard;
    await reported(yard);
    await asks(mia, "/default_department ACME Workshop");
    assertMatch((await asks(mia, "/remove_department ACME Workshop"))[0]!, /go to Dispatch;/);
    assertEquals((await company(program)).defaultDepartment, null);
    assertMatch((await asks(mia, "/remove_department ACME Dispatch"))[0]!, /go to Safety;/);
    assertEquals(await departmentOf(program), "3");
    assertEquals(await asks(mia, "/remove_department ACME Safety"), [
      "Safety is the only department of ACME. Add another one first: /add_department ACME.",
    ]);
    assertEquals(await names(program), ["Safety"]);
  }));

Deno.test("a removed department's id is never given again", () =>
  inStory(async (program) => {
    const { mia } = await yardOf(program, { started: ["Mia"] });
    await asks(mia, "/remove_department ACME Safety");
    await asks(mia, "/add_department ACME Safety");
    assertEquals((await company(program)).departments.map(({ id }) => id), ["1", "2", "4"]);
  }));

Deno.test("two removals at once leave one department, and every incident in it", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Mia"] });
    const { mia } = yard;
    const { admin } = program;
    await reported(yard);
    await asks(mia, "/remove_department ACME Safety");
    await Promise.all([
      mia.says(mia.private, "/remove_department ACME Dispatch"),
      admin.says(admin.private, "/remove_department ACME Workshop"),
    ]);
    await program.pass(1);
    const [left, ...others] = (await company(program)).departments;
    assertEquals(others, []);
    assertEquals(await departmentOf(program), left!.id);
    assertEquals(await chores(program), []);
  }));

Deno.test("a removal that stopped half-way goes on at the next sweep", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    await inWork(yard);
    await reported(yard, "ACME-2", "Lights failed");
    await reported(yard, "ACME-3", "Horn failed");
    await removedOnly(program, yard);
    // It dies after its first commit.
    const { deps } = program.app;
    let commits = 0;
    const commit: Kv["commit"] = (checks, changes) => {
      if (++commits > 1) throw new KvError(new Error("killed"));
      return deps.kv.commit(checks, changes);
    };
    const [chore] = await chores(program);
    const endAt = program.clock.now() + 60_000;
    await assertRejects(() => workOn({ ...deps, kv: { ...deps.kv, commit } }, chore!, endAt));
    const places = () =>
      Promise.all(["ACME-1", "ACME-2", "ACME-3"].map((id) => departmentOf(program, id)));
    const half = await places();
    assert(half.includes("1") && half.includes("2"), half.join());
    assertEquals((await chores(program)).length, 1);
    await program.pass(2);
    assertEquals(await places(), ["1", "1", "1"]);
    assertEquals(await chores(program), []);
  }));

Deno.test("what nobody can see moves too: incidents of a group that is suspended", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Mia"] });
    const { group, mia } = yard;
    await reported(yard);
    await asks(mia, `/detach_group ${group.id}`);
    const said = group.messages.length;
    await asks(mia, "/remove_department ACME Workshop");
    assertEquals(await departmentOf(program), "1");
    assertEquals(group.messages.length, said);
    await asks(program.admin, `/add_group ACME ${group.id}`);
    assertMatch(plain(cardOf(group, "ACME-1")), /^🔴 ACME-1 · Dispatch/);
  }));

Deno.test("only the company's managers and platform admins remove a department", () =>
  inStory(async (program) => {
    const { dan, bob } = await yardOf(program, { started: ["Dan", "Bob"] });
    const zoe = program.telegram.person("Zoe");
    await zoe.starts();
    await program.company("ZETA", { owner: zoe });
    await asks(program.admin, `/add_manager ZETA ${zoe.id}`);
    for (const person of [dan, bob, zoe]) {
      assertEquals(await asks(person, "/remove_department ACME Safety"), [NOT_YOURS]);
    }
    assertEquals((await names(program)).length, 3);
  }));

Deno.test("a company with as many departments as fit says what to do", () =>
  inStory(async (program) => {
    const { mia } = await yardOf(program, { started: ["Mia"] });
    let full = await company(program);
    while (full.departments.length < 50) full = withDepartment(full, `D${full.departments.length}`);
    await program.store.set(keys.company("ACME").key, full);
    assertEquals(await asks(mia, "/add_department ACME One more"), [
      "A company has at most 50 departments. Remove one first: /remove_department.",
    ]);
  }));
