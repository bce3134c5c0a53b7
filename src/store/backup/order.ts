/** What whoever runs the tool of the store wants. */

/** What is to be done. */
export type Task =
  /** Write the store to a file. */
  | { kind: "export"; file: string }
  /** Put a file into the store; `merge`: even if it is not empty. */
  | { kind: "import"; file: string; merge: boolean }
  /** Make a backup from the parts of an encrypted one; needs no store. */
  | { kind: "decrypt"; parts: string[]; file: string }
  /** Look for what does not fit together; `repair`: and mend indexes. */
  | { kind: "verify"; repair: boolean }
  /** Bring records into today's shape. */
  | { kind: "migrate" };

/** An order. */
export interface Order {
  /** What is to be done. */
  task: Task;
  /** The store, as `--kv` names it; `undefined`: the environment's. */
  path: string | undefined;
}

/** Reads the words of a command line; `null`: that is no order. */
export function parseOrder(args: readonly string[]): Order | null {
  const words = [...args];
  const at = words.indexOf("--kv");
  const [, path] = at < 0 ? [] : words.splice(at, 2);
  if (at >= 0 && !path) return null;
  const task = parseTask(words);
  if (task?.kind === "decrypt" && path !== undefined) return null;
  return task && { task, path };
}

function parseTask(words: readonly string[]): Task | null {
  const flags = words.filter((word) => word.startsWith("--"));
  const [kind, ...names] = words.filter((word) => !word.startsWith("--"));
  const only = (flag: string | null) => flags.every((one) => one === flag);
  if (kind === "decrypt" && names.length > 1 && only(null)) {
    return { kind, parts: names.slice(0, -1), file: names.at(-1)! };
  }
  const [file, ...more] = names;
  if (more.length > 0) return null;
  if (kind === "export" && file && only(null)) return { kind, file };
  if (kind === "import" && file && only("--merge")) return { kind, file, merge: flags.length > 0 };
  if (kind === "verify" && !file && only("--repair")) return { kind, repair: flags.length > 0 };
  if (kind === "migrate" && !file && only(null)) return { kind };
  return null;
}
