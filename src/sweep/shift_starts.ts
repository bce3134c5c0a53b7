/** Shifts that have begun. */

import type { Deps } from "../deps.ts";
import type { DepartmentOf } from "../execute/start_shift.ts";

/** Departments in which a shift has begun that nobody was told of yet. */
export async function* listShiftStarts({ kv, now }: Deps): AsyncGenerator<DepartmentOf> {
  const range = { start: ["shift_start"], end: ["shift_start", now() + 1] };
  for await (const { key } of kv.list(range)) {
    yield { company: String(key[2]), department: String(key[3]) };
  }
}
