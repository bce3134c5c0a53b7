/** Nothing that was to be said is lost, and in each chat it is said in the order of the commits. */

import { keyText } from "../faults/stored_record.ts";
import type { Waited } from "./rows.ts";
import type { Spoken } from "./spoken.ts";

/** What was taken away unsaid, although it had a point all the time. */
export function wronglySilent(waited: readonly Waited[], spoken: readonly Spoken[]): string[] {
  const heard = Map.groupBy(spoken.filter(({ isEdit }) => !isEdit), nameOf);
  return waited.filter((it) => {
    const { at, endedAt, isBuried, wasPointless } = it;
    if (endedAt === null || isBuried || wasPointless) return false;
    const times = heard.get(nameOf(it))?.map((each) => each.at) ?? [];
    return !times.some((time) => time >= at && time <= endedAt);
  }).map(({ key, text }) => `${keyText(key)} was taken away unsaid: ${text.slice(0, 80)}`);
}

/** What came before something of its class that was asked for earlier. Once more is in order. */
export function wronglyOrdered(waited: readonly Waited[], spoken: readonly Spoken[]): string[] {
  const wrong: string[] = [];
  const classes = Map.groupBy(
    waited.filter(({ isOrdered }) => isOrdered),
    ({ key }) => `${String(key[1])} ${String(key[2])}`,
  );
  for (const [name, rows] of classes) {
    const places = Map.groupBy(rows.keys(), (n) => rows[n]!.text);
    let reached = 0;
    for (const { chatId, text, isEdit, at } of spoken) {
      const own = isEdit || chatId !== rows[0]!.chatId ? undefined : places.get(text);
      if (!own) continue;
      const place = own.find((n) => n >= reached);
      if (place !== undefined) reached = place;
      // A reminder may say the same as one before it: only what was asked for by then counts.
      else wrong.push(`${name}: said too late, at ${at}: ${text.slice(0, 80)}`);
    }
  }
  return wrong;
}

function nameOf({ chatId, text }: { chatId: number; text: string }): string {
  return `${chatId} ${text}`;
}
