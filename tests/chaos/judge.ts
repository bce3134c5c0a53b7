/** What has to be true once all is calm. */

import { readContents } from "../faults/contents.ts";
import { wrongIn } from "../faults/invariants.ts";
import { wrongShown } from "../faults/cards.ts";
import { wronglyCleared } from "./check_cards.ts";
import { wronglyFired, wronglyHurried, wronglyOverdue } from "./check_clock.ts";
import { wronglyPlaced, wronglyShared } from "./check_companies.ts";
import {
  wrongCrews,
  wrongEffects,
  wronglyIgnored,
  wronglyToldDone,
  wronglyUnanswered,
} from "./check_effects.ts";
import { wronglyTaken } from "./check_holds.ts";
import { updatesGivenUp, wronglyPutAside } from "./check_letters.ts";
import { wronglyLogged } from "./check_log.ts";
import { wronglyOrdered, wronglySilent } from "./check_said.ts";
import type { Simulator } from "../simulator/simulator.ts";
import { allThatWaited } from "./rows.ts";
import type { Closure, World } from "./world.ts";

/** What is put aside is judged by its reason. */
const PUT_ASIDE = /^\["(dead_letter|failed)".* was put aside$/;

/** Everything that is wrong, a sentence each. */
export async function judge(world: World): Promise<string[]> {
  const { store, moments, telegram, sites, journal, config, spoken, closures, sweptAt } = world;
  const contents = await readContents(store);
  const waited = allThatWaited(journal.commits);
  const givenUp = updatesGivenUp(contents);
  const stays = noticesLeft(telegram, givenUp);
  return [
    ...world.wrong,
    ...telegram.violations,
    ...wronglyLogged(world.log),
    ...wrongIn(contents, { now: moments.now() }).filter((it) => !PUT_ASIDE.test(it)),
    ...sites.flatMap(({ group, mayPin }) =>
      wrongShown(contents, group, {
        mayPin,
        mayStay: ({ chat, message_id }) => stays.has(`${chat.id} ${message_id}`),
      })
    ),
    ...wronglyCleared(journal.commits),
    ...wronglyFired(journal.commits),
    ...wronglyHurried(contents, config.policy),
    ...wronglyOverdue(contents, sweptAt),
    ...wronglySilent(waited, spoken),
    ...wronglyOrdered(waited, spoken),
    ...wronglyTaken(journal.commits),
    ...wronglyPutAside(contents, closures),
    ...wrongEffects(contents),
    ...wrongCrews(contents),
    ...wronglyToldDone(telegram, contents),
    ...wronglyUnanswered(telegram, givenUp.size),
    ...wronglyIgnored(telegram, contents, {
      givenUp,
      isAway: (chatId, at) => closures.some((it) => it.chatId === chatId && isNear(it, at)),
    }),
    ...wronglyShared(world, contents),
    ...wronglyPlaced(telegram, contents),
  ];
}

/** What was sent just before may be handled while the bot is away. */
const JUST_BEFORE = 5 * 60_000;

function isNear({ from, to }: Closure, at: number): boolean {
  return at >= from - JUST_BEFORE && (to === null || at <= to + JUST_BEFORE);
}

/** Notices of pins that could not be removed: their updates were given up, or Telegram said no. */
function noticesLeft({ calls, updates }: Simulator, givenUp: ReadonlySet<number>): Set<string> {
  const name = (chatId: unknown, messageId: unknown) => `${chatId} ${messageId}`;
  return new Set([
    ...calls.filter(({ method, ok }) => method === "deleteMessage" && !ok)
      .map(({ params }) => name(params.chat_id, params.message_id)),
    ...updates.flatMap(({ update_id, message }) =>
      message && givenUp.has(update_id) ? [name(message.chat.id, message.message_id)] : []
    ),
  ]);
}
