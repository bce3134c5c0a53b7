import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Act } from "../../src/domain/act.ts";
import { addDepartment } from "../../src/execute/companies.ts";
import { keys } from "../../src/store/keys.ts";
import { cardOf, type Program, startProgram } from "../program.ts";
import { plain } from "../simulator/simulator.ts";
import { contentsOf, linesOf, sourceOf, withStore } from "../store/backup/backup.ts";
import { importBackup } from "../../src/store/backup/import.ts";
import { denoKv } from "../../src/store/kv.ts";
import { verify } from "../../src/store/backup/verify.ts";
import { asks, inStory, newestFor, newestInPrivate } from "./story.ts";
import { elsewhere, inWork, panelOf, type Yard, yardOf } from "./yard.ts";

/** A company's acts, oldest first: who, what, and each change. */
async function actsOf({ store }: Program, company: string): Promise<string[]> {
  const entries = await Array.fromAsync(store.list<Act>({ prefix: ["act", company] }));
  return entries.map(({ value: { by, what, changes } }) =>
    [by, what, ...changes.map(({ path, before, after }) => `${path}: ${before} → ${after}`)].join(
      " | ",
    )
  );
}

/** Gus gives Bob a role in the group, in a reply to what he says. */
async function appoints(
  { group, gus, bob }: Pick<Yard, "group" | "gus" | "bob">,
  command: string,
): Promise<void> {
  await gus.says(group, command, { replyTo: await bob.says(group, "Here I am") });
}

/** One after the other, a minute apart: acts are told in their order. */
async function eachMinute(program: Program, doings: (() => Promise<unknown>)[]): Promise<void> {
  for (const doing of doings) {
    await program.pass(1);
    await doing();
  }
}

Deno.test("whatever an administrator changes goes on record: who, what, before and after", () =>
  inStory(async (program) => {
    const { admin, telegram } = program;
    const yard = await yardOf(program, { started: ["Mia"] });
    const { group, mia, gus, bob } = yard;
    await program.pass(1);
    const setUp = (await actsOf(program, "ACME")).length;
    const doings: (() => Promise<unknown>)[] = [
      () => asks(mia, "/rename_department ACME Workshop to Garage"),
      () => asks(mia, "/policy ACME unclaimed_reminders 3"),
      () => asks(mia, "/holidays ACME add 2026-12-24"),
      () => asks(mia, `/remove_member ACME Garage ${bob.id}`),
      () => appoints(yard, "/add_dispatcher"),
      () => gus.says(group, "/policy unclaimed_reminders 5"),
      () => asks(admin, "/time_zone ACME Europe/Vienna"),
    ];
    await eachMinute(program, doings);
    await telegram.settled();
    assertEquals((await actsOf(program, "ACME")).slice(setUp), [
      `${mia.id} | department_renamed | departments.2.name: Workshop → Garage`,
      `${mia.id} | policy_set | policy.unclaimedNudges: null → 3`,
      `${mia.id} | holidays_set | calendar.holidays: null → 2026-12-24`,
      `${mia.id} | revoked | departments: 2 → null`,
      `${gus.id} | granted | people.${bob.id}.dispatcher: null → true`,
      `${gus.id} | policy_set | policy.unclaimedNudges: null → 5`,
      `${admin.id} | time_zone_set | timeZone: UTC → Europe/Vienna`,
    ]);
    const first = (await actsOf(program, "ACME")).join("\n");
    assertStringIncludes(first, "company_added | name: null → ACME Logistics");
    assertStringIncludes(first, "group_attached | status: null → active | title: null → ACME yard");
  }));

Deno.test("what changes nothing is no act, nor is what the clock, the bot's life or an incident does", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Mia"] });
    const { group, mia, bob, sam } = yard;
    const before = await actsOf(program, "ACME");
    await asks(mia, "/time_zone ACME UTC");
    await asks(mia, `/add_member ACME Workshop ${bob.id}`);
    await asks(mia, "/rename_department ACME Nowhere to Law");
    await asks(sam, "/rename_department ACME Workshop to Law");
    await inWork(yard);
    await bob.presses(cardOf(group, "ACME-1"), "Resolve");
    await program.pass(30);
    assertEquals(await actsOf(program, "ACME"), before);
  }));

Deno.test("an update that comes again is one act", () =>
  inStory(async (program) => {
    await yardOf(program);
    const origin = { actorId: program.admin.id, chatId: program.admin.id, updateId: 5 };
    const before = (await actsOf(program, "ACME")).length;
    for (const _ of [1, 2]) {
      await addDepartment(program.app.deps, origin, { companyId: "ACME", name: "Law" });
    }
    assertEquals((await actsOf(program, "ACME")).length, before + 1);
  }));

