/** Backups as files. */

import type { BackupSource } from "./check.ts";
import { BackupError } from "./refused.ts";

/** A backup in a file. */
export interface BackupFile extends BackupSource {
  /** How much of it the reading that was begun last has read, 0 to 1. */
  share(): number;
}

/**
 * Opens a backup for reading.
 *
 * @throws {BackupError} when there is no such file.
 */
export async function backupFile(path: string): Promise<BackupFile> {
  const info = await Deno.stat(path).catch(() => null);
  if (!info?.isFile) throw new BackupError(`Cannot read the backup: there is no file ${path}`);
  let read = 0;
  return {
    async *read() {
      read = 0;
      using file = await Deno.open(path);
      for await (const chunk of file.readable) {
        read += chunk.length;
        yield chunk;
      }
    },
    share: () => info.size === 0 ? 1 : read / info.size,
  };
}

/**
 * Writes a file that appears under its name when it is whole, and that only its owner may read.
 *
 * @throws {BackupError} when there is such a file already.
 */
export async function writeWhole(path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  if (await Deno.stat(path).catch(() => null)) {
    throw new BackupError(`Cannot write the backup: ${path} is there already`);
  }
  const part = `${path}.part`;
  try {
    await writeDown(part, chunks);
    await Deno.rename(part, path);
  } catch (error) {
    await Deno.remove(part).catch(() => {});
    throw error;
  }
}

async function writeDown(path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  using file = await Deno.open(path, { write: true, create: true, truncate: true, mode: 0o600 });
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length;) at += await file.write(chunk.subarray(at));
  }
  await file.syncData();
}
