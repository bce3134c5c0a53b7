/**
 * The program as `main.ts` builds it, with a time that a test moves and a fuse: lit, it dies by
 * SIGKILL at the n-th point it reaches. Ends with the process that started it.
 */

import { consoleLog, createApp, WEBHOOK_PATH } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { openStore } from "../../src/store/open.ts";
import { withPoints } from "./points.ts";
import { paceFromText, timeAt } from "./shared_clock.ts";

const environment = (name: string) => Deno.env.get(name);
const config = readConfig(environment);
const pace = paceFromText(environment("PACE") ?? "");
const now = () => timeAt(pace);

let dieAt = 0;
let reached = 0;

function reach(point: string): void {
  reached++;
  if (reached !== dieAt) return;
  Deno.stderr.writeSync(new TextEncoder().encode(`died at point ${reached}, ${point}\n`));
  Deno.kill(Deno.pid, "SIGKILL");
}

const kv = await openStore({ path: config.kvPath, onDeploy: false });
const app = createApp(config, {
  kv,
  now,
  log: consoleLog(config, now),
  wrap: (deps) => withPoints(deps, reach),
});

/** What a test asks of it, beside what Telegram does. */
async function obey(path: string, query: URLSearchParams): Promise<Response> {
  pace.ahead = Number(query.get("ahead") ?? pace.ahead);
  switch (path) {
    case "/light":
      dieAt = Number(query.get("at"));
      reached = 0;
      return new Response("lit");
    case "/sweep":
      return Response.json(await app.sweep());
    default:
      return new Response("unknown", { status: 404 });
  }
}

async function handle(request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  if (pathname.startsWith("/test/")) return await obey(pathname.slice(5), searchParams);
  if (pathname !== WEBHOOK_PATH) return await app.handle(request);
  reach("before an update");
  const response = await app.handle(request);
  reach("after an update");
  return response;
}

// Telegram's minutes pass at the test's pace; without SWEEPS the test sweeps itself.
if (environment("SWEEPS")) setInterval(() => app.sweep(), 60_000 / pace.speed);

Deno.serve({ port: config.port, hostname: "127.0.0.1", onListen: () => {} }, handle);

// Whoever started it closes the pipe by dying, however it dies.
for await (const _ of Deno.stdin.readable);
Deno.exit();
