import { assert, assertEquals } from "@std/assert";
import { keys } from "../../src/store/keys.ts";
import type { Kv } from "../../src/store/kv.ts";
import { sweep } from "../../src/sweep/sweep.ts";
import { SWEEP_LEASE_TIME } from "../../src/sweep/sweep_lease.ts";
import type { Deps } from "../../src/deps.ts";
import { type ProgramOptions, startProgram } from "../program.ts";
import { inStory } from "../stories/story.ts";
import { stored } from "../stories/stored.ts";

const MINUTE = 60_000;

/** Two programs on one store. */
async function twoProcesses(options: ProgramOptions = {}) {
  const processes: Deps[] = [];
  const wrap = (deps: Deps) => {
    processes.push(deps);
    return deps;
  };
  const program = await startProgram({ processes: 2, wrap, ...options });
  const [first, second] = processes as [Deps, Deps];
  return { program, first, second };
}

Deno.test("of two processes whose crons go off together one sweeps", async () => {
  const { program, first, second } = await twoProcesses();
  const reports = await Promise.all([sweep(first), sweep(second)]);
  assertEquals(reports.map((report) => report === null).toSorted(), [false, true]);
  assertEquals(await stored(program, keys.sweepLease()), null, "and gives the right back");
  assert(await sweep(second), "so that the other may be next");
  await program.close();
});

Deno.test("a sweep that died keeps nobody waiting in the next minute", async () => {
  let isDead = false;
  // It dies with the first thing it looks for, having taken the right to sweep.
  const dying = (kv: Kv): Kv => ({
    ...kv,
    list: (selector, options) =>
      isDead ? { [Symbol.asyncIterator]: () => never() } : kv.list(selector, options),
  });
  const { program, first, second } = await twoProcesses({ wrapKv: dying });
  isDead = true;
  sweep(first);
  await program.clock.advance(1_000);
  isDead = false;
  assert(await stored(program, keys.sweepLease()));
  assertEquals(await sweep(second), null);
  await program.clock.advance(MINUTE - 2_000);
  assert(await sweep(second));
  await program.close();
});

function never(): AsyncIterator<never> {
  return { next: () => new Promise(() => {}) };
}

Deno.test("a sweep that outlasted its time leaves the right with whoever has it now", () =>
  inStory(async (program) => {
    const { app, clock } = program;
    const taken = { schema: 1 as const, holder: "another", until: 0 };
    const list = app.deps.kv.list;
    app.deps.kv.list = (...args) => {
      app.deps.kv.list = list;
      clock.advance(0);
      return (async function* () {
        await clock.advance(SWEEP_LEASE_TIME + 1);
        await program.store.set(keys.sweepLease().key, { ...taken, until: clock.now() + MINUTE });
        yield* list(...args);
      })();
    };
    assertEquals((await app.sweep())?.isComplete, false);
    assertEquals((await stored(program, keys.sweepLease()))?.holder, "another");
    assertEquals((await stored(program, keys.heartbeat()))?.at, clock.now());
  }));
