/** What must be true after every step, of whatever it touched. */

import { assert, assertEquals } from "@std/assert";
import { fold } from "../../src/domain/evolve.ts";
import type { PersonRef } from "../../src/domain/person.ts";
import { indexesOf } from "../../src/store/indexes.ts";
import { keys } from "../../src/store/keys.ts";
import { parseEntry } from "../../src/store/read.ts";
import { type Model, modelOf } from "../domain/model.ts";
import { historyOf } from "../faults/contents.ts";
import { keyText } from "../faults/stored_record.ts";
import type { Call } from "../simulator/simulator.ts";
import { stored } from "../stories/stored.ts";
import { assertFound } from "./found_by.ts";
import { wrongIn } from "./limits.ts";
import type { Stage, Told } from "./stage.ts";

/** Model, state, history and indexes tell the same of one incident. */
export async function assertTold(stage: Stage, told: Told, what: string): Promise<void> {
  const { program: { store } } = stage;
  const { id, model, name } = told;
  const record = await stored(stage.program, keys.incident(id));
  assert(record, `${name} is not stored; ${what}`);
  const { state } = record;
  assertEquals(byId(modelOf(state)), byId(model), `${name} is not as the model tells it; ${what}`);
  const history = await historyOf(store, id);
  assertEquals(fold(history), state, `the history of ${name} comes to something else; ${what}`);
  assertEquals(history.length, state.version, `${name} counts its events wrong; ${what}`);
  if ("owner" in state) {
    const crew = [state.owner, ...state.helpers].map((it) => it.id);
    assertEquals(new Set(crew).size, crew.length, `somebody works twice on ${name}; ${what}`);
  }
  const comments = [];
  for await (const entry of store.list({ prefix: ["comment", id.company, id.number] })) {
    const { value } = parseEntry(keys.comment(id, Number(entry.key[3])), entry);
    if (value) comments.push({ kind: "comment" as const, value });
  }
  const wanted = [{ kind: "incident" as const, value: record }, ...comments].flatMap(indexesOf);
  assertEquals(
    entriesOf(stage.writes.indexesOf(name)),
    entriesOf(new Map(wanted.map(({ key, value }) => [keyText(key), value]))),
    `the indexes of ${name} are not those of its records; ${what}`,
  );
  assertFound(told, stage.writes.indexesOf(name), what);
}

function entriesOf(map: ReadonlyMap<string, unknown>) {
  return [...map].toSorted(([a], [b]) => a < b ? -1 : 1);
}

/**
 * People by their ids: names are for display. Who was a guest shows when roles go; while anyone may
 * take it, nobody asks Telegram whether they administer the group.
 */
function byId({ guests: _guests, ...model }: Model) {
  const idOf = (person: PersonRef | null) => person?.id ?? null;
  const { reporter, owner, summarizer, endedBy, helpers } = model;
  return {
    ...model,
    reporter: idOf(reporter),
    owner: idOf(owner),
    summarizer: idOf(summarizer),
    endedBy: idOf(endedBy),
    helpers: helpers.map(({ id }) => id),
  };
}

/** Telegram takes all that was said. */
export function assertFits(calls: readonly Call[], what: string): void {
  assertEquals(calls.flatMap(wrongIn), [], what);
}
