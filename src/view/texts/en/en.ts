/** Every sentence that people read, in English. Functions take text; the callers make it HTML. */

import { acts } from "./acts.ts";
import { answers } from "./answers.ts";
import { backup } from "./backup.ts";
import { calls } from "./calls.ts";
import { commands } from "./commands.ts";
import { companies } from "./companies.ts";
import { admin } from "./admin.ts";
import { duration } from "./grammar.ts";
import { incident } from "./incident.ts";
import { languages } from "./languages.ts";
import { notify } from "./notify.ts";
import { life } from "./life.ts";
import { panels } from "./panels.ts";
import { placeholders } from "./placeholders.ts";
import { settings } from "./settings.ts";
import { policyWords } from "./policy_words.ts";
import { privacy } from "./privacy.ts";
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
} as const;
