/** `deno task kv` as a process of its own, with the permissions that the task gives it. */

const ROOT = new URL("../../../", import.meta.url);

/** What a run of the tool came to. */
export interface ToolRun {
  code: number;
  stdout: string;
  stderr: string;
}

/** Starts what the task starts, in another folder. */
export async function startTool(
  place: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Deno.ChildProcess> {
  const { tasks } = JSON.parse(await Deno.readTextFile(new URL("deno.json", ROOT)));
  const [, ...words] = tasks.kv.command.split(" ") as string[];
  const script = words.pop()!;
  const kept = ["HOME", "PATH", "DENO_DIR"].flatMap((name) => {
    const value = Deno.env.get(name);
    return value === undefined ? [] : [[name, value]];
  });
  return new Deno.Command(Deno.execPath(), {
    args: [...words, new URL(script, ROOT).pathname, ...args],
    cwd: place,
    clearEnv: true,
    env: { NO_COLOR: "1", ...Object.fromEntries(kept), ...environment },
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

/** Runs the tool to its end. */
export async function runTool(
  place: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<ToolRun> {
  const process = await startTool(place, args, environment);
  const { code, stdout, stderr } = await process.output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, stdout: text(stdout), stderr: text(stderr) };
}

/** Commands of a section of `docs/backup.md` that begin with `deno task kv`, without those words. */
export async function documented(section: string): Promise<string[][]> {
  const text = await Deno.readTextFile(new URL("docs/backup.md", ROOT));
  const [, ...sections] = text.split(/^## /m);
  const found = sections.find((one) => one.startsWith(`${section}\n`)) ?? "";
  return [...found.matchAll(/^ *deno task kv (.*)$/gm)].map(([, args]) => args!.split(" "));
}

/** Runs in a folder of its own. */
export async function inPlace(work: (place: string) => Promise<void>): Promise<void> {
  const place = await Deno.makeTempDir({ prefix: "tocsin-backup-" });
  try {
    await work(place);
  } finally {
    await Deno.remove(place, { recursive: true });
  }
}
