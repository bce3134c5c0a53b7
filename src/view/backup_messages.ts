/** What the platform admins read of the nightly backup. */

import { html, lines } from "./html.ts";
import { type MessageContent, plainMessage } from "./message.ts";
import type { Texts } from "./texts/texts.ts";

/** Under a part of a backup made then (epoch milliseconds); how many there are is known by the last. */
export function backupCaption(
  { backup: texts }: Texts,
  { at, number, isLast }: { at: number; number: number; isLast: boolean },
): string {
  const when = `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
  return isLast ? texts.lastPart(when, number, number) : texts.part(when, number);
}

/** It has failed for so long that somebody has to look. */
export function backupFailing({ backup: texts }: Texts, hours: number): MessageContent {
  return plainMessage(lines(html`<b>${texts.failing(hours)}</b>`, texts.why, texts.first));
}
