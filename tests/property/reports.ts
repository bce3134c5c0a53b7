/** Reports: by a command, with a photo, of what somebody else said, a second time, where there is no group. */

import { assert, assertEquals } from "@std/assert";
import type { Message } from "grammy/types";
import { keys } from "../../src/store/keys.ts";
import { newModel } from "../domain/model.ts";
import { refusalByModel } from "../domain/model_verdict.ts";
import type { Person } from "../simulator/simulator.ts";
import { stored } from "../stories/stored.ts";
import { assertFits, assertTold } from "./checks.ts";
import { deliverAgain } from "./again.ts";
import { DEPARTMENTS } from "./cast.ts";
import { rest } from "./rest.ts";
import type { Said, Site, Stage } from "./stage.ts";
import { aDescription } from "./texts.ts";
import { straysAmong } from "./writes.ts";

interface Report {
  description: string;
  attachments: number;
  /** It can't be one: there is no group, or it was reported before. */
  isVain: boolean;
  /** Reports; the message that it is made from comes back. */
  say(): Promise<Said>;
}

async function aReport(stage: Stage, site: Site, who: Person): Promise<Report> {
  const { chance, incidents } = stage;
  const description = aDescription(chance);
  const usual = { description, attachments: 0, isVain: false };
  const command = `/new_issue ${description}`;
  const said = (message: Message, by = who): Said => ({ message, by, isComment: false });
  const known = [...incidents.values()].filter((it) => it.site === site).map((it) => it.source);
  const luck = chance.below(8);
  if (luck === 0) {
    const other = chance.pick(site.members);
    const replyTo = await other.says(site.group, description);
    const say = async () => {
      await who.says(site.group, "/new_issue", { replyTo });
      return said(replyTo, other);
    };
    return { ...usual, say };
  }
  if (luck === 1 && known.length > 0) {
    const source = chance.pick(known);
    const say = async () => {
      await who.says(site.group, "/new_issue Once more", { replyTo: source.message });
      return source;
    };
    return { ...usual, isVain: true, say };
  }
  if (luck === 2) {
    return { ...usual, isVain: true, say: async () => said(await who.says(who.private, command)) };
  }
  if (luck === 3 && command.length <= 1024) {
    const photo = { photo: {}, caption: command };
    return { ...usual, attachments: 1, say: async () => said(await who.sends(site.group, photo)) };
  }
  return { ...usual, say: async () => said(await who.says(site.group, command)) };
}

/** Somebody reports something. */
export async function report(stage: Stage): Promise<void> {
  const { chance, program, incidents, tally, writes } = stage;
  const { telegram, clock } = program;
  const site = chance.pick(stage.sites);
  const { company } = site;
  const who = chance.pick(site.members);
  const { description, attachments, isVain, say } = await aReport(stage, site, who);
  const number = ((await stored(program, keys.lastNumber(company)))?.last ?? 0) + 1;
  const name = `${company}-${number}`;
  const fresh = newModel(description, DEPARTMENTS[company].length === 1 ? "1" : null);
  const model = {
    ...fresh,
    attachments,
    reporter: { id: who.id, name: who.name },
    clock: fresh.clock && clock.now(),
  };
  const isDone = !isVain && isDescription(description);
  const what = `report by ${who.name} in ${site.group.title}: ${description.slice(0, 100)}`;
  writes.take();
  const [calls, updates] = [telegram.calls.length, telegram.updates.length];
  const source = await say();
  await rest(stage);
  const reach = { incidents: isDone ? [name] : [], company, chatId: site.group.id };
  assertEquals(straysAmong(writes.take(), reach), [], what);
  tally.count({ action: "report", way: "command", done: isDone });
  assertFits(telegram.calls.slice(calls), what);
  if (isDone) {
    const told = { id: { company, number }, name, site, model, source, said: [] };
    incidents.set(name, told);
    await assertTold(stage, told, what);
  } else {
    assert(await stored(program, keys.incident({ company, number })) === null, what);
  }
  const own = telegram.updates.slice(updates);
  await deliverAgain(stage, own, { who, toast: undefined, isDone, what });
}

/** The words of an incident and those of an edit have the same limits. */
function isDescription(description: string): boolean {
  const model = newModel("Something else", "1");
  const facts = {
    now: 0,
    actor: model.reporter,
    roles: new Map(),
    nobodyTakesCalls: false,
    otherNumber: null,
  };
  return refusalByModel(model, { type: "edit_description", description }, facts) === null;
}
