import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Message } from "grammy/types";
import { decryptedBackup } from "../../src/store/backup/decrypt.ts";
import { importBackup } from "../../src/store/backup/import.ts";
import { denoKv, type Kv } from "../../src/store/kv.ts";
import { type BackupReport, nightlyBackup } from "../../src/sweep/nightly_backup.ts";
import { createApp } from "../../src/app.ts";
import { type Program, startProgram, testConfig } from "../program.ts";
import { type Person, plain } from "../simulator/simulator.ts";
import { fullDay, linesOf, recordsIn, sourceOf, withStore } from "../store/backup/backup.ts";
import { inPlace, runTool } from "../store/backup/tool.ts";
import { asks, inStory, TWO_ADMINS } from "./story.ts";

const PASSPHRASE = "correct horse battery staple";
/** Small enough for several parts. */
const OPTIONS = {
  passphrase: PASSPHRASE,
  hour: 3,
  partSize: 700,
  frameSize: 200,
  iterations: 10,
};
/** Nobody waits before another try. */
const PATIENT = {
  wrap: <D extends { sleep(ms: number): Promise<void> }>(deps: D): D => ({
    ...deps,
    sleep: () => Promise.resolve(),
  }),
};
const HOUR = 3_600_000;

/** What the cron does in that hour. */
async function strikes({ app, telegram }: Program): Promise<BackupReport["outcome"]> {
  const { outcome } = await nightlyBackup(app.deps, OPTIONS);
  await telegram.settled();
  return outcome;
}

/** Documents that somebody got, oldest first. */
function documentsOf(person: Person): (Message & { document: { file_id: string } })[] {
  return person.private.messages.filter((it) => it.document !== undefined) as never;
}

/** The files that somebody can download: name and bytes. */
async function downloads(
  { telegram }: Program,
  person: Person,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }[]> {
  return await Promise.all(
    documentsOf(person).map(async ({ document }) => ({
      name: document.file_name!,
      bytes: await telegram.download(document.file_id),
    })),
  );
}

Deno.test("a night's backup, put together and imported, is the store that it was made of", () =>
  inStory(async (program) => {
    await fullDay(program);
    assertEquals(await strikes(program), "sent");
    const parts = await downloads(program, program.admin);
    assert(parts.length > 3, `${parts.length} parts`);
    const names = parts.map((_, i) => `tocsin-2026-11-23.ndjson.gz.enc.00${i + 1}`);
    assertEquals(parts.slice(0, 9).map(({ name }) => name), names.slice(0, 9));
    for (const { bytes } of parts) assert(bytes.length <= OPTIONS.partSize);
    const captions = documentsOf(program.admin).map(({ caption }) => caption);
    assertEquals(captions[0], "Backup of 2026-11-23 09:00 UTC, encrypted, part 1");
    assertEquals(
      captions.at(-1),
      `Backup of 2026-11-23 09:00 UTC, encrypted, part ${parts.length}, the last of ${parts.length}`,
    );
    const sources = parts.toReversed().map(({ name, bytes }) => ({
      name,
      async *read() {
        yield bytes;
      },
    }));
    const backup = await new Blob(
      await Array.fromAsync(decryptedBackup(sources, PASSPHRASE)) as BlobPart[],
    ).bytes();
    await withStore(async (restored) => {
      await importBackup(denoKv(restored), sourceOf(backup), { merge: false });
      assertEquals(recordsIn(await linesOf(restored)), recordsIn(await linesOf(program.store)));
    });
    assertEquals(program.log.filter((line) => line.includes(PASSPHRASE)), []);
  }));

Deno.test("deno task kv decrypt makes a file that imports, and says what is wrong with the parts", async () => {
  const program = await startProgram();
  await fullDay(program);
  await strikes(program);
  const parts = await downloads(program, program.admin);
  await program.close();
  await inPlace(async (place) => {
    for (const { name, bytes } of parts) await Deno.writeFile(`${place}/${name}`, bytes);
    const names = parts.map(({ name }) => name);
    const environment = { BACKUP_PASSPHRASE: PASSPHRASE };
    const decrypts = (words: string[], more: Record<string, string> = environment) =>
      runTool(place, ["decrypt", ...words], more);
    const refusals: [words: string[], environment: Record<string, string>, why: string][] = [
      [[...names, "x"], {}, "BACKUP_PASSPHRASE is not set"],
      [[...names, "x"], { BACKUP_PASSPHRASE: "another passphrase" }, "the passphrase is wrong"],
      [[...names.toSpliced(1, 1), "x"], environment, "part 2 is missing"],
      [[...names, "nowhere.009", "x"], environment, "there is no file nowhere.009"],
      [[...names, names[0]!], environment, "is there already"],
    ];
    for (const [words, given, why] of refusals) {
      const { code, stderr } = await decrypts(words, given);
      assertEquals(code, 1, why);
      assertStringIncludes(stderr, why);
    }
    assertEquals(await Deno.stat(`${place}/x`).catch(() => null), null);
    const { code, stdout } = await decrypts([...names.toReversed(), "tocsin.ndjson"]);
    assertEquals([code, stdout], [0, `${names.length} parts decrypted.\n`]);
    const imported = await runTool(place, ["import", "tocsin.ndjson", "--kv", "restored.sqlite"]);
    assertEquals(imported.code, 0, imported.stderr);
  });
});

