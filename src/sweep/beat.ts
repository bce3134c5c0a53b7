/**
 * A sign of life for somebody outside: services that raise an alarm when a URL is not asked for any
 * more hear of it when this program, its crons or its whole machine stand still.
 */

import type { Log } from "../log.ts";

/** Whoever is told has that long to answer, in milliseconds. */
const PATIENCE = 5_000;

/**
 * Makes what asks for the URL once, with a GET; without a URL it does nothing. A failure is logged and
 * no more, and never with the URL, which may hold a secret.
 */
export function createBeat(
  url: string | undefined,
  { log, patience = PATIENCE }: { log: Log; patience?: number },
): () => Promise<void> {
  return async () => {
    if (url === undefined) return;
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(patience) });
      await response.body?.cancel();
      if (!response.ok) log.warn("heartbeat refused", { detail: response.status });
    } catch (error) {
      const isLate = error instanceof DOMException && error.name === "TimeoutError";
      log.warn("heartbeat not sent", { detail: isLate ? "no answer" : "not reachable" });
    }
  };
}
