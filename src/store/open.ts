/** Opens the store. */

import { denoKv, type Kv } from "./kv.ts";

/** Where the store is, unless the environment says otherwise; not Deno's cache, which gets cleaned. */
export const DEFAULT_PATH = "./data/tocsin.sqlite";

/** Opens a file, a KV Connect URL, or, on Deno Deploy without a path, the platform's store. */
export async function openStore(
  { path, onDeploy }: { path: string | undefined; onDeploy: boolean },
): Promise<Kv> {
  const place = path ?? (onDeploy ? undefined : DEFAULT_PATH);
  if (place !== undefined && !place.includes("://") && place !== ":memory:") {
    await Deno.mkdir(parentOf(place), { recursive: true });
  }
  return denoKv(await Deno.openKv(place));
}

function parentOf(path: string): string {
  const slash = Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\"));
  return slash > 0 ? path.slice(0, slash) : ".";
}
