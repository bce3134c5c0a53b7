/** A window's live view: server-sent events, as many as the window takes and never a stale one. */

import type { Playground } from "./playground.ts";
import type { Window } from "./view.ts";

/** Changes that come together make one view, in the machine's milliseconds. */
const TOGETHER_MS = 50;
/** While nothing but time changes, a view that often is enough. */
const TIME_MS = 1_000;
const HEARTBEAT_MS = 15_000;
/** How much of what has passed a new window is told. */
const FIRST_LINES = 200;

const encoder = new TextEncoder();

/** The events of a window, until it is closed or `signal` ends it. */
export function streamTo(
  playground: Playground,
  window: Window,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const { machine } = playground;
  let sent = "";
  let sentAt = 0;
  let line = Math.max(0, machine.newest - FIRST_LINES);
  let isDirty = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop = () => {};

  /** Everything that has changed since the last time, when the window has room for it. */
  function flush(controller: ReadableStreamDefaultController<Uint8Array>): void {
    timer = undefined;
    if (!isDirty || (controller.desiredSize ?? 0) <= 0) return;
    isDirty = false;
    const say = (event: string, data: string) =>
      controller.enqueue(encoder.encode(`event: ${event}\ndata: ${data}\n\n`));
    try {
      const view = playground.view(window);
      const { clock, ...rest } = view;
      const shape = JSON.stringify([rest, clock.speed]);
      const wait = sentAt + TIME_MS - performance.now();
      if (shape !== sent || wait <= 0) {
        sent = shape;
        sentAt = performance.now();
        say("view", JSON.stringify(view));
      } else {
        isDirty = true;
        timer = setTimeout(() => flush(controller), wait);
      }
      for (const each of machine.since(line)) {
        say("machine", JSON.stringify(each));
        line = each.id;
      }
    } catch (error) {
      say("problem", JSON.stringify(String(error)));
    }
  }

  return new ReadableStream({
    start(controller) {
      const heartbeat = setInterval(() => {
        if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(": here\n\n"));
      }, HEARTBEAT_MS);
      const soon = () => {
        isDirty = true;
        timer ??= setTimeout(() => flush(controller), TOGETHER_MS);
      };
      const forget = playground.onChange(() => {
        // A wait for the clock alone gives way to what has really changed.
        clearTimeout(timer);
        timer = undefined;
        soon();
      });
      stop = () => {
        forget();
        clearInterval(heartbeat);
        clearTimeout(timer);
      };
      signal.addEventListener("abort", () => {
        stop();
        try {
          controller.close();
        } catch {
          // The window was closed first.
        }
      }, { once: true });
      flush(controller);
    },
    pull: (controller) => flush(controller),
    cancel: () => stop(),
  }, { highWaterMark: 8 });
}
