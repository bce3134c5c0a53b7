/** The day: a race for one incident, a reminder for another, and one that nobody sums up. */

import type { Incident } from "../../src/domain/incident.ts";
import { type Group, type Person, plain } from "../simulator/simulator.ts";
import { cardOf } from "../program.ts";
import { expect } from "./expect.ts";
import type { Citycool, Nordhaul } from "./onboarding.ts";
import type { Stage } from "./stage.ts";

/** How many pressed Claim at the same moment, and who got it. */
export interface Race {
  racers: number;
  winner: string;
}

/** Everybody presses at once; one owner, and everybody else is told who. */
export async function raceForBrakes(
  stage: Stage,
  { company, group, greta, omar, lena, milo, dirk }: Nordhaul,
): Promise<Race> {
  const { telegram } = stage;
  const id = `${company}-1`;

  stage.tell("Dirk's truck fails on the ramp. He reports it where everybody is.");
  await dirk.says(group, "/new_issue Truck 12: brakes failed on the ramp. I am blocking gate B.");
  await telegram.settled();

  stage.tell("Four press Claim in the same second.");
  const card = cardOf(group, id);
  const racers = [omar, lena, milo, greta];
  const toasts = await Promise.all(racers.map((racer) => racer.presses(card, "Claim")));
  await telegram.settled();
  const { owner } = await inStatus(stage, id, "in_progress");
  const [winner, ...others] = racers.filter((_, i) => toasts[i]?.text === `${id} is yours.`);
  expect(winner && others.length === 0, `The race for ${id} should have exactly one winner.`);
  expect(winner.id === owner.id, `${id} should belong to whoever was told so.`);
  const losers = toasts.filter(({ text }) => text === `Already claimed by ${winner.name}.`);
  expect(losers.length === 3, `The other three should have been told that ${winner.name} has it.`);

  const helper = winner === lena ? milo : lena;
  stage.tell(`${helper.name} lends a hand.`);
  await helper.presses(cardOf(group, id), "Join");
  await stage.later(30, "Half an hour later the truck rolls again.");
  await resolve(stage, group, { id, by: winner, summary: "Bled the brake line. Gate B is free." });
  return { racers: racers.length, winner: winner.name };
}

/** Nobody claims, so the clock reminds. */
export async function remindOfVan(
  stage: Stage,
  { company, group, bea, jules }: Citycool,
): Promise<void> {
  const { telegram } = stage;
  const id = `${company}-1`;

  stage.tell("Jules has written what is wrong, and makes an incident of it by a reply.");
  const words = await jules.says(group, "Van 7 shows +9 °C with vaccines in it, I'm at Pier 4");
  await jules.says(group, "/new_issue", { replyTo: words });
  await telegram.settled();

  stage.tell("Citycool has two departments. Jules picks who should come.");
  await jules.presses(cardOf(group, id), "Workshop");
  await stage.pass(9);
  const reminders = () => group.messages.filter((message) => plain(message).startsWith("⏰"));
  expect(reminders().length === 0, `${id} should not be called out before its ten minutes.`);
  await stage.later(1, "Ten minutes, and nobody has claimed it: the bot reminds.");
  stage.newest(group, `Nobody has claimed ${id} for 10 minutes`);

  stage.tell("Bea takes it.");
  await bea.presses(cardOf(group, id), "Claim");
  await stage.later(25, "It is cold again.");
  expect(reminders().length === 1, `${id} has an owner and should not be called out again.`);
  await resolve(stage, group, { id, by: bea, summary: "Fan relay replaced, +4 °C, load is fine." });
}

/** Resolved, but the summary never comes. */
export async function forgetSummary(
  stage: Stage,
  { company, group, milo, dirk }: Nordhaul,
): Promise<void> {
  const { telegram } = stage;
  const id = `${company}-2`;

  stage.tell("At Nordhaul a small one, mended before anybody writes it down.");
  await dirk.says(group, "/new_issue The barrier of gate A is stuck half open");
  await telegram.settled();
  await milo.presses(cardOf(group, id), "Claim");
  await stage.pass(5);
  await milo.presses(cardOf(group, id), "Resolve");

  await stage.later(10, "Ten minutes without a word from Milo.");
  const { reason } = await inStatus(stage, id, "closed");
  expect(reason === "no_summary", `${id} should be closed for want of a summary.`);

  stage.tell("How did the day go? Dirk asks; nobody else sees the answer.");
  await dirk.says(group, "/help");
  await telegram.settled();
  stage.newest(group, "2 incidents reported, 1 resolved");
}

async function resolve(
  stage: Stage,
  group: Group,
  { id, by, summary }: { id: string; by: Person; summary: string },
): Promise<void> {
  const { telegram } = stage;
  await by.presses(cardOf(group, id), "Resolve");
  await telegram.settled();
  await by.says(group, summary, { replyTo: stage.newest(group, `how was ${id} resolved?`) });
  await telegram.settled();
  const stored = await inStatus(stage, id, "resolved");
  expect(stored.summary === summary, `${id} should be on record with its summary.`);
  expect(plain(cardOf(group, id)).includes(summary), `${id}'s card should show the summary.`);
  expect(group.pinned.length === 0, `${id} is over: its card should not be pinned any more.`);
}

/** The incident, which has to be in that status. */
export async function inStatus<S extends Incident["status"]>(
  { stored }: Stage,
  id: string,
  status: S,
): Promise<Extract<Incident, { status: S }>> {
  const state = await stored(id);
  expect(state.status === status, `${id} should be ${status}, but is ${state.status}.`);
  return state as Extract<Incident, { status: S }>;
}
