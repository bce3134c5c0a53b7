/** The environment, with `.env` behind it. */

import { loadSync } from "@std/dotenv";

/** Reads a variable: the environment's own value, else what `.env` says. */
export function readEnvironment(): (name: string) => string | undefined {
  const file = loadSync();
  return (name) => Deno.env.get(name) ?? file[name];
}
