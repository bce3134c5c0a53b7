import { assertEquals, assertRejects } from "@std/assert";
import { manualClock, realClock } from "./clock.ts";

Deno.test("manualClock().advance() wakes sleepers in order, each at its own moment", async () => {
  const clock = manualClock(1_000);
  const woken: [string, number][] = [];
  const sleeper = async (name: string, ms: number) => {
    await clock.sleep(ms);
    woken.push([name, clock.now()]);
  };
  void sleeper("late", 300);
  void sleeper("early", 100).then(() => sleeper("again", 100));
  await clock.advance(250);
  assertEquals(woken, [["early", 1_100], ["again", 1_200]]);
  assertEquals(clock.now(), 1_250);
  await clock.advance(50);
  assertEquals(woken.at(-1), ["late", 1_300]);
});

Deno.test("sleep() rejects with the reason of an abort, on either clock", async () => {
  for (const clock of [manualClock(0), realClock]) {
    const abort = new AbortController();
    const sleeping = assertRejects(() => clock.sleep(60_000, abort.signal), Error, "enough");
    abort.abort(new Error("enough"));
    await sleeping;
    await assertRejects(() => clock.sleep(1, abort.signal), Error, "enough");
  }
});
