import { assertEquals } from "@std/assert";
import { assertShown } from "../faults/cards.ts";
import { assertSound } from "../faults/invariants.ts";
import { ACTION_TYPES } from "../domain/random_action.ts";
import { chanceFrom, seedFor } from "../domain/random.ts";
import { aCommand } from "./by_command.ts";
import { aForgedReply, anEdit, aReply } from "./by_message.ts";
import { aPress } from "./by_press.ts";
import { carryOut } from "./carry_out.ts";
import { aLateStep, changeRole, leaveGroup, passTime } from "./clockwork.ts";
import { look } from "./looks.ts";
import { report } from "./reports.ts";
import { openStage, type Stage } from "./stage.ts";
import { refusalOf, type Wish } from "./wish.ts";

const ACTIONS = 3_000;
/** Everything is looked at that often. */
const FULL_CHECK_EVERY = 250;

const PERSONAL = [...ACTION_TYPES].filter((type) => type !== "time_out" && type !== "release");

const WAYS: readonly ((stage: Stage) => Wish | null | Promise<Wish | null>)[] = [
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

/** How often somebody who wants what they may looks for something else. */
const SECOND_THOUGHTS = 8;

/** Half of the time people want what they may, each kind of thing about as often. */
async function aWish(stage: Stage): Promise<Wish | null> {
  const { chance } = stage;
  const way = chance.pick(WAYS);
  let wish = await way(stage);
  if (chance.below(2) === 0) return wish;
  const rare = chance.pick(PERSONAL);
  for (let tries = 0; tries < SECOND_THOUGHTS; tries++) {
    const other = await way(stage);
    if (other === null || refusalOf(stage, other) !== null) continue;
    wish = other;
    if (other.action.type === rare) break;
  }
  return wish;
}

async function step(stage: Stage): Promise<void> {
  const luck = stage.chance.below(100);
  if (luck < 3) return await report(stage);
  if (luck < 6) return await passTime(stage);
  if (luck < 8) return await changeRole(stage);
  if (luck < 9) return await leaveGroup(stage);
  if (luck < 12) return await look(stage);
  const wish = luck < 14
    ? aLateStep(stage)
    : luck < 15
    ? aForgedReply(stage)
    : await aWish(stage);
  if (wish) await carryOut(stage, wish);
}

async function assertAll({ program, sites }: Stage): Promise<void> {
  await assertSound(program.store, { now: program.clock.now() });
  await assertShown(program.store, sites.map(({ group }) => group));
}

Deno.test("whatever anybody does anywhere, the program does what the design lets them and no more", async () => {
  const stage = await openStage(chanceFrom(seedFor("whatever anybody does")));
  const { tally, program } = stage;
  const started = performance.now();
  while (stage.incidents.size < 5) await report(stage);
  let checked = 0;
  while (tally.total() < ACTIONS) {
    await step(stage);
    if (tally.total() - checked < FULL_CHECK_EVERY) continue;
    checked = tally.total();
    await assertAll(stage);
  }
  await assertAll(stage);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${tally.total()} actions on ${stage.incidents.size} incidents in ${seconds} s`);
  console.log(tally.table());
  assertEquals(tally.missing(["report", ...ACTION_TYPES]), []);
  await program.close();
});
