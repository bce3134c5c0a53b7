/** What stands in place of a page that is for those who administer. */

import { closeButton } from "../view/buttons.ts";
import { html } from "../view/html.ts";
import type { Panel } from "../view/menu.ts";
import type { Texts } from "../view/texts/texts.ts";
import type { BotDeps } from "./incoming.ts";

/** Says that it is not theirs; an attempt that counts, though anybody may turn pages. */
export function refusedPage({ trace }: BotDeps, texts: Texts): Panel {
  Object.assign(trace, { outcome: "not_allowed", administers: true });
  return { html: html`${texts.desk.not_allowed}`, keyboard: [[closeButton(texts)]] };
}
