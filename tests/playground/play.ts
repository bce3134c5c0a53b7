/** Plays a story's steps: names become ids, and what has to be so is looked at. */

import type { Incident } from "../../src/domain/incident.ts";
import { parseIncidentId } from "../../src/domain/ids.ts";
import { denoKv } from "../../src/store/kv.ts";
import { keys } from "../../src/store/keys.ts";
import { readOne } from "../../src/store/read.ts";
import { expect } from "../demo/expect.ts";
import type { Person } from "../simulator/simulator.ts";
import type { Entry } from "../simulator/world.ts";
import { keyOf, seenBy } from "./bubbles.ts";
import type { ActAnswer } from "./contract.ts";
import type { Desk } from "./desk.ts";
import { defined, roomFor } from "./named.ts";
import type { Deed } from "./perform.ts";
import type { Quoted, SingleStep, Step } from "./step.ts";

/** Does a deed as anybody would. */
export type Perform = (deed: Deed) => Promise<ActAnswer>;

/**
 * Plays one step.
 *
 * @throws {StoryError} when it can't be done or when what it expects is not so.
 */
export async function play(desk: Desk, step: Step, perform: Perform): Promise<void> {
  switch (step.do) {
    case "together":
      await Promise.all(step.steps.map((each) => play(desk, each, perform)));
      break;
    case "wait":
      await desk.time.pass(step.ms);
      break;
    case "expect":
      return expectSaid(desk, step);
    case "expect_incident":
      return await expectStatus(desk, step);
    default: {
      const answer = await perform(deedOf(desk, await withOwner(desk, step)));
      expect(answer.ok, `${answer.problem}`);
      if (step.do === "press" && step.toast !== undefined) {
        const said = answer.toast && "text" in answer.toast ? answer.toast.text : "nothing";
        expect(said.includes(step.toast), `“${said}” should have been “${step.toast}”.`);
      }
    }
  }
  await desk.settled();
}

type Done = Exclude<SingleStep, { do: "wait" | "expect" | "expect_incident" }>;

function deedOf(desk: Desk, step: Done): Deed {
  switch (step.do) {
    case "jump":
    case "kill":
    case "restart":
    case "new_person":
      return step;
    case "trouble":
      return {
        do: "trouble",
        set: step.set,
        ...(step.in ? { chat: groupNamed(desk, step.in) } : {}),
      };
    default:
      return deedBy(desk, personNamed(desk, step.as), step);
  }
}

function deedBy(desk: Desk, person: Person, step: Extract<Done, { as: string }>): Deed {
  const as = person.id;
  switch (step.do) {
    case "start":
      return { do: "start", as };
    case "new_group": {
      const members = step.members?.map((name) => personNamed(desk, name).id);
      const { title, forum } = step;
      return { do: "new_group", as, title, ...defined({ members, forum }) };
    }
    case "pick_users": {
      const users = step.users.map((name) => personNamed(desk, name).id);
      return { do: "pick_users", as, chat: as, users };
    }
    default:
      break;
  }
  const chat = step.in === "private" ? as : groupNamed(desk, step.in);
  switch (step.do) {
    case "say": {
      const replyTo = step.replyTo &&
        found(desk, { person, chat }, step.replyTo).message.message_id;
      const topic = step.topic === undefined ? undefined : topicNamed(desk, chat, step.topic);
      return { do: "say", as, chat, text: step.text, ...defined({ replyTo, topic }) };
    }
    case "open_topic":
      return { do: "open_topic", as, chat, name: step.name };
    case "send_file": {
      const { kind, name, caption } = step;
      return { do: "send_file", as, chat, kind, name, ...defined({ caption }) };
    }
    case "press":
      return {
        do: "press",
        as,
        chat,
        ...buttonOf(found(desk, { person, chat }, step.on), step.button),
      };
    case "edit": {
      const { message } = found(desk, { person, chat }, step.message);
      return { do: "edit", as, chat, messageId: message.message_id, text: step.text };
    }
    default:
      return { do: step.do, as, chat };
  }
}

/** The exact label, else the first that contains it. */
function buttonOf({ message }: Entry, label: string) {
  const all = (message.reply_markup?.inline_keyboard ?? []).flatMap((buttons, row) =>
    buttons.map(({ text }, column) => ({ text, row, column }))
  );
  const button = all.find(({ text }) => text === label) ??
    all.find(({ text }) => text.includes(label));
  expect(button, `There should be a button “${label}” under “${textOf({ message })}”.`);
  return { key: keyOf(message), ...button };
}

/** What a message says in plain words. */
export function textOf({ message }: Pick<Entry, "message">): string {
  return message.text ?? message.caption ?? "";
}

function found(
  desk: Desk,
  { person, chat }: { person: Person; chat: number },
  quoted: Quoted,
): Entry {
  const { says, back = 0 } = quoted;
  const entry = quotedIn(seenBy(roomFor(desk, person, chat), person.id), says)[back];
  expect(entry, `${person.name} should see a message with “${says}”.`);
  return entry;
}

/** The messages with that text, the newest first. */
export function quotedIn(seen: readonly Entry[], says: string): Entry[] {
  return seen.filter((entry) => textOf(entry).includes(says)).reverse();
}

function personNamed({ cast }: Desk, name: string): Person {
  const person = cast.find((each) => each.person.name === name)?.person;
  expect(person, `${name} should be there.`);
  return person;
}

function groupNamed({ telegram }: Desk, title: string): number {
  const group = [...telegram.groups.values()].findLast((each) => each.title === title);
  expect(group, `There should be a group “${title}”.`);
  return group.id;
}

function topicNamed({ telegram }: Desk, chat: number, name: string): number {
  const topics = telegram.world.rooms.get(chat)?.topics ?? new Map();
  const topic = [...topics].find(([, each]) => each.name === name)?.[0];
  expect(topic !== undefined, `There should be a topic “${name}”.`);
  return topic;
}

function expectSaid(desk: Desk, step: Extract<Step, { do: "expect" }>): void {
  const person = personNamed(desk, step.as);
  const chat = step.in === "private" ? person.id : groupNamed(desk, step.in);
  const newest = seenBy(roomFor(desk, person, chat), person.id).at(-1);
  const said = newest ? textOf(newest) : "";
  expect(said.includes(step.says), `“${said}” should contain “${step.says}”.`);
}

async function expectStatus(
  desk: Desk,
  { incident, is }: Extract<Step, { do: "expect_incident" }>,
): Promise<void> {
  const { status } = await stateOf(desk, incident);
  expect(status === is, `${incident} should be ${is}, but is ${status}.`);
}

/** The same step by whoever owns the incident now. */
async function withOwner(desk: Desk, step: Done): Promise<Done> {
  const incident = "as" in step ? /^The owner of (\S+)$/.exec(step.as)?.[1] : undefined;
  if (!incident) return step;
  const state = await stateOf(desk, incident);
  expect("owner" in state, `${incident} should have an owner.`);
  return { ...step, as: state.owner.name } as Done;
}

async function stateOf({ store }: Desk, incident: string): Promise<Incident> {
  const id = parseIncidentId(incident);
  const value = id && (await readOne(denoKv(store), keys.incident(id))).value;
  expect(value, `There should be an incident ${incident}.`);
  return value.state;
}
