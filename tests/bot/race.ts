/** Two people press Claim at the same moment, in two processes. */

import { assert, assertEquals } from "@std/assert";
import { cardOf, startProgram } from "../program.ts";
import { type Cost, createMeter } from "../web/meter.ts";

/**
 * Lets both read before either commits, and the loser commit last.
 *
 * @returns What each of the two updates cost.
 */
export async function raceToClaim(): Promise<{ winner: Cost; loser: Cost }> {
  const meters = [createMeter(), createMeter()];
  const decided = Promise.withResolvers<void>();
  const bothHaveRead = Promise.withResolvers<void>();
  let racing = false;
  let reading = 0;
  let next = 0;
  const program = await startProgram({
    processes: 2,
    wrap(deps) {
      const isWinner = next === 0;
      const { wrap } = meters[next++]!;
      const { kv } = deps;
      return wrap({
        ...deps,
        kv: {
          ...kv,
          async getMany(keys) {
            const read = await kv.getMany(keys);
            if (!racing || keys[0]?.[0] !== "incident" || reading >= 2) return read;
            if (++reading === 2) bothHaveRead.resolve();
            await (isWinner ? bothHaveRead.promise : decided.promise);
            return read;
          },
          async commit(checks, changes) {
            const versionstamp = await kv.commit(checks, changes);
            if (racing && isWinner) decided.resolve();
            return versionstamp;
          },
        },
      });
    },
  });
  const { telegram } = program;
  const [ana, bob] = [telegram.person("Ana"), telegram.person("Bob")];
  const yard = await program.company("ACME", { members: [ana, bob] });
  for (const person of [ana, bob]) await person.says(yard, "/help");
  await ana.says(yard, "/new_issue Brakes failed");
  await telegram.settled();
  meters.forEach((meter) => meter.reset());
  racing = true;
  const card = cardOf(yard, "ACME-1");
  const toasts = await Promise.all([ana, bob].map((person) => person.presses(card, "Claim")));
  await telegram.settled();
  assertEquals(toasts.filter(({ text }) => text === "ACME-1 is yours.").length, 1);
  assertEquals(toasts.filter(({ text }) => text?.startsWith("Already claimed by")).length, 1);
  await program.close();
  const [winner, loser] = meters.map((meter) => meter.cost());
  assert(winner && loser);
  return { winner, loser };
}
