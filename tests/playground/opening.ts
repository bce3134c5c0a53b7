/** How a playground begins: a company with two groups in work, and everybody who matters to it. */

import { openByButtons, type Opening } from "../demo/onboarding.ts";
import type { Person } from "../simulator/simulator.ts";

/** Somebody of the cast, and what they are here. */
export interface Part {
  person: Person;
  part: string;
}

/** Client languages and handles by first name. */
const ACCOUNTS = {
  Greta: { username: "greta_nordhaul" },
  Omar: { username: "omar_dispatch" },
  Lena: { language: "es" },
  Milo: { language: "ru", username: "milo_yard" },
  Dirk: { language: "uz" },
};

/** Opens the company, its yard and its depot, a forum. Everybody has met the bot but the stranger. */
export async function open(stage: Opening): Promise<Part[]> {
  const { telegram, admin } = stage;
  const nordhaul = await openByButtons(stage, ACCOUNTS);
  const { company, greta, omar, lena, milo, dirk } = nordhaul;
  const maya = telegram.person("Maya", { username: "maya_manages" });
  const ana = telegram.person("Ana");
  await maya.starts();
  await maya.joins(nordhaul.group);
  const depot = telegram.group("Nordhaul depot", {
    owner: greta,
    members: [omar, lena, dirk, ana, maya],
    forum: true,
    withBot: false,
  });
  await greta.adds(depot);
  await depot.botRights("administrator");
  await admin.says(admin.private, `/add_group ${company} ${depot.id}`);
  await admin.says(admin.private, `/add_manager ${company} ${maya.id}`);
  await admin.says(admin.private, `/add_dispatcher ${company} ${omar.id}`);
  for (const name of ["Repairs", "Shifts"]) depot.opensTopic(name, greta);
  const sam = telegram.person("Sam");
  await telegram.settled();
  return [
    { person: dirk, part: "Reporter, a driver" },
    { person: omar, part: "Dispatcher" },
    { person: lena, part: "Member of Dispatch" },
    { person: milo, part: "Member of Dispatch" },
    { person: maya, part: "Manager" },
    { person: greta, part: "Group administrator" },
    { person: admin, part: "Platform admin" },
    { person: ana, part: "Reporter at the depot" },
    { person: sam, part: "Stranger" },
  ];
}
