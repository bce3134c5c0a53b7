import type { Message } from "grammy/types";
import { type ManualClock, manualClock } from "./clock.ts";
import type { Group } from "./groups.ts";
import type { Person } from "./people.ts";
import { type Simulator, type SimulatorOptions, startSimulator } from "./simulator.ts";

/** A Monday morning with two people, two groups and a clock moved by hand. */
export interface Scene {
  readonly telegram: Simulator;
  readonly clock: ManualClock;
  /** Has written to the bot in private. */
  readonly ana: Person;
  /** Never has. */
  readonly ben: Person;
  /** A supergroup in which the bot is an administrator. */
  readonly office: Group;
  /** A basic group in which the bot is a plain member. */
  readonly lounge: Group;
  /** Calls a method over HTTP. */
  ask(method: string, params?: Record<string, unknown>): Promise<Answer>;
  /** Sends a message as the bot, which has to succeed. */
  sends(params: Record<string, unknown>): Promise<Message>;
  /** Presses the only button of a message: the id of the query that waits for its answer. */
  pressedBy(person: Person, message: Message): string;
}

export interface Answer {
  ok: boolean;
  result?: unknown;
  error_code?: number;
  description?: string;
  parameters?: Record<string, number>;
}

export const BUTTON = { inline_keyboard: [[{ text: "Claim", callback_data: "claim" }]] };

/** Runs a test in a fresh scene and closes it. */
export async function inScene(
  story: (scene: Scene) => Promise<void>,
  options: SimulatorOptions = {},
): Promise<void> {
  const clock = manualClock(Date.UTC(2026, 0, 5, 9));
  const telegram = await startSimulator({ clock, ...options });
  try {
    const ana = telegram.person("Ana", { username: "ana" });
    const ben = telegram.person("Ben");
    await ana.starts();
    const members = [ana, ben];
    const scene: Scene = {
      telegram,
      clock,
      ana,
      ben,
      office: telegram.group("Office", { members, botRights: "administrator" }),
      lounge: telegram.group("Lounge", { members, type: "group" }),
      async ask(method, params = {}) {
        const response = await fetch(`${telegram.root}/bot${telegram.token}/${method}`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(params),
        });
        return await response.json();
      },
      sends: async (params) => await telegram.call("sendMessage", params) as Message,
      pressedBy(person, message) {
        void person.presses(message, "", { wait: false });
        return telegram.updates.at(-1)?.callback_query?.id ?? "";
      },
    };
    await story(scene);
  } finally {
    await telegram.close();
  }
}
