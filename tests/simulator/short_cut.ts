import { Api } from "grammy";
import type { Simulator } from "./simulator.ts";

/**
 * The Bot API without a socket in between, for tests with tens of thousands of updates: calls go past
 * the same faults and rules, as the JSON that would go over the wire.
 */
export function shortCut(telegram: Pick<Simulator, "token" | "perform">): Api {
  const answer = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const url = input instanceof Request ? input.url : String(input);
    const params = JSON.parse(typeof init?.body === "string" ? init.body : "{}");
    const outcome = await telegram.perform(url.slice(url.lastIndexOf("/") + 1), params);
    if (!outcome) throw new TypeError("The connection broke");
    return Response.json(outcome, { status: outcome.ok ? 200 : outcome.error_code });
  };
  return new Api(telegram.token, { fetch: answer as typeof fetch });
}
