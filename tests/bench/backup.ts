/**
 * What a backup costs: `deno run -A tests/bench/backup.ts [incidents]` fills a store in a file with
 * incidents, then exports, imports, verifies and migrates it, and prints how long each takes and how
 * much the memory grows. An incident comes to about ten records.
 */

import type { IncidentEvent } from "../../src/domain/event.ts";
import { fold } from "../../src/domain/evolve.ts";
import { newCompany } from "../../src/domain/company.ts";
import { backupFile, writeWhole } from "../../src/store/backup/file.ts";
import { exportBytes } from "../../src/store/backup/export.ts";
import { importBackup } from "../../src/store/backup/import.ts";
import { migrate } from "../../src/store/backup/migrate.ts";
import { verify } from "../../src/store/backup/verify.ts";
import { indexesOf } from "../../src/store/indexes.ts";
import { countKey, keys } from "../../src/store/keys.ts";
import { type Change, denoKv, type Kv } from "../../src/store/kv.ts";

const COMMENTS = 5;
const START = Date.UTC(2026, 10, 23, 9, 0);
const eve = { id: 1001, name: "Eve" };

function eventsOf(number: number): IncidentEvent[] {
  const told = { actor: eve, at: START + number, updateId: null };
  const reported: IncidentEvent = {
    type: "reported",
    company: "ACME",
    number,
    chatId: -1001,
    sourceMessageId: number,
    topicId: null,
    description: `Brakes failed on truck ${number}, exit ${number % 97}`,
    ...told,
  };
  const comments = Array.from({ length: COMMENTS }, (_, i): IncidentEvent => ({
    type: "commented",
    messageId: number * 10 + i,
    text: `Word ${i} about it: the hose of truck ${number} is torn`,
    ...told,
  }));
  return [reported, { type: "department_chosen", department: "1", ...told }, ...comments];
}

/** An incident with its history, card and message, as the program would have left them. */
function changesOf(number: number): Change[] {
  const id = { company: "ACME", number };
  const events = eventsOf(number);
  const value = { schema: 1 as const, state: fold(events)!, deadline: null };
  const set = (key: Deno.KvKey, stored: unknown): Change => ({ type: "set", key, value: stored });
  return [
    set(keys.incident(id).key, value),
    ...indexesOf({ kind: "incident", value }).map((entry) => set(entry.key, entry.value)),
    ...events.map((event, i) => set(keys.history(id, i + 1).key, { schema: 1, event })),
    set(keys.card(id).key, {
      schema: 1,
      messageId: number,
      topicId: null,
      version: events.length,
      pin: "pinned",
      callMessageIds: [],
      repins: 0,
    }),
    set(keys.message(-1001, number).key, { schema: 1, incident: id, role: "card" }),
  ];
}

async function fill(kv: Kv, incidents: number): Promise<void> {
  const count: Change = {
    type: "count",
    key: countKey("ACME", -1001, "reported"),
    by: BigInt(incidents),
  };
  await kv.commit([], [
    { type: "set", key: keys.company("ACME").key, value: newCompany("ACME", "Acme", START) },
    { type: "set", key: keys.lastNumber("ACME").key, value: { schema: 1, last: incidents } },
    count,
  ]);
  for (let from = 1; from <= incidents; from += 20) {
    const last = Math.min(from + 19, incidents);
    const numbers = Array.from({ length: last - from + 1 }, (_, i) => from + i);
    await kv.commit([], numbers.flatMap(changesOf));
  }
}

/** The most memory in use while something ran, above what was in use before; megabytes. */
async function measured(what: string, work: () => Promise<string>): Promise<void> {
  const heap = () => Deno.memoryUsage().heapUsed / 1e6;
  const before = heap();
  let most = before;
  const timer = setInterval(() => most = Math.max(most, heap()), 20);
  const started = performance.now();
  const result = await work();
  clearInterval(timer);
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  const growth = (most - before).toFixed(0);
  console.log(`${what}: ${result}, ${seconds} s, heap ${before.toFixed(0)} MB + ${growth} MB`);
}

if (import.meta.main) {
  const incidents = Number(Deno.args[0] ?? 20_000);
  const place = await Deno.makeTempDir({ prefix: "tocsin-bench-" });
  const [from, to] = [
    await Deno.openKv(`${place}/a.sqlite`),
    await Deno.openKv(`${place}/b.sqlite`),
  ];
  const file = `${place}/backup.ndjson`;
  try {
    await measured("fill", async () => {
      await fill(denoKv(from), incidents);
      return `${incidents} incidents`;
    });
    await measured("export", async () => {
      let records = 0;
      const report = (progress: { records: number }) => records = progress.records;
      await writeWhole(file, exportBytes(denoKv(from), { now: START, report }));
      return `${records} records, ${((await Deno.stat(file)).size / 1e6).toFixed(0)} MB`;
    });
    await measured("import", async () => {
      const source = await backupFile(file);
      const { added } = await importBackup(denoKv(to), source, { merge: false });
      return `${added} records`;
    });
    await measured("verify", async () => {
      const findings = await verify(denoKv(to), { repair: false });
      return `${findings.size} findings`;
    });
    await measured("migrate", async () => `${(await migrate(denoKv(to))).current} up to date`);
  } finally {
    from.close();
    to.close();
    await Deno.remove(place, { recursive: true });
  }
}
