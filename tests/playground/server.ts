/** The playground over HTTP: for pages of this machine, and for no other page of the browser. */

import { ActIn } from "./acts.ts";
import { listAssets } from "./assets.ts";
import { API } from "./contract.ts";
import type { Playground } from "./playground.ts";
import { streamTo } from "./stream.ts";

/** Nothing from elsewhere, nothing inline. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const ALWAYS = {
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
};

/** The largest body of a request, in bytes. */
const MOST_BYTES = 64 * 1024;

/** Where it is served, and until when. */
export interface HandlerOptions {
  /** The port that it listens on, known once a request has come. */
  port(): number;
  /** Ends the streams. */
  signal: AbortSignal;
}

/** Answers requests. */
export async function createHandler(
  playground: Playground,
  { port, signal }: HandlerOptions,
): Promise<(request: Request) => Promise<Response>> {
  const assets = await listAssets();

  async function answer(request: Request): Promise<Response> {
    if (!isLocal(request, port())) return refused(421, "This address is not served here.");
    const { pathname, searchParams } = new URL(request.url);
    if (request.method === "POST") {
      return pathname === API.act ? await act(playground, request) : refused(404, "Not found.");
    }
    if (request.method !== "GET" && request.method !== "HEAD") {
      return refused(405, "Only GET and POST.");
    }
    switch (pathname) {
      case API.stream: {
        const window = { as: numberIn(searchParams, "as"), chat: numberIn(searchParams, "chat") };
        return new Response(streamTo(playground, window, signal), {
          headers: { "content-type": "text/event-stream" },
        });
      }
      case API.machinery:
        return Response.json(await playground.machinery(searchParams.get("incident")));
      default:
        break;
    }
    const asset = assets.get(pathname);
    if (!asset) return refused(404, "Not found.");
    const body = await Deno.readFile(asset.file);
    return new Response(body, { headers: { "content-type": asset.type } });
  }

  return async (request) => {
    const response = await answer(request).catch((error) => {
      console.error(error);
      return refused(500, "The playground has failed.");
    });
    for (const [name, value] of Object.entries(ALWAYS)) response.headers.set(name, value);
    return response;
  };
}

/** A name that leads here by trickery is another host to the browser, and refused. */
function isLocal(request: Request, port: number): boolean {
  const hosts = ["127.0.0.1", "localhost"].map((host) => port === 80 ? host : `${host}:${port}`);
  const origin = request.headers.get("origin");
  const isOwn = origin === null || hosts.some((host) => origin === `http://${host}`);
  return isOwn && hosts.includes(request.headers.get("host") ?? "");
}

async function act(playground: Playground, request: Request): Promise<Response> {
  // Other pages can send neither without asking first, and nobody answers such a question.
  const isOurs = request.headers.get("x-playground") === "1";
  const type = request.headers.get("content-type") ?? "";
  if (!isOurs || !/^application\/json\b/.test(type)) {
    return refused(403, "Acts come as JSON with the header x-playground.");
  }
  const text = await textOf(request);
  if (text === null) return refused(413, "That is too much.");
  const parsed = ActIn.safeParse(jsonOf(text));
  if (!parsed.success) return refused(400, "This is no act.");
  return Response.json(await playground.act(parsed.data));
}

/** The body; `null`: too long, however long it says to be. */
async function textOf({ body }: Request): Promise<string | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    length += part.length;
    if (length > MOST_BYTES) return null;
    parts.push(part);
  }
  return await new Blob(parts as BlobPart[]).text();
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function numberIn(params: URLSearchParams, name: string): number | null {
  const text = params.get(name);
  return text !== null && /^-?\d{1,16}$/.test(text) ? Number(text) : null;
}

function refused(status: number, problem: string): Response {
  return Response.json({ ok: false, problem }, { status });
}
