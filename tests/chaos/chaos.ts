import { runChaos } from "./run.ts";
import { judge } from "./judge.ts";
import { fingerprintOf } from "./fingerprint.ts";
const t0 = Date.now();
const seed = Number(Deno.args[0]), actions = Number(Deno.args[1]);
const world = await runChaos({ seed, actions });
if (!Deno.args[2]) {
  console.log(world.counts.table());
  console.log(world.tally.table());
  console.log(world.telegram.dropped);
  const levels: Record<string, number> = {};
  for (const l of world.log) {
    let k = l;
    try {
      const o = JSON.parse(l);
      k = `${o.level} ${o.message} ${(o.error ?? "").slice(0, 80)}`;
    } catch { /**/ }
    levels[k] = (levels[k] ?? 0) + 1;
  }
  console.log(levels);
}
console.log(
  world.moments.happened,
  "moments",
  (world.moments.now() - Date.UTC(2026, 10, 23, 9)) / 60000,
  "minutes",
  Date.now() - t0,
  "ms",
);
const wrong = await judge(world);
console.log(seed, wrong.length, wrong.slice(0, 12).map((w) => w.slice(0, 600)));
console.log(await fingerprintOf(world));
if (Deno.env.get("MSG")) {
  for (const c of world.telegram.calls) {
    const m = Number(Deno.env.get("MSG"));
    if (c.params.message_id === m || (c.result as { message_id?: number })?.message_id === m) {
      console.log(
        c.at,
        c.method,
        c.params.chat_id,
        c.ok,
        c.error?.description,
        String(c.params.text ?? "").slice(0, 40),
      );
    }
  }
}
await world.close();
