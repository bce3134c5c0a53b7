import { assertEquals, assertThrows } from "@std/assert";
import {
  CompanyId,
  deriveCompanyId,
  formatIncidentId,
  parseIncidentId,
} from "../../src/domain/ids.ts";

Deno.test("CompanyId takes 2 to 8 of A-Z 0-9, a letter first, in any case", () => {
  for (const [text, id] of [["acme", "ACME"], [" Ab ", "AB"], ["A1234567", "A1234567"]]) {
    assertEquals(CompanyId.parse(text), id);
  }
  for (const text of ["", "A", "A12345678", "1AB", "A-B", "ÄCME", "A B"]) {
    assertThrows(() => CompanyId.parse(text));
  }
});

Deno.test("an incident id is read as it is written, in any case", () => {
  for (
    const id of [{ company: "ACME", number: 42 }, { company: "ABCDEFG8", number: 999_999_999 }]
  ) {
    assertEquals(parseIncidentId(formatIncidentId(id)), id);
    assertEquals(parseIncidentId(` ${formatIncidentId(id).toLowerCase()}\n`), id);
  }
});

Deno.test("parseIncidentId() gives null for anything else", () => {
  const wrong = [
    "",
    "42",
    "ACME",
    "ACME-",
    "ACME-0",
    "ACME-042",
    "ACME--1",
    "ACME-1.5",
    "ACME-1e3",
    "ACME-1 2",
    "A-1",
    "1ACME-1",
    "TOOLONGID-1",
    "ACME-1234567890",
    "ACME-٤٢",
  ];
  for (const text of wrong) assertEquals(parseIncidentId(text), null, text);
});

const free = () => false;
const among = (...ids: string[]) => (id: string) => ids.includes(id);

Deno.test("deriveCompanyId() takes the first letters and digits of the name", () => {
  assertEquals(deriveCompanyId("Acme", free), "ACME");
  assertEquals(deriveCompanyId("Crème & Söhne GmbH", free), "CREMESOH");
  assertEquals(deriveCompanyId("1. FC Köln", free), "FCKOLN");
  assertEquals(deriveCompanyId("24/7 Taxi 24", free), "TAXI24");
});

Deno.test("deriveCompanyId() makes one up for a name without letters that an id can have", () => {
  for (const name of ["", "!", "Я", "东京物流", "🚚🚚", "42"]) {
    assertEquals(deriveCompanyId(name, free), "CO", name);
  }
});

Deno.test("deriveCompanyId() counts on until one is free, within 8 characters", () => {
  assertEquals(deriveCompanyId("Acme", among("ACME")), "ACME2");
  assertEquals(deriveCompanyId("Acme", among("ACME", "ACME2", "ACME3")), "ACME4");
  assertEquals(deriveCompanyId("Longnames", among("LONGNAME")), "LONGNAM2");
  const taken = new Set(["LONGNAME"]);
  for (let n = 2; n <= 10; n++) taken.add(deriveCompanyId("Longnames", (id) => taken.has(id)));
  assertEquals(taken.has("LONGNA10"), true);
  for (const id of taken) assertEquals(CompanyId.parse(id), id);
});

Deno.test("deriveCompanyId() gives up with nothing when all are taken", () => {
  assertEquals(deriveCompanyId("Acme", () => true), "");
});
