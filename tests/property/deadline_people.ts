/** People who keep incidents going by chance, and leave them to the clock in between. */

import { formatIncidentId } from "../../src/domain/ids.ts";
import type { StoredIncident } from "../../src/store/records.ts";
import { cardOf, type Program } from "../program.ts";
import type { Chance } from "../domain/random.ts";
import type { Group, Person } from "../simulator/simulator.ts";
import { asks } from "../stories/story.ts";

/** A company's group, its people, and how many incidents it may have. */
export interface Place {
  company: string;
  group: Group;
  /** Reports. */
  eve: Person;
  /** Works. */
  bob: Person;
  /** Manages. */
  mia: Person;
}

/** Opens a company whose settings are given as `/policy` takes them. */
export async function openPlace(
  program: Program,
  company: string,
  settings: readonly string[],
): Promise<Place> {
  const { telegram, admin } = program;
  const [eve, bob, mia] = ["Eve", "Bob", "Mia"].map((name) => telegram.person(name)) as [
    Person,
    Person,
    Person,
  ];
  const group = await program.company(company, {
    members: [eve, bob, mia],
    departments: ["Workshop"],
  });
  for (const name of ["Dispatch", "Workshop"]) {
    await asks(admin, `/add_member ${company} ${name} ${bob.id}`);
  }
  await asks(admin, `/add_manager ${company} ${mia.id}`);
  for (const setting of settings) await asks(admin, `/policy ${company} ${setting}`);
  return { company, group, eve, bob, mia };
}

/** Somebody does something about an incident; nothing when it is over, and most of the time. */
export async function somebodyActs(
  { group, eve, bob, mia }: Place,
  { state }: StoredIncident,
  chance: Chance,
): Promise<void> {
  const id = formatIncidentId(state);
  const presses = async (who: Person, data: string) => {
    await who.presses(cardOf(group, id), "", { data: data.replace("ID", id) });
  };
  const luck = chance.below(10);
  if (luck === 0) return void await mia.says(group, `/snooze ${id} ${chance.pick(SNOOZES)}`);
  if (luck === 1) return void await mia.says(group, `/priority ${id} ${chance.pick(PRIORITIES)}`);
  switch (state.status) {
    case "awaiting_department":
      return await presses(eve, `department:ID:${chance.pick([1, 2])}`);
    case "awaiting_claim":
      if (luck < 4) return;
      return await presses(state.escalation ? mia : bob, "claim:ID");
    case "in_progress": {
      const who = state.owner.id === bob.id ? bob : mia;
      const wish = chance.pick([
        "on_it:ID",
        "comment",
        "resolve:ID",
        ...(state.escalation ? ["claim:ID"] : ["escalate:ID", "leave:ID"]),
      ]);
      if (wish === "comment") return void await who.says(group, `/comment ${id} Still at it`);
      return await presses(wish === "claim:ID" ? mia : who, wish);
    }
    case "awaiting_summary":
      return luck < 4 ? await presses(mia, "back:ID") : undefined;
    case "resolved":
    case "closed":
      return luck < 4 ? await presses(mia, "reopen:ID") : undefined;
  }
}

const SNOOZES = ["1h", "4h", "tomorrow", "off"] as const;
const PRIORITIES = ["low", "medium", "medium", "high", "critical"] as const;
