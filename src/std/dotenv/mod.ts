/**
 * Stands in for `jsr:@std/dotenv` where JSR can't be reached; deno.json's `links` points the name
 * here. Same signatures for what Tocsin uses, over `node:util`'s `parseEnv`.
 *
 * @module
 */

import { parseEnv } from "node:util";

/** What {@linkcode loadSync} takes. */
export interface LoadOptions {
  /** Path of the file; `null` reads none. Defaults to `./.env`. */
  envPath?: string | null;
  /** Also put into the environment what is not set there yet. Defaults to `false`. */
  export?: boolean;
}

/** Parses the text of an `.env` file into names and values. */
export function parse(text: string): Record<string, string> {
  return { ...parseEnv(text) } as Record<string, string>;
}

/**
 * Reads an `.env` file. A file that does not exist counts as empty. With `export`, a name that the
 * environment already has keeps the value it has there.
 */
export function loadSync(options: LoadOptions = {}): Record<string, string> {
  const { envPath = ".env" } = options;
  if (envPath === null) return {};
  let text: string;
  try {
    text = Deno.readTextFileSync(envPath);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return {};
    throw error;
  }
  const values = parse(text);
  if (options.export) {
    for (const [name, value] of Object.entries(values)) {
      if (Deno.env.get(name) === undefined) Deno.env.set(name, value);
    }
  }
  return values;
}
