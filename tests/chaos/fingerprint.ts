/** Two runs that went the same way have the same fingerprint. */

import type { World } from "./world.ts";

/** Of everything in the store and of every call, in order; a hexadecimal number. */
export async function fingerprintOf({ store, telegram }: World): Promise<string> {
  const parts: unknown[] = [];
  for await (const { key, value } of store.list({ prefix: [] })) parts.push([key, value]);
  for (const { at, method, params, ok, error } of telegram.calls) {
    parts.push([at, method, params, ok, error]);
  }
  const text = parts.map((part) => JSON.stringify(part, withBigints)).join("\n");
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return new Uint8Array(hash).toHex();
}

function withBigints(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? `${value}n` : value;
}
