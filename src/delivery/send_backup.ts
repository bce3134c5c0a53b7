/** Sends the parts of a backup as documents: each is uploaded once, and goes to the others by its id. */

import { InputFile } from "grammy";
import type { Deps } from "../deps.ts";
import type { Profile } from "../domain/person.ts";
import { describeError } from "../log.ts";
import { backupCaption } from "../view/backup_messages.ts";
import { textsForPerson } from "../view/texts/language.ts";
import { backoff, verdictOn } from "./verdict.ts";

/**
 * Most bytes of a document that a bot sends are 50 MB; a little less, for what is around it.
 *
 * @see https://core.telegram.org/bots/api#senddocument
 */
export const MOST_OF_A_DOCUMENT = 49_000_000;

/** A part that is to be sent. */
export interface Parcel {
  /** From 1. */
  number: number;
  /** There are no more. */
  isLast: boolean;
  /** Its bytes, in pieces. */
  pieces: readonly Uint8Array[];
}

/** Options of {@linkcode sendBackup}. */
export interface Sending {
  /** Who gets it. */
  to: readonly Profile[];
  /** When it was begun, epoch milliseconds. */
  at: number;
  /** Called after each part. */
  afterPart(): Promise<void>;
}

/**
 * Sends all parts to everybody who can be written to; how many there were.
 *
 * @throws {Error} when nobody got all of them.
 */
export async function sendBackup(
  deps: Deps,
  parcels: AsyncIterable<Parcel>,
  { to, at, afterPart }: Sending,
): Promise<number> {
  let left = [...to];
  let sent = 0;
  for await (const parcel of parcels) {
    left = await sendPart(deps, parcel, { to: left, at });
    if (left.length === 0) throw new Error("Cannot send the backup: nobody takes it");
    sent = parcel.number;
    await afterPart();
  }
  return sent;
}

/** Sends one part; who got it. Who refuses it has no use for the others. */
async function sendPart(
  deps: Deps,
  { number, isLast, pieces }: Parcel,
  { to, at }: { to: readonly Profile[]; at: number },
): Promise<Profile[]> {
  const date = new Date(at).toISOString().slice(0, 10);
  const name = `tocsin-${date}.ndjson.gz.enc.${String(number).padStart(3, "0")}`;
  const got: Profile[] = [];
  let fileId: string | null = null;
  for (const person of to) {
    const caption = backupCaption(textsForPerson(person), { at, number, isLast });
    try {
      const { document } = await patiently(
        deps,
        () =>
          deps.uploads.sendDocument(person.id, fileId ?? new InputFile(pieces, name), { caption }),
      );
      fileId ??= document.file_id;
      got.push(person);
    } catch (error) {
      if (verdictOn(error).kind === "hold") throw error;
      deps.log.warn("backup refused", { chat: person.id, error: describeError(error) });
    }
  }
  return got;
}

/** How often a call is tried; the whole backup is tried again an hour later. */
const MOST_TRIES = 4;
/** Longer than that nobody waits for Telegram, in milliseconds. */
const MOST_PATIENCE = 5 * 60_000;

async function patiently<T>(deps: Deps, call: () => Promise<T>): Promise<T> {
  for (let failures = 0;; failures++) {
    try {
      return await call();
    } catch (error) {
      const verdict = verdictOn(error);
      if (verdict.kind !== "hold" || failures + 1 >= MOST_TRIES) throw error;
      const wait = verdict.ms ?? backoff(failures);
      if (wait > MOST_PATIENCE) throw error;
      await deps.sleep(wait);
    }
  }
}
