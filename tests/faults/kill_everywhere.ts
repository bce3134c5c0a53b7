/** Plays a story again and again; each time the program dies at another point of it. */

import { assertSound } from "./invariants.ts";
import { startKillDesk } from "./kill_desk.ts";
import { assertUnharmed, type KillStory } from "./kill_story.ts";

/** Points are shared out among that many desks, which play at the same time. */
const DESKS = 2;

/** One run takes one point in so many, from a random one on; `deno task kills` takes all of them. */
export const ONE_IN = Number(Deno.env.get("KILL_ONE_IN") ?? 2);

/** Kills the program at points all along the story in turn; the number of points. */
export async function killEverywhere(story: KillStory): Promise<number> {
  const offset = Math.floor(Math.random() * ONE_IN);
  const step = DESKS * ONE_IN;
  const counts = await Promise.all(
    Array.from({ length: DESKS }, (_, n) => {
      return killAtEvery(story, { first: 1 + offset + n * ONE_IN, step });
    }),
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
