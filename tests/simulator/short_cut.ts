import { Api } from "grammy";
import { readParams } from "./params.ts";
import type { Simulator } from "./simulator.ts";
import type { Params } from "./world.ts";

/**
 * The Bot API without a socket in between, for tests with tens of thousands of updates: calls go past
 * the same faults and rules, as the JSON that would go over the wire.
 */
export function shortCut(telegram: Pick<Simulator, "token" | "perform">): Api {
  const answer = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const url = input instanceof Request ? input.url : String(input);
    const params = await paramsOf(url, init);
    if (!params) return new Response("Bad Request", { status: 400 });
    const outcome = await telegram.perform(url.slice(url.lastIndexOf("/") + 1), params);
    if (!outcome) throw new TypeError("The connection broke");
    return Response.json(outcome, { status: outcome.ok ? 200 : outcome.error_code });
  };
  return new Api(telegram.token, { fetch: answer as typeof fetch });
}

/** Most calls are JSON; a file comes in parts. */
async function paramsOf(url: string, init: RequestInit = {}): Promise<Params | undefined> {
  if (typeof init.body === "string") return JSON.parse(init.body);
  return init.body ? await readParams(new Request(url, init)) : {};
}
