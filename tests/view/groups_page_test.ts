import { assertEquals, assertStringIncludes } from "@std/assert";
import { groupsPanel, waitingPanel } from "../../src/view/groups_page.ts";
import { CATALOGUES } from "../../src/view/texts/catalogues.ts";
import { en } from "../../src/view/texts/en/en.ts";
import { acme, yard } from "../domain/cast.ts";
import { read } from "./reads.ts";

const page = { page: 0, pages: 1 };

Deno.test("a company's groups are listed without its id, those of several with it", () => {
  const items = [{ group: yard(), open: 2 }];
  const one = read(groupsPanel(en, { company: acme, items, total: 1, ...page }).html).text;
  const several = read(groupsPanel(en, { company: null, items, total: 1, ...page }).html).text;
  const { title, chatId, company } = yard();
  assertStringIncludes(one, `\n${title} · ${chatId}\n`);
  assertStringIncludes(several, `\n${title} · ${company} · ${chatId}\n`);
});

Deno.test("where there is no group the list says so, in every language", () => {
  for (const texts of Object.values(CATALOGUES)) {
    const { html } = groupsPanel(texts, { company: acme, items: [], total: 0, ...page });
    assertEquals(read(html).text.split("\n").at(-1), texts.groups.none);
  }
});

Deno.test("whoever decides on groups reads that none waits", () => {
  const { html } = waitingPanel(en, { companies: [], items: [], ...page });
  assertStringIncludes(read(html).text, en.groups.nobodyWaits);
});
