import { assert, assertStringIncludes } from "@std/assert";
import { cardOf, type Program } from "../program.ts";
import { plain } from "../simulator/simulator.ts";
import { assertVerified, DONE, wantsToBeForgotten } from "./forgetting.ts";
import { incident } from "./stored.ts";
import { asks, inStory, newestInPrivate } from "./story.ts";
import { reported, type Yard, yardOf } from "./yard.ts";

/** How the desk comes to rest in a group, and how it comes back. */
const RESTS: {
  name: string;
  begin: (program: Program, yard: Yard) => Promise<unknown>;
  end: (program: Program, yard: Yard) => Promise<unknown>;
}[] = [{
  name: "the bot is away",
  begin: (_program, { gus, group }) => gus.removesBot(group),
  end: async (_program, { gus, group }) => {
    await gus.adds(group);
    await group.botRights("administrator");
  },
}, {
  name: "the company rests",
  begin: async ({ admin, pass }) => {
    await asks(admin, "/archive_company ACME");
    await pass(1);
  },
  end: ({ admin }) => asks(admin, "/restore_company ACME"),
}];

for (const { name, begin, end } of RESTS) {
  Deno.test(`whoever is forgotten while ${name} is on no card afterwards`, () =>
    inStory(async (program) => {
      const yard = await yardOf(program, { started: ["Eve"] });
      const { eve, group } = yard;
      await reported(yard);
      await begin(program, yard);
      await wantsToBeForgotten(eve);
      assertStringIncludes(newestInPrivate(eve), DONE);
      await assertVerified(program);
      await end(program, yard);
      await program.pass(3);
      const card = cardOf(group, "ACME-1");
      const { reporter } = await incident(program, "ACME-1");
      assertStringIncludes(plain(card), `Reported by ${reporter.name}`);
      assert(!(card.entities ?? []).some(({ type }) => type.endsWith("mention")));
      await assertVerified(program);
    }));
}
