/** Which reminder of an incident is the newest. */

import type { Incident } from "./incident.ts";

/**
 * When the newest reminder was decided, epoch milliseconds; `null`: none since it was called or
 * escalated, or it has lost its point.
 */
export function lastNudge(incident: Incident): number | null {
  const { escalation } = incident;
  if (escalation && !escalation.takenBy) return escalation.nudgedAt;
  return "nudgedAt" in incident ? incident.nudgedAt : null;
}
