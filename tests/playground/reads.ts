/** Up to where each person has read each chat. */

import type { Entry, Room } from "../simulator/world.ts";

/** What has been read. */
export interface Reads {
  /** Everything that is in a room now. */
  read(personId: number, room: Room): void;
  /** How many of what they see came after that and is not their own. */
  unread(personId: number, room: Room, seen: readonly Entry[]): number;
}

/** Nothing has been read. */
export function createReads(): Reads {
  const places = new WeakMap<Entry, number>();
  const readUpTo = new Map<string, number>();
  let last = 0;

  /** Messages only ever come at the end of a room, so their numbers rise. */
  function number({ entries }: Room): void {
    for (const entry of entries) if (!places.has(entry)) places.set(entry, ++last);
  }

  return {
    read(personId, room) {
      number(room);
      readUpTo.set(`${personId}/${room.chat.id}`, last);
    },
    unread(personId, room, seen) {
      number(room);
      const upTo = readUpTo.get(`${personId}/${room.chat.id}`) ?? 0;
      return seen.filter((entry) => entry.author !== personId && (places.get(entry) ?? 0) > upTo)
        .length;
    },
  };
}
