/** By what an incident has to be found, told from the model and not from what the program indexes. */

import { assertEquals } from "@std/assert";
import type { Told } from "./stage.ts";

/** Fails unless it is found by all that it should be found by, and by nothing else. */
export function assertFound(
  { model, id: { number }, name }: Told,
  indexes: ReadonlyMap<string, unknown>,
  what: string,
): void {
  const { status, owner, workers, reporter, clock, managersCalled, takenOver, tier } = model;
  const isOpen = status !== "resolved" && status !== "closed";
  const waits = status === "in_progress"
    ? tier === 2 && !takenOver && managersCalled !== null
    : isOpen && clock !== null;
  const wanted = [
    ...(isOpen ? ["current", "open"] : ["ended", "over"]),
    ...(isOpen && owner ? [`owned ${owner.id}`] : []),
    ...(waits ? ["due"] : []),
    ...[...new Set([reporter.id, ...workers])].map((personId) => `mine ${personId}`),
  ];
  const keys = [...indexes.keys()].map((text) => JSON.parse(text) as unknown[]);
  const found = keys.filter(([kind]) => kind !== "word").map(([kind, first]) =>
    kind === "mine" || kind === "owned" ? `${kind} ${first}` : String(kind)
  );
  assertEquals(found.toSorted(), wanted.toSorted(), `${name} is found otherwise; ${what}`);
  const word = /^.{1,60} no (\d+)$/s.exec(model.description)?.[1];
  if (word === undefined) return;
  const isThere = keys.some(([kind, , w, n, place]) =>
    kind === "word" && w === word && n === number && place === 0
  );
  assertEquals(isThere, true, `${name} is not found by “${word}”; ${what}`);
}
