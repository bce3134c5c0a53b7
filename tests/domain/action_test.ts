import { assert, assertEquals } from "@std/assert";
import { LaterAction, ReportAction } from "../../src/domain/action.ts";
import { rita } from "./cast.ts";
import { chanceFrom, seedFor } from "./random.ts";
import { randomAction } from "./random_action.ts";

const PHOTO = { kind: "photo", fileId: "AgACAgI", size: 9, name: null } as const;
const attached = { messageId: 9, attachment: PHOTO };

function parsed(action: unknown): unknown {
  return LaterAction.parse(action);
}

Deno.test("an action's texts are trimmed where they come in", () => {
  const note = { type: "cancel", why: { reason: "cancelled", note: "sold" } };
  const trimmed: [unknown, unknown][] = [
    [{ type: "summarize", summary: " fixed \n" }, {
      type: "summarize",
      summary: "fixed",
      attached: null,
    }],
    [{ type: "resolve", summary: "\tfixed " }, { type: "resolve", summary: "fixed" }],
    [{ type: "escalate", reason: " no parts " }, { type: "escalate", reason: "no parts" }],
    [{ type: "reopen", reason: " again " }, { type: "reopen", reason: "again" }],
    [{ type: "cancel", why: { reason: "cancelled", note: " sold " } }, note],
    [{ type: "comment", messageId: 8, text: " a\nb " }, {
      type: "comment",
      messageId: 8,
      text: "a\nb",
    }],
    [{ type: "edit_comment", comment: 3, messageId: 8, text: " a " }, {
      type: "edit_comment",
      comment: 3,
      messageId: 8,
      text: "a",
    }],
    [{ type: "attach", attached, caption: " the line " }, {
      type: "attach",
      attached,
      caption: "the line",
    }],
    [{ type: "edit_description", description: " Brakes " }, {
      type: "edit_description",
      description: "Brakes",
    }],
    [{ type: "edit_source", description: " Brakes " }, {
      type: "edit_source",
      description: "Brakes",
    }],
  ];
  for (const [raw, action] of trimmed) assertEquals(parsed(raw), action);
  const report = { type: "report", description: " Brakes failed ", sourceMessageId: 7 };
  assertEquals(ReportAction.parse(report), {
    type: "report",
    description: "Brakes failed",
    sourceMessageId: 7,
    topicId: null,
    attachment: null,
  });
});

Deno.test("no reason, an empty one and one of blanks are the same", () => {
  for (const type of ["escalate", "reopen"] as const) {
    for (const reason of [{}, { reason: null }, { reason: "" }, { reason: " \n" }]) {
      assertEquals(parsed({ type, ...reason }), { type, reason: null });
    }
  }
  for (const summary of [{}, { summary: "" }, { summary: "  " }]) {
    assertEquals(parsed({ type: "resolve", ...summary }), { type: "resolve", summary: null });
  }
  assertEquals(parsed({ type: "attach", attached }), { type: "attach", attached, caption: "" });
});

Deno.test("tags lose their # and their capitals, and are the same however they are written", () => {
  for (const type of ["tag", "untag"] as const) {
    assertEquals(parsed({ type, tags: ["#Brakes", "brakes", "BRAKES", "#truck"] }), {
      type,
      tags: ["brakes", "truck"],
    });
    assertEquals(parsed({ type, tags: ["Cre\u0300me", "CR\u00c8ME", "Тормоз"] }), {
      type,
      tags: ["cr\u00e8me", "тормоз"],
    });
    assertEquals(parsed({ type, tags: ["##a", "a#b"] }), { type, tags: ["#a", "a#b"] });
  }
});

Deno.test("only what is known of an action is kept", () => {
  assertEquals(parsed({ type: "claim", more: 1 }), { type: "claim" });
  assertEquals(parsed({ type: "cancel", why: { reason: "false_alarm", note: "x" } }), {
    type: "cancel",
    why: { reason: "false_alarm" },
  });
});

Deno.test("a duplicate's company is read in any case", () => {
  const of = { company: "acme", number: 41 };
  assertEquals(parsed({ type: "cancel", why: { reason: "duplicate", of } }), {
    type: "cancel",
    why: { reason: "duplicate", of: { company: "ACME", number: 41 } },
  });
});

Deno.test("what was never an action is none", () => {
  const wrong: unknown[] = [
    { type: "nothing" },
    { type: "report", description: "Brakes failed", sourceMessageId: 7 },
    { type: "choose_department", department: "x".repeat(9) },
    { type: "change_department", department: "A:B" },
    { type: "assign", to: { ...rita, id: 0 } },
    { type: "assign", to: { ...rita, id: -1001 } },
    { type: "set_priority", priority: "urgent" },
    { type: "cancel", why: { reason: "no_summary" } },
    { type: "cancel", why: { reason: "duplicate", of: { company: "ACME", number: 0 } } },
    { type: "release", personId: 5, cause: "revoked" },
    { type: "revoke_claim" },
    { type: "tag", tags: "brakes" },
    { type: "attach", attached: { messageId: 9 } },
    null,
  ];
  for (const value of wrong) {
    assert(!LaterAction.safeParse(value).success, JSON.stringify(value));
  }
});

Deno.test("reading an action twice changes nothing more", () => {
  const chance = chanceFrom(seedFor("random actions"));
  for (let i = 0; i < 2000; i++) {
    const once = LaterAction.parse(randomAction(chance, [rita]));
    assertEquals(LaterAction.parse(once), once);
  }
});
