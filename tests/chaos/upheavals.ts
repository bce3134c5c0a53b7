/** What happens to programs, groups and people while others work: each comes to an end again. */

import { appoint, hasRole } from "../property/appoint.ts";
import type { Person } from "../simulator/simulator.ts";
import { attempt } from "./acts.ts";
import type { ChaosSite } from "./cast.ts";
import { between } from "./gates.ts";
import type { World } from "./world.ts";

const MINUTE = 60_000;

/** How often each happens, in thousandths of what people do. */
const OFTEN: readonly (readonly [thousandths: number, happens: (world: World) => void])[] = [
  [40, dieAndComeBack],
  [1, powerFails],
  [3, leaveAndComeBack],
  [3, kickedAndAdded],
  [4, blockedAndUnblocked],
  [3, withoutRights],
  [2, wrongToken],
  [8, cardDeleted],
  [5, sourceDeleted],
  [2, topicDeleted],
  [5, roleTakenAndGiven],
];

/** Something happens, or nothing. */
export function maybeUpheaval(world: World): void {
  for (const [thousandths, happens] of OFTEN) {
    if (world.chance.below(1_000) < thousandths) happens(world);
  }
}

function count({ counts: { upheavals } }: World, name: string): void {
  upheavals.set(name, (upheavals.get(name) ?? 0) + 1);
}

/** Something that begins now and ends after a while, at the latest when all becomes calm. */
function forAWhile(
  world: World,
  { name, least, most }: { name: string; least: number; most: number },
  end: () => void,
): void {
  count(world, name);
  const once = () => {
    if (world.upheavals.delete(once)) end();
  };
  world.upheavals.add(once);
  world.moments.after(between(world.chance, { least, most }), once);
}

/** Soon, in the middle of what goes on. */
function dieAndComeBack(world: World): void {
  const { chance, slots, moments } = world;
  const slot = chance.below(slots.length);
  moments.after(chance.below(500), () => die(world, slot, { least: 10, most: 90_000 }));
}

/** Nobody is there, for long enough to miss what is due. */
function powerFails(world: World): void {
  world.slots.forEach((_, slot) => die(world, slot, { least: 10 * MINUTE, most: 30 * MINUTE }));
}

function die(world: World, slot: number, time: { least: number; most: number }): void {
  const { slots, start, weather, counts } = world;
  if (weather.isCalm || !slots[slot]) return;
  slots[slot].kill();
  slots[slot] = null;
  counts.kills++;
  forAWhile(world, { name: "programs that died", ...time }, () => start(slot));
}

function leaveAndComeBack(world: World): void {
  const { chance } = world;
  const { group, members, owner } = chance.pick(world.sites);
  const who = chance.pick(members);
  if (who === owner) return;
  attempt(world, () => who.leaves(group));
  const time = { name: "people left", least: 1_000, most: 10 * MINUTE };
  forAWhile(world, time, () => attempt(world, () => who.joins(group)));
}

function isClosed({ closures }: World, chatId: number): boolean {
  return closures.some((closure) => closure.chatId === chatId && closure.to === null);
}

/** The bot can't write to a chat for a while. */
function closed(
  world: World,
  chatId: number,
  { name, most, open }: { name: string; most: number; open: () => void },
): void {
  const closure = { chatId, from: world.moments.now(), to: null as number | null };
  world.closures.push(closure);
  forAWhile(world, { name, least: 1_000, most }, () => {
    closure.to = world.moments.now();
    open();
  });
}

function kickedAndAdded(world: World): void {
  const site = world.chance.pick(world.sites);
  const { owner, group } = site;
  if (isClosed(world, group.id)) return;
  attempt(world, () => owner.removesBot(group));
  closed(world, group.id, {
    name: "kicked from a group",
    most: 15 * MINUTE,
    open() {
      attempt(world, () => owner.adds(group));
      attempt(world, () => usualRights(site));
    },
  });
}

function usualRights({ group, mayPin }: ChaosSite): Promise<void> {
  return group.botRights({ can_pin_messages: mayPin });
}

function withoutRights(world: World): void {
  const site = world.chance.pick(world.sites.filter(({ mayPin }) => mayPin));
  if (isClosed(world, site.group.id)) return;
  attempt(world, () => site.group.botRights({ can_pin_messages: false }));
  forAWhile(world, { name: "no right to pin", least: MINUTE, most: 15 * MINUTE }, () => {
    if (!isClosed(world, site.group.id)) attempt(world, () => usualRights(site));
  });
}

function blockedAndUnblocked(world: World): void {
  const who: Person = world.chance.pick(world.cast.people);
  if (isClosed(world, who.id)) return;
  attempt(world, () => who.blocks());
  closed(world, who.id, {
    name: "blocked by a person",
    most: 20 * MINUTE,
    open: () => attempt(world, () => who.unblocks()),
  });
}

function wrongToken(world: World): void {
  const { weather } = world;
  if (weather.isTokenWrong) return;
  weather.isTokenWrong = true;
  forAWhile(world, { name: "wrong token", least: 5_000, most: 4 * MINUTE }, () => {
    weather.isTokenWrong = false;
  });
}

function cardDeleted(world: World): void {
  const { chance, incidents, journal } = world;
  const all = [...incidents.values()].slice(-20);
  if (all.length === 0) return;
  const { site: { group }, id } = chance.pick(all);
  const card = journal.cardOf(id);
  const message = group.messages.find(({ message_id }) => message_id === card?.messageId);
  if (!message) return;
  group.deletesMessage(message);
  count(world, "card deleted");
}

function sourceDeleted(world: World): void {
  const all = [...world.incidents.values()];
  if (all.length === 0) return;
  const { site: { group }, source } = world.chance.pick(all);
  if (!group.messages.includes(source.message)) return;
  group.deletesMessage(source.message);
  count(world, "report deleted");
}

function topicDeleted(world: World): void {
  const site = world.chance.pick(world.sites.filter(({ topics }) => topics.length > 0));
  const topic = world.chance.pick(site.topics);
  site.group.deletesTopic(topic);
  site.topics = site.topics.filter((each) => each !== topic);
  site.topics.push(site.group.opensTopic(`Shift ${world.chance.below(1_000)}`));
  count(world, "topic deleted");
}

function roleTakenAndGiven(world: World): void {
  const { chance, cast, roles } = world;
  const appointment = chance.pick(cast.appointments);
  const byAdmin = { roles, program: { admin: cast.admin } };
  if (!hasRole(byAdmin, appointment)) return;
  attempt(world, () => appoint(byAdmin, { ...appointment, take: true }));
  forAWhile(world, { name: "role taken", least: 1_000, most: 15 * MINUTE }, () => {
    attempt(world, () => appoint(byAdmin, appointment));
  });
}
