import { assertEquals } from "@std/assert";
import { ReportAction } from "../../src/domain/action.ts";
import { decideReport, type ReportFacts } from "../../src/domain/decide.ts";
import type { Decision } from "../../src/domain/decision.ts";
import type { Happening } from "../../src/domain/event.ts";
import { acme, MINUTE, NOON, YARD } from "./cast.ts";
import { DISPATCHER, MANAGER, MEMBER, NO_ROLES } from "./story.ts";

const single = { ...acme, departments: acme.departments.slice(0, 1) };

function report(description: string, facts: Partial<ReportFacts> = {}) {
  const action = ReportAction.parse({ type: "report", description, sourceMessageId: 7 });
  return decideReport(action, {
    company: acme,
    chatId: YARD,
    number: 42,
    reporters: "anybody",
    standing: NO_ROLES,
    existing: null,
    limit: null,
    ...facts,
  });
}

function reported(description: string, topicId: number | null = null): Happening {
  return {
    type: "reported",
    company: "ACME",
    number: 42,
    chatId: YARD,
    sourceMessageId: 7,
    topicId,
    description,
  };
}

Deno.test("a report in a company with several departments asks for one", () => {
  assertEquals(report("Brakes failed"), { events: [reported("Brakes failed")] });
});

Deno.test("a company's only department is called at once", () => {
  assertEquals(report("Brakes failed", { company: single }), {
    events: [reported("Brakes failed"), { type: "department_chosen", department: "1" }],
  });
});

Deno.test("a report keeps the topic, and what its message carries", () => {
  const attachment = { kind: "photo", fileId: "AgACAgI", size: 9, name: null } as const;
  const action: ReportAction = {
    type: "report",
    description: "Brakes failed",
    sourceMessageId: 7,
    topicId: 5,
    attachment,
  };
  const facts = {
    chatId: YARD,
    number: 42,
    reporters: "anybody" as const,
    standing: NO_ROLES,
    existing: null,
    limit: null,
  };
  assertEquals(decideReport(action, { ...facts, company: single }), {
    events: [
      reported("Brakes failed", 5),
      { type: "attached", messageId: 7, attachment },
      { type: "department_chosen", department: "1" },
    ],
  });
});

Deno.test("a description of nothing that can be seen has no length", () => {
  assertEquals(report("\u200b\u200b\u3164\u2060\ufe0f\u00ad"), {
    refusal: { reason: "too_short", what: "description", length: 0 },
  });
});

Deno.test("a description has 5 to 3,000 characters after trimming; the refusal says how many", () => {
  const refused = (reason: "too_short" | "too_long", length: number): Decision => ({
    refusal: { reason, what: "description", length },
  });
  assertEquals(report("   abcd \n "), refused("too_short", 4));
  assertEquals(report(""), refused("too_short", 0));
  assertEquals(report("x".repeat(3001)), refused("too_long", 3001));
  assertEquals(report(" abcde "), { events: [reported("abcde")] });
  const longest = "x".repeat(3000);
  assertEquals(report(` ${longest} `), { events: [reported(longest)] });
});

Deno.test("a message that was reported already leads to its incident, before anything else", () => {
  const existing = { company: "ACME", number: 3 };
  const limit = { scope: "person", retryAt: NOON, isTold: false } as const;
  assertEquals(report("x", { existing, limit }), {
    refusal: { reason: "already_reported", incident: existing },
  });
});

Deno.test("too many reports, of a person or of a group, are refused with the time of the next", () => {
  for (const scope of ["person", "group"] as const) {
    const limit = { scope, retryAt: NOON + 20 * MINUTE, isTold: scope === "group" };
    assertEquals(report("Brakes failed", { limit }), {
      refusal: { reason: "too_many_reports", ...limit },
    });
  }
});

Deno.test("a group says who may report: anybody, who has a role, or dispatchers and managers", () => {
  const may = (reporters: ReportFacts["reporters"]) =>
    [NO_ROLES, MEMBER, DISPATCHER, MANAGER].map((standing) =>
      "events" in report("Brakes failed", { reporters, standing })
    );
  assertEquals(may("anybody"), [true, true, true, true]);
  assertEquals(may("people"), [false, true, true, true]);
  assertEquals(may("dispatchers"), [false, false, true, true]);
  const limit = { scope: "person", retryAt: NOON, isTold: false } as const;
  assertEquals(report("x", { reporters: "people", limit }), {
    refusal: { reason: "reports_restricted", to: "people" },
  });
});
