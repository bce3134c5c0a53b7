/** How urgent an incident is. */

/** The priorities, least urgent first. */
export const PRIORITIES = ["low", "medium", "high", "critical"] as const;

/** How urgent an incident is. */
export type Priority = typeof PRIORITIES[number];

/** What an incident has until somebody says otherwise. */
export const DEFAULT_PRIORITY: Priority = "medium";

/** By how much a priority stretches the time until a reminder. */
export type PriorityFactors = Record<Priority, number>;

/** The usual factors. */
export const PRIORITY_FACTORS: PriorityFactors = { critical: 0.25, high: 0.5, medium: 1, low: 3 };
