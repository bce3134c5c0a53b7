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
import { openStage } from "./open_stage.ts";
import type { Stage } from "./stage.ts";
import { meaningOf, refusalOf, type Wish } from "./wish.ts";

const ACTIONS = 3_000;
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
  if (luck < 8) return await changeRole(stage);
  if (luck < 9) return await leaveGroup(stage);
  if (luck < 12) return await look(stage);
  const wish = luck < 14 ? aLateStep(stage) : luck < 15 ? aForgedReply(stage) : aWish(stage);
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
