/** How much of the program the tests have run, by folder. */

/** A folder's share of lines that were run, in percent. */
export interface FolderCoverage {
  /** `src/domain`, …; `src` for all of it. */
  folder: string;
  /** 0 to 100. */
  percent: number;
  /** `file:line` of what was never run, at most ten. */
  missed: string[];
}

/** The least that is accepted. */
export const LEAST_COVERAGE: Readonly<Record<string, number>> = {
  "src": 90,
  "src/domain": 100,
  "src/view": 100,
};

interface Line {
  file: string;
  line: number;
  isRun: boolean;
}

/** Reads a coverage profile. */
export async function coverageOf(profile: string): Promise<FolderCoverage[]> {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["coverage", profile, "--lcov", "--include=/src/", "--exclude=/src/std/"],
    stdout: "piped",
    stderr: "null",
  }).output();
  const lines = await withoutImpossible(parseLcov(new TextDecoder().decode(stdout)));
  const folders = [...new Set(lines.map(({ file }) => file.split("/").slice(0, -1).join("/")))];
  return ["src", ...folders.filter((folder) => folder !== "src").sort()].map((folder) => {
    const own = lines.filter(({ file }) => file.startsWith(`${folder}/`));
    const missed = own.filter(({ isRun }) => !isRun);
    return {
      folder,
      percent: own.length === 0 ? 0 : 100 * (1 - missed.length / own.length),
      missed: missed.slice(0, 10).map(({ file, line }) => `${file}:${line}`),
    };
  });
}

/** Lines that the compiler proves to be out of reach: the `never` at the end of a `switch`. */
async function withoutImpossible(lines: Line[]): Promise<Line[]> {
  const texts = new Map<string, string[]>();
  for (const { file } of lines) {
    if (!texts.has(file)) texts.set(file, (await Deno.readTextFile(file)).split("\n"));
  }
  return lines.filter(({ file, line }) => !/satisfies never;$/.test(texts.get(file)![line - 1]!));
}

function parseLcov(lcov: string): Line[] {
  const lines: Line[] = [];
  let file = "";
  for (const row of lcov.split("\n")) {
    if (row.startsWith("SF:")) file = row.slice(row.lastIndexOf("/src/") + 1);
    const data = /^DA:(\d+),(\d+)/.exec(row);
    if (data) lines.push({ file, line: Number(data[1]), isRun: data[2] !== "0" });
  }
  return lines;
}
