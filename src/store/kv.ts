/**
 * The store as the program uses it: one batched read, one listing, one commit. Everything that
 * counts, kills or breaks store operations in the tests wraps these three.
 */

/** One change of a commit. */
export type Change =
  | { type: "set"; key: Deno.KvKey; value: unknown; expireIn?: number }
  | { type: "delete"; key: Deno.KvKey }
  /** Adds to a `Deno.KvU64`, modulo 2⁶⁴; one, when nothing else is said. */
  | { type: "count"; key: Deno.KvKey; by?: bigint };

/** The versionstamp a key must still have; `null`: it must not exist. */
export interface Check {
  /** The key that was read. */
  key: Deno.KvKey;
  /** What it had then. */
  versionstamp: string | null;
}

/** The three operations. An outage rejects with {@linkcode KvError}; anything else is a bug. */
export interface Kv {
  /** Reads keys; up to 10 of them from one snapshot. */
  getMany(keys: readonly Deno.KvKey[]): Promise<Deno.KvEntryMaybe<unknown>[]>;
  /** Lists in key order. */
  list(selector: Deno.KvListSelector, options?: Deno.KvListOptions): AsyncIterable<
    Deno.KvEntry<unknown>
  >;
  /** Commits all changes or none; the new versionstamp, or `null` when a check failed. */
  commit(checks: readonly Check[], changes: readonly Change[]): Promise<string | null>;
}

/** The store could not be reached, or was too busy. */
export class KvError extends Error {
  /** Its name. */
  override name = "KvError";
  /** Another process was writing: the same operation may go through in a moment. */
  readonly busy: boolean;

  /** Wraps what the engine threw. */
  constructor(cause: unknown) {
    const message = cause instanceof Error ? cause.message : String(cause);
    super(message, { cause });
    this.busy = /database (table )?is locked|database is busy/i.test(message);
  }
}

/** Most keys of one `getMany`. @see https://docs.deno.com/deploy/kv/manual/ */
const MOST_KEYS = 10;

/** Adapts Deno's store. */
export function denoKv(kv: Deno.Kv): Kv {
  return {
    async getMany(keys) {
      const chunks = [];
      for (let i = 0; i < keys.length; i += MOST_KEYS) chunks.push(keys.slice(i, i + MOST_KEYS));
      return (await Promise.all(chunks.map((chunk) => asKvError(kv.getMany<unknown[]>(chunk)))))
        .flat();
    },
    async *list(selector, options) {
      try {
        yield* kv.list<unknown>(selector, options);
      } catch (error) {
        throw new KvError(error);
      }
    },
    async commit(checks, changes) {
      const atomic = kv.atomic().check(...checks);
      for (const change of changes) apply(atomic, change);
      const result = await asKvError(atomic.commit());
      return result.ok ? result.versionstamp : null;
    },
  };
}

function apply(atomic: Deno.AtomicOperation, change: Change): void {
  switch (change.type) {
    case "set":
      atomic.set(
        change.key,
        change.value,
        change.expireIn === undefined ? {} : { expireIn: change.expireIn },
      );
      break;
    case "delete":
      atomic.delete(change.key);
      break;
    case "count":
      atomic.sum(change.key, change.by ?? 1n);
      break;
    default:
      change satisfies never;
  }
}

async function asKvError<T>(operation: Promise<T>): Promise<T> {
  try {
    return await operation;
  } catch (error) {
    throw new KvError(error);
  }
}
