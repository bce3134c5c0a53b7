/** `deno task kv`: writes a backup of the store, decrypts one, puts it back, verifies, migrates. */

import { readEnvironment } from "./environment.ts";
import { decryptedBackup } from "./store/backup/decrypt.ts";
import { exportBytes, type ExportProgress } from "./store/backup/export.ts";
import { backupFile, writeWhole } from "./store/backup/file.ts";
import type { Finding } from "./store/backup/findings.ts";
import { importBackup } from "./store/backup/import.ts";
import { migrate } from "./store/backup/migrate.ts";
import { type Order, parseOrder, type Task } from "./store/backup/order.ts";
import { grouped, newProgress, type Progress } from "./store/backup/progress.ts";
import { BackupError } from "./store/backup/refused.ts";
import { verify } from "./store/backup/verify.ts";
import { type Kv, KvError } from "./store/kv.ts";
import { DEFAULT_PATH, openStore } from "./store/open.ts";
import { patientKv } from "./store/patient_kv.ts";
import { TooBusyError } from "./store/retry.ts";

const USAGE = `Usage: deno task kv export FILE
       deno task kv import FILE [--merge]
       deno task kv verify [--repair]
       deno task kv migrate
       deno task kv decrypt PART… FILE
The store is the one that KV_PATH names; --kv PATH names another.
decrypt needs none; it takes the passphrase from BACKUP_PASSPHRASE.`;

/** Carries it out; the exit code. */
async function carryOut(task: StoreTask, { kv, progress }: Surroundings): Promise<number> {
  switch (task.kind) {
    case "export":
      return await runExport(task, { kv, progress });
    case "import":
      return await runImport(task, { kv, progress });
    case "verify":
      return await runVerify(task, { kv, progress });
    case "migrate":
      return await runMigrate({ kv, progress });
    default:
      return task satisfies never;
  }
}

type StoreTask = Exclude<Task, { kind: "decrypt" }>;

interface Surroundings {
  kv: Kv;
  progress: Progress;
}

async function runExport(
  { file }: { file: string },
  { kv, progress }: Surroundings,
): Promise<number> {
  let last: ExportProgress = { share: 0, records: 0, readAgain: 0, isSettled: false };
  const report = (now: ExportProgress) => {
    last = now;
    progress.show("records", { count: now.records, share: now.share });
  };
  await writeWhole(file, exportBytes(kv, { now: Date.now(), report }));
  progress.end();
  console.log(`${grouped(last.records)} records, ${grouped(last.readAgain)} of them read again.`);
  if (!last.isSettled) {
    console.log("The store never rested: each incident is whole, sums may be a step ahead.");
  }
  return 0;
}

async function runImport(
  { file, merge }: { file: string; merge: boolean },
  { kv, progress }: Surroundings,
): Promise<number> {
  const source = await backupFile(file);
  const { header, added, alreadyThere, conflicts, examples } = await importBackup(kv, source, {
    merge,
    report: ({ step, records }) => progress.show(step, { count: records, share: source.share() }),
  });
  progress.end();
  console.log(`${grouped(added)} records of ${header.createdAt} written.`);
  if (merge) console.log(`${grouped(alreadyThere)} were there already.`);
  if (conflicts === 0) return 0;
  console.log(`${grouped(conflicts)} left out, because the store has something else:`);
  for (const example of examples) console.log(`  ${example}`);
  return 1;
}

/** What was found, in words. */
const FINDINGS: Record<Finding, string> = {
  unknown_key: "keys that this version does not know",
  unreadable: "records that can't be read",
  missing_index: "index keys missing",
  stray_index: "index keys that belong to no record",
  history: "incidents that are not what their history comes to",
  lone_history: "events without an incident",
  tally: "sums that are wrong",
};

async function runVerify(
  { repair }: { repair: boolean },
  { kv, progress }: Surroundings,
): Promise<number> {
  const findings = await verify(kv, {
    repair,
    report: (count) => progress.show("keys", { count, share: null }),
  });
  progress.end();
  if (findings.size === 0) console.log("Everything fits together.");
  let left = 0;
  for (const [finding, { count, mended, examples }] of findings) {
    const note = mended > 0 ? `, ${grouped(mended)} mended` : "";
    console.log(`${grouped(count)} ${FINDINGS[finding]}${note}:`);
    for (const example of examples) console.log(`  ${example}`);
    left += count - mended;
  }
  return left > 0 ? 1 : 0;
}

async function runMigrate({ kv, progress }: Surroundings): Promise<number> {
  const { current, lifted, unreadable } = await migrate(
    kv,
    (count) => progress.show("records", { count, share: null }),
  );
  progress.end();
  for (const [kind, count] of Object.entries(lifted)) {
    console.log(`${kind}: ${grouped(count)} brought up to date`);
  }
  console.log(`${grouped(current)} were up to date.`);
  for (const key of unreadable) console.log(`Cannot be read: ${key}`);
  return unreadable.length > 0 ? 1 : 0;
}

/** The parts of an encrypted backup become one that can be imported. */
async function runDecrypt({ parts, file }: Task & { kind: "decrypt" }): Promise<number> {
  const passphrase = readEnvironment()("BACKUP_PASSPHRASE")?.trim();
  if (!passphrase) throw new BackupError("Cannot decrypt: BACKUP_PASSPHRASE is not set");
  const sources = await Promise.all(
    parts.map(async (name) => ({ name, read: (await backupFile(name)).read })),
  );
  await writeWhole(file, decryptedBackup(sources, passphrase));
  console.log(`${grouped(parts.length)} parts decrypted.`);
  return 0;
}

/** An import makes a store; everything else wants one, and a mistyped path must not look empty. */
async function open(task: StoreTask, path: string | undefined): Promise<Kv> {
  const place = path ?? (readEnvironment()("KV_PATH")?.trim() || DEFAULT_PATH);
  const isFile = !place.includes("://");
  if (task.kind !== "import" && isFile && !await Deno.stat(place).catch(() => null)) {
    throw new BackupError(`Cannot open the store: there is no file ${place}`);
  }
  const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  return patientKv(await openStore({ path: place, onDeploy: false }), {
    sleep,
    random: Math.random,
  });
}

async function run(order: Order): Promise<number> {
  const encoder = new TextEncoder();
  const progress = newProgress({
    isTerminal: Deno.stderr.isTerminal(),
    write: (text) => void Deno.stderr.writeSync(encoder.encode(text)),
    now: () => performance.now(),
  });
  try {
    const { task, path } = order;
    if (task.kind === "decrypt") return await runDecrypt(task);
    return await carryOut(task, { kv: await open(task, path), progress });
  } catch (error) {
    const isExpected = error instanceof BackupError || error instanceof KvError ||
      error instanceof TooBusyError;
    if (!isExpected) throw error;
    progress.end();
    console.error(error.message);
    return 1;
  }
}

if (import.meta.main) {
  const order = parseOrder(Deno.args);
  if (!order) console.error(USAGE);
  Deno.exit(order ? await run(order) : 2);
}
