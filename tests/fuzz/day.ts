/** A day in which everything happens once: the updates that it causes are what is mutated later. */

import { BUTTONS } from "../../src/bot/button_table.ts";
import type { Chance } from "../domain/random.ts";
import { writtenCommands } from "../matrix/arguments.ts";
import { consoleButtons } from "../matrix/console_buttons.ts";
import { type Grounds, grounds } from "../matrix/grounds.ts";
import { SAMPLES } from "../matrix/samples.ts";
import { cardOf, type Program } from "../program.ts";
import type { Person } from "../simulator/simulator.ts";
import type { Json } from "./json.ts";

/** What is left of a day. */
export interface Day {
  all: Grounds;
  /** Its updates, oldest first. */
  updates: Json[];
}

/** Plays it, in an order of its own. */
export async function playDay(program: Program, chance: Chance): Promise<Day> {
  const all = await grounds(program);
  const people = Object.values(all.people);
  for (const act of shuffled(thingsToDo(all), chance)) {
    // Whoever has left, or where the bot has been sent away, can't do everything any more.
    await act(chance.pick(people)).catch((error) => {
      if (!(error instanceof RangeError)) throw error;
    });
  }
  await all.places.yard.botRights("administrator");
  await program.telegram.settled();
  const updates = program.telegram.updates.map((update) =>
    structuredClone(update) as never as Json
  );
  return { all, updates };
}

/** What can be an answer to something that the console asks for. */
const ANSWERS = ["Night watch", "7", "mon-fri 08:00-17:00", "Europe/Berlin", "2026-12-24", "off"];

/** Does something; never throws before it has begun. */
type Act = (by: Person) => Promise<unknown>;

function thingsToDo(all: Grounds): Act[] {
  const { people, places: { yard, depot, vault } } = all;
  const { reporter, owner, helper, stranger } = people;
  const acts: Act[] = [
    async () => await reporter.sendsPhoto(yard, { caption: "/new_issue Oil on the floor" }),
    async (by) => await by.sendsPhoto(yard, { replyTo: cardOf(yard, "ACME-1") }),
    async (by) =>
      await by.sends(yard, { location: { latitude: 1, longitude: 2 } }, replyTo(all, "ACME-3")),
    async (by) =>
      await by.sends(yard, { document: {}, caption: "The papers" }, replyTo(all, "ACME-5")),
    async (by) =>
      await by.sendsAlbum(yard, [{ photo: {}, caption: "/ticket Two dents" }, { photo: {} }]),
    async (by) => {
      const said = await by.says(yard, "The lorry is blue", replyTo(all, "ACME-1"));
      await by.edits(said, "The lorry is green");
    },
    async () => {
      const said = await reporter.says(yard, "/new_issue Gate does not close");
      await reporter.edits(said, "/new_issue Gate does not open");
    },
    async (by) => {
      const said = await by.says(depot, "The lift is stuck again");
      await stranger.says(depot, "/new_issue", { replyTo: said });
    },
    async (by) => await by.says(yard, "Nobody comes", replyTo(all, "ACME-3")),
    async (by) => await by.says(yard, "A nail in the tyre", replyTo(all, "ACME-6")),
    async (by) => await by.says(vault, "Has anybody seen Zoe?"),
    async (by) => await by.says(by.private, "Hello"),
    async (by) => by.forwards(await helper.says(yard, "I am Harry"), by.private),
    async (by) => await by.starts("ACME-1"),
    async () => await helper.leaves(yard),
    async () => await helper.joins(yard),
    async () => await yard.promote(owner),
    async () => await yard.botRights("member"),
    async () => await yard.botRights("administrator"),
    async () => await stranger.blocks(),
    async () => await stranger.unblocks(),
  ];
  for (const verb of Object.keys(BUTTONS)) acts.push(async (by) => await pressed(all, verb, by));
  const administrators = [people.manager, people["platform admin"]] as const;
  for (const [n, { data }] of consoleButtons(all, "ACME").entries()) {
    // A text or people that the console asks for may be what comes next.
    const by = administrators[n % 2]!;
    acts.push(
      async () => await by.presses(all.under(by, "private", null), "", { data }),
      async () => await by.says(by.private, ANSWERS[n % ANSWERS.length]!),
    );
  }
  for (const { name, where, words } of writtenCommands(all)) {
    const text = [`/${name}`, ...words].join(" ");
    acts.push(async (by) => await by.says(where === "yard" ? yard : by.private, text));
  }
  return acts;
}

function replyTo({ places: { yard } }: Grounds, id: string) {
  return { replyTo: cardOf(yard, id) };
}

function pressed(all: Grounds, verb: string, by: Person): Promise<unknown> {
  const sample = SAMPLES[verb];
  const isAbout = sample?.kind === "does" || sample?.kind === "opens";
  if (!sample) throw new Error(`no sample for button "${verb}": tests/matrix/samples.ts`);
  const more = sample.kind === "does" ? sample.more?.(all.named, "ACME-1") : undefined;
  const data = isAbout
    ? [verb, "ACME-1", ...(more === undefined ? [] : [more])].join(":")
    : sample.data(all.named);
  const { place } = BUTTONS[verb as keyof typeof BUTTONS];
  const where = place === "private" ? "private" : "yard";
  return by.presses(all.under(by, where, "ACME-1"), "", { data });
}

function shuffled<T>(all: readonly T[], chance: Chance): T[] {
  return all.map((one) => ({ one, at: chance.next() })).toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
