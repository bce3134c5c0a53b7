import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { type Status, STATUSES } from "../../src/domain/incident.ts";
import { renderCard, statusName } from "../../src/view/card.ts";
import { en } from "../../src/view/texts/en/en.ts";
import { acme, hana, hugo, MINUTE, NOON, otto } from "../domain/cast.ts";
import { called, claimed, incidentAfter, incidentIn, nudged, reported } from "../domain/history.ts";
import { assertLabels, entities, read } from "./reads.ts";

const card = (status: Status) => renderCard(en, incidentIn(status), acme);

/** Words on the buttons, in order. */
const BUTTONS: Record<Status, readonly string[]> = {
  awaiting_department: ["Dispatch", "Workshop", "More"],
  awaiting_claim: ["Claim", "Escalate", "More"],
  in_progress: ["Join", "Leave", "Resolve", "Escalate", "More"],
  awaiting_summary: ["Back to work", "More"],
  resolved: ["Reopen", "More"],
  closed: ["Reopen", "More"],
};

/** What people read besides the id and the description, which every card has. */
const WORDS: Record<Status, readonly string[]> = {
  awaiting_department: ["Reported by Rita"],
  awaiting_claim: ["Dispatch", "Reported by Rita", "Called"],
  in_progress: ["Dispatch", "Owner: Otto", "Helping: Hana, Hugo"],
  awaiting_summary: ["Owner: Otto", "Helping: Hana, Hugo", "Sami"],
  resolved: ["Owner: Otto", "Replaced the brake line", "Resolved 23 Nov"],
  closed: ["Owner: Otto", "Closed 23 Nov", "Sami can still reply"],
};

for (const status of STATUSES) {
  Deno.test(`the card of ${status} says so, and has just the buttons that work then`, () => {
    const { html, keyboard } = card(status);
    const { text } = read(html);
    const [title = ""] = text.split("\n");
    assertStringIncludes(title, "ACME-42");
    assert(title.endsWith(` · ${statusName(en, incidentIn(status))}`), title);
    assertStringIncludes(text, "Brakes failed on truck 12");
    for (const words of WORDS[status]) assertStringIncludes(text, words);
    assertLabels(keyboard, BUTTONS[status]);
  });
}

Deno.test("every status looks different at a glance", () => {
  const signs = STATUSES.map((status) => read(card(status).html).text.split(" ")[0]);
  assertEquals(new Set(signs).size, STATUSES.length);
});

Deno.test("buttons say in their data which incident they mean, wherever they are pressed", () => {
  for (const status of STATUSES) {
    for (const { data } of card(status).keyboard.flat()) {
      assertEquals(data.split(":")[1], "ACME-42");
    }
  }
  const [first, second] = card("awaiting_department").keyboard.flat();
  assertEquals([first?.data, second?.data], ["department:ACME-42:1", "department:ACME-42:2"]);
});

Deno.test("people are named as links to their profiles, by id", () => {
  const { html } = card("in_progress");
  assertEquals(entities(read(html), "text_mention"), ["Rita", "Otto", "Hana", "Hugo"]);
  for (const { id } of [otto, hana, hugo]) assertStringIncludes(html.source, `user?id=${id}"`);
});

Deno.test("times are ages that keep themselves current, with the time for older clients", () => {
  const { html } = renderCard(en, incidentAfter(reported, called, nudged), acme);
  const stamp = (minutes: number) => `<tg-time unix="${(NOON + minutes * MINUTE) / 1000}"`;
  for (const minutes of [0, 1, 2]) assertStringIncludes(html.source, stamp(minutes));
  assertStringIncludes(read(html).text, "reminded 23 Nov, 12:02 UTC");
});

Deno.test("a card without helpers does not speak of helping", () => {
  const { html } = renderCard(en, incidentAfter(reported, called, claimed), acme);
  assert(!read(html).text.includes(en.card.helping));
});

Deno.test("of many helpers five are named, the rest counted", () => {
  const helpers = Array.from({ length: 60 }, (_, i) => ({ id: 1000 + i, name: `H${i}` }));
  const { html } = renderCard(en, { ...incidentIn("in_progress"), helpers }, acme);
  assertStringIncludes(read(html).text, "H0, H1, H2, H3, H4, and 55 more");
  const five = renderCard(en, { ...incidentIn("in_progress"), helpers: helpers.slice(0, 5) }, acme);
  assert(!read(five.html).text.includes("more"));
});

Deno.test("a long description is folded, a short one is not", () => {
  const quoted = (description: string) => {
    const { html } = renderCard(en, { ...incidentIn("awaiting_claim"), description }, acme);
    return read(html).entities.find(({ type }) => type.endsWith("blockquote"))?.type;
  };
  assertEquals(quoted("x".repeat(280)), "blockquote");
  assertEquals(quoted("x".repeat(281)), "expandable_blockquote");
  assertEquals(quoted("a\nb\nc\nd\ne"), "blockquote");
  assertEquals(quoted("a\nb\nc\nd\ne\nf"), "expandable_blockquote");
});
