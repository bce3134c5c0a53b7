/** Plays a story once for each point at which the program can die in it. */

import { assertSound } from "./invariants.ts";
import { startKillDesk } from "./kill_desk.ts";
import { assertUnharmed, type KillStory } from "./kill_story.ts";

/** Points are shared out among that many desks, which play at the same time. */
const DESKS = 2;

/** Kills the program at each point of the story in turn; the number of points. */
export async function killEverywhere(story: KillStory): Promise<number> {
  const counts = await Promise.all(
    Array.from({ length: DESKS }, (_, n) => killAtEvery(story, { first: n + 1, step: DESKS })),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

async function killAtEvery(
  story: KillStory,
  { first, step }: { first: number; step: number },
): Promise<number> {
  await using desk = await startKillDesk();
  let kills = 0;
  for (let point = first;; point += step) {
    const { lives } = desk.process;
    try {
      const cast = await story.given(desk, `K${point}`);
      await desk.quiet();
      await desk.light(point);
      const histories = await story.happens(desk, cast);
      await desk.quiet();
      const died = desk.process.lives > lives;
      await desk.light(0);
      await assertUnharmed(desk, cast, histories);
      await story.after?.(desk, cast);
      if (!died) break;
    } catch (error) {
      const death = desk.process.lines.findLast((line) => line.startsWith("died")) ?? "alive";
      throw new Error(`“${story.name}” at point ${point} (last: ${death})`, { cause: error });
    }
    kills++;
  }
  await assertSound(desk.store, { now: desk.now() });
  return kills;
}
