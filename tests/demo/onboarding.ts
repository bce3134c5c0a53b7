/** The morning: two companies come in, one by reply and buttons, one by commands. */

import { keys } from "../../src/store/keys.ts";
import { readOne } from "../../src/store/read.ts";
import type { Group, PersonOptions } from "../simulator/simulator.ts";
import { expect } from "./expect.ts";
import type { Stage } from "./stage.ts";

/** The first company: its id, its group and its people. */
export type Nordhaul = Awaited<ReturnType<typeof openByButtons>>;
/** The second one. */
export type Citycool = Awaited<ReturnType<typeof openByCommands>>;

/** What an opening needs of the stage. */
export type Opening = Pick<Stage, "telegram" | "app" | "admin" | "tell" | "newest">;

/** The first company needs no command: a reply, and three presses. `accounts`: by first name. */
export async function openByButtons(stage: Opening, accounts: Record<string, PersonOptions> = {}) {
  const { telegram, admin } = stage;
  const named = (name: string) => telegram.person(name, accounts[name]);
  const greta = named("Greta");
  const omar = named("Omar");
  const lena = named("Lena");
  const milo = named("Milo");
  const dirk = named("Dirk");
  const members = [omar, lena, milo, dirk];
  const group = telegram.group("Nordhaul yard", { owner: greta, members, withBot: false });

  stage.tell("Petra runs the platform. She says hello to the bot.");
  await admin.starts();

  stage.tell("Nordhaul Freight: Greta adds the bot to her group and answers its one question.");
  await greta.adds(group);
  await group.botRights("administrator");
  const question = stage.newest(group, "which company is this group for?");
  await greta.says(group, "Nordhaul Freight", { replyTo: question });

  stage.tell("Petra, who runs the platform, lets the group in with one press.");
  await admin.presses(stage.newest(admin.private, "Nordhaul Freight"), "Create");
  await telegram.settled();
  const welcome = stage.newest(group, "now part of Nordhaul Freight");

  stage.tell("Omar offers to take calls; Greta, who administers the group, allows it.");
  await omar.presses(welcome, "I take calls here");
  await telegram.settled();
  await greta.presses(stage.newest(group, "wants to take calls here"), "Allow Omar");

  stage.tell("Lena and Milo become members of the department: Greta replies to what they wrote.");
  for (const [person, words] of [[lena, "Morning! Bay 3 is free."], [milo, "On my way"]] as const) {
    const replyTo = await person.says(group, words);
    await greta.says(group, "/add_member Dispatch", { replyTo });
  }
  await telegram.settled();

  const company = await companyOf(stage, group);
  return { company, group, greta, omar, lena, milo, dirk };
}

/** The second company is set up by the platform admin, in private. */
export async function openByCommands(stage: Stage) {
  const { telegram, admin } = stage;
  const noor = telegram.person("Noor", { username: "noor_citycool" });
  const tariq = telegram.person("Tariq");
  const bea = telegram.person("Bea", { username: "bea_fixes" });
  const jules = telegram.person("Jules");
  const members = [tariq, bea, jules];
  const group = telegram.group("Citycool couriers", { owner: noor, members, withBot: false });

  stage.tell("Citycool: Bea says hello to the bot, Noor adds it to her group.");
  await bea.starts();
  await noor.adds(group);
  await group.botRights("administrator");

  stage.tell("Petra sets the company up by commands.");
  const commands = [
    "/add_company COOL Citycool",
    "/add_department COOL Workshop",
    `/add_group COOL ${group.id}`,
    "/add_manager COOL @noor_citycool",
    "/add_dispatcher COOL Tariq",
    "/add_member COOL Workshop @bea_fixes",
    "/companies",
  ];
  for (const command of commands) {
    await admin.says(admin.private, command, {
      mentions: command.includes(tariq.name) ? [tariq] : [],
    });
  }
  await telegram.settled();

  const company = await companyOf(stage, group);
  expect(company === "COOL", `“${group.title}” should belong to COOL, not to ${company}.`);
  return { company, group, noor, bea, jules };
}

async function companyOf({ app }: Opening, { id, title }: Group): Promise<string> {
  const { value } = await readOne(app.deps.kv, keys.group(id));
  expect(value?.status === "active", `“${title}” should be active by now.`);
  return value.company;
}
