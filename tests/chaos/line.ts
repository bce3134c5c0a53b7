/** The line between a program and Telegram, which is slow, breaks, and is answered with refusals. */

import type { Api } from "grammy";
import { HttpError } from "grammy";
import type { Outcome, Params, Simulator } from "../simulator/simulator.ts";
import { between, type GateKeeper, never } from "./gates.ts";

type Transformer = Parameters<Api["config"]["use"]>[0];

/** One way of a call, in milliseconds. */
const WAY_TAKES = { least: 10, most: 150 };
/** What createApp() gives a call. */
const PATIENCE = 8_000;

/** How it is with Telegram as a whole. */
export interface Weather {
  /** The bot's token is refused. */
  isTokenWrong: boolean;
  /** Nothing breaks: before it begins, and when people have had enough. */
  isCalm: boolean;
  /** How many calls have failed in which way. */
  failures: Map<string, number>;
}

/** The way in which a call has failed, if it has. */
function failureIn(outcome: Outcome | undefined, isSilent: boolean): string | null {
  if (!outcome) return isSilent ? "no answer in time" : "connection lost";
  if (outcome.ok) return null;
  const why = outcome.description.replace(/^Bad Request: |: .*$/g, "").replace(/[: ]*\d+$/, "");
  return `${outcome.error_code} ${why}`;
}

/** Carries the calls of a program to Telegram and the answers back. */
export function lineTo(telegram: Simulator, weather: Weather, keeper: GateKeeper): Transformer {
  const { moments, chance, life } = keeper;
  const { failures } = weather;
  async function carry(method: string, params: Params): Promise<Outcome | undefined> {
    if (weather.isTokenWrong) return { ok: false, error_code: 401, description: "Unauthorized" };
    return await telegram.perform(method, params);
  }
  const use = (_next: unknown, method: string, payload: unknown) => {
    if (life.isOver) return never();
    const params: Params = JSON.parse(JSON.stringify(payload ?? {}));
    const [there, back] = [between(chance, WAY_TAKES), between(chance, WAY_TAKES)];
    const isSent = chance.below(2) === 0;
    const isSilent = chance.below(2) === 0;
    const givenUpAt = moments.now() + PATIENCE;
    return new Promise((resolve, reject) => {
      const answer = (outcome: Outcome | undefined) => {
        if (life.isOver) return;
        if (outcome) resolve(outcome);
        else reject(new HttpError(`Network request for '${method}' failed!`, new Error("broken")));
      };
      moments.after(there, () => {
        if (life.isOver && !isSent) return;
        // Not waited for: Telegram may take its time.
        carry(method, params).then((outcome) => {
          const failure = failureIn(outcome, isSilent);
          if (failure) failures.set(failure, (failures.get(failure) ?? 0) + 1);
          const wait = outcome || !isSilent ? back : givenUpAt - moments.now();
          moments.after(wait, () => answer(outcome));
        });
      });
    });
  };
  return use as Transformer;
}
