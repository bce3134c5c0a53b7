/** How one group wants to be shown, called and reported to; set by its managers. */

import { z } from "zod";
import { Signs } from "./sign.ts";

/** Who may report, the widest circle first. */
export const REPORTERS = ["anybody", "people", "dispatchers"] as const;

/**
 * Who may report: `anybody` in the group; `people` with any role in the company or the group; or
 * `dispatchers` and managers alone.
 */
export type Reporters = typeof REPORTERS[number];

/** A group's settings, beside its policy and the topic of its cards. */
export interface GroupSettings {
  /** Cards of open incidents are pinned. */
  pins: boolean;
  /** Calls and reminders make no sound. */
  silentCalls: boolean;
  /** Who may report. */
  reporters: Reporters;
  /** Signs that differ from the usual ones. */
  signs: Signs;
}

/** What a group has until somebody sets something. */
export const USUAL_SETTINGS: GroupSettings = {
  pins: true,
  silentCalls: false,
  reporters: "anybody",
  signs: {},
};

/** Schema of {@linkcode GroupSettings}: what is missing is as usual. */
export const GroupSettings: z.ZodType<GroupSettings> = z.object({
  pins: z.boolean().default(USUAL_SETTINGS.pins),
  silentCalls: z.boolean().default(USUAL_SETTINGS.silentCalls),
  reporters: z.enum(REPORTERS).default(USUAL_SETTINGS.reporters),
  signs: Signs.default({}),
});
