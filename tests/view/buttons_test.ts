import { assertEquals } from "@std/assert";
import {
  departmentButtons,
  departmentName,
  filesButton,
  inPairs,
  pageButtons,
} from "../../src/view/buttons.ts";
import { acme } from "../domain/cast.ts";
import { incidentIn } from "../domain/history.ts";
import { en } from "../../src/view/texts/en/en.ts";

const [dispatch, workshop] = acme.departments;
const guarded = {
  ...acme,
  departments: [dispatch!, { ...workshop!, name: "Legal", restricted: true }],
};

Deno.test("departmentName() falls back to the id of a department that is gone", () => {
  assertEquals(departmentName(acme, "2"), "Workshop");
  assertEquals(departmentName(acme, "9"), "9");
});

Deno.test("a department that not everybody may choose wears a lock", () => {
  assertEquals(departmentName(guarded, "1"), "Dispatch");
  assertEquals(departmentName(guarded, "2"), "🔒 Legal");
  const buttons = departmentButtons("department", incidentIn("awaiting_department"), guarded);
  assertEquals(buttons.map(({ text, data }) => [text, data]), [
    ["Dispatch", "department:ACME-42:1"],
    ["🔒 Legal", "department:ACME-42:2"],
  ]);
});

Deno.test("only departments that can be chosen are offered", () => {
  const incident = incidentIn("in_progress");
  const buttons = departmentButtons("move", incident, guarded, new Set(["2"]));
  assertEquals(buttons.map(({ data }) => data), ["move:ACME-42:2"]);
});

Deno.test("what is attached is opened by its count; nothing is by no button", () => {
  const incident = incidentIn("awaiting_claim");
  assertEquals(filesButton(en, incident), []);
  assertEquals(filesButton(en, { ...incident, attachments: 3 }), [
    { text: "📎 3", data: "files:ACME-42" },
  ]);
});

Deno.test("pages are turned only where there are some", () => {
  const turns = (page: number, pages: number) =>
    pageButtons(page, pages, (to) => `page:${to}`).map(({ text, data }) => `${text} ${data}`);
  assertEquals(turns(0, 1), []);
  assertEquals(turns(0, 3), ["▶ page:1"]);
  assertEquals(turns(1, 3), ["◀ page:0", "▶ page:2"]);
  assertEquals(turns(2, 3), ["◀ page:1"]);
});

Deno.test("inPairs() puts two in a row", () => {
  const button = (text: string) => ({ text, data: text });
  const rows = inPairs(["a", "b", "c"].map(button));
  assertEquals(rows.map((row) => row.map(({ text }) => text)), [["a", "b"], ["c"]]);
  assertEquals(inPairs([]), []);
});
