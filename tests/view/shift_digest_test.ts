import { assert, assertEquals } from "@std/assert";
import type { PersonRef } from "../../src/domain/person.ts";
import { MOST_MENTIONS } from "../../src/view/calls.ts";
import { MessageContent, type NewMessage } from "../../src/view/message.ts";
import { type Digest, shiftDigest } from "../../src/view/shift_digest.ts";
import { acme, hana, NOON, otto, YARD } from "../domain/cast.ts";
import { HOSTILE_NAMES, hugeCompany } from "./hostile.ts";
import { entities, read } from "./reads.ts";
import { en } from "../../src/view/texts/en/en.ts";

const mine = (owner: PersonRef, ...numbers: number[]) =>
  numbers.map((number) => ({ number, ownerId: owner.id }));
const unclaimed = (...numbers: number[]) => numbers.map((number) => ({ number, ownerId: 0 }));

const digest: Digest = {
  people: [otto, hana],
  department: "2",
  chatId: YARD,
  incidents: [
    ...unclaimed(3),
    ...mine(otto, 4),
    ...mine({ id: 999, name: "" }, 5),
    ...unclaimed(9),
  ],
  oldestAt: NOON,
};

const lines = ({ content }: NewMessage) => read(content.html).text.split("\n");
const mentions = ({ content }: NewMessage) => entities(read(content.html), "text_mention");
const crowd = (count: number): PersonRef[] =>
  Array.from({ length: count }, (_, i) => ({ id: 1000 + i, name: `M${i}` }));

Deno.test("whoever comes on duty is told how much is open, what is unclaimed, the oldest, and theirs", () => {
  const [message, ...more] = shiftDigest(en, acme, digest);
  assert(message && more.length === 0);
  assertEquals(lines(message), [
    "🕗 A shift of Workshop begins: Otto Hana",
    "Open here: 4, unclaimed: 2.",
    "The oldest: ACME-3, reported 23 Nov, 12:00 UTC",
    "Otto: ACME-4",
  ]);
  assertEquals(mentions(message), ["Otto", "Hana"]);
  const { chatId, order, content } = message;
  assertEquals([chatId, order, content.about, content.keyboard], [YARD, "ping", null, []]);
  assertEquals(content.digest, { department: "2", continues: false });
});

Deno.test("of many incidents of one person the first ten are named, and the rest counted", () => {
  const numbers = Array.from({ length: 13 }, (_, i) => 10 + i);
  const [message] = shiftDigest(en, acme, { ...digest, incidents: mine(otto, ...numbers) });
  const named = numbers.slice(0, 10).map((number) => `ACME-${number}`).join(", ");
  assertEquals(lines(message!).at(-1), `Otto: ${named}, and 3 more`);
  assertEquals(lines(message!)[1], "Open here: 13, unclaimed: 0.");
});

Deno.test("the oldest is named even when it is not known any more when it was reported", () => {
  const [message] = shiftDigest(en, acme, { ...digest, oldestAt: null });
  assertEquals(lines(message!)[2], "The oldest: ACME-3, reported");
});

Deno.test("everybody whose shift begins is mentioned once, five a message", () => {
  for (const [count, expected] of [[1, [1]], [5, [5]], [6, [5, 1]], [12, [5, 5, 2]]] as const) {
    const messages = shiftDigest(en, acme, { ...digest, people: crowd(count) });
    assertEquals(messages.map((message) => mentions(message).length), [...expected]);
    assertEquals(messages.flatMap(mentions), crowd(count).map(({ name }) => name));
    assertEquals(
      messages.map(({ content }) => content.digest),
      expected.map((_, i) => ({ department: "2", continues: i > 0 })),
    );
  }
});

Deno.test("what belongs to each of them is named once, however many there are", () => {
  const people = crowd(12);
  const incidents = people.flatMap((person, i) => mine(person, 100 + i));
  const all = shiftDigest(en, acme, { ...digest, people, incidents }).flatMap(lines);
  for (const [i, { name }] of people.entries()) {
    assertEquals(all.filter((line) => line === `${name}: ACME-${100 + i}`).length, 1, name);
  }
});

Deno.test("every digest is valid and mentions at most five, whatever people are called", () => {
  for (const [kind, name] of Object.entries(HOSTILE_NAMES)) {
    const people = crowd(50).map(({ id }) => ({ id, name }));
    const incidents = Array.from({ length: 1000 }, (_, i) => ({
      number: 999_998_000 + i,
      ownerId: people[i % 50]!.id,
    }));
    const company = hugeCompany(name.trim() || "?");
    const messages = shiftDigest(en, company, {
      ...digest,
      department: "abcdef59",
      people,
      incidents,
    });
    for (const message of messages) {
      assert(mentions(message).length <= MOST_MENTIONS, kind);
      assertEquals(MessageContent.parse(message.content), message.content);
    }
    assertEquals(messages.flatMap(mentions).length, 50, kind);
  }
});
