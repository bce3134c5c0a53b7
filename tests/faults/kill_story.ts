/** What a kill story is, and the check at its end. */

import { assert, assertEquals } from "@std/assert";
import type { EventType } from "../../src/domain/event.ts";
import { parseIncidentId } from "../../src/domain/ids.ts";
import type { Group, Person } from "../simulator/simulator.ts";
import { buttons } from "../simulator/simulator.ts";
import { assertShown, cardsLike } from "./cards.ts";
import { historyOf } from "./contents.ts";
import { assertSound } from "./invariants.ts";
import { AFTER_LEASES } from "../program.ts";
import type { KillDesk } from "./kill_desk.ts";

/** What has happened to each incident in the end, by id. */
export type Histories = Record<string, EventType[]>;

/** A story during which the program dies once. */
export interface KillStory {
  /** Told as a sentence. */
  name: string;
  /** What is there before. Nobody dies yet; `id` is a company id that is still free. */
  given(desk: KillDesk, id: string): Promise<Cast>;
  /** What happens: the same whatever dies on the way. */
  happens(desk: KillDesk, cast: Cast): Promise<Histories>;
  /** What else is true in the end. */
  after?(desk: KillDesk, cast: Cast): Promise<void>;
}

/** Who and where; the group belongs to the company `id`. */
export interface Cast {
  id: string;
  group: Group;
  /** Administers the group. */
  boss: Person;
  /** Members of the company's `Dispatch`. */
  dan: Person;
  eve: Person;
  /** In the group, without any role. */
  ana: Person;
  /** Whether the bot may pin in the group. */
  mayPin: boolean;
}

/** After one sweep everything must be as if nobody had died. */
export async function assertUnharmed(
  desk: KillDesk,
  cast: Cast,
  histories: Histories,
): Promise<void> {
  const { group, id, mayPin } = cast;
  await desk.quiet();
  await desk.pass(AFTER_LEASES);
  await desk.quiet();
  for (const [incident, events] of Object.entries(histories)) {
    const parsed = parseIncidentId(incident);
    assert(parsed);
    const found = await historyOf(desk.store, parsed);
    assertEquals(found.map(({ type }) => type), events, `the history of ${incident}`);
  }
  const stored = await Array.fromAsync(desk.store.list({ prefix: ["incident", id] }));
  assertEquals(stored.length, Object.keys(histories).length, "incidents");
  await assertSound(desk.store, { now: desk.now() });
  await assertShown(desk.store, [group], { mayPin });
  for (const incident of Object.keys(histories)) await removeStray(desk, incident, cast);
  assertEquals(desk.telegram.violations, []);
}

/** A card that was sent by somebody who died before noting it goes when it is pressed. */
async function removeStray(
  desk: KillDesk,
  incident: string,
  { group, boss, mayPin }: Cast,
): Promise<void> {
  const cards = cardsLike(group, incident);
  assert(cards.length <= 2, `${incident} has ${cards.length} cards`);
  const [stray] = cards;
  const label = stray && buttons(stray)[0];
  if (cards.length < 2 || !stray || !label) return;
  const toast = await boss.presses(stray, label);
  assert(toast.text, `pressing a second card of ${incident} was not answered`);
  await desk.quiet();
  assertEquals(cardsLike(group, incident).length, 1, `cards of ${incident}`);
  await assertSound(desk.store, { now: desk.now() });
  await assertShown(desk.store, [group], { mayPin });
}
