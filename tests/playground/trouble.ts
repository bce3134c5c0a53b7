/** What is broken on purpose: Telegram's answers, a right in a group, ephemeral messages. */

import type { ChatMember } from "grammy/types";
import type { Fault, Simulator } from "../simulator/simulator.ts";
import type { Trouble } from "./contract.ts";

type Counted = "tooMany" | "serverError" | "lostConnection";

/** How Telegram answers. `retryAfter` in seconds. */
const FAULTS: Record<Counted, Omit<Fault, "times">> = {
  tooMany: { kind: "429", retryAfter: 5 },
  serverError: { kind: "500" },
  lostConnection: { kind: "drop_before" },
};

/** The faults of one Telegram. */
export interface Troubles {
  /** As it is; the pin right is that of a chat. */
  shown(chat: number | null): Trouble;
  /** Sets what is named. Rejects when a right is to be changed where the bot is not. */
  set(wanted: Partial<Trouble>, chat?: number): Promise<void>;
}

/** Makes a Telegram without faults. */
export function createTroubles(telegram: Simulator): Troubles {
  const { faults, world } = telegram;
  const active = new Map<Counted, { fault: Fault; remove(): void }>();

  function left(kind: Counted): number {
    const found = active.get(kind);
    const calls = found ? faults.left(found.fault) : 0;
    return calls === Infinity ? -1 : calls;
  }

  function put(kind: Counted, times: number): void {
    active.get(kind)?.remove();
    active.delete(kind);
    if (times === 0) return;
    const fault: Fault = { ...FAULTS[kind], ...(times > 0 ? { times } : {}) };
    active.set(kind, { fault, remove: faults.add(fault) });
  }

  async function allowPins(chat: number | undefined, may: boolean): Promise<void> {
    const member = botIn(chat);
    const group = telegram.groups.get(chat ?? 0);
    if (!group || !member || member.status === "kicked" || member.status === "left") {
      throw new RangeError("The bot is not in this group.");
    }
    await group.botRights(may ? "administrator" : { can_pin_messages: false }, { wait: false });
  }

  const botIn = (chat: number | null | undefined): ChatMember | undefined =>
    world.rooms.get(chat ?? 0)?.members.get(world.bot.id);

  return {
    shown(chat) {
      const member = botIn(chat);
      const isThere = member?.status === "administrator" || member?.status === "member";
      return {
        tooMany: left("tooMany"),
        serverError: left("serverError"),
        lostConnection: left("lostConnection"),
        noPin: isThere && !(member.status === "administrator" && member.can_pin_messages),
        noEphemeral: !world.knowsEphemeral,
      };
    },
    async set({ noPin, noEphemeral, ...counted }, chat) {
      for (const [kind, times] of Object.entries(counted)) put(kind as Counted, times);
      if (noEphemeral !== undefined) telegram.refuseEphemeral(noEphemeral);
      if (noPin !== undefined) await allowPins(chat, !noPin);
    },
  };
}
