import type { Rule } from "./rule.ts";
import { chatRules } from "./rules_chat.ts";
import { ephemeralRules } from "./rules_ephemeral.ts";
import { keyboardRules } from "./rules_keyboard.ts";
import { markupRules } from "./rules_markup.ts";
import { fileRules, mediaRequestRules } from "./rules_media.ts";
import { messageRules } from "./rules_message.ts";
import { requestRules } from "./rules_request.ts";
import { textRules } from "./rules_text.ts";

/** Every way in which this Telegram refuses a call, in the order in which they are looked at. */
export const RULES: readonly Rule[] = [
  ...requestRules,
  ...mediaRequestRules,
  ...textRules,
  ...markupRules,
  ...keyboardRules,
  ...chatRules,
  ...ephemeralRules,
  ...messageRules,
  ...fileRules,
];
