/**
 * `deno task mutants`: breaks one rule at a time in a copy of the program and expects the test that
 * guards it to fail. A mutant that survives is a rule that nothing guards. Words as arguments run
 * only the mutants whose names contain one of them.
 */

import { type Mutant, MUTANTS } from "./mutants.ts";

/** A test that has not failed by then hangs, which a person would notice too. Milliseconds. */
const MOST_TIME = 90_000;

type Verdict = "killed" | "hung" | "survived" | "no such text" | "test is broken";

async function copyProgram(): Promise<string> {
  const copy = await Deno.makeTempDir({ prefix: "tocsin-mutants-" });
  for (const name of ["main.ts", "deno.json", "deno.lock", "README.md", ".env.example"]) {
    await Deno.copyFile(name, `${copy}/${name}`);
  }
  for (const folder of ["src", "tests"]) await copyFolder(folder, `${copy}/${folder}`);
  return copy;
}

async function copyFolder(from: string, to: string): Promise<void> {
  await Deno.mkdir(to, { recursive: true });
  for await (const { name, isDirectory } of Deno.readDir(from)) {
    if (isDirectory) await copyFolder(`${from}/${name}`, `${to}/${name}`);
    else await Deno.copyFile(`${from}/${name}`, `${to}/${name}`);
  }
}

/** Runs the test that guards a rule. */
async function runTest(folder: string, { test }: Mutant): Promise<"passed" | "failed" | "hung"> {
  const [file, name] = test;
  const signal = AbortSignal.timeout(MOST_TIME);
  const command = new Deno.Command(Deno.execPath(), {
    args: ["test", "--allow-all", "--no-check", "--filter", name, file],
    cwd: folder,
    env: { NO_COLOR: "1" },
    stdout: "piped",
    stderr: "null",
    signal,
  });
  const { code, stdout } = await command.output();
  if (signal.aborted) return "hung";
  const summary = /(\d+) passed .*\| (\d+) failed/.exec(new TextDecoder().decode(stdout));
  if (code === 0 && Number(summary?.[1]) > 0) return "passed";
  return "failed";
}

async function judge(
  copy: string,
  mutant: Mutant,
  isSound: Map<string, boolean>,
): Promise<Verdict> {
  const key = mutant.test.join(" ");
  if (!isSound.has(key)) isSound.set(key, await runTest(copy, mutant) === "passed");
  if (!isSound.get(key)) return "test is broken";
  const path = `${copy}/${mutant.file}`;
  const original = await Deno.readTextFile(path);
  if (original.split(mutant.rule).length !== 2) return "no such text";
  await Deno.writeTextFile(path, original.replace(mutant.rule, () => mutant.broken));
  try {
    const result = await runTest(copy, mutant);
    return result === "passed" ? "survived" : result === "failed" ? "killed" : "hung";
  } finally {
    await Deno.writeTextFile(path, original);
  }
}

const wanted = MUTANTS.filter(({ name }) =>
  Deno.args.length === 0 || Deno.args.some((word) => name.includes(word))
);
const copies = await Promise.all([copyProgram(), copyProgram()]);
const queue = wanted[Symbol.iterator]();
let alive = 0;
try {
  await Promise.all(copies.map(async (copy) => {
    const isSound = new Map<string, boolean>();
    for (const mutant of queue) {
      const started = performance.now();
      const verdict = await judge(copy, mutant, isSound);
      const isDead = verdict === "killed" || verdict === "hung";
      if (!isDead) alive++;
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${isDead ? "✓" : "✗"} ${mutant.name}: ${verdict} (${seconds} s)`);
    }
  }));
} finally {
  for (const copy of copies) await Deno.remove(copy, { recursive: true });
}
console.log(`\n${wanted.length - alive} passed, ${alive} failed`);
if (alive > 0) Deno.exit(1);
