import { assertEquals, assertStringIncludes } from "@std/assert";
import { en } from "../../src/view/texts/en/en.ts";
import { LIST_PAGE, type ListPage, listPanel } from "../../src/view/incident_list.ts";
import { acme } from "../domain/cast.ts";
import { incidentIn } from "../domain/history.ts";
import { HOSTILE_NAMES, HOSTILE_TEXTS, hugeCompany, hugeIncidents } from "./hostile.ts";
import { checkKeyboard, labels, read } from "./reads.ts";

const owned = { incident: incidentIn("in_progress"), company: acme };
const waiting = { incident: { ...incidentIn("awaiting_claim"), number: 7 }, company: acme };
const list = (page: Partial<ListPage>) =>
  listPanel(en, { title: "open", items: [owned, waiting], total: 2, page: 0, ...page });

Deno.test("a list says what it is of, and of each incident its state, gist, person and age", () => {
  assertEquals(read(list({}).html).text.split("\n"), [
    "Open incidents · 2 incidents",
    "🟡 ACME-42 · Dispatch · in progress",
    "Brakes failed on truck 12 · Otto 23 Nov, 12:00 UTC",
    "🔴 ACME-7 · Dispatch · waiting for someone to claim",
    "Brakes failed on truck 12 · Rita 23 Nov, 12:00 UTC",
  ]);
});

Deno.test("each incident is opened by its id, four in a row", () => {
  const items = Array.from({ length: 6 }, (_, i) => ({
    incident: { ...waiting.incident, number: 10 + i },
    company: acme,
  }));
  const { keyboard } = list({ items, total: 6 });
  assertEquals(labels(keyboard), [
    ["ACME-10", "ACME-11", "ACME-12", "ACME-13"],
    ["ACME-14", "ACME-15"],
    ["✖️ Close"],
  ]);
  assertEquals(keyboard[0]![0]!.data, "issue:ACME-10");
});

Deno.test("a long list is turned page by page", () => {
  const turns = (total: number, page: number) =>
    list({ total, page }).keyboard.flat().map(({ data }) => data).filter((d) => d.includes("page"));
  assertEquals(turns(LIST_PAGE, 0), []);
  assertEquals(turns(LIST_PAGE + 1, 0), ["page:1"]);
  assertEquals(turns(3 * LIST_PAGE, 1), ["page:0", "page:2"]);
  assertEquals(turns(3 * LIST_PAGE, 2), ["page:1"]);
});

Deno.test("every list has its title, and says when there is nothing on it", () => {
  const titles = Object.keys(en.list.title) as ListPage["title"][];
  for (const title of titles) {
    const panel = list({ title, items: [], total: 0 });
    const { text } = read(panel.html);
    assertEquals(text, `${en.list.title[title]} · 0 incidents\nThere are none.`);
    assertEquals(labels(panel.keyboard), [["✖️ Close"]]);
  }
  assertStringIncludes(read(list({ total: 1 }).html).text, "· 1 incident\n");
});

Deno.test("every page is valid, whatever the incidents hold", () => {
  for (const [kind, text] of Object.entries(HOSTILE_TEXTS)) {
    for (const [names, name] of Object.entries(HOSTILE_NAMES)) {
      const company = hugeCompany(name.trim() || "?");
      for (const incident of hugeIncidents(name, text)) {
        const items = Array.from({ length: LIST_PAGE }, () => ({ incident, company }));
        const { html, keyboard } = list({ items, total: 200, page: 12 });
        try {
          read(html);
          checkKeyboard(keyboard);
        } catch (error) {
          throw new Error(`${kind}, ${names}, ${incident.status}: ${error}`, { cause: error });
        }
      }
    }
  }
});
