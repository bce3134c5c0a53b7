import { assert, assertEquals } from "@std/assert";
import { COMMANDS } from "../../src/bot/command_table.ts";
import type { Place, Role as Needed } from "../../src/bot/command.ts";
import type { Call } from "../simulator/simulator.ts";
import { heard, type Role, world } from "../stories/many_eyes.ts";
import { records } from "../stories/stored.ts";
import { inStory } from "../stories/story.ts";
import { onBench } from "./bench.ts";

/** Says that somebody may not, that it is not for here, or that there is no such thing. */
const REFUSED =
  /^(There is no such incident here\.|Sorry, that is not yours to do here\. Nothing was changed\.|This works in a (group|private chat)|This group is (not activated|suspended|not set up)|I can't tell who you are|You have no console here\.)/m;

const RANK: Record<Needed, number> = { reporter: 0, dispatcher: 1, manager: 2, platform_admin: 3 };

/** What somebody is, to the command table, in the group of ACME-1. */
const IN_THE_YARD: Partial<Record<Role, Needed>> = {
  "dispatcher": "dispatcher",
  "manager": "manager",
  "dispatcher of its group": "dispatcher",
  "manager of its group": "manager",
  "administrator of its group": "manager",
  "platform admin": "platform_admin",
};

/** In private the roles of a group are none, and a role in any company opens the command. */
const IN_PRIVATE: Partial<Record<Role, Needed>> = {
  "dispatcher": "dispatcher",
  "manager": "manager",
  "manager of another company": "manager",
  "platform admin": "platform_admin",
};

/** In the other company's group. */
const IN_THE_VAULT: Partial<Record<Role, Needed>> = {
  "manager of another company": "manager",
  "platform admin": "platform_admin",
};

const WHERE = { yard: IN_THE_YARD, vault: IN_THE_VAULT, private: IN_PRIVATE };

function isGranted(place: Place | null, role: Needed = "reporter"): boolean {
  return place !== null && RANK[role] >= RANK[place.who];
}

Deno.test("each command answers each role in each place as the table says, and refuses all others", () =>
  onBench(world, async ({ trial }, { people, places }) => {
    for (const where of Object.keys(WHERE) as (keyof typeof WHERE)[]) {
      for (const role of Object.keys(people) as Role[]) {
        for (const command of COMMANDS) {
          const person = people[role];
          const room = where === "private" ? person.private : places[where];
          // Without arguments: whoever may use it is told how, or has it done.
          const { said, written } = await trial(() => person.says(room, `/${command.name}`));
          const told = textOf(said);
          const granted = isGranted(
            where === "private" ? command.private : command.group,
            WHERE[where][role],
          );
          const what = `/${command.name} by the ${role} in ${where}: ${told}`;
          assert(told !== "" || granted, what);
          assertEquals(REFUSED.test(told), !granted, what);
          if (!granted) assertEquals(written, [], what);
        }
      }
    }
  }));

/** What the bot has sent. */
function textOf(said: readonly Call[]): string {
  return said.map(({ params }) => String(params.text ?? JSON.stringify(params))).join("\n");
}

Deno.test("where no company is, and in the group's own name, no command does anything", () =>
  inStory(async (program) => {
    const { people, places: { yard } } = await world(program);
    const boss = people["manager of its group"];
    await yard.promote(boss, { is_anonymous: true });
    const nowhere = program.telegram.group("Nowhere", { owner: people.manager, withBot: false });
    await people.manager.adds(nowhere);
    const before = await records(program);
    for (const { name } of COMMANDS) {
      for (const [person, room] of [[people.manager, nowhere], [boss, yard]] as const) {
        const told = await heard(program, () => person.says(room, `/${name} ACME-1 low`));
        assertEquals(REFUSED.test(told), true, `/${name} by ${person.name}: ${told}`);
      }
    }
    assertEquals(await records(program), before);
  }));
