import { assertEquals } from "@std/assert";
import { cardOf } from "../program.ts";
import { BUSY } from "./listing.ts";
import { events } from "./stored.ts";
import { inStory } from "./story.ts";
import { yardOf } from "./yard.ts";

const MINUTE = 60_000;

Deno.test("after three hours of downtime each of thirty open incidents has exactly one new reminder", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve, bob } = yard;
    const ids = Array.from({ length: 30 }, (_, i) => `ACME-${i + 1}`);
    const kinds: ((id: string) => Promise<unknown>)[] = [
      () => Promise.resolve(),
      (id) => eve.presses(cardOf(group, id), "Workshop"),
      async (id) => {
        await eve.presses(cardOf(group, id), "Workshop");
        await eve.presses(cardOf(group, id), "Escalate");
      },
      async (id) => {
        await eve.presses(cardOf(group, id), "Workshop");
        await bob.presses(cardOf(group, id), "Claim");
      },
      async (id) => {
        await eve.presses(cardOf(group, id), "Workshop");
        await bob.presses(cardOf(group, id), "Claim");
        await bob.presses(cardOf(group, id), "Resolve");
      },
    ];
    const before = new Map<string, number>();
    for (const [i, id] of ids.entries()) {
      await eve.says(group, `/new_issue Trouble number ${i + 1}`);
      await kinds[i % kinds.length]!(id);
      before.set(id, (await events(program, id)).length);
    }
    const calls = program.telegram.calls.length;
    await program.clock.advance(180 * MINUTE);
    await Promise.all([program.app.sweep(), program.app.sweep()]);
    await program.telegram.settled();
    await program.pass(2);
    for (const id of ids) {
      assertEquals((await events(program, id)).slice(before.get(id)), ["nudged"], id);
    }
    const said = program.telegram.calls.slice(calls).filter(({ ok, method }) =>
      ok && method === "sendMessage"
    );
    for (const id of ids) {
      const about = said.filter(({ params }) => new RegExp(`${id}\\b`).test(String(params.text)));
      assertEquals(about.length, 1, id);
    }
  }, BUSY));
