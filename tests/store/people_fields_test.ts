/**
 * Where people stand in what is stored. A new field that can hold one fails here: whoever adds it has to
 * say what becomes of it when that person is forgotten (`src/domain/pseudonym.ts`, `src/execute/forget*`)
 * and whether it belongs into `/my_data`.
 */

import { assertEquals } from "@std/assert";
import type { z } from "zod";
import { PersonId, PersonRef } from "../../src/domain/person.ts";
import { keys } from "../../src/store/keys.ts";
import { KINDS } from "../faults/stored_record.ts";

// deno-lint-ignore no-explicit-any -- zod's own description of a schema
type Def = any;

/** What stands where in the schemas: the path of each field that could hold a person. */
function fieldsOf(kind: string, schema: z.ZodType): Set<string> {
  const found = new Set<string>();
  const walk = (at: z.ZodType, path: string) => {
    const def: Def = (at as Def).def;
    if (at === PersonRef) return void found.add(`${path}: person`);
    if (at === PersonId) return void found.add(`${path}: id`);
    switch (def.type) {
      case "object":
        for (const [name, field] of Object.entries(def.shape)) {
          walk(field as z.ZodType, `${path}.${name}`);
        }
        return;
      case "union":
        return def.options.forEach((option: z.ZodType) => walk(option, path));
      case "array":
        return walk(def.element, `${path}[]`);
      case "record":
        found.add(`${path}{}: record`);
        return walk(def.valueType, `${path}{}`);
      case "pipe":
        return walk(def.in, path);
      case "number":
        return void found.add(`${path}: number`);
      default:
        if (def.innerType) walk(def.innerType, path);
    }
  };
  walk(schema, kind);
  return found;
}

/** Keys that typed keys are made of, whatever stands in them. */
function schemas(): [string, z.ZodType][] {
  const parts = ["ACME", 1, 1, 1] as const;
  const special: Record<string, () => z.ZodType> = {
    rate: () => keys.personRate("ACME", 1).schema,
    notice: () => keys.notice(1, "pin").schema,
    chore: () => keys.chore("ACME", "department", "2").schema,
    works: () => keys.works(1, "ACME", "manager").schema,
  };
  return [
    ...Object.entries(KINDS).map(([kind, make]): [string, z.ZodType] => [
      kind,
      special[kind]?.() ?? make(...parts).schema,
    ]),
    ["outbox", keys.outbox([]).schema],
  ];
}

/** Fields that hold people with their names: replaced wherever they are. */
const PEOPLE = [
  "chore.by",
  "group.addedBy",
  "group.request.by",
  "incident.state.endedBy",
  "incident.state.escalation.by",
  "incident.state.escalation.takenBy",
  "incident.state.helpers[]",
  "incident.state.owner",
  "incident.state.reporter",
  "incident.state.snoozed.by",
  "incident.state.comments.newest.by",
  "incident.state.summarizer",
  "history.event.actor",
  "history.event.heir",
  "history.event.person",
  "history.event.to",
  "forgetting.pseudonym",
  "update.outcome.answer.person",
  "update.outcome.refusal.person",
];

/** Ids without names: of records that go whole, or that have a line of their own in the code. */
const IDS = ["act.by", "person.id", "profile.id"];

/** Numbers that are ids of people all the same; each is dealt with by name. */
const NUMBERS_OF_PEOPLE = [
  "administrators.ids[]",
  "dead_letter.chatId",
  "dead_letter.row.content.asks",
  "group.askedToTakeCalls[]",
  "incident.state.guests[]",
  "incident.state.workers[]",
  "outbox.content.asks",
  "queue",
  "handle",
];

/** Maps by something that people choose or are. */
const RECORDS = ["group.people{}", "group.settings.signs{}", "person.shifts{}", "refusals.tried{}"];

/** Last names of fields whose numbers are no people: times, counts, places, messages, groups. */
const NO_PEOPLE = new Set(
  ("schema members dispatchers createdAt retentionDays month day from to at until since chatId " +
    "cardTopicId topicId messageId sourceMessageId version repins calledAt callMessageIds messageIds " +
    "seenAt next told last comment place size latitude longitude number reportedAt editedAt " +
    "nudgedAt nudges count reopened attachments askedAt claimedAt heardAt wokenAt resolvePressedAt " +
    "endedAt updateId replyTo attempts notBefore expiresAt firstAt asked holdUntil failures " +
    "sendsAfter startedAt due chats times toldUntil fetchedAt most days length retryAt updates word " +
    "left failingSince sentAt archivedAt lastRemoved removedAt requestId panelId tried")
    .split(" "),
);

Deno.test("every stored field that can hold a person is known to whoever forgets them", () => {
  const all = schemas().flatMap(([kind, schema]) => [...fieldsOf(kind, schema)]);
  const of = (sort: string) =>
    [...new Set(all.filter((it) => it.endsWith(`: ${sort}`)).map((it) => it.split(": ")[0]!))]
      .sort();
  assertEquals(of("person"), [...PEOPLE].sort());
  assertEquals(of("id"), [...IDS].sort());
  assertEquals(of("record").filter((path) => !isOfPolicy(path)), [...RECORDS].sort());
  const numbers = of("number").filter((path) => !isOfPolicy(path) && !isHealth(path));
  const unknown = numbers.filter((path) => {
    const last = path.split(".").at(-1)!.replaceAll("[]", "").replaceAll("{}", "");
    return !NO_PEOPLE.has(last) && !NUMBERS_OF_PEOPLE.includes(path);
  });
  assertEquals(unknown, []);
  assertEquals(NUMBERS_OF_PEOPLE.filter((path) => !numbers.includes(path)), []);
});

function isOfPolicy(path: string): boolean {
  return path.includes(".policy") || path.includes(".calendar");
}

/** What the program knows of itself. */
function isHealth(path: string): boolean {
  return path.startsWith("health.");
}
