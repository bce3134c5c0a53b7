/**
 * `deno task bench`: what a minute's work costs with 1,000 and with 100,000 open incidents, ten of
 * which fall due each minute. A sweep must not cost more than twice as much with the more.
 */

import type { App } from "../../src/app.ts";
import { type Cost, type Measured, measured } from "./measured.ts";

const FEW = 1_000;
const MANY = 100_000;
const DUE = 10;
/** Minutes of which each is measured; the first two don't count. */
const ROUNDS = 22;
const WARMING_UP = 2;
/** Most that the more may cost, as a multiple. */
const MOST = 2;

const WORK: Record<string, (app: App) => Promise<unknown>> = {
  async sweep(app) {
    const report = await app.sweep();
    if (report?.due !== DUE) throw new Error(`Not ${DUE} were due, but ${report?.due}`);
  },
  watch: (app) => app.watch(),
};

/** A program over a store in a temporary file, which goes with the stack. */
async function filled(incidents: number, stack: AsyncDisposableStack): Promise<Measured> {
  const folder = await Deno.makeTempDir({ prefix: "tocsin-bench-" });
  stack.defer(() => Deno.remove(folder, { recursive: true }));
  const store = stack.adopt(await Deno.openKv(`${folder}/store.sqlite`), (kv) => kv.close());
  const started = performance.now();
  const program = await measured(store, { incidents, due: DUE, minutes: ROUNDS });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${incidents.toLocaleString("en")} open incidents written in ${seconds} s`);
  return program;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

function medians(costs: readonly Cost[]): Cost {
  const of = (what: keyof Cost) => median(costs.map((cost) => cost[what]));
  return {
    reads: of("reads"),
    lists: of("lists"),
    commits: of("commits"),
    calls: of("calls"),
    took: of("took"),
  };
}

if (import.meta.main) {
  await using stack = new AsyncDisposableStack();
  const few = await filled(FEW, stack);
  const many = await filled(MANY, stack);
  const costs = new Map<string, [few: Cost[], many: Cost[]]>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const program of [few, many]) program.pass(60_000);
    for (const [name, work] of Object.entries(WORK)) {
      const pair = costs.get(name) ?? [[], []];
      costs.set(name, pair);
      // One after the other, and each as often first.
      const both = [[few, pair[0]], [many, pair[1]]] as const;
      for (const [program, into] of round % 2 ? both.toReversed() : both) {
        const cost = await program.costOf(work);
        if (round >= WARMING_UP) into.push(cost);
      }
    }
  }
  console.log(`\nmedians of ${ROUNDS - WARMING_UP} minutes, ${DUE} incidents due in each\n`);
  console.log("work    incidents   reads  lists  commits  calls       ms");
  let isTooMuch = false;
  for (const [name, pair] of costs) {
    const [least, most] = pair.map(medians) as [Cost, Cost];
    console.log(row(name, FEW, least));
    console.log(row(name, MANY, most));
    const [reads, time] = [most.reads / least.reads, most.took / least.took];
    console.log(
      `${name}: ${reads.toFixed(2)} times the reads, ${time.toFixed(2)} times the time\n`,
    );
    if (reads > MOST || time > MOST) isTooMuch = true;
  }
  console.log(isTooMuch ? `Too much: more than ${MOST} times` : `At most ${MOST} times: good`);
  // Exiting would leave the stores behind.
  Deno.exitCode = isTooMuch ? 1 : 0;
}

function row(name: string, incidents: number, cost: Cost): string {
  const { reads, lists, commits, calls, took } = cost;
  return [
    name.padEnd(6),
    incidents.toLocaleString("en").padStart(10),
    String(reads).padStart(7),
    String(lists).padStart(6),
    String(commits).padStart(8),
    String(calls).padStart(6),
    took.toFixed(1).padStart(8),
  ].join(" ");
}
