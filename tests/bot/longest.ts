/** Buttons under the longest ids that there can be. */

import type { Press } from "../../src/bot/button_row.ts";
import { BUTTONS } from "../../src/bot/button_table.ts";
import type { IncidentId } from "../../src/domain/ids.ts";
import { parseButtonData } from "../../src/view/callback_data.ts";

/** As long as each of them can get. */
export const INCIDENT: IncidentId = { company: "ABCDEFGH", number: 999_999_999 };
export const PERSON_ID = Number.MAX_SAFE_INTEGER;
export const GROUP_ID = -999_999_999_999_999;
export const DEPARTMENT = "zzzzzzzz";
export const PAGE = 999_999;
export const MOMENT = 9_999_999_999_999;
/** Letters have ids like this. */
export const UUID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** What a press on such a button wants; `null`: it is nobody's button. */
export function pressOf(data: string): Press | null {
  const parsed = parseButtonData(data);
  return parsed && BUTTONS[parsed.verb].parse(parsed.args);
}

/** How long the data is. */
export const bytes = (data: string) => new TextEncoder().encode(data).length;
