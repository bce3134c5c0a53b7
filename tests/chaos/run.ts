/** A run from its seed to its end. */

import { LEASE_TIME } from "../../src/store/drain_token.ts";
import { keys } from "../../src/store/keys.ts";
import type { DrainToken, SweepLease } from "../../src/store/records.ts";
import { chanceFrom } from "../domain/random.ts";
import { actOnce, attempt } from "./acts.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { judge } from "./judge.ts";
import { breakTelegram } from "./troubles.ts";
import { maybeUpheaval } from "./upheavals.ts";
import { openWorld, type World } from "./world.ts";

const MINUTE = 60_000;

/** How long a run is, and what chance it has. */
export interface RunOptions {
  /** A whole number below 2^32. */
  seed: number;
  /** How many things people do. */
  actions: number;
}

/** What came of a run. */
export interface Ending {
  /** Everything that is wrong, a sentence each. */
  wrong: string[];
  /** The same for runs that went the same way. */
  fingerprint: string;
  /** What was done and what happened, for people. */
  table: string;
}

/** Breaks everything, lets it come to rest, sweeps once, and looks at what is left. */
export async function runChaos({ seed, actions }: RunOptions): Promise<Ending> {
  const started = Date.now();
  const world = await openWorld(seed);
  try {
    await letBreak(world, actions);
    await calmDown(world);
    const seconds = ((Date.now() - started) / 1_000).toFixed(1);
    return {
      wrong: await judge(world),
      fingerprint: await fingerprintOf(world),
      table: [
        world.counts.table(),
        world.tally.table(),
        `${world.moments.happened} moments in ${seconds} s`,
      ].join("\n\n"),
    };
  } finally {
    await world.close();
  }
}

async function letBreak(world: World, actions: number): Promise<void> {
  world.weather.isCalm = false;
  breakTelegram(world.telegram.faults, chanceFrom(world.chance.below(2 ** 32)));
  world.slots.forEach((_, slot) => sweepEachMinute(world, slot));
  while (world.tally.total() < actions) {
    await actOnce(world);
    maybeUpheaval(world);
  }
}

function sweepEachMinute(world: World, slot: number): void {
  world.moments.after(MINUTE, () => {
    if (world.weather.isCalm) return;
    sweepEachMinute(world, slot);
    const process = world.slots[slot];
    if (!process) return;
    world.counts.sweeps++;
    process.sweep();
  });
}

async function calmDown(world: World): Promise<void> {
  const { telegram, moments, weather, slots, upheavals } = world;
  world.weather.isCalm = true;
  telegram.faults.clear();
  weather.isTokenWrong = false;
  for (const end of [...upheavals]) end();
  slots.forEach((process, slot) => process ?? world.start(slot));
  await allHandled(world);
  askForMissingCards(world);
  await moments.until(await lastHold(world) + 1_000);
  const [process] = slots;
  world.sweptAt = moments.now();
  await moments.finish(process!.sweep());
  await allHandled(world);
}

/** No update waits, and what is being said has been said. */
async function allHandled({ telegram, moments }: World): Promise<void> {
  do await moments.until(moments.now() + LEASE_TIME); while (telegram.pending.length > 0);
}

/** A card that somebody has deleted comes back as soon as anything happens to its incident. */
function askForMissingCards(world: World): void {
  for (const { id, name, site: { group, owner } } of world.incidents.values()) {
    const card = world.journal.cardOf(id);
    if (group.messages.some(({ message_id }) => message_id === card?.messageId)) continue;
    attempt(world, () => owner.says(group, `/comment ${name} Where is it?`));
  }
}

/** When every hold, and the right to sweep of a program that died, has ended. */
async function lastHold({ store, moments }: World): Promise<number> {
  let last = moments.now();
  for await (const { value } of store.list<DrainToken>({ prefix: ["drain"] })) {
    last = Math.max(last, value.until, value.holdUntil, value.sendsAfter);
  }
  const { value: lease } = await store.get<SweepLease>(keys.sweepLease().key);
  return Math.max(last, lease?.until ?? 0);
}
