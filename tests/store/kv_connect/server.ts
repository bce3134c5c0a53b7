/**
 * A remote store: what `Deno.openKv("http://…")` talks to, as far as the program needs it.
 *
 * @see https://github.com/denoland/denokv/blob/main/proto/kv-connect.md
 */

import {
  readAtomicWrite,
  readSnapshotRead,
  writeAtomicWriteOutput,
  writeSnapshotReadOutput,
} from "./messages.ts";
import { Table } from "./table.ts";

/** The version of the protocol that is spoken. */
const VERSION = 2;
const DATABASE = "5f7a1c1e-3f0b-4a57-8f0e-2f6f0a9d6c11";
const DATA_TOKEN = "for-the-data-path";

/** A remote store that listens. */
export interface RemoteStore extends AsyncDisposable {
  /** Its address. */
  readonly url: string;
  /** The access token that it wants. */
  readonly token: string;
  /** How often it has read, and how often it was asked to write. */
  readonly asked: { reads: number; writes: number };
  /** Requests of the data path that fail with 503 before the next one that works. */
  failures: number;
}

/** Serves an empty store on loopback. */
export function remoteStore(): RemoteStore {
  const table = new Table();
  const token = crypto.randomUUID();
  const asked = { reads: 0, writes: 0 };
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, answer);
  const store: RemoteStore = {
    url: `http://127.0.0.1:${server.addr.port}/connect`,
    token,
    asked,
    failures: 0,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
  return store;

  async function answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (request.method !== "POST") return refusal(405, "Post it");
    if (pathname === "/connect") return await introduce(request);
    if (!isBearer(request, DATA_TOKEN)) return refusal(401, "Not the token of the data path");
    if (request.headers.get("x-denokv-database-id") !== DATABASE) return refusal(400, "Not here");
    if (store.failures > 0) {
      store.failures--;
      return refusal(503, "Not now");
    }
    const body = new Uint8Array(await request.arrayBuffer());
    switch (pathname) {
      case "/data/snapshot_read":
        asked.reads++;
        return message(
          writeSnapshotReadOutput(readSnapshotRead(body).map((range) => table.read(range))),
        );
      case "/data/atomic_write": {
        asked.writes++;
        const { checks, mutations } = readAtomicWrite(body);
        return message(writeAtomicWriteOutput(table.commit(checks, mutations)));
      }
      default:
        return refusal(404, "No such path");
    }
  }

  async function introduce(request: Request): Promise<Response> {
    if (!isBearer(request, token)) return refusal(401, "Not the access token");
    const { supportedVersions } = await request.json();
    if (!supportedVersions.includes(VERSION)) return refusal(400, "No version in common");
    return Response.json({
      version: VERSION,
      databaseId: DATABASE,
      uuid: DATABASE,
      endpoints: [{ url: "/data", consistency: "strong" }],
      token: DATA_TOKEN,
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    });
  }
}

function isBearer(request: Request, token: string): boolean {
  return request.headers.get("authorization") === `Bearer ${token}`;
}

function refusal(status: number, text: string): Response {
  return new Response(text, { status });
}

function message(bytes: Uint8Array): Response {
  return new Response(new Uint8Array(bytes), {
    headers: { "content-type": "application/x-protobuf" },
  });
}
