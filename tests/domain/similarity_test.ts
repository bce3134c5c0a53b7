import { assert, assertEquals } from "@std/assert";
import { mostSimilar, similarity } from "../../src/domain/similarity.ts";

Deno.test("similarity() ignores case, punctuation and the way accents are written", () => {
  assertEquals(similarity("Acme Logistics", "ACME  logistics!"), 1);
  assertEquals(similarity("Tōkyō", "Tōkyō"), 1);
  assertEquals(similarity("Acme", "Globex"), 0);
});

Deno.test("similarity() is the same both ways, from 0 to 1, whatever the names", () => {
  const names = ["", " ", "!", "A", "Acme", "Acme Logistics", "Я", "东京物流", "🚚", "\ud800"];
  for (const a of names) {
    for (const b of names) {
      const score = similarity(a, b);
      assertEquals(score, similarity(b, a));
      assert(score >= 0 && score <= 1, `${a} / ${b}: ${score}`);
    }
  }
});

const companies = [
  { id: "ACME", name: "Acme Logistics" },
  { id: "ACM2", name: "Acme Logistic" },
  { id: "GLOB", name: "Globex" },
  { id: "ACM3", name: "Acme Lodgings" },
  { id: "ACM4", name: "Acme Logistics Ltd" },
];

Deno.test("mostSimilar() has at most three, most alike first", () => {
  const found = mostSimilar("acme logistics", companies).map(({ id }) => id);
  assertEquals(found[0], "ACME");
  assertEquals(found.length, 3);
  assert(!found.includes("GLOB"));
});

Deno.test("mostSimilar() knows a company by its id too, and a stranger by nothing", () => {
  assertEquals(mostSimilar("glob", companies).map(({ id }) => id), ["GLOB"]);
  assertEquals(mostSimilar("Initech", companies), []);
});

Deno.test("mostSimilar() sees a typing mistake through", () => {
  assertEquals(mostSimilar("Globx", companies).map(({ id }) => id), ["GLOB"]);
});
