/** The evening: nobody claims, so the managers are called; one of them wants quiet until the morning. */

import { cardOf } from "../program.ts";
import { buttons, type Person, plain } from "../simulator/simulator.ts";
import { expect } from "./expect.ts";
import { inStatus } from "./incidents.ts";
import type { Citycool } from "./onboarding.ts";
import type { Stage } from "./stage.ts";

const MINUTE = 60_000;

/** Reminded of in vain, escalated by the clock, snoozed overnight, resolved by one command. */
export async function escalateAlarm(
  stage: Stage,
  { company, group, noor, jules }: Citycool,
): Promise<void> {
  const { telegram } = stage;
  const id = `${company}-2`;

  stage.tell("At Citycool something is not urgent, and Bea is on the road.");
  await jules.says(group, "/new_issue The alarm of cold store 2 beeps every minute");
  await telegram.settled();
  await jules.presses(cardOf(group, id), "Workshop");

  await stage.later(10, "The bot reminds, and ten minutes later once more.");
  await stage.pass(10);
  await stage.later(10, "Nobody has come: it escalates by itself, and the managers are called.");
  stage.newest(group, `${id} has escalated, because nobody has claimed it`);

  stage.tell("Noor takes it. The part comes tomorrow, so she wants no reminders until then.");
  await noor.presses(cardOf(group, id), "Claim");
  await telegram.settled();
  await noor.presses(cardOf(group, id), "More");
  for (const label of ["Snooze", "Until"]) await noor.presses(menuOf(noor, group), label);
  await telegram.settled();
  const { snoozed } = await inStatus(stage, id, "in_progress");
  expect(snoozed, `${id} should be snoozed.`);

  const before = group.messages.length;
  await stage.overnight(snoozed.until - MINUTE);
  expect(group.messages.length === before, "Nobody should be reminded at night.");
  await stage.later(1, "In the morning the bot reminds her.");
  stage.newest(group, `${id} is on again`);

  await stage.pass(59);
  stage.tell("An hour later it is silent: one command resolves it and says how.");
  await noor.says(group, `/resolve ${id} New sensor in cold store 2, alarm is off.`);
  await telegram.settled();
  await inStatus(stage, id, "resolved");
  expect(plain(cardOf(group, id)).includes("New sensor"), `${id}'s card should say how.`);
}

function menuOf(person: Person, group: Citycool["group"]) {
  const menu = group.visibleTo(person).find((message) => buttons(message).includes("✖️ Close"));
  expect(menu, `A menu should be open for ${person.name}.`);
  return menu;
}