Deno.test("/audit in private shows a company's managers what was done, by today's names and their clock", () =>
  inStory(async (program) => {
    const { admin, telegram } = program;
    const yard = await yardOf(program, { started: ["Mia", "Bob"] });
    const { mia, bob } = yard;
    await eachMinute(program, [
      () => asks(admin, "/time_zone ACME Europe/Vienna"),
      () => asks(mia, `/add_member ACME Safety ${bob.id}`),
      () => asks(mia, "/restrict_department ACME Safety"),
      () => appoints(yard, "/add_member Safety"),
    ]);
    mia.user.first_name = "Mia Married";
    const [page] = await asks(mia, "/audit acme");
    const [head, ...body] = page!.split("\n");
    assertEquals(head, "What administrators did in ACME Logistics");
    assertEquals(body.slice(0, 8), [
      "23 Nov 2026, 10:04 Gus · role given",
      "ACME yard · Bob · member of a department: nothing → Safety",
      "23 Nov 2026, 10:03 Mia Married · who may choose a department",
      "department “Safety” · only members and managers choose it: no → yes",
      "23 Nov 2026, 10:02 Mia Married · role given",
      "Bob · member of a department: nothing → Safety",
      "23 Nov 2026, 10:01 Petra Platform · time zone",
      "time zone: UTC → Europe/Vienna",
    ]);
    await telegram.settled();
    assertStringIncludes((await asks(admin, "/audit ACME"))[0]!, "Gus · role given");
  }));

Deno.test("settings, hours and moments read as where they are set, also when the company rests", () =>
  inStory(async (program) => {
    const { admin } = program;
    const yard = await yardOf(program, { started: ["Mia"] });
    const { group, mia, gus } = yard;
    await eachMinute(program, [
      () => asks(mia, "/policy ACME unclaimed 7"),
      () => asks(mia, "/policy ACME unclaimed_repeat 5"),
      () => asks(mia, "/policy ACME unclaimed_repeat same"),
      () => asks(mia, "/hours ACME mon-fri 08:00-17:00; sat 9-13"),
      () => asks(mia, "/hours ACME mon-fri 08:00-16:00"),
      () => asks(mia, "/company_language ACME es"),
      () => asks(mia, "/company_language ACME en"),
      () => gus.says(group, "/settings pins off"),
      () => gus.says(group, "/settings sign closed 🎉"),
      () => asks(mia, "/remove_department ACME Workshop"),
      () => asks(admin, "/archive_company ACME"),
    ]);
    const [page] = await asks(mia, "/audit ACME");
    assertEquals(page!.split("\n").slice(1, 23), [
      "23 Nov 2026, 09:11 Petra Platform · company archived",
      "archived: no → 23 Nov 2026, 09:11",
      "23 Nov 2026, 09:10 Mia · department removed",
      "department “Workshop” · name: Workshop → nothing",
      "23 Nov 2026, 09:09 Gus · setting of the group",
      "ACME yard · Signs · closed: ⚫️ → 🎉",
      "23 Nov 2026, 09:08 Gus · setting of the group",
      "ACME yard · Pins: open incidents are pinned → nothing is pinned",
      "23 Nov 2026, 09:07 Mia · language of the company",
      "language: Español → English",
      "23 Nov 2026, 09:06 Mia · language of the company",
      "language: English → Español",
      "23 Nov 2026, 09:05 Mia · working hours",
      "working hours: mon-fri 08:00-17:00; sat 09:00-13:00 → mon-fri 08:00-16:00",
      "23 Nov 2026, 09:04 Mia · working hours",
      "working hours: round the clock → mon-fri 08:00-17:00; sat 09:00-13:00",
      "23 Nov 2026, 09:03 Mia · policy",
      "unclaimed_repeat: 5 min → as the first time",
      "23 Nov 2026, 09:02 Mia · policy",
      "unclaimed_repeat: as usual → 5 min",
      "23 Nov 2026, 09:01 Mia · policy",
      "unclaimed: as usual → 7 min",
    ]);
  }));

