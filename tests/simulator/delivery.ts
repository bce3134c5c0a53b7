import type { Update } from "grammy/types";
import { kindOf, queueOf } from "./update_kinds.ts";
import type { Happening, Telegram, Updates } from "./telegram.ts";
import type { Params, Parcel } from "./world.ts";

/** A webhook: an address to POST to, or a handler called inside this process. */
export type Target = string | ((request: Request) => Response | Promise<Response>);

export const RETRY = { firstMs: 1_000, factor: 2, mostMs: 60_000 } as const;

/** Telegram keeps a press for 150 seconds and everything else for a day. */
export const KEEP_MS = { callback_query: 150_000, other: 24 * 3_600_000 } as const;

const SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";

interface DeliveryOptions {
  /** Where to deliver: read anew for every attempt. */
  targets: () => readonly Target[];
  /** The address a function target believes it was called at. */
  address: () => string;
  /** Carries out a call that a webhook put in its answer. */
  perform: (method: string, params: Params) => Promise<unknown>;
}

/**
 * Delivers updates as Telegram does: each queue in order, the next update only after a 2xx, failed
 * ones again with growing waits until they are too old; several queues at once within
 * max_connections.
 */
export function createDelivery(
  telegram: Omit<Telegram, "updates">,
  { targets, address, perform }: DeliveryOptions,
): Updates {
  const { world, notices, activity, signal } = telegram;
  const sent = new Map<number, Update>();
  const running = new Set<string>();
  const freed: (() => void)[] = [];
  let connections = 0;
  let turn = 0;
  // A handler inside this process can't be cut off; closing only stops waiting for it.
  const closed = new Promise<never>((_, reject) =>
    signal.addEventListener("abort", () => reject(signal.reason), { once: true })
  );
  closed.catch(() => {});

  function push(happening: Happening): Promise<void> {
    const update = { update_id: ++world.last.update, ...happening } as Update;
    return world.webhook.allowedUpdates.includes(kindOf(update))
      ? inject(update)
      : Promise.resolve();
  }

  function inject(update: Update): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const keep = update.callback_query ? KEEP_MS.callback_query : KEEP_MS.other;
    const queue = queueOf(update);
    world.waiting.push({
      update,
      queue,
      expiresAt: world.clock.now() + keep,
      gone: resolve,
      failures: 0,
    });
    sent.set(update.update_id, update);
    notices.tell({ kind: "update", update });
    start(queue);
    return world.webhook.url ? promise : Promise.resolve();
  }

  function start(queue: string): void {
    if (!world.webhook.url || running.has(queue)) return;
    running.add(queue);
    activity.begin();
    void drain(queue);
  }

  async function drain(queue: string): Promise<void> {
    try {
      for (let parcel = head(queue); parcel; parcel = head(queue)) {
        const answer = await attempt(parcel.update);
        if (answer.status >= 200 && answer.status < 300) {
          finish(parcel);
          continue;
        }
        const wait = answer.retryAfterMs || waitAfter(parcel.failures++);
        if (world.clock.now() + wait > parcel.expiresAt) {
          world.dropped++;
          finish(parcel);
          continue;
        }
        activity.end();
        try {
          await world.clock.sleep(wait, signal);
        } finally {
          activity.begin();
        }
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      running.delete(queue);
      activity.end();
    }
  }

  function head(queue: string): Parcel | undefined {
    if (!world.webhook.url || signal.aborted) return undefined;
    return world.waiting.find((parcel) => parcel.queue === queue);
  }

  function finish(parcel: Parcel): void {
    const at = world.waiting.indexOf(parcel);
    if (at >= 0) world.waiting.splice(at, 1);
    parcel.gone();
  }

  async function attempt(update: Update): Promise<{ status: number; retryAfterMs: number }> {
    while (connections >= world.webhook.maxConnections) {
      await new Promise<void>((resolve) => freed.push(resolve));
    }
    connections++;
    try {
      const all = targets();
      return await post(update, all[turn++ % all.length]);
    } finally {
      connections--;
      freed.shift()?.();
    }
  }

  async function post(update: Update, target: Target | undefined) {
    if (!target) return { status: 0, retryAfterMs: 0 };
    const request = new Request(typeof target === "string" ? target : address(), {
      method: "POST",
      headers: { "content-type": "application/json", [SECRET_HEADER]: world.webhook.secret },
      body: JSON.stringify(update),
      signal,
    });
    try {
      const response = typeof target === "string"
        ? await fetch(request)
        : await Promise.race([target(request), closed]);
      const body = await response.text();
      if (response.ok) await callInAnswer(response, body);
      else remember(`Wrong response from the webhook: ${response.status} ${response.statusText}`);
      const retryAfterMs = Number(response.headers.get("retry-after") ?? 0) * 1_000;
      return { status: response.status, retryAfterMs };
    } catch (error) {
      remember(`Connection failed: ${error instanceof Error ? error.message : error}`);
      return { status: 0, retryAfterMs: 0 };
    }
  }

  async function callInAnswer(response: Response, body: string): Promise<void> {
    if (!response.headers.get("content-type")?.includes("json")) return;
    const { method, ...params } = parsed(body);
    if (typeof method === "string") await perform(method, params);
  }

  function remember(message: string): void {
    world.webhook.lastError = { at: world.clock.now(), message };
  }

  return {
    push,
    inject,
    resume: () => new Set(world.waiting.map(({ queue }) => queue)).forEach(start),
    targetCount: () => targets().length,
    async redeliver(updateId, target) {
      const update = sent.get(updateId);
      if (!update) throw new RangeError(`Cannot redeliver: update ${updateId} was never sent`);
      if (target === undefined) return (await attempt(update)).status;
      return (await post(update, targets()[target])).status;
    },
  };
}

function waitAfter(failures: number): number {
  return Math.min(RETRY.mostMs, RETRY.firstMs * RETRY.factor ** failures);
}

function parsed(body: string): Params {
  try {
    return Object(JSON.parse(body));
  } catch {
    return {};
  }
}
