import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { EventType, Happening, IncidentEvent } from "../../src/domain/event.ts";
import type { PersonRef } from "../../src/domain/person.ts";
import { plainText } from "../../src/view/html.ts";
import { timelinePanel } from "../../src/view/timeline.ts";
import { acme, MINUTE, NOON } from "../domain/cast.ts";
import { event, everyEvent } from "./every_event.ts";
import { HOSTILE_NAMES, HOSTILE_TEXTS, hugeCompany, hugePerson, LONGEST_TAGS } from "./hostile.ts";
import { checkKeyboard, entities, labels, read } from "./reads.ts";
import { en } from "../../src/view/texts/en/en.ts";

const ID = { company: "ACME", number: 42 };
const company = { ...acme, timeZone: "Asia/Tokyo" };

function timeline(events: readonly IncidentEvent[], page: number | null = null) {
  const { html, keyboard } = timelinePanel(en, ID, company, events, page);
  const [head, ...rest] = plainText(html).split("\n");
  return { head, rest, keyboard, html };
}

function lineOf(happening: Happening, actor?: PersonRef | null): string {
  const { rest } = timeline([event(happening, actor === undefined ? {} : { actor })]);
  assertEquals(rest.length, 1, "more than one line");
  return rest[0]!;
}

/** What people read of each event after time and name, in each of its forms. */
const SAID: Record<EventType, readonly string[]> = {
  reported: ["reported it: Brakes failed on truck 12"],
  department_chosen: ["called Dispatch"],
  department_changed: ["moved it to Dispatch"],
  claimed: ["claimed it"],
  joined: ["joined"],
  left: ["left"],
  handed_over: ["left; it went to Hana"],
  unclaimed: ["left; nobody works on it"],
  assigned: ["assigned it to Hana"],
  claim_ended: [
    "ended the claim of Hana",
    "ended the claim of Hana",
    "ended the claim of Hana, whose role for it is gone",
    "ended the claim of Hana, whose role for it is gone",
    "ended the claim of Hana, who has left the group",
    "ended the claim of Hana, who has left the group",
  ],
  escalated: ["escalated it: Brakes failed on truck 12", "escalated it"],
  de_escalated: ["gave it back to the department"],
  resolve_pressed: ["resolved it"],
  back_to_work: ["went back to work"],
  summarized: ["gave the summary: Brakes failed on truck 12"],
  closed: ["closed it without a summary"],
  cancelled: [
    "closed it (false alarm)",
    "closed it (duplicate): ABCDEFG8-999999999",
    "closed it (cancelled): Brakes failed on truck 12",
  ],
  reopened: ["reopened it: Brakes failed on truck 12", "reopened it"],
  commented: ["said: Brakes failed on truck 12"],
  comment_edited: ["said instead: Brakes failed on truck 12"],
  attached: [
    "attached a photo",
    "attached a video",
    "attached a document",
    "attached an audio file",
    "attached an animation",
    "attached a voice message",
    "attached a video message",
    "attached a place",
  ],
  description_edited: ["changed the description: Brakes failed on truck 12"],
  priority_set: ["low", "medium", "high", "critical"].map((p) => `set the priority to ${p}`),
  tagged: ["added tags: #brakes #night"],
  untagged: ["removed tags: #brakes #night"],
  repinned: ["had the card pinned again"],
  moved: ["followed the group, which is a supergroup now"],
  checked_in: ["is still on it"],
  snoozed: ["wants no reminders until 23 Nov, 22:00"],
  woken: ["wants reminders again"],
  nudged: [
    "reminded the reporter to choose a department",
    "reminded the department",
    "reminded the managers",
    "asked the owner how it goes",
    "asked for the summary again",
  ],
};

for (const [type, forms] of Object.entries(everyEvent())) {
  Deno.test(`the timeline says when, who and what of ${type}`, () => {
    const expected = SAID[type as EventType].map((said) => `23 Nov, 21:00 Otto ${said}`);
    assertEquals(forms.map((happening) => lineOf(happening)), expected);
  });
}

Deno.test("what the clock did is told of the bot", () => {
  const line = lineOf({ type: "nudged", about: "escalated" }, null);
  assertEquals(line, "23 Nov, 21:00 Tocsin reminded the managers");
});

