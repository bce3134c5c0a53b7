/** Who may report in a group. */

import type { Reporters } from "./group_settings.ts";
import type { Refusal } from "./refusal.ts";
import type { Standing } from "./standing.ts";

/** Why somebody may not report; `null`: they may. */
export function reportersRefusal(reporters: Reporters, standing: Standing): Refusal | null {
  const { dispatcher, manager, departments } = standing;
  const isRouting = dispatcher || manager;
  switch (reporters) {
    case "anybody":
      return null;
    case "people":
      return isRouting || departments.length > 0
        ? null
        : { reason: "reports_restricted", to: reporters };
    case "dispatchers":
      return isRouting ? null : { reason: "reports_restricted", to: reporters };
    default:
      return reporters satisfies never;
  }
}
