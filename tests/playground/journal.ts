/** Writes down what is done, with names in place of ids, so that it can be done again. */

import { formatIncidentId } from "../../src/domain/ids.ts";
import { StoredIncident } from "../../src/store/records.ts";
import { keyboard } from "../simulator/keyboard.ts";
import type { Person } from "../simulator/simulator.ts";
import type { Entry } from "../simulator/world.ts";
import { seenBy } from "./bubbles.ts";
import type { Desk } from "./desk.ts";
import { buttonAt, defined, entryIn, personOf, roomFor } from "./named.ts";
import type { Deed } from "./perform.ts";
import { quotedIn, textOf } from "./play.ts";
import type { Quoted, SingleStep, Step } from "./step.ts";

/** As much of a message as names it. */
const QUOTED = 48;

/**
 * A deed as a step, as it stands before it is done; `null`: nothing happens by it, or nobody can.
 *
 * @throws {RangeError} when there is no such person, chat or message.
 */
export function stepOf(desk: Desk, deed: Deed): SingleStep | null {
  switch (deed.do) {
    case "read":
      return null;
    case "jump":
    case "kill":
    case "restart":
    case "new_person":
      return deed;
    case "trouble":
      return {
        do: "trouble",
        set: deed.set,
        ...(deed.set.noPin === undefined ? {} : { in: titleOf(desk, deed.chat ?? 0) }),
      };
    default:
      return stepBy(desk, personOf(desk, deed.as), deed);
  }
}

type InPerson = Exclude<Extract<Deed, { as: number }>, { do: "read" }>;

function stepBy(desk: Desk, person: Person, deed: InPerson): SingleStep | null {
  const as = person.name;
  switch (deed.do) {
    case "start":
      return { do: "start", as };
    case "new_group": {
      const members = deed.members?.map((id) => personOf(desk, id).name);
      const { title, forum } = deed;
      return { do: "new_group", as, title, ...defined({ members, forum }) };
    }
    case "pick_users":
      return { do: "pick_users", as, users: deed.users.map((id) => personOf(desk, id).name) };
    case "open_topic":
      return { do: "open_topic", as, in: titleOf(desk, deed.chat), name: deed.name };
    case "add_bot":
    case "remove_bot":
    case "join":
    case "leave":
      return { do: deed.do, as, in: titleOf(desk, deed.chat) };
    default:
      return stepIn(desk, person, deed);
  }
}

type InChat = Extract<InPerson, { do: "say" | "send_file" | "press" | "edit" }>;

function stepIn(desk: Desk, person: Person, deed: InChat): SingleStep | null {
  const as = person.name;
  const where = deed.chat === person.id ? "private" : titleOf(desk, deed.chat);
  const room = roomFor(desk, person, deed.chat);
  const seen = seenBy(room, person.id);
  switch (deed.do) {
    case "say": {
      const replyTo = deed.replyTo === undefined
        ? undefined
        : quote(seen, messageIn(seen, deed.replyTo));
      const topic = deed.topic === undefined ? undefined : room.topics.get(deed.topic)?.name;
      return { do: "say", as, in: where, text: deed.text, ...defined({ replyTo, topic }) };
    }
    case "send_file": {
      const { kind, name, caption } = deed;
      return { do: "send_file", as, in: where, kind, name, ...defined({ caption }) };
    }
    case "press": {
      const entry = entryIn(room, person, deed.key);
      const { text } = buttonAt(entry.message, deed);
      // A press that came too late for its button can't be told by what is to be seen.
      if (!keyboard(entry.message).flat().some((button) => button.text === text)) return null;
      return { do: "press", as, in: where, on: quote(seen, entry), button: text };
    }
    case "edit": {
      const message = quote(seen, messageIn(seen, deed.messageId));
      return { do: "edit", as, in: where, message, text: deed.text };
    }
    default:
      return deed satisfies never;
  }
}

function titleOf({ telegram }: Desk, chat: number): string {
  const group = telegram.groups.get(chat);
  if (!group) throw new RangeError("There is no such group.");
  return group.title;
}

function messageIn(seen: readonly Entry[], id: number): Entry {
  const found = seen.find(({ message }) => message.message_id === id);
  if (!found) throw new RangeError("The message is gone.");
  return found;
}

/** Names a message by its first words, and by how many newer ones have them too. */
function quote(seen: readonly Entry[], entry: Entry): Quoted {
  const [line = ""] = textOf(entry).split("\n");
  const says = line.slice(0, QUOTED).trimEnd();
  if (!says) throw new RangeError("A story can only name a message that has words.");
  const back = quotedIn(seen, says).indexOf(entry);
  return back > 0 ? { says, back } : { says };
}

/** What a story has to come to: each incident as it stands. */
export async function endingOf({ store }: Desk): Promise<Step[]> {
  const steps: Step[] = [];
  for await (const { value } of store.list({ prefix: ["incident"] })) {
    const { state } = StoredIncident.parse(value);
    steps.push({ do: "expect_incident", incident: formatIncidentId(state), is: state.status });
  }
  return steps;
}
