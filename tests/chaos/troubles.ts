/** The ways in which Telegram fails. */

import type { Chance } from "../domain/random.ts";
import type { Fault, Faults } from "../simulator/simulator.ts";

/** Chances of a call; every third fails. */
const FAULTS: readonly Fault[] = [
  { kind: "429", retryAfter: 3, probability: 0.05 },
  { kind: "429", retryAfter: 40, probability: 0.015 },
  { kind: "500", probability: 0.07 },
  { kind: "502", probability: 0.05 },
  { kind: "drop_before", probability: 0.1 },
  { kind: "drop_after", probability: 0.1 },
  { kind: "slow", delayMs: 2_000, probability: 0.02 },
  {
    method: "deleteMessage",
    kind: { code: 400, description: "Bad Request: message can't be deleted" },
    probability: 0.06,
  },
  // Nearly as long as a call may take.
  { kind: "slow", delayMs: 7_400, probability: 0.01 },
];

/** Lets calls fail from now on. */
export function breakTelegram(faults: Faults, chance: Chance): void {
  for (const fault of FAULTS) faults.add({ ...fault, random: chance.next });
}
