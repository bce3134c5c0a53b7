/** Every sentence that people read, in English. Functions take text; the callers make it HTML. */

import { answers } from "./answers.ts";
import { calls } from "./calls.ts";
import { companies } from "./companies.ts";
import { admin } from "./admin.ts";
import { duration } from "./grammar.ts";
import { incident } from "./incident.ts";
import { life } from "./life.ts";
import { panels } from "./panels.ts";
import { watch } from "./watch.ts";
import { words } from "./words.ts";

/** The catalogue. */
export const en = {
  locale: "en",
  duration,
  ...words,
  ...incident,
  ...calls,
  ...panels,
  ...answers,
  ...companies,
  ...admin,
  ...life,
  ...watch,
} as const;
