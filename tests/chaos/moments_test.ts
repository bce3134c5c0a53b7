import { assertEquals, assertRejects } from "@std/assert";
import { startMoments } from "./moments.ts";

/** Nothing works outside of this thread. */
const idle = () => Promise.resolve();

Deno.test("things happen at their moment, in the order in which they were asked for", async () => {
  const moments = startMoments(1_000, idle);
  const happened: string[] = [];
  const note = (what: string) => () => happened.push(`${what} at ${moments.now()}`);
  moments.after(20, note("third"));
  moments.after(10, note("first"));
  moments.after(10, note("second"));
  moments.after(31, note("too late"));
  await moments.until(1_030);
  assertEquals(happened, ["first at 1010", "second at 1010", "third at 1020"]);
  assertEquals(moments.now(), 1_030);
});

Deno.test("whoever is woken goes on before anything else happens", async () => {
  const moments = startMoments(0, idle);
  const happened: string[] = [];
  const walker = async () => {
    for (let n = 1; n <= 3; n++) {
      await moments.sleep(5);
      // Work that takes a few turns and no time.
      await Promise.resolve().then(() => Promise.resolve());
      happened.push(`step ${n} at ${moments.now()}`);
    }
    return "there";
  };
  moments.after(6, () => happened.push("bell"));
  assertEquals(await moments.finish(walker()), "there");
  assertEquals(happened, ["step 1 at 5", "bell", "step 2 at 10", "step 3 at 15"]);
});

Deno.test("what can never be over is said to be so", async () => {
  const moments = startMoments(0, idle);
  await assertRejects(
    () => moments.finish(new Promise(() => {})),
    Error,
    "nothing is to happen any more",
  );
});
