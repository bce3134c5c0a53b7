import { assertEquals } from "@std/assert";
import { newProgress } from "../../../src/store/backup/progress.ts";

function shown(isTerminal: boolean) {
  let now = 0;
  const written: string[] = [];
  const write = (text: string) => void written.push(text);
  const progress = newProgress({ isTerminal, write, now: () => now });
  return {
    written,
    progress,
    after(ms: number, count: number, share: number | null = null, step = "records") {
      now += ms;
      progress.show(step, { count, share });
    },
  };
}

Deno.test("at a terminal a bar grows in place, and leaves its line at the end", () => {
  const { written, progress, after } = shown(true);
  after(50, 10, 0.1);
  after(50, 2_500, 0.25);
  after(100, 10_000, 1);
  assertEquals(written, [
    "\r[########······················]  25 % records: 2,500, 25,000 a second\x1b[K",
    "\r[##############################] 100 % records: 10,000, 75,000 a second\x1b[K",
  ]);
  progress.end();
  progress.end();
  assertEquals(written.slice(2), ["\n"]);
});

Deno.test("elsewhere a line comes once a second, of each step by itself", () => {
  const { written, progress, after } = shown(false);
  after(999, 10);
  after(1, 1_234_567);
  after(2_000, 1_234_667);
  after(1_000, 40, 0.5, "written");
  progress.end();
  assertEquals(written, [
    "records: 1,234,567, 1,234,567 a second\n",
    "records: 1,234,667, 50 a second\n",
    "written: 40, 40 a second\n",
  ]);
});
