/** What somebody can set about what they are told in private. */

import { z } from "zod";

/** What `/notify` takes; without any of them one's role decides. */
export const NOTIFY_SETTINGS = ["on", "urgent", "off"] as const;

/** One of {@linkcode NOTIFY_SETTINGS}. */
export type NotifySetting = typeof NOTIFY_SETTINGS[number];

/** Schema of {@linkcode NotifySetting}. */
export const NotifySetting: z.ZodType<NotifySetting> = z.enum(NOTIFY_SETTINGS);

/** What takes a setting back. */
export const UNSET_WORD = "default" as const;

/** The setting that a word means, in any case; `null`: none is set any more, `undefined`: no word of these. */
export function notifySettingIn(word: string): NotifySetting | null | undefined {
  const wanted = word.toLowerCase();
  return wanted === UNSET_WORD ? null : NOTIFY_SETTINGS.find((setting) => setting === wanted);
}
