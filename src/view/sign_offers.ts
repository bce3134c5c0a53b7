/** Signs that a group can choose by a button; it can type any other. */

import type { Signed } from "../domain/sign.ts";

/** A few for each status and priority, none of which is the usual one. */
export const SIGN_OFFERS: Record<Signed, readonly string[]> = {
  awaiting_department: ["⬜️", "🆕", "❔"],
  awaiting_claim: ["🟥", "🆘", "📣"],
  in_progress: ["🟨", "🛠", "🚧"],
  awaiting_summary: ["🟦", "📝", "✍️"],
  resolved: ["🟩", "🟢", "🏁"],
  closed: ["⬛️", "🗄", "✖️"],
  low: ["🐢", "🔹", "⬇️"],
  medium: ["🔸", "➖", "🔷"],
  high: ["🟧", "❗️", "⬆️"],
  critical: ["🔥", "‼️", "🧨"],
};