Deno.test("it is sent once a night, however often the program starts, and made up for after downtime", () =>
  inStory(async (program) => {
    const { clock, admin } = program;
    assertEquals(await strikes(program), "sent");
    const first = documentsOf(admin).length;
    for (let hour = 10; hour < 27; hour++) {
      assertEquals(await strikes(program), "not_due", `${hour}:00`);
      await clock.advance(HOUR);
    }
    assertEquals(documentsOf(admin).length, first);
    await clock.advance(HOUR);
    assertEquals(await strikes(program), "sent");
    await clock.advance(60 * HOUR);
    assertEquals(await strikes(program), "sent");
    assertEquals(await strikes(program), "not_due");
  }));

Deno.test("of several processes one sends it", async () => {
  const program = await startProgram();
  const { store, telegram, clock: { now }, admin } = program;
  const other = createApp(testConfig(telegram, admin.id), { kv: denoKv(store), now });
  const outcomes = await Promise.all(
    [program.app, other].map(async ({ deps }) => (await nightlyBackup(deps, OPTIONS)).outcome),
  );
  assertEquals(outcomes.toSorted(), ["busy", "sent"]);
  assertEquals(
    new Set(documentsOf(admin).map(({ caption }) => caption)).size,
    documentsOf(admin).length,
  );
  await program.close();
});

Deno.test("whoever died while sending keeps nobody waiting for more than half an hour", async () => {
  const program = await startProgram();
  const { store, clock } = program;
  const until = clock.now() + 30 * 60_000;
  await store.set(["backup", "lease"], { schema: 1, holder: "dead", until });
  assertEquals(await strikes(program), "busy");
  await clock.advance(HOUR / 2);
  assertEquals(await strikes(program), "sent");
  assertEquals((await store.get(["backup", "lease"])).value, null);
  await program.close();
});

Deno.test("every platform admin who has started the bot gets it, and it is uploaded once", () =>
  inStory(async (program) => {
    const { telegram, admin } = program;
    const second = telegram.person("Quentin", { id: 424_242 });
    await second.starts();
    assertEquals(await strikes(program), "sent");
    const [own, others] = [documentsOf(admin), documentsOf(second)];
    assertEquals(
      own.map(({ document }) => document.file_id),
      others.map(({ document }) => document.file_id),
    );
    const uploads = telegram.calls.filter(({ method, params }) =>
      method === "sendDocument" && typeof params.document !== "string"
    );
    assertEquals(uploads.length, own.length);
    await program.clock.advance(24 * HOUR);
    await admin.blocks();
    assertEquals(await strikes(program), "sent");
    assertEquals([documentsOf(admin).length, documentsOf(second).length], [
      own.length,
      own.length * 2,
    ]);
  }, { environment: TWO_ADMINS }));

Deno.test("a night that fails is tried again each hour; after a day of that the admins are told once", () =>
  inStory(async (program) => {
    const { telegram, clock, admin, log } = program;
    telegram.faults.add({ method: "sendDocument", kind: "502" });
    for (let hour = 0; hour < 24; hour++) {
      assertEquals(await strikes(program), "failed");
      await clock.advance(HOUR);
    }
    const told = () => admin.private.messages.map(plain).filter((text) => text.includes("🚨"));
    assertEquals(told(), []);
    for (let hour = 24; hour < 30; hour++) {
      assertEquals(await strikes(program), "failed");
      await clock.advance(HOUR);
    }
    assertEquals(told().length, 1);
    assertStringIncludes(told()[0]!, "🚨 The nightly backup has failed for 24 hours");
    assert(log.some((line) => line.includes("backup failed")));
    telegram.faults.clear();
    assertEquals([await strikes(program), await strikes(program)], ["sent", "not_due"]);
  }, PATIENT));

Deno.test("a store that fails midway is no backup: it is tried again", async () => {
  let isBroken = false;
  const wrapKv = (kv: Kv): Kv => ({
    ...kv,
    list(selector, options) {
      const { start = [] } = selector as { start?: Deno.KvKey };
      if (isBroken && start[0] === "history") throw new Error("the disk is gone");
      return kv.list(selector, options);
    },
  });
  const program = await startProgram({ wrapKv });
  await fullDay(program);
  isBroken = true;
  assertEquals(await strikes(program), "failed");
  isBroken = false;
  assertEquals(await strikes(program), "sent");
  await program.close();
});

Deno.test("without a passphrase nothing is sent, and with one the cron does it", async () => {
  const without = await startProgram();
  assertEquals((await without.app.backup()).outcome, "off");
  await without.close();
  const program = await startProgram({ environment: { BACKUP_PASSPHRASE: PASSPHRASE } });
  await asks(program.admin, "/add_company ACME Acme Logistics");
  assertEquals(await program.app.backup(), { outcome: "sent", parts: 1 });
  const [only] = documentsOf(program.admin);
  assertEquals(only?.caption, "Backup of 2026-11-23 09:00 UTC, encrypted, whole");
  await program.close();
});
