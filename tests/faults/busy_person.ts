/** People who do what the buttons let them, without waiting for each other. */

import type { Message } from "grammy/types";
import { en } from "../../src/view/texts/en/en.ts";
import { buttons, type Group, type Person, plain, type Simulator } from "../simulator/simulator.ts";
import { oneOf } from "./chance.ts";

/** What they have done. */
export interface Deeds {
  /** Messages that report something, each a different one. */
  reports: number;
  presses: number;
  summaries: number;
  /** Updates brought a second time. */
  repeats: number;
  /** Presses that got no answer, or none in words where something was to be done. */
  unanswered: number;
}

/** Somebody busy. */
export interface BusyPerson {
  telegram: Simulator;
  person: Person;
  /** The groups the person is in. */
  groups: readonly Group[];
  random: () => number;
  deeds: Deeds;
}

/** Cards of open incidents a group can have before nobody reports more. */
const ENOUGH_OPEN = 5;

/** Does one thing. */
export async function actOnce(busy: BusyPerson): Promise<void> {
  const { telegram, random, deeds } = busy;
  const group = oneOf(random, busy.groups);
  if (!group) return;
  const choice = random();
  if (choice < 0.06) {
    const update = oneOf(random, telegram.updates);
    if (!update) return;
    deeds.repeats++;
    if (choice < 0.02) await telegram.redeliverEverywhere(update.update_id);
    else await telegram.redeliver(update.update_id);
  } else if (choice < 0.16) await report(busy, group);
  else if (choice < 0.3) await summarize(busy, group);
  else await press(busy, group);
}

/** What somebody can press: everybody's messages, and those that only they see. */
function withButtons(messages: Message[]): Message[] {
  return messages.filter((message) => message.from?.is_bot && buttons(message).length > 0);
}

function openCards(messages: Message[]): Message[] {
  return withButtons(messages).filter((message) =>
    message.ephemeral_message_id === undefined && / [A-Z]+-\d+ ·/.test(plain(message)) &&
    !buttons(message).includes(en.buttons.reopen)
  );
}

/** Buttons that do something at once, and say so; the others open, turn or close something. */
const ACTS: readonly string[] = [
  en.buttons.claim,
  en.buttons.join,
  en.buttons.leave,
  en.buttons.resolve,
  en.buttons.back,
  en.buttons.escalate,
  en.buttons.de_escalate,
  en.buttons.reopen,
  en.buttons.repin,
  en.buttons.false_alarm,
];

async function report({ person, deeds }: BusyPerson, group: Group): Promise<void> {
  if (openCards(group.messages).length >= ENOUGH_OPEN) return;
  deeds.reports++;
  await person.says(group, `/new_issue Trouble number ${deeds.reports}, says ${person.name}`);
}

async function press({ person, random, deeds }: BusyPerson, group: Group): Promise<void> {
  const visible = group.visibleTo(person);
  // Whoever opens much sees many panels; work goes on all the same.
  const message = oneOf(random, random() < 0.5 ? openCards(visible) : withButtons(visible));
  const label = message && oneOf(random, buttons(message));
  if (!message || !label) return;
  deeds.presses++;
  const { text, missing } = await person.presses(message, label);
  if (missing || (text === undefined && ACTS.includes(label))) deeds.unanswered++;
}

async function summarize({ person, deeds }: BusyPerson, group: Group): Promise<void> {
  const asked = openCards(group.messages)
    .filter((card) => buttons(card).includes(en.buttons.back))
    .flatMap((card) => /\b[A-Z]+-\d+\b/.exec(plain(card)) ?? [])
    .map((id) => en.calls.summaryPrompt(id))
    .flatMap((text) => group.messages.find((message) => plain(message).includes(text)) ?? [])
    .find((message) => plain(message).startsWith(person.name));
  if (!asked) return;
  deeds.summaries++;
  await person.says(group, `Mended by ${person.name}`, { replyTo: asked });
}
