import { assert, assertEquals } from "@std/assert";
import { personLink } from "../../src/view/person_link.ts";
import { HOSTILE_NAMES } from "./hostile.ts";
import { entities, read } from "./reads.ts";
import { en } from "../../src/view/texts/en/en.ts";

Deno.test("personLink(en) names a person and points to them by id", () => {
  assertEquals(
    personLink(en, { id: 7, name: "Ana & Co" }).source,
    '<a href="tg://user?id=7">Ana &amp; Co</a>',
  );
});

Deno.test("personLink(en) of a person without a name shows the id", () => {
  assertEquals(read(personLink(en, { id: 7, name: "" })).text, "Person 7");
});

Deno.test("personLink(en) is one short mention, whatever the name", () => {
  for (const [kind, name] of Object.entries(HOSTILE_NAMES)) {
    const link = personLink(en, { id: 2 ** 52 - 1, name });
    const formatted = read(link);
    assertEquals(entities(formatted, "text_mention"), [formatted.text], kind);
    assert(link.source.length <= 110, `${kind}: ${link.source.length} characters of markup`);
  }
});
