/** The program as a process of its own, with the permissions that its tasks give it. */

const ROOT = new URL("../../", import.meta.url);

/** A program that listens. */
export interface Running {
  root: string;
  place: string;
  process: Deno.ChildProcess;
}

/** Starts a script of the program in a folder of its own, with exactly this environment. */
export function start(
  place: string,
  environment: Record<string, string>,
  script: string[] = ["main.ts"],
): Deno.ChildProcess {
  const [file = "", ...args] = script;
  // What Deno itself needs to find its cache, and nothing of this process's own settings.
  const kept = ["HOME", "PATH", "DENO_DIR"].flatMap((name) => {
    const value = Deno.env.get(name);
    return value === undefined ? [] : [[name, value]];
  });
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-prompt", "--quiet", "-P", new URL(file, ROOT).pathname, ...args],
    cwd: place,
    clearEnv: true,
    env: { NO_COLOR: "1", ...Object.fromEntries(kept), ...environment },
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

/** Runs until the program ends by itself. */
export async function ending(
  environment: Record<string, string>,
  { dotEnv, script }: { dotEnv?: string; script?: string[] } = {},
): Promise<{ code: number; stdout: string; stderr: string }> {
  const place = await Deno.makeTempDir();
  if (dotEnv !== undefined) await Deno.writeTextFile(`${place}/.env`, dotEnv);
  const { code, stdout, stderr } = await start(place, environment, script).output();
  await Deno.remove(place, { recursive: true });
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, stdout: text(stdout), stderr: text(stderr) };
}

/** Runs while `story` does, then ends it; gives what it wrote. */
export async function serving(
  environment: Record<string, string>,
  story: (running: Running) => Promise<void>,
  dotEnv?: string,
): Promise<string> {
  const place = await Deno.makeTempDir();
  if (dotEnv !== undefined) await Deno.writeTextFile(`${place}/.env`, dotEnv);
  const port = freePort();
  const process = start(place, { PORT: String(port), ...environment });
  const output = process.output();
  try {
    await listening(port);
    await story({ root: `http://127.0.0.1:${port}`, place, process });
  } finally {
    process.kill("SIGTERM");
  }
  const { stdout } = await output;
  await Deno.remove(place, { recursive: true });
  return new TextDecoder().decode(stdout);
}

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

async function listening(port: number): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    try {
      (await Deno.connect({ hostname: "127.0.0.1", port })).close();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
  throw new Error("The program does not listen");
}
