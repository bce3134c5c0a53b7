import { assertEquals } from "@std/assert";
import {
  COMMAND_WINDOW,
  CommandWindow,
  type Passage,
  passCommand,
} from "../../src/domain/command_window.ts";
import { NOON } from "./cast.ts";

/** Sends commands one after the other, two at most in a window. */
function send(...commands: [updateId: number, at: number][]): Passage[] {
  let window: CommandWindow | null = null;
  return commands.map(([updateId, at]) => {
    const result = passCommand(window, { updateId, now: NOON + at, most: 2 });
    window = result.window && CommandWindow.parse(result.window);
    return result.passage;
  });
}

const RUN: Passage = { kind: "run" };
const WAIT: Passage = { kind: "wait", until: NOON + COMMAND_WINDOW };
const SILENCE: Passage = { kind: "silence" };

Deno.test("passCommand() says once how long to wait, and runs again when the minute is over", () => {
  assertEquals(
    send([1, 0], [2, 5], [3, 10], [4, COMMAND_WINDOW - 1], [5, COMMAND_WINDOW]),
    [RUN, RUN, WAIT, SILENCE, RUN],
  );
});

Deno.test("passCommand() counts an update once, and answers it again as before", () => {
  assertEquals(
    send([1, 0], [1, 1], [2, 2], [3, 3], [4, 4], [1, 5], [2, 5], [3, 5], [4, 5]),
    [RUN, RUN, RUN, WAIT, SILENCE, RUN, RUN, WAIT, SILENCE],
  );
});

Deno.test("passCommand() keeps nothing of what it is silent about", () => {
  const first = passCommand(null, { updateId: 1, now: NOON, most: 1 }).window;
  const told = passCommand(first, { updateId: 2, now: NOON, most: 1 }).window;
  assertEquals(passCommand(told, { updateId: 3, now: NOON, most: 1 }).window === told, true);
});