Deno.test("the end of a snooze is told of the bot, unless somebody wanted it", () => {
  assertEquals(lineOf({ type: "woken" }, null), "23 Nov, 21:00 Tocsin reminds again");
  const routed: Happening = { type: "department_chosen", department: "1" };
  assertEquals(lineOf(routed, null), "23 Nov, 21:00 Tocsin called Dispatch");
  const escalated: Happening = { type: "escalated", reason: null };
  assertEquals(lineOf(escalated, null), "23 Nov, 21:00 Tocsin escalated it");
});

Deno.test("times are those of the company's place, summer and winter", () => {
  const summer = event({ type: "claimed" }, { at: Date.UTC(2026, 6, 1, 23, 30) });
  const winter = event({ type: "left" });
  const places: Record<string, readonly string[]> = {
    "UTC": ["1 Jul, 23:30", "23 Nov, 12:00"],
    "Europe/Berlin": ["2 Jul, 01:30", "23 Nov, 13:00"],
    "America/New_York": ["1 Jul, 19:30", "23 Nov, 07:00"],
  };
  for (const [timeZone, expected] of Object.entries(places)) {
    const { html } = timelinePanel(en, ID, { ...acme, timeZone }, [summer, winter], null);
    assertEquals(entities(read(html), "code"), expected, timeZone);
  }
});

const long = Array.from({ length: 300 }, (_, i) => {
  const said: Happening = { type: "commented", messageId: i, text: `number ${i} of many` };
  return event(said, { at: NOON + i * MINUTE });
});
const pages = () => {
  const all: string[][] = [];
  while (all.length < 99) {
    const { rest, keyboard } = timeline(long, all.length);
    all.push(rest);
    if (!labels(keyboard).flat().includes("▶")) break;
  }
  return all;
};

Deno.test("over its pages the timeline has every event once, the oldest first", () => {
  const all = pages();
  assert(all.length > 2, `${all.length} pages`);
  assertEquals(
    all.flat().map((line) => Number(/number (\d+) of many$/.exec(line)?.[1])),
    long.map((_, i) => i),
  );
});

Deno.test("it opens at its newest events, and pages are turned from there", () => {
  const last = pages().length - 1;
  const newest = timeline(long);
  assertEquals(newest.head, "ACME-42 · history");
  assertStringIncludes(newest.rest.at(-1)!, "number 299 of many");
  assertEquals(labels(newest.keyboard), [["◀"], ["✖️ Close"]]);
  assertEquals(newest.keyboard.flat()[0]?.data, `history:ACME-42:${last - 1}`);
  const middle = timeline(long, 1).keyboard;
  assertEquals(middle.flat().map(({ data }) => data), [
    "history:ACME-42:0",
    "history:ACME-42:2",
    "close",
  ]);
});

Deno.test("a page that is not there any more is the last one", () => {
  assertEquals(timeline(long, 999_999), timeline(long));
  assertEquals(labels(timeline(long.slice(0, 3), 7).keyboard), [["✖️ Close"]]);
});

Deno.test("nobody can write a line of the timeline", () => {
  const text = "ok\n23 Nov, 21:00 Otto claimed it\r\n\u2028\u202e<b>x</b>";
  const line = lineOf({ type: "commented", messageId: 1, text });
  assertEquals(line, "23 Nov, 21:00 Otto said: ok 23 Nov, 21:00 Otto claimed it <b>x</b>");
});

Deno.test("reasons stand there whole; of longer texts there is the beginning", () => {
  const reason = "r".repeat(500);
  assert(lineOf({ type: "escalated", reason }).endsWith(`: ${reason}`));
  const said = lineOf({ type: "commented", messageId: 1, text: "c".repeat(501) });
  assert(said.endsWith(`: ${"c".repeat(499)}…`));
});

Deno.test("every page is valid, whatever people are called and write", () => {
  for (const [kind, name] of Object.entries(HOSTILE_NAMES)) {
    for (const [texts, text] of Object.entries(HOSTILE_TEXTS)) {
      const person = hugePerson(name);
      const forms = everyEvent({ person, text, department: "abcdef59", tags: LONGEST_TAGS });
      const events = Object.values(forms).flat().map((one) => event(one, { actor: person }));
      const id = { company: "ABCDEFG8", number: 999_999_999 };
      const at = hugeCompany(name.trim() || "?");
      for (let page = 0; page < 99; page++) {
        const { html, keyboard } = timelinePanel(en, id, at, events, page);
        try {
          read(html);
          checkKeyboard(keyboard);
        } catch (error) {
          throw new Error(`${kind}, ${texts}, page ${page}: ${error}`, { cause: error });
        }
        if (!labels(keyboard).flat().includes("▶")) break;
      }
    }
  }
});
