/** Who and what there is to name in an update: people, chats, messages and incidents that exist. */

import type { Chance } from "../domain/random.ts";
import { consoleButtons } from "../matrix/console_buttons.ts";
import type { Grounds } from "../matrix/grounds.ts";
import type { Named } from "../matrix/samples.ts";
import type { Program } from "../program.ts";
import type { Group, Person } from "../simulator/simulator.ts";
import { type Json, messageIn } from "./json.ts";

/** Messages of the mutants have ids from here on, unless they take one that there was. */
export const FORGED_MESSAGES = 1_000_000;

/** An incident and its group. */
export interface KnownIncident {
  id: string;
  chatId: number;
}

/** All that mutants are made of. */
export interface Scenery {
  chance: Chance;
  users: Json[];
  chats: Json[];
  /** Groups that incidents are in. */
  homes: Json[];
  incidents: KnownIncident[];
  /** What buttons name beside them. */
  named: Named;
  /** What the console's buttons say. */
  consoleData: string[];
  /** Texts that people have sent. */
  texts: string[];
  /** A message of the bot in that chat; `null`: there is none. */
  botMessage(chatId: unknown): Json | null;
  /** Whether a later message of that chat is going to have that id. */
  isToCome(chatId: unknown, messageId: unknown): boolean;
}

/** What the day has left behind. */
export function sceneryOf(
  chance: Chance,
  all: Grounds,
  updates: readonly Json[],
): Scenery {
  const { people, places, nowhere, named } = all;
  const groups: Group[] = [...Object.values(places), nowhere];
  const everybody: Person[] = Object.values(people);
  const rooms = new Map<number, { readonly messages: readonly unknown[] }>([
    ...groups.map((group) => [group.id, group] as const),
    ...everybody.map((person) => [person.id, person.private] as const),
  ]);
  const chats = new Map(
    updates.flatMap((update) => {
      const chat = messageIn(update)?.chat as Json | undefined;
      return chat ? [[chat.id, chat] as const] : [];
    }),
  );
  const homes = new Set<unknown>(Object.values(places).map(({ id }) => id));
  return {
    chance,
    users: everybody.map(({ user }) => user as never as Json),
    chats: [...chats.values()],
    homes: [...chats.values()].filter(({ id }) => homes.has(id)),
    incidents: [],
    named,
    consoleData: (["ACME", "ZETA"] as const).flatMap((company) =>
      consoleButtons(all, company).map(({ data }) => data)
    ),
    texts: updates.flatMap((update) => {
      const text = messageIn(update)?.text;
      return typeof text === "string" ? [text] : [];
    }),
    botMessage(chatId) {
      const messages = (rooms.get(Number(chatId))?.messages ?? []) as Json[];
      const sent = messages.filter(({ from, message_id }) =>
        (from as Json | undefined)?.is_bot === true && message_id !== 0
      );
      return sent.length > 0 ? chance.pick(sent) : null;
    },
    isToCome(chatId, messageId) {
      const messages = rooms.get(Number(chatId))?.messages as Json[] | undefined;
      const newest = messages?.findLast(({ message_id }) => message_id !== 0);
      return newest !== undefined && Number(messageId) > Number(newest.message_id) &&
        Number(messageId) < FORGED_MESSAGES;
    },
  };
}

/** Incidents as they are now: the longer it goes on, the more there are. */
export async function refresh(scenery: Scenery, { store }: Program): Promise<void> {
  scenery.incidents = await Array.fromAsync(
    store.list<{ state: { chatId: number } }>({ prefix: ["incident"] }),
    ({ key, value }) => ({ id: `${String(key[1])}-${String(key[2])}`, chatId: value.state.chatId }),
  );
}
