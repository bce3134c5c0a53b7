/** The real program in processes of its own, which can be killed at any moment. */

/** A running program. */
export interface BotProcess extends AsyncDisposable {
  /** Where Telegram posts updates. */
  readonly webhook: string;
  /** Its address. */
  readonly root: string;
  /** What it has written, all its lives together. */
  readonly lines: string[];
  /** How often it has been started. */
  readonly lives: number;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
  /** Starts it again; resolves when it answers. */
  start(): Promise<void>;
  /** Resolves when it answers. */
  answers(): Promise<void>;
}

/** Options of {@linkcode startProcess}. */
export interface ProcessOptions {
  /** The module to run; `main.ts` when not given. */
  entry?: string;
  /** Read at every start. */
  environment: () => Record<string, string>;
  /** Starts it again whenever it dies by itself. */
  supervised?: boolean;
}

const REPOSITORY = new URL("../../", import.meta.url).pathname;
/** The test's own coverage is none of the program's business. */
const NOT_INHERITED = ["DENO_COVERAGE_DIR"];
const LONGEST_START = 20_000;

/** Starts the program and waits until it answers. */
export async function startProcess(options: ProcessOptions): Promise<BotProcess> {
  const { entry = "main.ts", environment, supervised = false } = options;
  const port = freePort();
  const root = `http://127.0.0.1:${port}`;
  const lines: string[] = [];
  let child: Deno.ChildProcess | null = null;
  let stopped = false;
  let lives = 0;
  let watching = Promise.resolve();

  function spawn(): void {
    lives++;
    const inherited = Deno.env.toObject();
    for (const name of NOT_INHERITED) delete inherited[name];
    const born = new Deno.Command(Deno.execPath(), {
      args: ["run", "--allow-all", "--quiet", entry],
      cwd: REPOSITORY,
      clearEnv: true,
      env: { ...inherited, ...environment(), PORT: String(port) },
      stdin: "piped",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    child = born;
    watching = watch(born);
  }

  async function watch(born: Deno.ChildProcess): Promise<void> {
    await Promise.all([read(born.stdout, lines), read(born.stderr, lines), born.status]);
    await born.stdin.close().catch(() => {});
    if (child !== born) return;
    child = null;
    if (supervised && !stopped) spawn();
  }

  async function answers(): Promise<void> {
    const started = performance.now();
    while (!await isHealthy(root)) {
      if (performance.now() - started > LONGEST_START) {
        throw new Error(`The program does not answer:\n${lines.slice(-20).join("\n")}`);
      }
      await pause(10);
    }
  }

  async function kill(): Promise<void> {
    const dying = child;
    child = null;
    if (!dying) return;
    dying.kill("SIGKILL");
    await dying.status;
  }

  spawn();
  const running: BotProcess = {
    webhook: `${root}/telegram/webhook`,
    root,
    lines,
    get lives() {
      return lives;
    },
    kill,
    async start() {
      spawn();
      await answers();
    },
    answers,
    async [Symbol.asyncDispose]() {
      stopped = true;
      await kill();
      await watching;
    },
  };
  try {
    await answers();
  } catch (error) {
    await running[Symbol.asyncDispose]();
    throw error;
  }
  return running;
}

async function isHealthy(root: string): Promise<boolean> {
  try {
    const response = await fetch(`${root}/healthz`);
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

async function read(stream: ReadableStream<Uint8Array>, lines: string[]): Promise<void> {
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    lines.push(...text.split("\n").filter(Boolean));
  }
}

/** A port of this machine that nobody uses. */
function freePort(): number {
  const listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  const { port } = listener.addr as Deno.NetAddr;
  listener.close();
  return port;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
