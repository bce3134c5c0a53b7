/** `POST /telegram/webhook`: one update a request. */

import type { Update } from "grammy/types";
import type { CoreDeps } from "../deps.ts";
import { readBody } from "./body.ts";
import { isOutage, noteFailure } from "./failure.ts";
import { isSameSecret } from "./secret.ts";
import { parseUpdate } from "./update.ts";

/** The header that Telegram sends the webhook's secret in. */
export const SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";
/** Larger bodies are refused, in bytes. */
export const MOST_BODY = 1024 * 1024;

/** What the webhook needs. */
export interface WebhookOptions {
  /** The webhook's secret. */
  secret: string;
  /** Handles an update; rejects when it failed. */
  handle(update: Update): Promise<void>;
}

/** Takes one update from Telegram. */
export async function receiveUpdate(
  deps: CoreDeps,
  request: Request,
  { secret, handle }: WebhookOptions,
): Promise<Response> {
  if (!await isSameSecret(request.headers.get(SECRET_HEADER) ?? "", secret)) {
    return new Response("Unauthorized", { status: 401 });
  }
  const body = await readBody(request, MOST_BODY);
  if (body === null) {
    deps.log.error("update too large");
    return new Response("Content Too Large", { status: 413 });
  }
  const parsed = parseUpdate(body);
  if ("problem" in parsed) {
    deps.log.error("not an update", { error: parsed.problem });
    return new Response("Bad Request", { status: 400 });
  }
  const { update } = parsed;
  try {
    await handle(update);
    return new Response("OK");
  } catch (error) {
    if (isOutage(error)) return new Response("Try again", { status: 500 });
    return await giveUpOrTryAgain(deps, update.update_id, error);
  }
}

async function giveUpOrTryAgain(
  deps: CoreDeps,
  updateId: number,
  error: unknown,
): Promise<Response> {
  try {
    if (!await noteFailure(deps, updateId, error)) return new Response("Failed", { status: 500 });
    deps.log.error("update given up", { update: updateId });
    return new Response("Given up");
  } catch {
    return new Response("Try again", { status: 500 });
  }
}
