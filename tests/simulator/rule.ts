import type { ResponseParameters } from "grammy/types";
import { KIND_SENT_BY } from "./files.ts";
import type { Asked, Outcome, World } from "./world.ts";

/** `true`, or what to put in place of "%" in the description, or parameters for the answer too. */
export type Violation =
  | boolean
  | string
  | { detail: string | number; parameters: ResponseParameters };

/** One way in which Telegram refuses a call. */
export interface Rule {
  readonly name: string;
  readonly methods: readonly string[] | "every";
  /**
   * Where the wording is from: Telegram's own text; guessed, where Telegram is known to refuse but
   * no text was found; or the simulator's, where Telegram would let it pass in silence.
   */
  readonly wording: "telegram" | "guessed" | "simulator";
  readonly code: number;
  readonly description: string;
  readonly when: (asked: Asked, world: World) => Violation;
}

/** Methods that send files Telegram has. */
export const FILE_SENDING: readonly string[] = [...KIND_SENT_BY.keys(), "sendMediaGroup"];

export const SENDING: readonly string[] = [
  "sendMessage",
  ...FILE_SENDING,
  "sendLocation",
  "forwardMessage",
  "copyMessage",
];

export const EDITING = ["editMessageText", "editMessageReplyMarkup"] as const;

export const EPHEMERAL = [
  "editEphemeralMessageText",
  "editEphemeralMessageReplyMarkup",
  "deleteEphemeralMessage",
] as const;

/** The first rule that stands against a call, as Telegram's answer; nothing when it may go on. */
export function refusal(
  rules: readonly Rule[],
  { asked, world }: { asked: Asked; world: World },
): Outcome | undefined {
  for (const { methods, when, code, description } of rules) {
    if (methods !== "every" && !methods.includes(asked.method)) continue;
    const violation = when(asked, world);
    if (violation === false) continue;
    const detail = typeof violation === "object" ? violation.detail : violation;
    return {
      ok: false,
      error_code: code,
      description: description.replace("%", () => String(detail)),
      ...(typeof violation === "object" ? { parameters: violation.parameters } : {}),
    };
  }
  return undefined;
}
