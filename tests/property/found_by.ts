/** By what an incident has to be found, told from the model and not from what the program indexes. */

import { assertEquals } from "@std/assert";
import type { Told } from "./stage.ts";

/** Fails unless it is found by all that it should be found by, and by nothing else. */
export function assertFound(
  { model, id: { number }, name }: Told,
  indexes: ReadonlyMap<string, unknown>,
  what: string,
): void {
  const { status, owner, workers, reporter, department } = model;
  const isOpen = status !== "resolved" && status !== "closed";
  const wanted = [
    ...(isOpen ? ["current", "due", "open"] : ["ended", "over"]),
    ...(isOpen && department ? [`queue ${department} ${owner?.id ?? 0}`] : []),
    ...(isOpen && owner ? [`owned ${owner.id}`] : []),
    ...[...new Set([reporter.id, ...workers])].map((personId) => `mine ${personId}`),
  ];
  const entries = [...indexes].map(([text, value]) =>
    [JSON.parse(text) as unknown[], value] as const
  );
  const keys = entries.map(([key]) => key);
  const found = entries.filter(([[kind]]) => kind !== "word").map(
    ([[kind, first, second], value]) =>
      kind === "mine" || kind === "owned"
        ? `${kind} ${first}`
        : kind === "queue"
        ? `${kind} ${second} ${value}`
        : String(kind),
  );
  assertEquals(found.toSorted(), wanted.toSorted(), `${name} is found otherwise; ${what}`);
  const word = /^.{1,60} no (\d+)$/s.exec(model.description)?.[1];
  if (word === undefined) return;
  const isThere = keys.some(([kind, , w, n, place]) =>
    kind === "word" && w === word && n === number && place === 0
  );
  assertEquals(isThere, true, `${name} is not found by “${word}”; ${what}`);
}
