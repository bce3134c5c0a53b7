/**
 * `deno task test`: every suite in turn, each with its share of the time, then the coverage of `src`.
 * Names of suites as arguments run only those.
 */

import { coverageOf, LEAST_COVERAGE } from "./coverage.ts";

/** A folder of tests; `.` has the files that belong to none. */
const SUITES = [
  ".",
  "domain",
  "view",
  "store",
  "execute",
  "delivery",
  "web",
  "bot",
  "sweep",
  "simulator",
  "stories",
  "property",
  "demo",
  "playground",
  "races",
  "faults",
  "chaos",
  "matrix",
  "fuzz",
] as const;

/** Suites whose files have nothing to do with each other's time: several run at once. */
const AT_ONCE: readonly string[] = [
  ".",
  "domain",
  "view",
  "store",
  "execute",
  "delivery",
  "web",
  "bot",
  "sweep",
  "simulator",
  "stories",
  "property",
  "faults",
  "matrix",
];

const WORK = "coverage";

interface SuiteResult {
  suite: string;
  passed: number;
  failed: number;
  skipped: number;
  seconds: number;
}

async function runSuite(suite: string): Promise<SuiteResult | null> {
  const files = await testFiles(suite);
  if (files.length === 0) return null;
  const report = `${WORK}/${suite === "." ? "program" : suite}.xml`;
  const started = performance.now();
  const { code } = await new Deno.Command(Deno.execPath(), {
    args: [
      "test",
      "--allow-all",
      // Types are checked once for everything, by `ok:check`, and not by each suite again.
      "--no-check",
      "--reporter=dot",
      ...(AT_ONCE.includes(suite) ? ["--parallel"] : []),
      `--coverage=${WORK}/profile`,
      "--coverage-raw-data-only",
      `--junit-path=${report}`,
      ...files,
    ],
    stdout: "inherit",
    stderr: "inherit",
  }).output();
  const seconds = (performance.now() - started) / 1000;
  const { tests, failures, skipped } = await counts(report);
  // A suite that can't even start has one failure: itself.
  const failed = Math.max(failures, code === 0 ? 0 : 1);
  const passed = Math.max(0, tests - failures - skipped);
  return { suite, passed, failed, skipped, seconds };
}

async function counts(report: string) {
  const xml = await Deno.readTextFile(report).catch(() => "");
  const head = /<testsuites[^>]*>/.exec(xml)?.[0] ?? "";
  const number = (name: string) => Number(new RegExp(`${name}="(\\d+)"`).exec(head)?.[1] ?? 0);
  return {
    tests: number("tests"),
    failures: number("failures") + number("errors"),
    skipped: xml.split("<skipped").length - 1,
  };
}

async function testFiles(suite: string): Promise<string[]> {
  const folder = suite === "." ? "tests" : `tests/${suite}`;
  const files: string[] = [];
  try {
    for await (const { name, isDirectory } of Deno.readDir(folder)) {
      if (isDirectory && suite !== ".") files.push(...await testFiles(`${suite}/${name}`));
      if (name.endsWith("_test.ts")) files.push(`${folder}/${name}`);
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return files.sort();
}

if (import.meta.main) {
  const wanted = Deno.args.length > 0 ? Deno.args : SUITES;
  await Deno.remove(WORK, { recursive: true }).catch(() => {});
  await Deno.mkdir(WORK, { recursive: true });
  const results: SuiteResult[] = [];
  for (const suite of wanted) {
    console.log(`\n── ${suite === "." ? "program" : suite}`);
    const result = await runSuite(suite);
    if (result) results.push(result);
  }
  const sum = (pick: (result: SuiteResult) => number) =>
    results.reduce((total, result) => total + pick(result), 0);
  const seconds = sum((result) => result.seconds);
  console.log("\nsuite        passed  failed  skipped  seconds  share");
  for (const { suite, passed, failed, skipped, ...result } of results) {
    const share = `${Math.round((100 * result.seconds) / seconds)} %`;
    console.log(
      [
        (suite === "." ? "program" : suite).padEnd(11),
        String(passed).padStart(7),
        String(failed).padStart(7),
        String(skipped).padStart(8),
        result.seconds.toFixed(1).padStart(8),
        share.padStart(6),
      ].join(" "),
    );
  }
  let failed = sum((result) => result.failed);
  if (Deno.args.length === 0) {
    console.log("\ncoverage of lines");
    for (const { folder, percent, missed } of await coverageOf(`${WORK}/profile`)) {
      const least = LEAST_COVERAGE[folder];
      const tooLow = least !== undefined && percent < least;
      if (tooLow) failed++;
      console.log(
        `${folder.padEnd(14)}${percent.toFixed(1).padStart(6)} %`,
        tooLow ? `too low: at least ${least} %; missed ${missed.join(", ")}` : "",
      );
    }
  }
  console.log(
    `\n${sum((r) => r.passed)} passed, ${failed} failed, ${sum((r) => r.skipped)} skipped`,
  );
  if (failed > 0) Deno.exit(1);
}
