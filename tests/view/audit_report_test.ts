import { assertEquals, assertStringIncludes } from "@std/assert";
import type { Finding, Findings } from "../../src/domain/audit.ts";
import { auditReport } from "../../src/view/audit_report.ts";
import { en } from "../../src/view/texts/en/en.ts";
import { MessageContent } from "../../src/view/message.ts";
import { HOSTILE_NAMES } from "./hostile.ts";
import { read } from "./reads.ts";

const ALL = Object.keys(en.audit.found) as Finding[];
const lines = (company: string | null, findings: Findings) =>
  read(auditReport(en, company, findings).html).text.split("\n");

Deno.test("the daily check says how often it found what, and with which incidents", () => {
  const report = lines("Acme Logistics", {
    card: { count: 1, incidents: ["ACME-7"], more: false },
    role_lost: { count: 3, incidents: ["ACME-1", "ACME-2"], more: true },
    stray_index: { count: 2, incidents: [], more: false },
  });
  assertEquals(report, [
    "🔧 Daily check of Acme Logistics",
    "• 3 claims ended: the role for it was gone (ACME-1, ACME-2 …)",
    "• 1 card shown anew (ACME-7)",
    "• 2 stray index entries removed",
  ]);
});

Deno.test("every finding has a line of its own", () => {
  const findings = Object.fromEntries(
    ALL.map((one) => [one, { count: 2, incidents: [], more: false }]),
  );
  const [title, ...found] = lines(null, findings);
  assertStringIncludes(title!, "what belongs to no company");
  assertEquals(new Set(found).size, ALL.length);
});

Deno.test("a report is valid, whatever the company is called and however much was found", () => {
  const incidents = Array.from({ length: 10 }, (_, i) => `ABCDEFG8-99999999${i}`);
  const findings = Object.fromEntries(ALL.map((one) => [one, { count: 1e6, incidents }]));
  for (const name of Object.values(HOSTILE_NAMES)) {
    const content = auditReport(en, name, findings);
    read(content.html);
    assertEquals(MessageContent.parse(content), content);
  }
});
