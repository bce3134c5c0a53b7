/** The real browser that the page is tried in: Debian's Chromium, or the one that CHROMIUM names. */

import { type Browser, chromium } from "playwright-core";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Where the browser is, or why there is none. */
export type Found = { path: string } | { missing: string };

/** Looks for a browser. */
export async function findBrowser(): Promise<Found> {
  const named = Deno.env.get("CHROMIUM");
  for (const path of named ? [named] : PLACES) {
    if (await isFile(path)) return { path };
  }
  const looked = named ? `at ${named}` : `at ${PLACES.join(", ")}`;
  return { missing: `no Chromium ${looked}; CHROMIUM can name one` };
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await Deno.stat(path)).isFile;
  } catch {
    return false;
  }
}

/** Starts it. As root it can't have its own sandbox; it opens nothing but the playground. */
export async function launch(path: string): Promise<Browser> {
  const args = Deno.uid() === 0 ? ["--no-sandbox"] : [];
  return await chromium.launch({ executablePath: path, args });
}
