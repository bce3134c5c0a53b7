/** The page's files, and the library that it is written with. */

import { findPackageJSON } from "node:module";

/** A file as it is served. */
interface Asset {
  file: URL;
  type: string;
}

const TYPES: Record<string, string> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
};

const PAGE = new URL("page/", import.meta.url);

/** By path: just what lies in the page's folder and what it imports, so that no path leads elsewhere. */
export async function listAssets(): Promise<Map<string, Asset>> {
  const assets = new Map<string, Asset>([["/assets/lib/standalone.js", library()]]);
  try {
    for await (const { name, isFile } of Deno.readDir(PAGE)) {
      const type = TYPES[name.slice(name.lastIndexOf(".") + 1)];
      if (!isFile || !type) continue;
      const file = new URL(name, PAGE);
      assets.set(name === "index.html" ? "/" : `/assets/${name}`, { file, type });
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return assets;
}

/** Preact with HTM in one file, from where npm packages are kept. */
function library(): Asset {
  const description = findPackageJSON("htm", import.meta.url);
  if (!description) throw new Error("Cannot find the package htm: run `deno install` first");
  const file = new URL(`file://${description}`);
  return { file: new URL("preact/standalone.module.js", file), type: TYPES.js! };
}
