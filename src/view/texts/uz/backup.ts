/** What goes with the nightly backup. */

import type { Texts } from "../texts.ts";
import { measure } from "./grammar.ts";

/** In Uzbek. */
export const backup: Pick<Texts, "backup"> = {
  backup: {
    part: (when, number) => `Zaxira nusxa: ${when}, shifrlangan, ${number}-qism`,
    lastPart: (when, number, parts) =>
      parts === 1
        ? `Zaxira nusxa: ${when}, shifrlangan, to‘liq`
        : `Zaxira nusxa: ${when}, shifrlangan, ${number}-qism, oxirgisi (jami ${parts} ta)`,
    failing: (hours) => `🚨 Tungi zaxira nusxa ${measure(hours, "soat")}dan beri olinmayapti`,
    why: "Nega muhim: hozir baza yo‘qolsa, undagi ma’lumot butunlay yo‘qoladi.",
    first:
      "Birinchi ish: logdan “backup failed”ni qidiring va deno task kv export bilan nusxa oling.",
  },
};
