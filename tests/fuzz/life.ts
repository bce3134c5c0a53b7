/** A program that lives through a day, and then through updates that nobody ever sent. */

import { chanceFrom } from "../domain/random.ts";
import { startProgram } from "../program.ts";
import { postUpdate } from "../post_update.ts";
import { wrongCalls, wrongLines, wrongRecords } from "./checks.ts";
import { damage } from "./damage.ts";
import { comeBack } from "./come_back.ts";
import { playDay } from "./day.ts";
import type { UpdateMaker } from "./from_reference.ts";
import { contentOf, isObject, type Json, kindOf, messageIn } from "./json.ts";
import { decisionMeter } from "./meter.ts";
import { mutate } from "./mutate.ts";
import { FORGED_MESSAGES, refresh, type Scenery, sceneryOf } from "./scenery.ts";
import type { Tally, Way } from "./tally.ts";

/** What a life is given. */
export interface LifeOptions {
  seed: number;
  /** How many updates. */
  updates: number;
  tally: Tally;
  /** Makes updates from the Bot API reference; `null`: there is none. */
  make: UpdateMaker | null;
}

/** Everything is looked at that often. */
const LOOK_EVERY = 2_000;
/** A minute passes that often. */
const MINUTE_EVERY = 60;

/** Lives it: what is wrong, a sentence each, with the update after which it was seen. */
export async function live({ seed, updates, tally, make }: LifeOptions): Promise<string[]> {
  const chance = chanceFrom(seed);
  const meter = decisionMeter();
  const program = await startProgram({
    wrapKv: meter.watch,
    shortCut: true,
    environment: { REPORTS_PER_PERSON_PER_HOUR: "1000", REPORTS_PER_GROUP_PER_HOUR: "1000" },
  });
  try {
    const day = await playDay(program, chance);
    const scenery = sceneryOf(chance, day.all, day.updates);
    const sent = day.updates;
    const bases = basesIn(day.updates);
    const seen = { calls: program.telegram.calls.length, lines: program.log.length };
    const wrong: string[] = [];
    for (let n = 1; n <= updates && wrong.length === 0; n++) {
      if (n % MINUTE_EVERY === 1) {
        await program.pass(1);
        if (!await comeBack(program, day.all)) break;
        await refresh(scenery, program);
        meter.take();
      }
      const { way, update } = anUpdate({ scenery, bases, sent, make });
      sent.push(update);
      const status = await postUpdate(program, update).catch((error) => `${error.stack}`);
      const decided = meter.take() > 0;
      tally.count({ way, kind: kindOf(update), parsed: status === 200, decided });
      wrong.push(
        ...(status === 200 || status === 400 ? [] : [`the webhook answers ${status}`]),
        ...(status === 400 && way === "from the reference"
          ? [`valid by type: ${program.log.at(-1)}`]
          : []),
        ...wrongCalls(program.telegram.calls.slice(seen.calls)),
        ...wrongLines(program.log.slice(seen.lines)),
        ...(n % LOOK_EVERY === 0 ? await wrongRecords(program) : []),
      );
      if (wrong.length > 0) wrong.push(`after update ${n} of seed ${seed}: ${textOf(update)}`);
      seen.calls = program.telegram.calls.length;
      seen.lines = program.log.length;
    }
    if (wrong.length === 0) wrong.push(...await wrongRecords(program));
    return [...wrong, ...program.telegram.violations];
  } finally {
    await program.close().catch(() => {});
  }
}

interface Making {
  scenery: Scenery;
  bases: Bases;
  /** Every update so far. */
  sent: readonly Json[];
  make: UpdateMaker | null;
}

/** One update, with its number. */
function anUpdate({ scenery, bases, sent, make }: Making): { way: Way; update: Json } {
  const { chance } = scenery;
  const luck = chance.below(100);
  if (make && luck < 20) {
    return { way: "from the reference", update: numbered(make(scenery), scenery, sent) };
  }
  const update = structuredClone(chance.pick(chance.below(5) > 0 ? bases.about : bases.all));
  mutate(update, scenery);
  const isDamaged = luck >= 80;
  if (isDamaged) damage(update, chance, chance.pick(bases.all));
  return { way: isDamaged ? "damaged" : "mutated", update: numbered(update, scenery, sent) };
}

interface Bases {
  all: readonly Json[];
  /** What is about an incident, or reports one. */
  about: readonly Json[];
}

function basesIn(updates: readonly Json[]): Bases {
  const about = updates.filter((update) => {
    const content = contentOf(update);
    const said = String(content?.data ?? content?.text ?? content?.caption ?? "");
    const isReply = content?.reply_to_message !== undefined;
    return isReply || /^[a-z_]+:[A-Z]+-\d/.test(said) || /^\/\w+ .*[A-Z]-\d/.test(said);
  });
  return { all: updates, about };
}

/** A new number, most often; else one that came before, or is far ahead. A new message, most often. */
function numbered(update: Json, scenery: Scenery, sent: readonly Json[]): Json {
  const { chance } = scenery;
  const next = sent.length;
  const luck = chance.below(100);
  const message = messageIn(update);
  const isNew = "message" in update && chance.below(10) > 0;
  if (message && isNew) message.message_id = FORGED_MESSAGES + next;
  // Telegram gives an id once: not to a person now and to the bot later.
  for (const each of [message, message?.reply_to_message]) {
    if (!isObject(each) || !isObject(each.chat)) continue;
    if (scenery.isToCome(each.chat.id, each.message_id)) each.message_id = FORGED_MESSAGES + next;
  }
  const update_id = luck < 2
    ? chance.pick(sent).update_id
    : luck < 4
    ? 820_000_000 + chance.below(1_000_000)
    : 830_000_000 + next;
  return { ...update, update_id };
}

/** As much of it as helps. */
function textOf(update: Json): string {
  return JSON.stringify(update).slice(0, 4_000);
}
