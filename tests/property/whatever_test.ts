import { assertEquals } from "@std/assert";
import { type Chance, chanceFrom, seedFor } from "../domain/random.ts";
import { ACTION_TYPES } from "../domain/random_action.ts";
import { assertShown } from "../faults/cards.ts";
import { assertSound } from "../faults/invariants.ts";
import { aCommand } from "./by_command.ts";
import { aForgedReply, anEdit, aReply } from "./by_message.ts";
import { aPress } from "./by_press.ts";
import { carryOut } from "./carry_out.ts";
import { aLateStep, changeRole, leaveGroup, passTime } from "./clockwork.ts";
import { look } from "./looks.ts";
import { openStage } from "./open_stage.ts";
import { report } from "./reports.ts";
import type { Stage } from "./stage.ts";
import { sumOf } from "./tally.ts";
import { meaningOf, refusalOf, type Wish } from "./wish.ts";

/** How many things are tried; each report, release and reminder is one. */
const ACTIONS = 1_500;
/** Side by side, because each waits a good deal for its store and its Telegram. */
const WORLDS = 2;
/** Everything is looked at that often. */
const FULL_CHECK_EVERY = 200;

const WAYS: readonly ((stage: Stage) => Wish | null)[] = [
  aPress,
  aPress,
  aPress,
  aPress,
  aPress,
  aCommand,
  aCommand,
  aCommand,
  aReply,
  anEdit,
];

/** What has to come about more often than other things, for crews and pages to grow. */
const MORE_OFTEN: Partial<Record<string, number>> = {
  claim: 3,
  join: 8,
  assign: 2,
  leave: 2,
  comment: 2,
};

/** How many things somebody thinks of before they do one. */
const THOUGHTS = 8;

/** By chance anything; more often what came about least often until now. */
function aWish(stage: Stage): Wish | null {
  const { chance, tally } = stage;
  const thoughts = Array.from({ length: THOUGHTS }, () => chance.pick(WAYS)(stage))
    .filter((wish) => wish !== null);
  if (chance.below(3) === 0) return thoughts[0] ?? null;
  const times = (wish: Wish) => {
    const [action, done] = [meaningOf(stage, wish), refusalOf(stage, wish) === null];
    return tally.times(action, done) / (done ? MORE_OFTEN[action] ?? 1 : 1);
  };
  return thoughts.toSorted((a, b) => times(a) - times(b))[0] ?? null;
}

async function step(stage: Stage): Promise<void> {
  const luck = stage.chance.below(100);
  if (luck < 3) return await report(stage);
  if (luck < 6) return await passTime(stage);
  if (luck < 9) return await changeRole(stage);
  if (luck < 10) return await leaveGroup(stage);
  if (luck < 14) return await look(stage);
  const wish = luck < 16 ? aLateStep(stage) : luck < 17 ? aForgedReply(stage) : aWish(stage);
  if (wish) await carryOut(stage, wish);
}

async function assertAll({ program, sites }: Stage): Promise<void> {
  await assertSound(program.store, { now: program.clock.now() });
  await assertShown(program.store, sites.map(({ group }) => group));
}

/** A world of its own, from its first report on. */
async function world(chance: Chance): Promise<Stage> {
  const stage = await openStage(chance);
  const { tally } = stage;
  while (stage.incidents.size < 5) await report(stage);
  let checked = 0;
  while (tally.total() < ACTIONS / WORLDS) {
    await step(stage);
    if (tally.total() - checked < FULL_CHECK_EVERY) continue;
    checked = tally.total();
    await assertAll(stage);
  }
  await assertAll(stage);
  await stage.program.close();
  return stage;
}

Deno.test("whatever anybody does anywhere, the program does what the design lets them and no more", async () => {
  const started = performance.now();
  const chance = chanceFrom(seedFor("whatever anybody does"));
  const seeds = Array.from({ length: WORLDS }, () => chance.below(2 ** 32));
  const stages = await Promise.all(seeds.map((seed) => world(chanceFrom(seed))));
  const all = sumOf(stages.map(({ tally }) => tally));
  const incidents = stages.reduce((sum, stage) => sum + stage.incidents.size, 0);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${all.total()} actions on ${incidents} incidents in ${seconds} s`);
  console.log(all.table());
  assertEquals(all.missing(["report", ...ACTION_TYPES]), []);
});
