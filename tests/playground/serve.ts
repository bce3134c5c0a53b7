/** Starts the playground and serves it on loopback until the process is told to end. */

import { startPlayground } from "./playground.ts";
import { createHandler } from "./server.ts";
import { openLibrary } from "./stories.ts";

const PORT = 8787;
/** So many ports are tried. */
const TRIES = 20;
/** Windows knows no SIGTERM. */
const SIGNALS: Deno.Signal[] = Deno.build.os === "windows" ? ["SIGINT"] : ["SIGINT", "SIGTERM"];

/** Options of {@linkcode servePlayground}. */
export interface ServeOptions {
  /** Where to listen; the next free port when it is busy, and any when it is 0. */
  port?: number;
  /** A folder where recorded stories are kept. */
  saveTo?: string | null;
  speed?: 0 | 1 | 60;
  print?(line: string): void;
}

/** A playground that is served. */
export interface Served {
  /** Its address, without a slash at the end. */
  origin: string;
  close(): Promise<void>;
}

/** Starts and serves one. */
export async function servePlayground(options: ServeOptions = {}): Promise<Served> {
  const { port = PORT, saveTo = null, speed = 1, print = () => {} } = options;
  const playground = await startPlayground({ library: await openLibrary(saveTo), speed });
  const ending = new AbortController();
  const handler = await createHandler(playground, {
    port: () => server.addr.port,
    signal: ending.signal,
  });
  const server = listen(handler, port, print);
  return {
    origin: `http://127.0.0.1:${server.addr.port}`,
    async close() {
      ending.abort();
      await server.shutdown();
      await playground.close();
    },
  };
}

function listen(
  handler: (request: Request) => Promise<Response>,
  port: number,
  print: (line: string) => void,
): Deno.HttpServer<Deno.NetAddr> {
  for (let next = port;; next++) {
    try {
      return Deno.serve({ hostname: "127.0.0.1", port: next, onListen: () => {} }, handler);
    } catch (error) {
      if (!(error instanceof Deno.errors.AddrInUse) || next - port >= TRIES) throw error;
      print(`Port ${next} is busy, trying ${next + 1}.`);
    }
  }
}

/** `deno task demo`: serves until Ctrl-C. The exit code. */
export async function serveUntilEnd(args: readonly string[]): Promise<number> {
  const port = Number(valueOf(args, "--port") ?? PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    console.error("Usage: deno task demo [--port NUMBER] [--save-to FOLDER] | --story [--keep]");
    return 2;
  }
  const print = (line: string) => console.log(line);
  const served = await servePlayground({ port, saveTo: valueOf(args, "--save-to"), print });
  print(`The playground is open: ${served.origin}`);
  print("It ends with Ctrl-C. `deno task demo --story` prints a day instead.");
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  // They stay: a terminal and `deno task` may both pass one Ctrl-C on.
  for (const signal of SIGNALS) Deno.addSignalListener(signal, resolve);
  await ended;
  await served.close();
  return 0;
}

/** What follows an option, or stands behind its equals sign. */
function valueOf(args: readonly string[], name: string): string | null {
  const at = args.indexOf(name);
  if (at >= 0) return args[at + 1] ?? "";
  return args.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
}
