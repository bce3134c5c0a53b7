/** Quiet between two steps. */

import type { Stage } from "./stage.ts";

/** Lets the program handle what its own calls have caused, such as the notice of a pin. */
export async function rest({ program: { telegram } }: Pick<Stage, "program">): Promise<void> {
  if (telegram.pending.length > 0) await telegram.settled();
}
