/** When those who are waited for were last reminded. */

import type { Incident } from "./incident.ts";

/** Epoch milliseconds of the last reminder of what is waited for now; `null` without one. */
export function lastNudge(incident: Incident): number | null {
  const { escalation } = incident;
  const isAtWork = incident.status === "awaiting_claim" || incident.status === "in_progress";
  if (isAtWork && escalation && !escalation.takenBy) return escalation.nudgedAt;
  return "nudgedAt" in incident ? incident.nudgedAt : null;
}
