/** What somebody is told in private, and the buttons that change it. */

import { MATTERS, reachOf } from "../domain/notify.ts";
import { NOTIFY_SETTINGS, type NotifySetting, UNSET_WORD } from "../domain/notify_setting.ts";
import { inPairs } from "./buttons.ts";
import { buttonData } from "./callback_data.ts";
import { html, lines } from "./html.ts";
import type { Panel } from "./menu.ts";
import type { Texts } from "./texts/texts.ts";

/** `managed`: ids of the companies whose manager they are, as many as are named. */
export function notifyPanel(
  texts: Texts,
  { setting, managed }: { setting: NotifySetting | null; managed: readonly string[] },
): Panel {
  const chosen = setting ?? UNSET_WORD;
  return {
    html: lines(
      html`<b>${texts.notify.title}</b>`,
      texts.notify.now[chosen],
      ...meaning(texts, setting, managed).map((line) => `• ${line}`),
    ),
    keyboard: inPairs([...NOTIFY_SETTINGS, UNSET_WORD].map((word) => {
      const choice = texts.notify.choices[word];
      return {
        text: word === chosen ? texts.notify.chosen(choice) : choice,
        data: buttonData("notify", word),
      };
    })),
  };
}

/** What reaches them; what is for a company's own managers alone, with the companies that it is. */
function meaning(
  { notify }: Texts,
  setting: NotifySetting | null,
  managed: readonly string[],
): string[] {
  return MATTERS.flatMap((matter) => {
    switch (reachOf(matter, setting)) {
      case "everybody":
        return [notify.matters[matter]];
      case "company_managers":
        return managed.length > 0 && (matter === "escalation" || matter === "critical")
          ? [notify.managed[matter](managed.join(", "))]
          : [];
      default:
        return [];
    }
  });
}
