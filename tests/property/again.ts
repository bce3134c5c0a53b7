/** Invariant 4: an update that comes again takes no effect again, and gets the same answer. */

import { assert, assertEquals } from "@std/assert";
import type { Update } from "grammy/types";
import type { Person, Toast } from "../simulator/simulator.ts";
import { rest } from "./rest.ts";
import type { Stage } from "./stage.ts";
import { straysAmong } from "./writes.ts";

/** What the updates of a step came to. */
interface Handled {
  who: Person | null;
  toast: Toast | undefined;
  isDone: boolean;
  what: string;
}

/** How many of those that had an effect are remembered. */
const REMEMBERED = 40;
/** Telegram keeps updates that long, in milliseconds. */
const A_DAY = 24 * 3_600_000;

const NOTHING_HAPPENS = { incidents: [], company: "", chatId: 0 };

/** Now and then what was just handled comes again, or something older that had an effect. */
export async function deliverAgain(
  stage: Stage,
  updates: readonly Update[],
  { who, toast, isDone, what }: Handled,
): Promise<void> {
  const { chance, handled, program: { telegram, clock } } = stage;
  const own = updates.filter((update) => who && senderOf(update) === who.id);
  if (isDone) {
    handled.push(...own.map((update) => ({ updateId: update.update_id, at: clock.now() })));
    handled.splice(0, handled.length - REMEMBERED);
  }
  const [first] = own;
  if (first && chance.below(8) === 0) {
    const calls = telegram.calls.length;
    await again(stage, first.update_id, `again: ${what}`);
    const toasts = telegram.calls.slice(calls)
      .filter(({ method }) => method === "answerCallbackQuery")
      .map(({ params }) => params.text);
    if (toast) assertEquals(toasts, [toast.text], `again: ${what}`);
  }
  const older = handled.filter(({ at }) => clock.now() - at < A_DAY);
  if (older.length > 0 && chance.below(12) === 0) {
    await again(stage, chance.pick(older).updateId, "an older update again");
  }
}

async function again(stage: Stage, updateId: number, what: string): Promise<void> {
  const { program: { telegram }, writes } = stage;
  writes.take();
  assert(await telegram.redeliver(updateId) === 200, what);
  await rest(stage);
  assertEquals(straysAmong(writes.take(), NOTHING_HAPPENS), [], what);
}

function senderOf({ message, edited_message, callback_query }: Update): number | undefined {
  return (message ?? edited_message ?? callback_query)?.from?.id;
}
