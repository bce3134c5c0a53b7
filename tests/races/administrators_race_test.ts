import { assertEquals } from "@std/assert";
import type { Deps } from "../../src/deps.ts";
import { cardOf, startProgram } from "../program.ts";
import { historyOf } from "../faults/contents.ts";
import { plain } from "../simulator/simulator.ts";

/** Lets the answer to getChatAdministrators arrive when the test says so. */
function holdingAnswers(gate: { open: Promise<void>; asked: () => void }) {
  return (deps: Deps): Deps => {
    deps.telegram.config.use(async (call, method, payload, signal) => {
      const answer = await call(method, payload, signal);
      if (method === "getChatAdministrators") {
        gate.asked();
        await gate.open;
      }
      return answer;
    });
    return deps;
  };
}

Deno.test("an old answer about administrators never comes back over a newer change", async () => {
  const opened = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  const wrap = holdingAnswers({ open: opened.promise, asked: asked.resolve });
  const program = await startProgram({ processes: 2, wrap });
  const { telegram, store } = program;
  const [dan, adam, zoe] = [
    telegram.person("Dan"),
    telegram.person("Adam"),
    telegram.person("Zoe"),
  ] as const;
  const yard = await program.company("ACME", { members: [dan, adam, zoe] });
  await program.admin.says(program.admin.private, `/add_member ACME Dispatch ${dan.id}`);
  await yard.promote(adam);
  await dan.says(yard, "/new_issue Brakes failed on truck 12");
  await dan.presses(cardOf(yard, "ACME-1"), "Claim");

  // While Zoe's press makes the program ask who administers, Adam loses that right.
  const refused = zoe.presses(cardOf(yard, "ACME-1"), "Resolve");
  await asked.promise;
  await yard.demote(adam);
  opened.resolve();
  await refused;
  await telegram.settled();

  await adam.presses(cardOf(yard, "ACME-1"), "Resolve");
  const history = await historyOf(store, { company: "ACME", number: 1 });
  assertEquals(history.map(({ type }) => type), ["reported", "department_chosen", "claimed"]);
  assertEquals(plain(cardOf(yard, "ACME-1")).includes("in progress"), true);
  await program.close();
});
