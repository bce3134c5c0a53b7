import { assert, assertEquals } from "@std/assert";
import { cardOf, type Program } from "../program.ts";
import { inStory } from "./story.ts";

/** How often the log says that the token is wrong. */
function alarms({ log }: Program): number {
  return log.filter((line) => line.includes("Telegram does not know the token")).length;
}

for (
  const [code, description] of [[401, "Unauthorized"], [404, "Not Found"]] as const
) {
  Deno.test(`${code} “${description}” stops everything, loses nothing and raises the alarm once a minute`, () =>
    inStory(async (program) => {
      const { telegram, clock, app, store } = program;
      const ana = telegram.person("Ana");
      const yard = await program.company("ACME", { members: [ana] });
      const depot = await program.company("ZETA", { members: [ana] });
      const sends = () => telegram.calls.filter(({ method }) => method === "sendMessage").length;
      const mend = telegram.faults.add({ method: "sendMessage", kind: { code, description } });
      const before = sends();
      await ana.says(yard, "/new_issue Brakes failed");
      await ana.says(depot, "/new_issue Lights failed");
      await clock.advance(59_000);
      await app.sweep();
      assertEquals([sends(), alarms(program)], [before + 1, 1], "one try for all chats");
      await clock.advance(1_000);
      await app.sweep();
      assertEquals(alarms(program), 2);
      await clock.advance(25 * 3_600_000);
      await app.sweep();
      assertEquals(await Array.fromAsync(store.list({ prefix: ["dead_letter"] })), []);
      mend();
      await clock.advance(60_000);
      await app.sweep();
      await telegram.settled();
      assert(cardOf(yard, "ACME-1") && cardOf(depot, "ZETA-1"));
      assertEquals([yard.pinned.length, depot.pinned.length], [1, 1]);
    }));
}
