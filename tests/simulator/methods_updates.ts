import type { Update } from "grammy/types";
import { flagIn, integerIn, stringIn } from "./params.ts";
import type { Telegram } from "./telegram.ts";
import { DEFAULT_ALLOWED } from "./update_kinds.ts";
import type { Asked, Params, World } from "./world.ts";

/** Thrown where a call is refused because of what happened while it waited. */
export class Refusal extends Error {
  override name = "Refusal";
  constructor(readonly code: number, description: string) {
    super(description);
  }
}

const OTHER_POLL = "Conflict: terminated by other getUpdates request; " +
  "make sure that only one bot instance is running";

const polls = new WeakMap<World, AbortController>();

/** Methods that say where updates go, and long polling. */
export const updateMethods = {
  setWebhook({ params }: Asked, { world, updates }: Telegram) {
    dropIfAsked(params, world);
    allow(params, world);
    world.webhook.url = stringIn(params, "url") ?? "";
    world.webhook.secret = stringIn(params, "secret_token") ?? "";
    world.webhook.maxConnections = integerIn(params, "max_connections") ?? 40;
    updates.resume();
    return true;
  },
  deleteWebhook({ params }: Asked, { world }: Telegram) {
    dropIfAsked(params, world);
    world.webhook.url = "";
    return true;
  },
  getWebhookInfo(_asked: Asked, { world }: Telegram) {
    const { url, maxConnections, allowedUpdates, lastError } = world.webhook;
    return {
      url,
      has_custom_certificate: false,
      pending_update_count: world.waiting.length,
      ...(url ? { max_connections: maxConnections } : {}),
      ...(allowedUpdates === DEFAULT_ALLOWED ? {} : { allowed_updates: allowedUpdates }),
      ...(lastError
        ? {
          last_error_date: Math.floor(lastError.at / 1000),
          last_error_message: lastError.message,
        }
        : {}),
    };
  },
  async getUpdates({ params }: Asked, telegram: Telegram): Promise<Update[]> {
    const { world } = telegram;
    allow(params, world);
    confirm(world, integerIn(params, "offset") ?? 0);
    polls.get(world)?.abort(new Refusal(409, OTHER_POLL));
    const poll = new AbortController();
    polls.set(world, poll);
    const limit = Math.min(Math.max(integerIn(params, "limit") ?? 100, 1), 100);
    const seconds = integerIn(params, "timeout") ?? 0;
    if (seconds > 0 && world.waiting.length === 0) {
      await nextUpdate(telegram, { ms: seconds * 1000, signal: poll.signal });
    }
    if (polls.get(world) === poll) polls.delete(world);
    return world.waiting.slice(0, limit).map(({ update }) => update);
  },
};

async function nextUpdate(
  { world, notices, signal }: Telegram,
  poll: { ms: number; signal: AbortSignal },
): Promise<void> {
  const arrived = new AbortController();
  const stop = notices.listen(({ kind }) => {
    // The update is told of right after it was put with the waiting ones.
    if (kind === "update") arrived.abort();
  });
  try {
    await world.clock.sleep(poll.ms, AbortSignal.any([arrived.signal, poll.signal, signal]));
  } catch {
    poll.signal.throwIfAborted();
  } finally {
    stop();
  }
}

function dropIfAsked(params: Params, world: World): void {
  if (flagIn(params, "drop_pending_updates")) forget(world, Infinity);
}

/** An offset confirms every update before it; a negative one all but the last ones. */
function confirm(world: World, offset: number): void {
  const before = offset >= 0 ? offset : world.waiting.at(offset)?.update.update_id ?? 0;
  forget(world, before);
}

function forget(world: World, before: number): void {
  const keep = world.waiting.filter(({ update }) => update.update_id >= before);
  const gone = world.waiting.filter((parcel) => !keep.includes(parcel));
  world.waiting.splice(0, world.waiting.length, ...keep);
  gone.forEach((parcel) => parcel.gone());
}

/** Not given keeps what was said before; an empty list asks for the default kinds. */
function allow(params: Params, world: World): void {
  const kinds = params.allowed_updates;
  if (Array.isArray(kinds)) {
    world.webhook.allowedUpdates = kinds.length ? kinds.map(String) : DEFAULT_ALLOWED;
  }
}
