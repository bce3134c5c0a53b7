/** Inside a process, decisions about one chat run one after the other: they would only collide. */

/** Runs tasks with the same key in turn, with different keys at once. */
export interface Turns {
  /** Waits for the tasks before it, then runs. */
  take<T>(key: number | string, task: () => Promise<T>): Promise<T>;
}

/** Makes turns. */
export function createTurns(): Turns {
  const last = new Map<number | string, Promise<unknown>>();
  return {
    async take(key, task) {
      const before = last.get(key);
      const mine = (async () => {
        await before?.catch(() => {});
        return await task();
      })();
      last.set(key, mine);
      try {
        return await mine;
      } finally {
        if (last.get(key) === mine) last.delete(key);
      }
    },
  };
}
