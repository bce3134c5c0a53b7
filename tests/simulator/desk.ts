import type { createFaults } from "./faults.ts";
import { METHODS } from "./methods.ts";
import { Refusal } from "./methods_updates.ts";
import type { Call } from "./notices.ts";
import { integerIn, objectIn, readParams } from "./params.ts";
import { refusal } from "./rule.ts";
import { RULES } from "./rules.ts";
import { methodNamed } from "./signatures.ts";
import type { SpecCheck } from "./spec.ts";
import type { Telegram } from "./telegram.ts";
import type { Asked, Outcome, Params, World } from "./world.ts";

interface DeskOptions {
  telegram: Telegram;
  faults: ReturnType<typeof createFaults>;
  spec: SpecCheck | undefined;
  calls: Call[];
  violations: string[];
}

/** Takes calls: over HTTP with `handle`, from inside the process with `perform`. */
export interface Desk {
  /** `undefined` means that the connection breaks instead of an answer. */
  handle(request: Request): Promise<Response | undefined>;
  perform(method: string, params: Params): Promise<Outcome | undefined>;
}

/** The counter at which the bot's calls arrive: faults, then the rules, then the method itself. */
export function openDesk({ telegram, faults, spec, calls, violations }: DeskOptions): Desk {
  const { world, notices, activity, signal } = telegram;

  async function perform(name: string, params: Params): Promise<Outcome | undefined> {
    const asked = { method: methodNamed(name) ?? name, params };
    // A long poll is no work to wait for: it ends when something else happens.
    const counted = asked.method !== "getUpdates";
    if (counted) activity.begin();
    try {
      return await answer(asked);
    } finally {
      if (counted) activity.end();
    }
  }

  async function answer(asked: Asked): Promise<Outcome | undefined> {
    violations.push(...(spec?.(asked) ?? []));
    const trouble = faults.meet(asked);
    if (trouble?.do === "slow") await world.clock.sleep(trouble.ms, signal);
    if (trouble?.do === "drop_before") return undefined;
    const outcome = trouble?.do === "refuse"
      ? trouble.outcome
      : refusal(RULES, { asked, world }) ?? await run(asked);
    record(asked, outcome);
    return trouble?.do === "drop_after" ? undefined : outcome;
  }

  async function run(asked: Asked): Promise<Outcome> {
    const method = METHODS[asked.method];
    if (!method) throw new Error(`${asked.method} has a signature but does nothing`);
    try {
      return { ok: true, result: await method(asked, telegram) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { ok: false, error_code: error.code, description: error.message };
    }
  }

  function record(asked: Asked, outcome: Outcome): void {
    const person = seenBy(asked, world);
    const call: Call = {
      ...asked,
      at: world.clock.now(),
      ...(person === undefined ? {} : { personal: person }),
      ...(outcome.ok
        ? { ok: true, result: outcome.result }
        : { ok: false, error: errorOf(outcome) }),
    };
    calls.push(call);
    notices.tell({ kind: "call", call });
  }

  async function handle(request: Request): Promise<Response | undefined> {
    const { pathname } = new URL(request.url);
    const [, token, method] = /^\/bot([^/]+)\/([^/]+)$/.exec(decodeURIComponent(pathname)) ?? [];
    if (!token || !method) return respond(failure(404, "Not Found"));
    if (token !== world.token) return respond(failure(401, "Unauthorized"));
    const params = await readParams(request);
    if (!params) return respond(failure(400, "Bad Request: can't parse JSON object"));
    const outcome = await perform(method, params).catch((error) => {
      // Closing cuts off the calls that are under way.
      if (signal.aborted) return undefined;
      throw error;
    });
    return outcome && respond(outcome);
  }

  return { handle, perform };
}

function failure(error_code: number, description: string): Outcome {
  return { ok: false, error_code, description };
}

function respond(outcome: Outcome): Response {
  return Response.json(outcome, { status: outcome.ok ? 200 : outcome.error_code });
}

function errorOf({ error_code, description, parameters }: Outcome & { ok: false }) {
  return { code: error_code, description, ...(parameters ? { parameters } : {}) };
}

/** The one person who can see what a call does. */
function seenBy({ method, params }: Asked, world: World): number | undefined {
  if (method === "answerCallbackQuery") {
    return world.presses.get(String(params.callback_query_id))?.from;
  }
  const whisper = objectIn(params, "ephemeral_message_parameters") ?? params;
  const receiver = integerIn(whisper, "receiver_user_id");
  const chatId = integerIn(params, "chat_id");
  return receiver ?? (chatId !== undefined && chatId > 0 ? chatId : undefined);
}
