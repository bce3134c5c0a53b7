import type { ResponseParameters } from "grammy/types";
import { integerIn } from "./params.ts";
import type { Asked, Outcome } from "./world.ts";

/** A way for calls to go wrong. Without conditions it meets every call. */
export interface Fault {
  method?: string;
  chatId?: number;
  /** How many calls it meets before it is over; without end when not given. */
  times?: number;
  /** Chance from 0 to 1 that a fitting call is met. */
  probability?: number;
  /** `drop_before` breaks the connection instead of acting, `drop_after` instead of answering. */
  kind:
    | "429"
    | "500"
    | "502"
    | "drop_before"
    | "drop_after"
    | "slow"
    | { code: number; description: string; parameters?: ResponseParameters };
  /** Seconds, for 429; 1 when not given. */
  retryAfter?: number;
  /** For slow; 1,000 when not given. */
  delayMs?: number;
  /** Source of chance, from 0 to 1. */
  random?: () => number;
}

export interface Faults {
  /** Returns the function that takes this fault away again. */
  add(fault: Fault): () => void;
  clear(): void;
  /** How many calls a fault will still meet; 0 when it is over. */
  left(fault: Fault): number;
}

/** What a fault does to one call. */
export type Trouble =
  | { do: "refuse"; outcome: Outcome }
  | { do: "drop_before" }
  | { do: "drop_after" }
  | { do: "slow"; ms: number };

/** The faults in force; `meet` asks what happens to a call and counts it. */
export function createFaults(): Faults & { meet(asked: Asked): Trouble | undefined } {
  const active = new Map<Fault, number>();
  return {
    add(fault) {
      active.set(fault, fault.times ?? Infinity);
      return () => void active.delete(fault);
    },
    clear: () => active.clear(),
    left: (fault) => active.get(fault) ?? 0,
    meet(asked) {
      for (const [fault, left] of active) {
        if (!fits(fault, asked)) continue;
        if (left <= 1) active.delete(fault);
        else active.set(fault, left - 1);
        return troubleOf(fault);
      }
      return undefined;
    },
  };
}

function fits(fault: Fault, { method, params }: Asked): boolean {
  if (fault.method !== undefined && fault.method !== method) return false;
  if (fault.chatId !== undefined && fault.chatId !== integerIn(params, "chat_id")) return false;
  return (fault.random ?? Math.random)() < (fault.probability ?? 1);
}

function troubleOf({ kind, retryAfter = 1, delayMs = 1_000 }: Fault): Trouble {
  switch (kind) {
    case "429": {
      const description = `Too Many Requests: retry after ${retryAfter}`;
      return refuse({ code: 429, description, parameters: { retry_after: retryAfter } });
    }
    case "500":
      return refuse({ code: 500, description: "Internal Server Error" });
    case "502":
      return refuse({ code: 502, description: "Bad Gateway" });
    case "drop_before":
    case "drop_after":
      return { do: kind };
    case "slow":
      return { do: "slow", ms: delayMs };
    default:
      return refuse(kind);
  }
}

function refuse(
  { code, description, parameters }: {
    code: number;
    description: string;
    parameters?: ResponseParameters;
  },
): Trouble {
  const outcome = { ok: false as const, error_code: code, description };
  return { do: "refuse", outcome: parameters ? { ...outcome, parameters } : outcome };
}
