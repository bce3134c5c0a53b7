/** Every sentence that people read, in Uzbek in Latin script. Functions take text; the callers make it HTML. */

import type { Texts } from "../texts.ts";
import { acts } from "./acts.ts";
import { admin } from "./admin.ts";
import { answers } from "./answers.ts";
import { backup } from "./backup.ts";
import { calls } from "./calls.ts";
import { commands } from "./commands.ts";
import { companies } from "./companies.ts";
import { duration } from "./grammar.ts";
import { incident } from "./incident.ts";
import { languages } from "./languages.ts";
import { life } from "./life.ts";
import { notify } from "./notify.ts";
import { panels } from "./panels.ts";
import { placeholders } from "./placeholders.ts";
import { policyWords } from "./policy_words.ts";
import { privacy } from "./privacy.ts";
import { settings } from "./settings.ts";
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
  ...commands,
  ...languages,
  ...admin,
  ...life,
  ...watch,
  ...settings,
  ...privacy,
  ...notify,
  ...acts,
  ...policyWords,
  ...backup,
};
