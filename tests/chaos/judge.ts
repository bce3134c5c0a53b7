/** What has to be true once all is calm. */

import { readContents } from "../faults/contents.ts";
import { wrongIn } from "../faults/invariants.ts";
import { wrongShown } from "../faults/cards.ts";
import { wronglyFired, wronglyHurried, wronglyOverdue } from "./check_clock.ts";
import { wronglyShared } from "./check_companies.ts";
import { wrongCrews, wrongEffects, wronglyUnanswered } from "./check_effects.ts";
import { wronglyTaken } from "./check_holds.ts";
import { wronglyPutAside } from "./check_letters.ts";
import { wronglyOrdered, wronglySilent } from "./check_said.ts";
import { allThatWaited } from "./rows.ts";
import type { World } from "./world.ts";

/** What is put aside is judged by its reason. */
const PUT_ASIDE = /^\["(dead_letter|failed)".* was put aside$/;

/** Everything that is wrong, a sentence each. */
export async function judge(world: World): Promise<string[]> {
  const { store, moments, telegram, sites, journal, config, spoken, closures, sweptAt } = world;
  const contents = await readContents(store);
  const waited = allThatWaited(journal.commits);
  const failed = [...contents.entries.values()].filter(({ key }) => key[0] === "failed").length;
  const undeletable = new Set(
    telegram.calls.filter(({ method, ok }) => method === "deleteMessage" && !ok)
      .map(({ params }) => `${params.chat_id} ${params.message_id}`),
  );
  return [
    ...world.wrong,
    ...telegram.violations,
    ...wrongIn(contents, { now: moments.now() }).filter((it) => !PUT_ASIDE.test(it)),
    ...sites.flatMap(({ group, mayPin }) =>
      wrongShown(contents, group, {
        mayPin,
        mayStay: ({ chat, message_id }) => undeletable.has(`${chat.id} ${message_id}`),
      })
    ),
    ...wronglyFired(journal.commits),
    ...wronglyHurried(contents, config.policy),
    ...wronglyOverdue(contents, sweptAt),
    ...wronglySilent(waited, spoken),
    ...wronglyOrdered(waited, spoken),
    ...wronglyTaken(journal.commits),
    ...wronglyPutAside(contents, closures),
    ...wrongEffects(contents),
    ...wrongCrews(contents),
    ...wronglyUnanswered(telegram, failed),
    ...wronglyShared(world, contents),
  ];
}
