import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { isPseudonym } from "../../src/domain/pseudonym.ts";
import { cardOf, type Program } from "../program.ts";
import { type Group, type Person, plain } from "../simulator/simulator.ts";
import { assertVerified, DONE, leftOf, wantsToBeForgotten } from "./forgetting.ts";
import { incident } from "./stored.ts";
import { asks, inStory, newestInPrivate } from "./story.ts";
import { inWork, reported, yardOf } from "./yard.ts";

/** Where it rests. */
interface Place {
  group: Group;
  /** Owns the group. */
  gus: Person;
}

/** How the desk comes to rest in a group, and how it comes back. */
const RESTS: {
  name: string;
  begin: (program: Program, yard: Place) => Promise<unknown>;
  end: (program: Program, yard: Place) => Promise<unknown>;
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

  Deno.test(`whoever works on something while ${name} can be forgotten, and the claim ends`, () =>
    inStory(async (program) => {
      // Nobody has a role, so that anybody may work on everything.
      const { telegram, app } = program;
      const [eve, bob, ana] = ["Eve", "Bobolink", "Ana"].map((it) =>
        telegram.person(it, { username: `${it.toLowerCase()}_rests` })
      ) as [
        Person,
        Person,
        Person,
      ];
      const gus = telegram.person("Gus");
      const group = await program.company("ACME", {
        members: [eve, bob, ana],
        owner: gus,
        departments: ["Workshop"],
      });
      await bob.starts();
      const yard = { group, eve, bob, gus };
      await inWork(yard);
      await begin(program, yard);
      await wantsToBeForgotten(bob);
      assertStringIncludes(newestInPrivate(bob), DONE);
      assertEquals(await leftOf(program, bob), []);
      await assertVerified(program);
      await end(program, yard);
      await program.pass(3);
      const state = await incident(program, "ACME-1");
      assert(state.status === "in_progress" && isPseudonym(state.owner.id));
      await app.audit();
      await program.pass(1);
      assertEquals((await incident(program, "ACME-1")).status, "awaiting_claim");
      await ana.presses(cardOf(group, "ACME-1"), "Claim");
      assertEquals((await incident(program, "ACME-1")).status, "in_progress");
      await assertVerified(program);
    }));
}
