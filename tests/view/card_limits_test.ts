import { assert, assertEquals } from "@std/assert";
import { type Incident, STATUSES } from "../../src/domain/incident.ts";
import { renderCard } from "../../src/view/card.ts";
import { acme } from "../domain/cast.ts";
import { incidentIn } from "../domain/history.ts";
import {
  HOSTILE_NAMES,
  HOSTILE_TEXTS,
  hugeCompany,
  hugeIncident,
  hugeIncidents,
} from "./hostile.ts";
import { checkKeyboard, entities, read } from "./reads.ts";
import { en } from "../../src/view/texts/en/en.ts";
import { CATALOGUES } from "../../src/view/texts/catalogues.ts";

function check(incident: Incident, company: typeof acme, what: string): void {
  for (const [locale, texts] of Object.entries(CATALOGUES)) {
    try {
      const { html, keyboard } = renderCard(texts, incident, company);
      read(html);
      checkKeyboard(keyboard);
    } catch (error) {
      throw new Error(`${locale}, ${what}, ${incident.status}: ${error}`, { cause: error });
    }
  }
}

for (const [kind, text] of Object.entries(HOSTILE_TEXTS)) {
  Deno.test(`a card is valid for a description of ${kind}, whatever else it holds`, () => {
    for (const [names, name] of Object.entries(HOSTILE_NAMES)) {
      const company = hugeCompany(name.trim() || "?");
      for (const incident of hugeIncidents(name, text)) {
        check(incident, company, `names of ${names}`);
      }
    }
  });

  Deno.test(`a card is valid for a summary of ${kind}, whatever the description`, () => {
    for (const [descriptions, description] of Object.entries(HOSTILE_TEXTS)) {
      const resolved = hugeIncident("resolved", HOSTILE_NAMES["200 ampersands"]!, description);
      assert(resolved.status === "resolved");
      const incident = { ...resolved, summary: text.slice(0, 2000) };
      check(incident, hugeCompany("&".repeat(40)), `description of ${descriptions}`);
    }
  });
}

const PLAIN = "brakes ".repeat(429).slice(0, 3000);

Deno.test("what fits is shown whole: 3,000 characters without a summary", () => {
  for (const status of STATUSES) {
    const { html } = renderCard(
      en,
      { ...incidentIn(status), description: PLAIN } as Incident,
      acme,
    );
    assertEquals(entities(read(html), "expandable_blockquote")[0]?.trim(), PLAIN.trim(), status);
  }
});

Deno.test("a summary of 2,000 characters is shown whole beside a short description", () => {
  const summary = "w".repeat(2000);
  const { html } = renderCard(en, { ...incidentIn("resolved"), summary }, acme);
  assertEquals(entities(read(html), "expandable_blockquote"), [summary]);
});

Deno.test("when both are too long, both are cut, and both still say something", () => {
  for (const letter of ["x", "&"]) {
    const incident = {
      ...incidentIn("resolved"),
      description: letter.repeat(3000),
      summary: letter.repeat(2000),
    };
    const quotes = entities(read(renderCard(en, incident, acme).html), "expandable_blockquote");
    assertEquals(quotes.length, 2);
    for (const quote of quotes) {
      assert(quote.length > 300, `only ${quote.length} characters are left`);
      if (letter === "&") assert(quote.endsWith("…"));
    }
  }
});

Deno.test("what is cut ends in an ellipsis, never in half a character or half a reference", () => {
  for (let odd = 0; odd < 8; odd++) {
    const description = `${"&".repeat(odd)}${"🔥".repeat(200)}${"&".repeat(2000)}`;
    const { html } = renderCard(en, { ...incidentIn("closed"), description }, acme);
    const [quote = ""] = entities(read(html), "expandable_blockquote");
    assert(quote.endsWith("&…"));
    assert(description.startsWith(quote.slice(0, -1)));
  }
});

Deno.test("whatever else an incident holds, of description and summary something is left", () => {
  for (const name of Object.values(HOSTILE_NAMES)) {
    for (const incident of hugeIncidents(name, "&".repeat(3000))) {
      const { html } = renderCard(en, incident, hugeCompany(name.trim() || "?"));
      const quotes = entities(read(html), "expandable_blockquote");
      assertEquals(quotes.length, "summary" in incident ? 2 : 1);
      for (const quote of quotes) {
        assert(quote.length >= 80 && quote.endsWith("…"), `${quote.length} characters`);
      }
    }
  }
});

Deno.test("of long reasons and comments the card shows the beginning, on one line", () => {
  const text = "The brakes\nfailed again. ".repeat(20);
  const otto = { id: 102, name: "Otto" };
  const escalation = {
    at: 0,
    by: otto,
    reason: text,
    calledAt: 0,
    nudgedAt: null,
    nudges: 0,
    takenBy: null,
  };
  const comments = { count: 1, newest: { by: otto, comment: 9, line: text } };
  const incident = { ...incidentIn("in_progress"), escalation, comments };
  const lines = read(renderCard(en, incident, acme).html).text.split("\n");
  const line = (sign: string) => lines.find((one) => one.startsWith(sign)) ?? "";
  for (const [sign, most] of [["🔺", 200], ["💬", 120]] as const) {
    const shown = line(sign).split(": ").at(-1)!;
    assert(shown.startsWith("The brakes failed again. The"), shown);
    assert(shown.endsWith("…") && shown.length <= most, shown);
  }
});
