/** A Bot API that answers as a test says, and a delivery over it. */

import { Api, type RawApi } from "grammy";
import { createPace, type PaceLimits } from "../../src/delivery/pace.ts";
import type { Deps } from "../../src/deps.ts";
import { type Core, withCore } from "../execute/core.ts";

/** A call as it was made. */
export interface Call {
  method: string;
  payload: Record<string, unknown>;
}

/** The surroundings of a delivery. */
export interface Desk extends Core {
  deps: Deps;
  calls: Call[];
  /** Fails the next calls of that method with this error. */
  fails(method: keyof RawApi, error: Error | null): void;
  /** Fails those of the next calls of that method for which there is an error. */
  failsWhen(method: keyof RawApi, errorFor: (payload: Call["payload"]) => Error | null): void;
}

/** No limit at all. */
export const UNLIMITED: PaceLimits = { chatPerSecond: 0, groupPerMinute: 0, overallPerSecond: 0 };

/** Tells a story over an empty store and a Bot API that takes everything, message ids from 501. */
export async function withDesk(story: (desk: Desk) => Promise<void>): Promise<void> {
  await withCore(async (core) => {
    const telegram = new Api("1:only-for-tests");
    const calls: Call[] = [];
    const failing = new Map<string, (payload: Call["payload"]) => Error | null>();
    let lastId = 500;
    // deno-lint-ignore no-explicit-any -- each method's result has a type of its own
    telegram.config.use((_call, method, payload): any => {
      calls.push({ method, payload: payload as Record<string, unknown> });
      const error = failing.get(method)?.(payload as Call["payload"]);
      if (error) return Promise.reject(error);
      const result = method === "sendMessage" ? { message_id: ++lastId } : true;
      return Promise.resolve({ ok: true, result });
    });
    const failsWhen: Desk["failsWhen"] = (method, errorFor) => void failing.set(method, errorFor);
    const fails: Desk["fails"] = (method, error) => failsWhen(method, () => error);
    const pace = createPace(UNLIMITED, core.deps.now);
    const deps: Deps = {
      ...core.deps,
      telegram,
      uploads: telegram,
      pace,
      beat: () => Promise.resolve(),
    };
    await story({ ...core, deps, calls, fails, failsWhen });
  });
}
