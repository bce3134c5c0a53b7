import { assert, assertEquals, assertRejects } from "@std/assert";
import { KvError } from "../../src/store/kv.ts";
import { LOST_RACE, retry, startTrying, TooBusyError } from "../../src/store/retry.ts";

const LOCKED = new KvError(new Error("database is locked"));

/** Runs with the clock that only goes forward in the test's hand; pauses move it. */
async function byHand(
  story: (
    hand: { deps: Parameters<typeof retry>[0]; pauses: number[]; pass(ms: number): void },
  ) => Promise<void>,
  chance = 0.5,
): Promise<void> {
  const real = performance.now;
  let now = 1000;
  performance.now = () => now;
  const pauses: number[] = [];
  const sleep = (ms: number) => {
    pauses.push(ms);
    now += ms;
    return Promise.resolve();
  };
  try {
    await story({ deps: { sleep, random: () => chance }, pauses, pass: (ms) => now += ms });
  } finally {
    performance.now = real;
  }
}

/** Fails so often, then gives the answer. */
function failing<T>(times: number, how: () => T | Promise<T>) {
  let attempts = 0;
  return {
    attempt: () => Promise.resolve(attempts++ < times ? how() : ("done" as const)),
    count: () => attempts,
  };
}

Deno.test("retry() gives what the first attempt gives, without waiting", async () => {
  await byHand(async ({ deps, pauses }) => {
    assertEquals(await retry(deps, () => Promise.resolve(7)), 7);
    assertEquals(pauses, []);
  });
});

Deno.test("retry() tries again when another was faster, with growing pauses", async () => {
  await byHand(async ({ deps, pauses }) => {
    const { attempt, count } = failing(8, (): typeof LOST_RACE => LOST_RACE);
    assertEquals(await retry(deps, attempt), "done");
    assertEquals(count(), 9);
    assertEquals(pauses, [8, 16, 32, 64, 128, 250, 250, 250]);
  });
});

Deno.test("retry() tries again while the store is locked", async () => {
  await byHand(async ({ deps }) => {
    const { attempt, count } = failing(3, () => Promise.reject(LOCKED));
    assertEquals(await retry(deps, attempt), "done");
    assertEquals(count(), 4);
  });
});

Deno.test("retry() jitters its pauses by half, both ways", async () => {
  for (const [chance, pause] of [[0, 4], [1, 12]] as const) {
    await byHand(async ({ deps, pauses }) => {
      await retry(deps, failing(1, (): typeof LOST_RACE => LOST_RACE).attempt);
      assertEquals(pauses, [pause]);
    }, chance);
  }
});

Deno.test("retry() gives up within 5 seconds, and says that it was too busy", async () => {
  for (
    const how of [(): typeof LOST_RACE => LOST_RACE, () => Promise.reject(LOCKED)]
  ) {
    await byHand(async ({ deps, pauses }) => {
      await assertRejects(() => retry(deps, failing(Infinity, how).attempt), TooBusyError);
      const waited = pauses.reduce((sum, pause) => sum + pause, 0);
      assert(waited > 4_500 && waited <= 5_000, `${waited} ms`);
    });
  }
});

Deno.test("retry() counts slow attempts, and what was waited before it began", async () => {
  await byHand(async ({ deps, pass }) => {
    const slow = failing(Infinity, (): typeof LOST_RACE => {
      pass(2_000);
      return LOST_RACE;
    });
    await assertRejects(() => retry(deps, slow.attempt), TooBusyError);
    assertEquals(slow.count(), 3);
    const started = startTrying();
    pass(4_999);
    const late = failing(Infinity, (): typeof LOST_RACE => LOST_RACE);
    await assertRejects(() => retry(deps, late.attempt, started), TooBusyError);
    assertEquals(late.count(), 1);
  });
});

Deno.test("retry() lets every other error pass at once", async () => {
  const other = [new KvError(new Error("disk I/O error")), new Error("a bug")];
  for (const error of other) {
    await byHand(async ({ deps, pauses }) => {
      const thrown = await assertRejects(() => retry(deps, () => Promise.reject(error)));
      assertEquals(thrown === error, true);
      assertEquals(pauses, []);
    });
  }
});
