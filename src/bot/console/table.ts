/**
 * The console, once: every page and everything that is done there, what it is about and who for. The
 * authorization check of each press comes from here.
 */

import {
  ACT_NAMES,
  type ActName,
  PAGE_NAMES,
  type PageName,
  SURE,
} from "../../view/console/address.ts";
import { COMPANY_ACTS } from "./acts_company.ts";
import { GROUP_ACTS } from "./acts_groups.ts";
import { KEEPING_ACTS } from "./acts_keeping.ts";
import { LIFE_ACTS } from "./acts_life.ts";
import { PEOPLE_ACTS } from "./acts_people.ts";
import { SETTING_ACTS } from "./acts_settings.ts";
import { WAITING_ACTS } from "./acts_waiting.ts";
import { parseArguments } from "./arguments.ts";
import type { ConsoleAct, ConsoleCall, ConsolePage } from "./entry.ts";
import { COMPANY_PAGES } from "./pages_company.ts";
import { GROUP_PAGES } from "./pages_groups.ts";
import { PEOPLE_PAGES } from "./pages_people.ts";
import { WAITING_PAGES } from "./pages_waiting.ts";

/** The pages. */
export const PAGES: Record<PageName, ConsolePage> = {
  ...COMPANY_PAGES,
  ...GROUP_PAGES,
  ...PEOPLE_PAGES,
  ...WAITING_PAGES,
};

/** What is done. */
export const ACTS: Record<ActName, ConsoleAct> = {
  ...COMPANY_ACTS,
  ...LIFE_ACTS,
  ...GROUP_ACTS,
  ...PEOPLE_ACTS,
  ...SETTING_ACTS,
  ...KEEPING_ACTS,
  ...WAITING_ACTS,
};

/** What the words of a button of the console mean; `null`: forged or out of date. */
export function consoleCallIn([name = "", ...words]: readonly string[]): ConsoleCall | null {
  if (name === SURE) return actCallIn("sure", words);
  const page = PAGE_NAMES.find((one) => one === name);
  if (!page) return actCallIn("act", [name, ...words]);
  const args = parseArguments(PAGES[page].takes, words);
  return args && { kind: "page", row: PAGES[page], args };
}

function actCallIn(
  kind: "act" | "sure",
  [word = "", ...words]: readonly string[],
): ConsoleCall | null {
  const name = ACT_NAMES.find((one) => one === word);
  const act = name && ACTS[name];
  if (!act || (kind === "sure" && !("question" in act && act.kind === "press"))) return null;
  const args = parseArguments(act.takes, words);
  return args && { kind, act, name, words: words.slice(0, -1), args };
}