Deno.test("/audit in a group shows its managers that group alone", () =>
  inStory(async (program) => {
    const { admin } = program;
    const yard = await yardOf(program);
    const { group, gus, sam } = yard;
    await inWork(yard);
    await elsewhere(program, yard);
    await eachMinute(program, [
      () => appoints(yard, "/add_dispatcher"),
      () => asks(admin, "/time_zone ACME Europe/Vienna"),
    ]);
    await gus.says(group, "/audit");
    const shown = plain(panelOf(gus, group.visibleTo(gus)));
    assertEquals(shown.split("\n").slice(0, 3), [
      "What administrators did in this group",
      "23 Nov 2026, 10:01 Gus · role given",
      "ACME yard · Bob · dispatcher: no → yes",
    ]);
    assertStringIncludes(shown, "title: nothing → ACME yard");
    for (const foreign of ["Depot", "Workshop", "time zone"]) {
      assertEquals(shown.includes(foreign), false, foreign);
    }
    await sam.says(group, "/audit");
    assertEquals(newestFor(sam, group).includes("administrators did"), false);
  }));

Deno.test("a group that has become a supergroup keeps what was done in it", () =>
  inStory(async (program) => {
    const gus = program.telegram.person("Gus");
    const bob = program.telegram.person("Bob", { username: "bob_acme" });
    const group = await program.company("ACME", { owner: gus, members: [bob], type: "group" });
    await bob.says(group, "/help");
    await program.pass(1);
    await appoints({ group, gus, bob }, "/add_dispatcher");
    const after = await group.becomesSupergroup();
    await gus.says(after, "/audit");
    const shown = newestFor(gus, after);
    assertStringIncludes(shown, "ACME yard · Bob · dispatcher: no → yes");
    assertStringIncludes(shown, "ACME yard · state: nothing → active");
    const [ofCompany] = await asks(program.admin, "/audit ACME");
    assertStringIncludes(ofCompany!, "ACME yard · Bob · dispatcher: no → yes");
  }));

Deno.test("nobody sees the acts of a company that is not theirs, nor whether there is such a company", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Mia", "Dan", "Sam", "Gus"] });
    await inWork(yard);
    await elsewhere(program, yard);
    const { mia, dan, sam, gus } = yard;
    const [refusal] = await asks(mia, "/audit NONE");
    assertEquals(await asks(mia, "/audit ZETA"), [refusal!]);
    for (const person of [dan, sam, gus]) {
      for (const company of ["ACME", "ZETA", "NONE"]) {
        assertEquals(
          await asks(person, `/audit ${company}`),
          [refusal!],
          `${person.name} ${company}`,
        );
      }
    }
  }));

Deno.test("pages turn from the newest to the oldest, and every page is decided anew", () =>
  inStory(async (program) => {
    const { mia } = await yardOf(program, { started: ["Mia"] });
    const names = Array.from({ length: 60 }, (_, i) => `${i}`.padStart(3, "0") + "&<".repeat(17));
    for (const name of names) {
      const origin = {
        actorId: mia.id,
        chatId: mia.id,
        updateId: 1_000 + Number(name.slice(0, 3)),
      };
      await addDepartment(program.app.deps, origin, { companyId: "ACME", name });
    }
    await asks(mia, "/audit ACME");
    const seen: string[] = [];
    for (;;) {
      const panel = mia.private.messages.at(-1)!;
      assert(plain(panel).length <= 4096);
      seen.push(
        ...plain(panel).split("\n").flatMap((line) =>
          /name: nothing → (\d{3})/.exec(line)?.[1] ?? []
        ),
      );
      const keyboard = panel.reply_markup?.inline_keyboard.flat() ?? [];
      if (!keyboard.some(({ text }) => text === "▶")) break;
      await mia.presses(panel, "▶");
    }
    const written = (await Array.fromAsync(program.store.list<Act>({ prefix: ["act", "ACME"] })))
      .flatMap(({ value }) =>
        value.changes.flatMap(({ after }) => /^\d{3}/.exec(after ?? "")?.[0] ?? [])
      );
    assertEquals(seen, written.toReversed());
    await asks(program.admin, `/remove_manager ACME ${mia.id}`);
    await mia.presses(mia.private.messages.at(-1)!, "◀");
    assertStringIncludes(newestInPrivate(mia), "not yours to do");
  }));

Deno.test("a backup has the acts, and verify looks at their shape", async () => {
  const program = await startProgram();
  await yardOf(program);
  const lines = await linesOf(program.store);
  await withStore(async (store) => {
    await importBackup(denoKv(store), sourceOf(lines), { merge: false });
    const acts = async (of: Deno.Kv) => (await contentsOf(of)).filter((it) => it.includes('"act"'));
    assert((await acts(store)).length > 5);
    assertEquals(await acts(store), await acts(program.store));
    assertEquals((await verify(denoKv(store), { repair: false })).size, 0);
    await store.set(keys.act("ACME", 1, "x").key, { schema: 1, company: "ACME", by: "Petra" });
    assertEquals([...(await verify(denoKv(store), { repair: false })).keys()], ["unreadable"]);
  });
  await program.close();
});
