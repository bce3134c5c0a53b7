/** `GET /admin/export`: a backup, for whoever knows the token. */

import type { CoreDeps } from "../deps.ts";
import { describeError } from "../log.ts";
import { exportBytes } from "../store/backup/export.ts";
import { isSameSecret } from "./secret.ts";

/** Sends the same as `deno task kv export` writes. A backup that breaks off has no last line. */
export async function exportBackup(
  deps: Pick<CoreDeps, "kv" | "now" | "log">,
  request: Request,
  token: string,
): Promise<Response> {
  const given = /^Bearer (.+)$/i.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
  if (!await isSameSecret(given, token)) {
    return new Response("Unauthorized", {
      status: 401,
      headers: { "www-authenticate": "Bearer" },
    });
  }
  const now = deps.now();
  const name = `tocsin-${new Date(now).toISOString().slice(0, 10)}.ndjson`;
  return new Response(ReadableStream.from(logged(deps, exportBytes(deps.kv, { now }))), {
    headers: {
      "content-type": "application/x-ndjson",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });
}

/** Whoever downloads sees only that it broke off. */
async function* logged(
  { log }: Pick<CoreDeps, "log">,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
    log.info("exported");
  } catch (error) {
    log.error("export broke off", { error: describeError(error) });
    throw error;
  }
}
