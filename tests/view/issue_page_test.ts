import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Happening, IncidentEvent } from "../../src/domain/event.ts";
import type { Incident } from "../../src/domain/incident.ts";
import { withoutControls } from "../../src/domain/text.ts";
import { renderCard } from "../../src/view/card.ts";
import { plainText } from "../../src/view/html.ts";
import { type IssueFacts, issuePanel } from "../../src/view/issue_page.ts";
import type { Panel } from "../../src/view/menu.ts";
import { acme, hana, MINUTE, NOON } from "../domain/cast.ts";
import { incidentIn } from "../domain/history.ts";
import { event } from "./every_event.ts";
import { HOSTILE_NAMES, HOSTILE_TEXTS, hugeCompany, hugeIncidents, hugePerson } from "./hostile.ts";
import { checkKeyboard, entities, labels, read } from "./reads.ts";
import { en } from "../../src/view/texts/en/en.ts";

const company = { ...acme, timeZone: "Europe/Berlin" };
const resolved = incidentIn("resolved");

const commented = (messageId: number, text: string): Happening => ({
  type: "commented",
  messageId,
  text,
});

function facts(incident: Incident, happenings: readonly Happening[] = []): IssueFacts {
  const events = happenings.map((one, i) => event(one, { actor: hana, at: NOON + i * MINUTE }));
  return { incident, company, events, link: null, actions: [] };
}

/** All pages, turned one after the other. */
function turned(given: IssueFacts): Panel[] {
  const panels: Panel[] = [];
  while (panels.length < 99) {
    const panel = issuePanel(en, given, panels.length);
    panels.push(panel);
    if (!labels(panel.keyboard).flat().includes("▶")) break;
  }
  return panels;
}

/** What stands below the card's lines, one page after the other. */
function bodies(given: IssueFacts): string[] {
  const head = plainText(renderCard(en, given.incident, given.company, { withTexts: false }).html);
  return turned(given).map(({ html }) => {
    const text = plainText(html);
    assert(text.startsWith(`${head}\n\n`), "a page without the card's lines");
    return text.slice(head.length + 2);
  });
}

Deno.test("an incident is shown whole: description, what was said, summary", () => {
  const given = facts(resolved, [commented(1, "Tow truck is here"), commented(2, "Gone\nagain")]);
  assertEquals(bodies(given), [[
    "What happened: Brakes failed on truck 12",
    "💬 Hana, 23 Nov, 13:00: Tow truck is here",
    "💬 Hana, 23 Nov, 13:01: Gone\nagain",
    "Summary: Replaced the brake line",
    "",
  ].join("\n")]);
  assertEquals(entities(read(issuePanel(en, given, 0).html), "bold").slice(1), [
    "What happened:",
    "💬 Hana, 23 Nov, 13:00:",
    "💬 Hana, 23 Nov, 13:01:",
    "Summary:",
  ]);
});

Deno.test("a comment reads as it was edited last", () => {
  const edited = (comment: number, text: string): Happening => ({
    type: "comment_edited",
    comment,
    text,
  });
  const [body] = bodies(facts(incidentIn("in_progress"), [
    { type: "claimed" },
    commented(0, "Tow truck is here"),
    commented(0, "Driver is fine"),
    edited(2, "Tow truck is hree"),
    { type: "joined" },
    commented(0, "Gone"),
    edited(2, "Tow truck is there"),
    edited(6, "Gone again"),
  ]));
  assertEquals(body!.split("\n").slice(1, 4), [
    "💬 Hana, 23 Nov, 13:01: Tow truck is there",
    "💬 Hana, 23 Nov, 13:02: Driver is fine",
    "💬 Hana, 23 Nov, 13:05: Gone again",
  ]);
});

Deno.test("a text that fits a page stands there as it was written, without a break of ours", () => {
  const description = "Brakes failed on truck 12. ".repeat(111).trim();
  assertEquals(bodies(facts({ ...incidentIn("in_progress"), description })), [
    `What happened: ${description}\n`,
  ]);
});

Deno.test("what does not fit goes on where a word ends, on the next page", () => {
  const summary = "Replaced it all. ".repeat(117).trim();
  const description = "Brakes failed on truck 12. ".repeat(111).trim();
  const pages = bodies(facts({ ...resolved, description, summary }));
  assertEquals(pages.length, 2);
  assertEquals(pages.join(""), `What happened: ${description}\nSummary: ${summary}\n`);
  assert(pages[0]!.endsWith(" "), JSON.stringify(pages[0]!.slice(-20)));
});

/** Telegram drops blanks at the end of a message. */
const solid = (text: string) => text.replace(/\s+/g, "");

Deno.test("nothing is cut: over the pages stands every character that anybody wrote", () => {
  for (const [kind, text] of Object.entries(HOSTILE_TEXTS)) {
    const comments = Array.from({ length: 5 }, (_, i) => commented(i, text.slice(i)));
    const summary = text.slice(0, 2000);
    const incident = { ...resolved, description: text, summary };
    const all = solid(bodies(facts(incident, comments)).join(""));
    const written = [text, ...comments.map((_, i) => text.slice(i)), summary]
      .map((one) => solid(withoutControls(one)));
    let at = 0;
    for (const one of written) {
      const found = all.indexOf(one, at);
      assert(found >= 0, `${kind}: cut`);
      at = found + one.length;
    }
  }
});

Deno.test("its card is one tap away, and what may be done stands under every page", () => {
  const given: IssueFacts = {
    ...facts(incidentIn("in_progress"), [commented(1, "x".repeat(4096))]),
    link: "https://t.me/c/1234567890/7/55",
    actions: [[{ text: "Join", data: "join:ACME-42" }]],
  };
  const [first, second, ...others] = turned(given);
  assertStringIncludes(
    first!.html.source,
    `\n\n<a href="https://t.me/c/1234567890/7/55">Open the card</a>\n<b>What happened:</b>`,
  );
  assertEquals(others.length, 0);
  assertEquals(labels(first!.keyboard), [["Join"], ["▶"], ["✖️ Close"]]);
  assertEquals(labels(second!.keyboard), [["Join"], ["◀"], ["✖️ Close"]]);
  assertEquals(first!.keyboard.flat()[1]?.data, "issue:ACME-42:1");
  assertEquals(second!.keyboard.flat()[1]?.data, "issue:ACME-42:0");
  assertEquals(issuePanel(en, given, 999_999), second);
});

Deno.test("every page is valid, whatever the incident holds", () => {
  for (const [kind, text] of Object.entries(HOSTILE_TEXTS)) {
    for (const name of [HOSTILE_NAMES["200 ampersands"]!, HOSTILE_NAMES["quotes"]!, ""]) {
      const at = hugeCompany(name || "?");
      const actor = hugePerson(name);
      const events: IncidentEvent[] = [text, "x".repeat(4096)]
        .map((said, i) => event(commented(i, said), { actor }));
      for (const incident of hugeIncidents(name, text)) {
        const given = {
          incident,
          company: at,
          signs: {},
          events,
          link: "https://t.me/c/1/2/3",
          actions: [],
        };
        for (const { html, keyboard } of turned(given)) {
          try {
            read(html);
            checkKeyboard(keyboard);
          } catch (error) {
            throw new Error(`${kind}, ${incident.status}: ${error}`, { cause: error });
          }
        }
      }
    }
  }
});
