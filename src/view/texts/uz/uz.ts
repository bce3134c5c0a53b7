/** Every sentence that people read, in Uzbek in Latin script. Functions take text; the callers make it HTML. */

import type { Texts } from "../texts.ts";
import { admin } from "./admin.ts";
import { answers } from "./answers.ts";
import { calls } from "./calls.ts";
import { companies } from "./companies.ts";
import { duration } from "./grammar.ts";
import { incident } from "./incident.ts";
import { panels } from "./panels.ts";
import { placeholders } from "./placeholders.ts";
import { watch } from "./watch.ts";
import { words } from "./words.ts";

/** The catalogue. */
export const uz: Texts = {
  locale: "uz",
  duration,
  ...words,
  ...incident,
  ...calls,
  ...panels,
  ...placeholders,
  ...answers,
  ...companies,
  ...admin,
  ...watch,
};
