/** Looking about: menus, histories, files, lists, and data that the bot never wrote. Nothing changes. */

import { assertEquals } from "@std/assert";
import { assertFits } from "./checks.ts";
import { cardOf, lastPrivate } from "./by_press.ts";
import { aScene } from "./pick.ts";
import { rest } from "./rest.ts";
import type { Stage } from "./stage.ts";
import { straysAmong } from "./writes.ts";

const OPENS = [
  "more",
  "assign",
  "change",
  "priority",
  "cancel",
  "duplicate",
  "history",
  "history",
  "issue",
  "issue",
  "files",
];
const LISTS = ["/issues", "/issue", "/history", "/find brakes", "/mine", "/help"];
const NONSENSE = [
  "",
  ":",
  "claim",
  "claim:ACME-0",
  "claim:ACME-1:2",
  "to:ACME-1:-5",
  "set:ACME-1:urgent",
  "department:ACME-1:../x",
  "constructor:ACME-1",
];
const NO_WORDS = ["/priority ACME-1 urgent", "/tag ACME-1", "/resolve", "/comment ACME-1"];

/** Somebody looks at something, or sends nonsense. */
export async function look(stage: Stage): Promise<void> {
  const { chance, program: { telegram }, writes } = stage;
  const { who, where, told } = aScene(stage);
  const { company } = told.id;
  const card = where === told.site ? cardOf(stage, told) : undefined;
  const place = where?.group ?? who.private;
  writes.take();
  const calls = telegram.calls.length;
  const luck = chance.below(8);
  const words = luck === 0
    ? chance.pick(NO_WORDS)
    : luck < 3
    ? `${chance.pick(LISTS)} ${chance.pick(["", told.name])}`.trim()
    : null;
  const data = luck === 3
    ? chance.pick(NONSENSE)
    : `${chance.pick(OPENS)}:${told.name}${chance.pick(["", ":0"])}`;
  const what = `${who.name} looks: ${words ?? data} (${company}, ${where?.group.title})`;
  if (words) await who.says(place, words);
  else await who.presses(card ?? lastPrivate(who), "", { data });
  await rest(stage);
  const strays = straysAmong(writes.take(), { incidents: [], company, chatId: 0 });
  assertEquals(strays, [], what);
  assertFits(telegram.calls.slice(calls), what);
}
