/** What the program takes from the machine itself and not through its parts: tamed for as long as it runs. */

/** A machine whose stopwatch is moved and whose threads are waited for. */
export interface TamedMachine extends Disposable {
  /** Resolves when no thread works any more. */
  idle(): Promise<void>;
}

/** Tames it; `now` is what the stopwatch shows, in milliseconds. */
export function tameMachine(now: () => number): TamedMachine {
  const stopwatch = performance.now;
  const { subtle } = crypto;
  const digest = subtle.digest;
  let working: Promise<unknown> = Promise.resolve();
  performance.now = now;
  // Comparing secrets happens in a thread of its own; they are always the same ones.
  const known = new Map<string, Promise<ArrayBuffer>>();
  subtle.digest = (algorithm, data) => {
    const name = `${algorithm} ${new TextDecoder().decode(data)}`;
    const result = known.get(name) ?? digest.call(subtle, algorithm, data);
    known.set(name, result);
    working = result;
    return result;
  };
  return {
    idle: async () => void await working,
    [Symbol.dispose]() {
      performance.now = stopwatch;
      subtle.digest = digest;
    },
  };
}
