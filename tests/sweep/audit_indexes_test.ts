import { assertEquals } from "@std/assert";
import { INDEX_PREFIXES } from "../../src/store/indexes.ts";
import { keys } from "../../src/store/keys.ts";
import { cardOf, type Program } from "../program.ts";
import { asks, inStory } from "../stories/story.ts";
import { auditReport, auditReports, idOf, openYard } from "./yard.ts";

const TITLE = "🔧 Daily check of ACME Logistics";
const PLATFORM = "🔧 Daily check of what belongs to no company";

/** Records of every kind: open and closed incidents, a comment, people, a group that waits. */
async function everyKind(program: Program) {
  const at = await openYard(program);
  const { yard, ana, bob } = at;
  const { telegram, admin } = program;
  const dora = telegram.person("Dora", { username: "dora_d" });
  await dora.starts();
  await asks(admin, `/add_dispatcher ACME ${dora.id}`);
  await asks(admin, `/shift ACME Dispatch ${bob.id} mon-fri 08:00-16:00`);
  await ana.says(yard, "/new_issue Brakes failed");
  await ana.says(yard, "/new_issue Lights failed");
  await ana.says(yard, "/new_issue Horn failed");
  await ana.says(yard, "Smoke everywhere", { replyTo: cardOf(yard, "ACME-1") });
  await bob.presses(cardOf(yard, "ACME-1"), "Claim");
  await asks(at.mia, "/cancel ACME-2 false alarm");
  const depot = telegram.group("Depot", { members: [ana], withBot: false });
  await ana.adds(depot);
  const question = depot.messages.at(-1)!;
  await ana.says(depot, "Acme", { replyTo: question });
  return { ...at, dora };
}

async function indexesOf({ store }: Program): Promise<Deno.KvEntry<unknown>[]> {
  const found: Deno.KvEntry<unknown>[] = [];
  for (const prefix of INDEX_PREFIXES) {
    for await (const entry of store.list({ prefix: [prefix] })) found.push(entry);
  }
  return found;
}

const plainly = (entries: Deno.KvEntry<unknown>[]) =>
  entries.map(({ key, value }) => JSON.stringify([key, value])).toSorted();

Deno.test("index keys that are gone come back, of every kind", () =>
  inStory(async (program) => {
    const { mia } = await everyKind(program);
    const before = await indexesOf(program);
    assertEquals(
      [...new Set(before.map(({ key }) => key[0]))].toSorted(),
      [...INDEX_PREFIXES].toSorted(),
      "the story has every kind of index",
    );
    for (const { key } of before) await program.store.delete(key);
    const ofNobody = before.filter(({ key }) =>
      ["handle", "groups", "requested"].includes(String(key[0]))
    );
    const [report, platform] = await auditReports(program, mia, program.admin);
    assertEquals(report, [
      TITLE,
      `• ${before.length - ofNobody.length} missing index entries added (ACME-1, ACME-2, ACME-3)`,
    ]);
    assertEquals(platform, [PLATFORM, `• ${ofNobody.length} missing index entries added`]);
    assertEquals(plainly(await indexesOf(program)), plainly(before));
    assertEquals(await auditReport(program, mia), []);
  }));

Deno.test("index keys that belong to no record go, of every kind", () =>
  inStory(async (program) => {
    const { mia, yard, bob } = await everyKind(program);
    const before = await indexesOf(program);
    const [one, none] = [idOf("ACME-1"), idOf("ACME-99")];
    const strays: [{ key: Deno.KvKey }, unknown][] = [
      [keys.due(1, one), yard.id],
      [keys.due(1, none), yard.id],
      [keys.open(yard.id, idOf("ACME-2")), null],
      [keys.current(none), null],
      [keys.ended(yard.id, 5, one), null],
      [keys.over(5, one), null],
      [keys.owned(mia.id, one), null],
      [keys.mine(mia.id, one), null],
      [keys.word("ACME", "giraffe", 1, 0), yard.id],
      [keys.word("ACME", "giraffe", 1, 77), yard.id],
      [keys.member("ACME", "7", bob.id), null],
      [keys.queue("ACME", "1", yard.id, 99), 0],
      [keys.shiftStart(5, "ACME", "1"), null],
      [keys.shiftStart(5, "ACME", "9"), null],
      [keys.dispatcher("ACME", bob.id), null],
      [keys.manager("ACME", 12345), null],
      [keys.works(bob.id, "ACME", "manager"), null],
    ];
    const ofNobody: [{ key: Deno.KvKey }, unknown][] = [
      [keys.requested(bob.id, yard.id), null],
      [keys.handle("nobodys"), bob.id],
      [keys.handle("broken"), "x"],
    ];
    for (const [{ key }, value] of [...strays, ...ofNobody]) await program.store.set(key, value);
    const [report, platform] = await auditReports(program, mia, program.admin);
    assertEquals(report, [
      TITLE,
      `• ${strays.length} stray index entries removed (ACME-1, ACME-2, ACME-99)`,
    ]);
    assertEquals(platform, [PLATFORM, "• 3 stray index entries removed"]);
    assertEquals(plainly(await indexesOf(program)), plainly(before));
    assertEquals(await auditReport(program, mia), []);
  }));

Deno.test("an index key with a wrong value gets the right one", () =>
  inStory(async (program) => {
    const { mia, dora, bob } = await everyKind(program);
    const before = await indexesOf(program);
    const due = before.find(({ key }) => key[0] === "due")!;
    await program.store.set(due.key, 1);
    await program.store.set(keys.handle("dora_d").key, bob.id);
    await auditReport(program, mia);
    assertEquals(plainly(await indexesOf(program)), plainly(before));
    assertEquals((await program.store.get(keys.handle("DORA_D").key)).value, dora.id);
    assertEquals(await auditReport(program, mia), []);
  }));

Deno.test("a record that can't be read is reported, keeps its indexes, and hinders no other", () =>
  inStory(async (program) => {
    const { mia } = await everyKind(program);
    const before = await indexesOf(program);
    const { key } = keys.incident(idOf("ACME-1"));
    const { value } = await program.store.get<Record<string, unknown>>(key);
    await program.store.set(key, { ...value, schema: 99 });
    await program.store.delete(keys.current(idOf("ACME-3")).key);
    assertEquals(await auditReport(program, mia), [
      TITLE,
      "• 1 missing index entry added (ACME-3)",
      "• 1 record could not be checked; the log says why (ACME-1)",
    ]);
    assertEquals(plainly(await indexesOf(program)), plainly(before));
    assertEquals(program.log.some((line) => line.includes("wrong shape at schema")), true);
    await program.store.set(key, value);
  }));
