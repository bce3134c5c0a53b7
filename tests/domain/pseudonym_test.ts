import { assert, assertEquals } from "@std/assert";
import { IncidentEvent } from "../../src/domain/event.ts";
import { fold } from "../../src/domain/evolve.ts";
import { PersonRef } from "../../src/domain/person.ts";
import {
  FIRST_PSEUDONYM,
  isPseudonym,
  mentions,
  pseudonymOf,
  replacePerson,
} from "../../src/domain/pseudonym.ts";
import { personLink } from "../../src/view/person_link.ts";
import { en } from "../../src/view/texts/en/en.ts";
import { otto, rita } from "./cast.ts";
import { event, EVENT_TYPES } from "./events.ts";
import { reported } from "./history.ts";

const NEW = pseudonymOf(0xabc3f2a);

Deno.test("a pseudonym is an id that nobody at Telegram can have, and a name that says nothing", () => {
  for (const chance of [0, 1, 2 ** 52 - 1]) {
    const { id, name } = PersonRef.parse(pseudonymOf(chance));
    assert(id >= FIRST_PSEUDONYM && isPseudonym(id));
    assertEquals(name.length, 7);
  }
  assertEquals(NEW, { id: FIRST_PSEUDONYM + 0xabc3f2a, name: "👤 3f2a" });
  assert(!isPseudonym(2 ** 52 - 1));
});

Deno.test("a pseudonym's name is no link, so that nobody is notified by it", () => {
  assertEquals(personLink(en, NEW).source, "👤 3f2a");
  assertEquals(personLink(en, rita).source, `<a href="tg://user?id=${rita.id}">Rita</a>`);
});

Deno.test("a person is replaced in every field of every event, and in nothing else", () => {
  for (const type of EVENT_TYPES) {
    for (const actor of [otto, null]) {
      const before = event(type, actor);
      // Everybody in it is the same person.
      const all = IncidentEvent.parse(
        JSON.parse(
          JSON.stringify(before).replace(
            /\{"id":\d+,"name":"[^"]*"\}/g,
            () => JSON.stringify(otto),
          ),
        ),
      );
      const after = IncidentEvent.parse(replacePerson(all, otto.id, NEW));
      const text = JSON.stringify(after);
      assert(!text.includes(JSON.stringify(otto)), text);
      assertEquals(text.replaceAll(JSON.stringify(NEW), JSON.stringify(otto)), JSON.stringify(all));
    }
  }
});

Deno.test("a record without the person stays the same object", () => {
  const record = { a: [rita], b: { workers: [rita.id] }, c: otto.id, d: null };
  assert(replacePerson(record, otto.id, NEW) === record);
  assertEquals([mentions(record, otto.id), mentions(record, rita.id)], [false, true]);
  assertEquals(replacePerson(record, rita.id, NEW), {
    ...record,
    a: [NEW],
    b: { workers: [NEW.id] },
  });
});

Deno.test("a history with a pseudonym comes to the state with that pseudonym", () => {
  const by = { actor: otto, at: 1, updateId: 1 };
  const history: IncidentEvent[] = [
    { ...reported[0], actor: rita, at: 1, updateId: 1 },
    { type: "department_chosen", department: "1", ...by },
    { type: "claimed", asGuest: true, ...by },
    { type: "commented", messageId: 8, text: "Otto is on his way", ...by },
    { type: "snoozed", until: 5, ...by },
    { type: "escalated", reason: null, ...by },
  ];
  const state = fold(history)!;
  const after = replacePerson(state, otto.id, NEW);
  assertEquals(fold(replacePerson(history, otto.id, NEW)), after);
  assert(!JSON.stringify(after).includes(JSON.stringify(otto.id)));
  assert(JSON.stringify(after).includes("Otto is on his way"), "what people wrote stays");
});
