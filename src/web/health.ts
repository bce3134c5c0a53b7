/** `GET /healthz`: whether the program can do its work. */

import type { Kv } from "../store/kv.ts";

/** 200 while the store answers, else 503. */
export async function health(kv: Kv): Promise<Response> {
  try {
    await kv.getMany([["health"]]);
    return Response.json({ ok: true });
  } catch {
    return Response.json({ ok: false }, { status: 503 });
  }
}
