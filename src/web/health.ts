/** `GET /healthz`: whether the program can do its work. */

import type { CoreDeps } from "../deps.ts";

/** A store that has not answered by then is out, in milliseconds. */
const PATIENCE = 3_000;

/** 200 while the store answers, else 503. */
export async function health({ kv, sleep }: Pick<CoreDeps, "kv" | "sleep">): Promise<Response> {
  const answers = kv.getMany([["health"]]).then(() => true, () => false);
  const ok = await Promise.race([answers, sleep(PATIENCE).then(() => false)]);
  return Response.json({ ok }, { status: ok ? 200 : 503 });
}
