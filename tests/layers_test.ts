/** The arrows of the design: which folder may know which, and that the pure ones stay pure. */

import { assertEquals } from "@std/assert";

const ROOT = new URL("../", import.meta.url);

interface Source {
  /** `src/domain/decide.ts` */
  path: string;
  text: string;
  /** What it imports or re-exports: paths from the root, or names of packages. */
  imports: string[];
}

async function readSources(): Promise<Source[]> {
  const paths = ["main.ts", ...await filesUnder("src")];
  return await Promise.all(paths.map(async (path) => {
    const text = await Deno.readTextFile(new URL(path, ROOT));
    return { path, text, imports: importsOf(path, text) };
  }));
}

async function filesUnder(folder: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(new URL(`${folder}/`, ROOT))) {
    const path = `${folder}/${name}`;
    // The stand-ins for the standard library are no part of the program.
    if (path === "src/std") continue;
    if (isDirectory) found.push(...await filesUnder(path));
    else if (name.endsWith(".ts")) found.push(path);
  }
  return found.sort();
}

function importsOf(path: string, text: string): string[] {
  const specifiers = [
    ...text.matchAll(/^\s*(?:import|export)\s[^;"]*?\sfrom\s+"([^"]+)"/gm),
    ...text.matchAll(/^\s*import\s+"([^"]+)"/gm),
    ...text.matchAll(/\bimport\(\s*"([^"]+)"/g),
  ].map(([, specifier]) => specifier!);
  return [...new Set(specifiers)].map((specifier) =>
    specifier.startsWith(".")
      ? new URL(specifier, new URL(path, ROOT)).href.slice(ROOT.href.length)
      : specifier
  );
}

/** Files that stand beside the folders: what everybody above the store may use. */
const GROUND = ["src/deps.ts", "src/log.ts"];

/** What each folder may import beside its own files, folders first. */
const ARROWS: Record<string, string[]> = {
  "src/domain": ["zod"],
  "src/view": ["src/domain", "zod"],
  // The outbox holds messages, so their shape is the store's business too.
  // Of Node's modules, Deno's own hash that grows: Web Crypto has none.
  "src/store": ["src/domain", "src/view/message.ts", "node:crypto", "zod"],
  "src/execute": ["src/domain", "src/view", "src/store", ...GROUND],
  "src/delivery": ["src/domain", "src/view", "src/store", ...GROUND, "grammy", "grammy/types"],
  "src/sweep": ["src/execute", "src/delivery", "src/store", "src/domain", ...GROUND],
  "src/bot": [
    "src/domain",
    "src/view",
    "src/store",
    "src/execute",
    "src/delivery",
    "src/sweep",
    ...GROUND,
    "grammy",
    "grammy/types",
  ],
  "src/web": [
    "src/domain",
    "src/view",
    "src/store",
    "src/execute",
    "src/delivery",
    "src/sweep",
    "src/bot",
    ...GROUND,
    "grammy",
    "grammy/types",
    "zod",
  ],
  "src/log.ts": [],
  "src/config.ts": ["src/domain", "src/log.ts", "zod"],
  "src/environment.ts": ["@std/dotenv"],
  // Names the parts; nothing but their types.
  "src/deps.ts": [
    "src/domain",
    "src/store",
    "src/execute/turns.ts",
    "src/delivery/pace.ts",
    "src/log.ts",
    "grammy",
  ],
};

/** These put the parts together and may know everything. */
const WIRING = [
  "main.ts",
  "src/app.ts",
  "src/boot.ts",
  "src/dev.ts",
  "src/kv_tool.ts",
  "src/set_webhook.ts",
];

function isUnder(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

function homeOf(path: string): string | undefined {
  return Object.keys(ARROWS).find((place) => isUnder(path, place));
}

Deno.test("every file of src has a place in the arrows", async () => {
  const sources = await readSources();
  const homeless = sources.map(({ path }) => path)
    .filter((path) => !homeOf(path) && !WIRING.includes(path));
  assertEquals(homeless, []);
  assertEquals(sources.length > 80, true, "the sources were found");
});

Deno.test("no file imports against the arrows", async () => {
  const wrong = (await readSources()).flatMap(({ path, imports }) => {
    const home = homeOf(path);
    if (!home) return [];
    const allowed = [home, ...ARROWS[home]!];
    return imports
      .filter((imported) => !allowed.some((place) => isUnder(imported, place)))
      .map((imported) => `${path} → ${imported}`);
  });
  assertEquals(wrong, []);
});

/** Who may know one language: the catalogues themselves, and what is made from them. */
const LANGUAGES = /^src\/view\/texts\/(en|es|ru|uz)\//;
const KNOW_LANGUAGES = ["src/view/texts/texts.ts", "src/view/texts/catalogues.ts"];

Deno.test("no text is taken from one language: all come from the catalogue of whoever reads", async () => {
  const wrong = (await readSources())
    .filter(({ path }) => !LANGUAGES.test(path) && !KNOW_LANGUAGES.includes(path))
    .flatMap(({ path, imports }) =>
      imports.filter((imported) => LANGUAGES.test(imported)).map((it) => `${path} → ${it}`)
    );
  assertEquals(wrong, []);
});

Deno.test("nothing imports what puts the parts together", async () => {
  const wrong = (await readSources())
    .filter(({ path }) => !WIRING.includes(path))
    .flatMap(({ path, imports }) =>
      imports.filter((imported) => WIRING.includes(imported)).map((it) => `${path} → ${it}`)
    );
  assertEquals(wrong, []);
});

Deno.test("src/deps.ts imports types only", async () => {
  const text = await Deno.readTextFile(new URL("src/deps.ts", ROOT));
  assertEquals(text.match(/^import (?!type ).*/gm), null);
});

Deno.test("no imports go round in a circle", async () => {
  const graph = new Map((await readSources()).map(({ path, imports }) => [path, imports]));
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (path: string, trail: readonly string[]) => {
    const at = trail.indexOf(path);
    if (at >= 0) circles.push([...trail.slice(at), path].join(" → "));
    if (at >= 0 || done.has(path)) return;
    for (const next of graph.get(path) ?? []) if (graph.has(next)) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  assertEquals(circles, []);
});

/** The machine, the clock, chance, the network. */
const IMPURE =
  /\b(Deno|console|fetch|setTimeout|setInterval|queueMicrotask|performance|crypto|globalThis|process|navigator|localStorage)\b\s*[.([]|\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\)|\bMath\.random\b|\bTemporal\.Now\b/;

Deno.test("domain and view never touch the machine, the clock, chance or the network", async () => {
  const impure = (await readSources())
    .filter(({ path }) => isUnder(path, "src/domain") || isUnder(path, "src/view"))
    .flatMap(({ path, text }) =>
      withoutComments(text).split("\n")
        .filter((line) => IMPURE.test(line))
        .map((line) => `${path}: ${line.trim()}`)
    );
  assertEquals(impure, []);
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
}

Deno.test("only delivery, bot, web and the wiring know the Bot API's library", async () => {
  const wrong = (await readSources())
    .filter(({ imports }) => imports.some((name) => /grammy/.test(name)))
    .map(({ path }) => path)
    .filter((path) =>
      !["src/delivery", "src/bot", "src/web", "src/deps.ts"].some((it) => isUnder(path, it)) &&
      !WIRING.includes(path)
    );
  assertEquals(wrong, []);
});

Deno.test("nothing but zod, grammY and the standard library is imported", async () => {
  const packages = new Set(
    (await readSources()).flatMap(({ imports }) => imports)
      .filter((name) => !name.startsWith("src/")),
  );
  assertEquals([...packages].sort(), [
    "@std/dotenv",
    "grammy",
    "grammy/types",
    "node:crypto",
    "zod",
  ]);
});

Deno.test("importing a file of src has no effect: only main.ts starts anything", async () => {
  const starting = /^(?:await\s|Deno\.|console\.|setTimeout|setInterval|fetch)/m;
  const wrong = (await readSources())
    .filter(({ path, text }) => path !== "main.ts" && starting.test(withoutComments(text)))
    .map(({ path }) => path);
  assertEquals(wrong, []);
});
