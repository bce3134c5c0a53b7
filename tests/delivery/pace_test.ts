import { assertEquals } from "@std/assert";
import { createPace, type Pace, type PaceLimits } from "../../src/delivery/pace.ts";

const TELEGRAM: PaceLimits = { chatPerSecond: 1, groupPerMinute: 20, overallPerSecond: 30 };
const GROUP = -1001;

function paceAt(limits: Partial<PaceLimits> = {}): { pace: Pace; pass: (ms: number) => void } {
  let now = 1_000_000;
  const pace = createPace({ ...TELEGRAM, ...limits }, () => now);
  return { pace, pass: (ms) => void (now += ms) };
}

Deno.test("take() lets one message a second into a chat", () => {
  const { pace, pass } = paceAt();
  assertEquals(pace.take(7), 0);
  assertEquals(pace.take(7), 1_000);
  pass(400);
  assertEquals(pace.take(7), 600);
  pass(599);
  assertEquals(pace.take(7), 1);
  pass(1);
  assertEquals(pace.take(7), 0);
});

Deno.test("take() counts only what it lets through", () => {
  const { pace, pass } = paceAt();
  pace.take(7);
  pass(999);
  assertEquals(pace.take(7), 1);
  pass(1);
  assertEquals(pace.take(7), 0);
});

Deno.test("take() lets twenty messages a minute into a group, and as many as there are to a person", () => {
  const { pace, pass } = paceAt();
  for (let n = 0; n < 20; n++) {
    assertEquals([pace.take(GROUP), pace.take(7)], [0, 0], `message ${n}`);
    pass(1_000);
  }
  assertEquals([pace.take(GROUP), pace.take(7)], [40_000, 0]);
  pass(40_000);
  assertEquals([pace.take(GROUP), pace.take(GROUP)], [0, 1_000]);
  pass(1_000);
  assertEquals(pace.take(GROUP), 0, "the second of the minute before is a minute ago");
});

Deno.test("take() lets thirty messages a second out, to however many chats", () => {
  const { pace, pass } = paceAt();
  for (let chat = 1; chat <= 30; chat++) assertEquals(pace.take(chat), 0);
  assertEquals(pace.take(31), 1_000);
  assertEquals(pace.take(1), 1_000);
  pass(1_000);
  for (let chat = 31; chat <= 60; chat++) assertEquals(pace.take(chat), 0);
});

Deno.test("0 lifts a limit, and only that one", () => {
  const { pace: fast } = paceAt({ chatPerSecond: 0 });
  for (let n = 0; n < 20; n++) assertEquals(fast.take(GROUP), 0);
  assertEquals(fast.take(GROUP), 60_000);
  const { pace: free } = paceAt({ chatPerSecond: 0, groupPerMinute: 0 });
  for (let n = 0; n < 30; n++) assertEquals(free.take(GROUP), 0);
  assertEquals(free.take(GROUP), 1_000);
  const { pace: open } = paceAt({ chatPerSecond: 0, groupPerMinute: 0, overallPerSecond: 0 });
  for (let n = 0; n < 1_000; n++) assertEquals(open.take(GROUP), 0);
});

Deno.test("a chat keeps its own minute, however many others were spoken to", () => {
  const { pace, pass } = paceAt({ overallPerSecond: 0 });
  for (let n = 0; n < 20; n++) {
    pace.take(GROUP);
    pass(1_000);
  }
  for (let chat = 1; chat <= 1_000; chat++) pace.take(chat);
  assertEquals(pace.take(GROUP), 40_000);
  pass(39_999);
  pace.take(2_000);
  assertEquals(pace.take(GROUP), 1);
});

Deno.test("a wrong token stops everything for a minute, or until it works", () => {
  const { pace, pass } = paceAt();
  assertEquals(pace.stoppedFor(), 0);
  assertEquals(pace.stopForToken(), true);
  assertEquals(pace.stopForToken(), false, "known already");
  assertEquals(pace.stoppedFor(), 60_000);
  pass(60_000);
  assertEquals(pace.stoppedFor(), 0);
  assertEquals(pace.stopForToken(), true);
  pace.tokenWorks();
  assertEquals(pace.stoppedFor(), 0);
});
