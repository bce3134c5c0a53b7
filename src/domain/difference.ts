/** What is different between two records: each leaf that has another value, by its path. */

/** One value that is not what it was. */
export interface Difference {
  /** Where it is: names, and the ids of what has one, with dots between (`departments.2.name`). */
  path: string;
  /** What it was; `null`: nothing. */
  before: string | null;
  /** What it is; `null`: nothing. */
  after: string | null;
}

/**
 * The differences, in the order of the fields. The items of a list are told apart by their `id`, and
 * without one by what they are, so that an item that goes does not make the others look different. A
 * person is their id alone: names change, and are not kept where the person can't see them.
 */
export function differences(before: unknown, after: unknown): Difference[] {
  return [...between(before, after, "")];
}

function* between(before: unknown, after: unknown, path: string): Generator<Difference> {
  const [old, now] = [membersOf(before), membersOf(after)];
  if (!old && !now) {
    const [was, is] = [textOf(before), textOf(after)];
    if (was !== is) yield { path, before: was, after: is };
    return;
  }
  for (const step of new Set([...old?.keys() ?? [], ...now?.keys() ?? []])) {
    yield* between(old?.get(step), now?.get(step), pathOf(path, step));
  }
  if (old && now) yield* betweenOrders(old, now, path);
  // One of them is no record and no list, but may say something.
  else yield* between(old ? null : before, now ? null : after, path);
}

/** The same items in another order. */
function* betweenOrders(old: Members, now: Members, path: string): Generator<Difference> {
  if (!old.isList || !now.isList) return;
  const common = (a: Members, b: Members) => [...a.keys()].filter((step) => b.has(step));
  const names = (steps: readonly string[]) => steps.map((step) => step.slice(1)).join(", ");
  const [before, after] = [names(common(old, now)), names(common(now, old))];
  if (before !== after) yield { path: pathOf(path, ".order"), before, after };
}

/**
 * What a record or a list holds, by the step that leads there: `.` and a name, or `=` and an item that
 * is its own name.
 */
class Members extends Map<string, unknown> {
  isList = false;
}

/** `null`: it is a leaf. */
function membersOf(value: unknown): Members | null {
  if (typeof value !== "object" || value === null || isPerson(value)) return null;
  const members = new Members();
  members.isList = Array.isArray(value);
  if (!Array.isArray(value)) {
    for (const [name, member] of Object.entries(value)) members.set(`.${name}`, member);
    return members;
  }
  value.forEach((item: unknown, i) => members.set(stepTo(item, i), item));
  return members;
}

function stepTo(item: unknown, place: number): string {
  if (isPerson(item) || typeof item !== "object" || item === null) return `=${textOf(item)}`;
  return "id" in item ? `.${item.id}` : `.${place}`;
}

function pathOf(path: string, step: string): string {
  if (step.startsWith("=")) return path;
  return path === "" ? step.slice(1) : `${path}${step}`;
}

/** An id and a name, and nothing else. */
function isPerson(value: unknown): value is { id: number } {
  return typeof value === "object" && value !== null && "id" in value &&
    typeof value.id === "number" && Object.keys(value).sort().join() === "id,name";
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return String(isPerson(value) ? value.id : value);
}
