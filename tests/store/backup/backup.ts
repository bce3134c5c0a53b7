/** Backups in memory, and a store with something of everything in it. */

import { cardOf, type Program, startProgram } from "../../program.ts";
import { asks } from "../../stories/story.ts";
import {
  chooses,
  everybodyGreets,
  inWork,
  reported,
  type Yard,
  yardOf,
} from "../../stories/yard.ts";
import type { BackupSource } from "../../../src/store/backup/check.ts";
import { exportBytes, exportLines, type ExportOptions } from "../../../src/store/backup/export.ts";
import { importBackup } from "../../../src/store/backup/import.ts";
import { denoKv, type Kv } from "../../../src/store/kv.ts";

/** When the backups of the tests are made. */
export const NOW = Date.UTC(2026, 10, 23, 18, 0);

/** The lines of a backup. */
export async function linesOf(
  store: Deno.Kv,
  options: Partial<ExportOptions> = {},
): Promise<string[]> {
  return await Array.fromAsync(exportLines(denoKv(store), { now: NOW, ...options }));
}

/** Only the lines with records. */
export function recordsIn(lines: readonly string[]): string[] {
  return lines.filter((line) => line.startsWith('{"key"'));
}

/** The bytes of a backup. */
export async function bytesOf(kv: Kv): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(
    await new Blob(await Array.fromAsync(exportBytes(kv, { now: NOW }))).arrayBuffer(),
  );
}

/** Lines, or bytes, as a backup that can be read. */
export function sourceOf(content: readonly string[] | Uint8Array): BackupSource {
  const bytes = content instanceof Uint8Array
    ? content
    : new TextEncoder().encode(content.map((line) => `${line}\n`).join(""));
  return {
    async *read() {
      // Pieces that end anywhere, as those of a file do.
      for (let at = 0; at < bytes.length; at += 10_007) yield bytes.subarray(at, at + 10_007);
    },
  };
}

/** Runs with an empty store. */
export async function withStore<T>(work: (store: Deno.Kv) => Promise<T>): Promise<T> {
  const store = await Deno.openKv(":memory:");
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

/** Everything in a store, as text. */
export async function contentsOf(store: Deno.Kv): Promise<string[]> {
  const entries = await Array.fromAsync(store.list({ prefix: [] }));
  return entries.map(({ key, value }) => Deno.inspect([key, value], { depth: 20 }));
}

/** A day with an incident of every status, comments, a file, tags, roles, a pending group. */
export async function fullDay(program: Program): Promise<Yard> {
  const { telegram, admin } = program;
  const yard = await yardOf(program);
  const { group, eve, bob, ana, mia } = yard;
  await everybodyGreets(yard);
  const card = await inWork(yard);
  await ana.presses(card, "Join");
  await ana.says(group, "Brought the spare hose", { replyTo: cardOf(group, "ACME-1") });
  await bob.says(group, "/resolve ACME-1 Replaced the brake line");
  await reported(yard, "ACME-2", "Лёгкое касание, ничего страшного 🚚");
  await mia.says(group, "/tag ACME-2 night gate");
  await chooses(mia, yard, ["ACME-2", "Cancel", "False alarm"]);
  await inWork(yard, "ACME-3", "Gate is stuck");
  await eve.says(group, "/escalate ACME-3 nobody comes");
  await eve.says(group, "/new_issue Which department is this?");
  await inWork(yard, "ACME-5", "Lamp is broken");
  await bob.presses(cardOf(group, "ACME-5"), "Resolve");
  await asks(admin, "/add_company ZETA Zeta Freight");
  const zoe = telegram.person("Zoe");
  await zoe.adds(telegram.group("Depot", { owner: zoe, withBot: false }));
  await telegram.settled();
  return yard;
}

/** A program after {@linkcode fullDay}. */
export function afterFullDay(work: (program: Program) => Promise<void>): Promise<void> {
  return after(fullDay, work);
}

let day: Promise<string[]> | undefined;

/** A backup made after {@linkcode fullDay}, which is played once. */
export function dayLines(): Promise<string[]> {
  return day ??= (async () => {
    let lines: string[] = [];
    await afterFullDay(async ({ store }) => {
      lines = await linesOf(store);
    });
    return lines;
  })();
}

/** Runs with a store of its own that has everything of {@linkcode dayLines}. */
export async function withDay<T>(work: (store: Deno.Kv) => Promise<T>): Promise<T> {
  const lines = await dayLines();
  return await withStore(async (store) => {
    await importBackup(denoKv(store), sourceOf(lines), { merge: false });
    return await work(store);
  });
}

/** A program in which one person works on one incident. */
export function afterOneReport(work: (program: Program) => Promise<void>): Promise<void> {
  return after(async (program) => await inWork(await yardOf(program)), work);
}

async function after(
  first: (program: Program) => Promise<unknown>,
  work: (program: Program) => Promise<void>,
): Promise<void> {
  const program = await startProgram();
  try {
    await first(program);
    await work(program);
  } finally {
    await program.close();
  }
}
