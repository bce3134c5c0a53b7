/** What came of an update: kept with its mark, so that a redelivery gets the same answer. */

import { z } from "zod";
import { DeskAnswer } from "./desk.ts";
import { IncidentId } from "./ids.ts";
import { Refusal } from "./refusal.ts";

/** What a person did to an incident, for the sentence that answers it. */
export const DONE_ACTIONS = [
  "report",
  "choose_department",
  "claim",
  "join",
  "leave",
  "resolve",
  "back_to_work",
  "summarize",
  "assign",
  "change_department",
  "escalate",
  "de_escalate",
  "cancel",
  "reopen",
  "comment",
  "edit_comment",
  "attach",
  "edit_description",
  "edit_source",
  "set_priority",
  "tag",
  "untag",
  "repin",
  "check_in",
  "snooze",
  "wake",
  "revoke_claim",
  "release",
  "move",
  "time_out",
] as const;

/** An outcome. */
export type Outcome =
  | { kind: "done"; action: typeof DONE_ACTIONS[number]; incident: IncidentId }
  | { kind: "refused"; refusal: Refusal }
  | { kind: "desk"; answer: DeskAnswer };

/** Schema of {@linkcode Outcome}. */
export const Outcome: z.ZodType<Outcome> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("done"), action: z.enum(DONE_ACTIONS), incident: IncidentId }),
  z.object({ kind: z.literal("refused"), refusal: Refusal }),
  z.object({ kind: z.literal("desk"), answer: DeskAnswer }),
]);
