import { assert } from "@std/assert";
import { MOST_TOAST_CHARACTERS } from "../../src/view/answers.ts";
import { en } from "../../src/view/texts/en/en.ts";

Deno.test("what a press may be answered with at once fits a toast", () => {
  const toasts = [
    en.refused.unknown_incident,
    en.refused.busy,
    en.refused.unknownButton,
    en.menu.writtenPrivately,
    en.list.gone,
    en.list.unknownFilter("x".repeat(80)),
    en.attachments.none,
    en.attachments.of("ABCDEFG8-999999999"),
  ];
  for (const toast of toasts) assert(toast.length <= MOST_TOAST_CHARACTERS, toast);
});

/** @see https://core.telegram.org/bots/api#forcereply */
const MOST_OF_A_PLACEHOLDER = 64;

Deno.test("what stands in an input field fits there", () => {
  const placeholders = [
    en.calls.summaryPlaceholder,
    en.menu.reasonPlaceholder,
    en.report.placeholder,
    en.onboarding.placeholder,
  ];
  for (const text of placeholders) {
    assert(text.length >= 1 && text.length <= MOST_OF_A_PLACEHOLDER, text);
  }
});
