import { assertEquals, assertRejects } from "@std/assert";
import { createTurns } from "../../src/execute/turns.ts";

/** A task that ends when it is told to. */
function task() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let started = false;
  const run = () => {
    started = true;
    return promise;
  };
  return { run, resolve, reject, isStarted: () => started };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

Deno.test("tasks of one chat run one after the other, in the order they came", async () => {
  const turns = createTurns();
  const [first, second, third] = [task(), task(), task()];
  const results = [first, second, third].map(({ run }) => turns.take(1, run));
  await settle();
  assertEquals([first, second, third].map(({ isStarted }) => isStarted()), [true, false, false]);
  third.resolve("3");
  second.resolve("2");
  await settle();
  assertEquals([second.isStarted(), third.isStarted()], [false, false]);
  first.resolve("1");
  assertEquals(await Promise.all(results), ["1", "2", "3"]);
});

Deno.test("tasks of different chats run at once", async () => {
  const turns = createTurns();
  const [here, there] = [task(), task()];
  const waiting = turns.take(1, here.run);
  const other = turns.take(2, there.run);
  await settle();
  assertEquals(there.isStarted(), true);
  there.resolve("there");
  assertEquals(await other, "there");
  here.resolve("here");
  await waiting;
});

Deno.test("a task that fails fails for whoever asked, and the next has its turn", async () => {
  const turns = createTurns();
  const failing = task();
  const first = turns.take(1, failing.run);
  const second = turns.take(1, () => Promise.resolve("next"));
  failing.reject(new Error("a bug"));
  await assertRejects(() => first, Error, "a bug");
  assertEquals(await second, "next");
  assertEquals(await turns.take(1, () => Promise.resolve("later")), "later");
});
