/** What the daily check and the self-watch report. */

import type { Finding } from "../../../domain/audit.ts";
import type { SymptomKind } from "../../../domain/symptom.ts";
import { count, minutesOf, percent } from "./grammar.ts";

/** In English. */
export const watch = {
  audit: {
    ofCompany: (company: string) => `🔧 Daily check of ${company}`,
    ofPlatform: "🔧 Daily check of what belongs to no company",
    found: {
      role_lost: (n: number) => `${count(n, "claim", "claims")} ended: the role for it was gone`,
      left_group: (n: number) =>
        `${count(n, "claim", "claims")} ended: whoever had it is not in the group any more`,
      card: (n: number) => `${count(n, "card", "cards")} shown anew`,
      deadline: (n: number) => `${count(n, "reminder", "reminders")} put right`,
      missing_index: (n: number) =>
        `${count(n, "missing index entry", "missing index entries")} added`,
      stray_index: (n: number) => `${count(n, "stray index entry", "stray index entries")} removed`,
      stray_row: (n: number) =>
        `${count(n, "waiting card", "waiting cards")} removed: there is no such incident`,
      tally: (n: number) => `${count(n, "tally", "tallies")} corrected`,
      unchecked_claim: (n: number) =>
        `${
          count(n, "claim", "claims")
        } could not be checked: Telegram did not tell who belongs to the group`,
      failed: (n: number) =>
        `${count(n, "record", "records")} could not be checked; the log says why`,
    } satisfies Record<Finding, (n: number) => string>,
  },

  health: {
    since: "Since",
    failure: "Telegram says:",
    why: "Why it matters:",
    first: "Do first:",
    lasted: (minutes: number) => `It lasted ${count(minutes, "minute", "minutes")}.`,
    symptoms: {
      wrong_token: {
        says: () => "Telegram does not know the bot's token",
        why: "nothing can be received or said until that is mended; everything waits.",
        first: "ask @BotFather for the token, and set TELEGRAM_BOT_TOKEN.",
        over: "Telegram knows the bot's token again",
      },
      no_webhook: {
        says: () => "No webhook is set",
        why: "Telegram does not know where I am, so nothing that people write or press arrives.",
        first: "run deno task webhook with my address.",
        over: "The webhook is set again",
      },
      telegram_silent: {
        says: (ms: number) => `Telegram has not answered for ${minutesOf(ms)}`,
        why: "what is to be said waits; nothing of it is lost.",
        first: "see whether this machine reaches TELEGRAM_API_ROOT.",
        over: "Telegram answers again",
      },
      updates_failing: {
        says: (ms: number) => `Updates have failed for ${minutesOf(ms)}`,
        why: "people get no answer; Telegram keeps their updates for 24 hours.",
        first: "look in the log for “update failed”, and whether my address can be reached.",
        over: "Updates arrive again",
      },
      updates_waiting: {
        says: (n: number) => `${count(n, "update waits", "updates wait")} at Telegram`,
        why: "people wait for their answers, and a claim may come too late.",
        first: "see whether I am reachable and how busy this machine and the store are.",
        over: "No crowd of updates waits at Telegram any more",
      },
      sweep_late: {
        says: (ms: number) => `No sweep has ended for ${minutesOf(ms)}`,
        why: "nobody is reminded, and what could not be said at once stays unsaid.",
        first: "look in the log for “sweep failed”, and whether the crons run.",
        over: "Sweeps are on time again",
      },
      outbox_stuck: {
        says: (ms: number) =>
          `A message has waited for ${minutesOf(ms)} though nothing holds it back`,
        why: "people miss calls and see cards that are out of date.",
        first: "look in the log for “delivery failed” and “sweep step failed”.",
        over: "No message waits without a reason any more",
      },
      outbox_full: {
        says: (n: number) => `${n} messages wait to be said`,
        why: "new ones come late; Telegram takes some 30 a second.",
        first: "see whether Telegram refuses (“delivery on hold” in the log) or one group floods.",
        over: "The queue of messages is short again",
      },
      dead_letters: {
        says: (n: number) => `${n} messages could not be said within 24 hours`,
        why: "somebody was not called or not answered, and won't be.",
        first: "/dead_letters lists them with their reasons, to be sent again or dropped.",
        over: "Hardly any message was lost within the last 24 hours",
      },
      store_slow: {
        says: (ms: number) => `The store takes ${(ms / 1000).toFixed(1)} seconds to answer`,
        why: "every press waits several times that long.",
        first: "look at the disk or the database behind KV_PATH, and who else is writing.",
        over: "The store is fast again",
      },
      many_unclaimed: {
        says: (share: number) => `${percent(share)} of the open incidents are unclaimed`,
        why: "people have reported them, and nobody has come.",
        first: "see /issues unclaimed; assign them, or add members to the departments.",
        over: "Most open incidents are claimed again",
      },
      many_escalated: {
        says: (share: number) => `${percent(share)} of the open incidents wait for managers`,
        why: "escalations are for exceptions; managers may not keep up.",
        first: "see /issues; take the oldest over, or de-escalate what a department can do.",
        over: "Few open incidents wait for managers again",
      },
    } satisfies Record<
      SymptomKind,
      { says: (value: number) => string; why: string; first: string; over: string }
    >,
  },
} as const;
