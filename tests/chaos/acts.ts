/** What people do, all at the same time and without waiting for an answer. */

import { OPEN_STATUSES } from "../../src/domain/incident.ts";
import { aCommand } from "../property/by_command.ts";
import { aForgedReply, anEdit, aReply } from "../property/by_message.ts";
import { aPress } from "../property/by_press.ts";
import { meaningOf, refusalOf, type Wish } from "../property/wish.ts";
import type { Person } from "../simulator/simulator.ts";
import type { ChaosSite } from "./cast.ts";
import type { World } from "./world.ts";

const WAYS: readonly ((world: World) => Wish | null)[] = [
  aPress,
  aPress,
  aPress,
  aPress,
  aCommand,
  aCommand,
  aCommand,
  aReply,
  anEdit,
  aForgedReply,
];

/** How many things somebody thinks of before they do one that is likely to be allowed. */
const THOUGHTS = 6;
/** Open incidents a group can have before nobody reports more. */
const ENOUGH_OPEN = 6;
/** The longest pause while much happens, in milliseconds. */
const RUSH = 60;
/** Much happens at once, then less; times in milliseconds, with the chance of each in a hundred. */
const PAUSES: readonly (readonly [chance: number, most: number])[] = [
  [1, 12 * 60_000],
  [15, 15_000],
  [100, RUSH],
];
/** Telegram keeps updates for a day. */
const OLDEST_REPEAT = 20 * 3_600_000;

/** Somebody does something, after a moment. */
export async function actOnce(world: World): Promise<void> {
  const { chance, moments, incidents, tally } = world;
  const pause = chance.below(100);
  const [, most] = PAUSES.find(([below]) => pause < below)!;
  await moments.until(moments.now() + chance.below(most));
  if (most > RUSH) world.talk = chance.below(3) === 0 ? null : aNewOne(world);
  const luck = chance.below(100);
  if (incidents.size < 4 || luck < 8) return report(world);
  if (luck < 11) return repeat(world);
  if (luck < 14) return look(world);
  const wish = aWish(talkOf(world));
  if (!wish) return;
  const done = refusalOf(world, wish) === null;
  tally.count({ action: meaningOf(world, wish), way: wish.way, done });
  attempt(world, () => wish.act());
}

/** One of the newest incidents, which all will want something of. */
function aNewOne({ chance, incidents }: World): string | null {
  const newest = [...incidents.keys()].slice(-8);
  return newest.length > 0 ? chance.pick(newest) : null;
}

/** The world as those see it who talk of one incident only. */
function talkOf(world: World): World {
  const told = world.talk === null ? undefined : world.incidents.get(world.talk);
  return told ? { ...world, incidents: new Map([[told.name, told]]) } : world;
}

/** What can't be done in a real client is not done; anything else is wrong. */
export function attempt(world: World, act: () => Promise<unknown>): void {
  act().catch((error) => {
    const isImpossible = error instanceof RangeError && error.message.startsWith("Cannot");
    if (!isImpossible) world.wrong.push(`${error.stack ?? error}`);
  });
}

function aWish(world: World): Wish | null {
  const { chance, tally } = world;
  const thoughts = Array.from({ length: THOUGHTS }, () => think(world))
    .filter((wish) => wish !== null);
  if (chance.below(5) === 0) return thoughts[0] ?? null;
  const allowed = thoughts.filter((wish) => refusalOf(world, wish) === null);
  const times = (wish: Wish) => tally.times(meaningOf(world, wish), true);
  return allowed.toSorted((a, b) => times(a) - times(b))[0] ?? thoughts[0] ?? null;
}

/** Where the bot has said nothing yet there is nothing to press. */
function think(world: World): Wish | null {
  const isSilent = world.sites.some(({ group }) =>
    !group.messages.some(({ from }) => from?.is_bot)
  );
  return isSilent ? null : world.chance.pick(WAYS)(world);
}

function report(world: World): void {
  const { chance, sites, incidents, tally } = world;
  const site = chance.pick(sites);
  const open = [...incidents.values()].filter((told) =>
    told.site === site && OPEN_STATUSES.includes(told.model.status)
  );
  if (open.length >= ENOUGH_OPEN) return;
  tally.count({ action: "report", way: "command", done: true });
  const [who, other] = [chance.pick(site.members), chance.pick(site.members)];
  const words = `Trouble ${chance.below(1_000_000)} of ${site.company.toLowerCase()}kind`;
  const topic = site.topics.length > 0 && chance.below(2) === 0 ? chance.pick(site.topics) : null;
  const at = topic === null ? {} : { topic };
  const luck = chance.below(6);
  if (luck === 0) {
    return attempt(
      world,
      () => who.sends(site.group, { photo: {}, caption: `/new_issue ${words}` }, at),
    );
  }
  if (luck > 2) return attempt(world, () => who.says(site.group, `/new_issue ${words}`, at));
  attempt(world, () => reportTogether(site, { who, other, words, at }));
}

/** Two people report what one of them has said. */
async function reportTogether(
  { group }: ChaosSite,
  { who, other, words, at }: { who: Person; other: Person; words: string; at: { topic?: number } },
): Promise<void> {
  const replyTo = await who.says(group, words, { ...at, wait: false });
  const both = [who, other].map((each) => each.says(group, "/new_issue", { replyTo }));
  await Promise.all(both);
}

/** Telegram brings something a second time, though it was answered. */
function repeat({ chance, telegram, moments }: World): void {
  const recent = telegram.updates.slice(-300).filter(({ chat_member, callback_query, message }) =>
    !chat_member && (callback_query || (message?.date ?? 0) * 1_000 > moments.now() - OLDEST_REPEAT)
  );
  if (recent.length > 0) telegram.redeliver(chance.pick(recent).update_id).catch(() => {});
}

const LOOKS = ["/issues", "/mine", "/help", "/find trouble"];

function look(world: World): void {
  const { chance, people, sites } = world;
  const who = chance.pick(people);
  const site = chance.pick(sites);
  const place = site.members.includes(who) && chance.below(2) === 0 ? site.group : who.private;
  attempt(world, () => who.says(place, chance.pick(LOOKS)));
}
