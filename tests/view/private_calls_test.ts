import { assertEquals } from "@std/assert";
import type { EventType, Happening } from "../../src/domain/event.ts";
import type { Incident } from "../../src/domain/incident.ts";
import type { Told } from "../../src/domain/matter.ts";
import { MessageContent } from "../../src/view/message.ts";
import { announceInPrivate } from "../../src/view/private_calls.ts";
import { en } from "../../src/view/texts/en/en.ts";
import { acme, hana, MINUTE, NOON, otto } from "../domain/cast.ts";
import { incidentIn } from "../domain/history.ts";
import { event, everyEvent } from "./every_event.ts";
import { HOSTILE_NAMES, HOSTILE_TEXTS, hugeCompany, hugeIncidents, hugePerson } from "./hostile.ts";
import { checkKeyboard, entities, labels, read } from "./reads.ts";

const AT = NOON + 16 * MINUTE;
const escalated: Happening = { type: "escalated", reason: null };
const inSupergroup = { chatId: -1_001_234_567_890 };
const waiting = { ...incidentIn("awaiting_claim"), ...inSupergroup };
const card = { messageId: 55, topicId: null };

function said(
  happening: Happening,
  incident: Incident = waiting,
  options: Partial<Parameters<typeof announceInPrivate>[3]> = {},
) {
  const context = { company: acme, group: { title: "Yard" }, card, to: told(11), ...options };
  return announceInPrivate(en, event(happening, { at: AT }), incident, context);
}

/** Somebody who is told. */
function told(id: number, more: Partial<Told> = {}): Told {
  return { id, profile: null, matter: "ping", actions: ["claim"], maySee: true, ...more };
}

function lines(...saying: Parameters<typeof said>): string[] {
  return read(said(...saying)[0]!.content.html).text.split("\n");
}

Deno.test("managers are told in private what has escalated and why, at which company", () => {
  assertEquals(lines({ type: "escalated", reason: "No parts\nleft" }), [
    "🔺 ACME-42 has escalated: “Brakes failed on truck 12” Who takes over?",
    "Why: No parts left",
    "Acme Logistics",
    "Open the card",
  ]);
  assertEquals(lines(escalated).length, 3);
});

Deno.test("each of them is told once, with the buttons that they may press", () => {
  const to = [told(11), told(12, { actions: [] }), told(13, { actions: ["resolve", "leave"] })];
  const messages = to.flatMap((one) => said(escalated, waiting, { to: one }));
  assertEquals(messages.map(({ chatId, order }) => [chatId, order]), [
    [11, "ping"],
    [12, "ping"],
    [13, "ping"],
  ]);
  const data = messages.map(({ content }) => content.keyboard.flat().map((it) => it.data));
  assertEquals(data, [["claim:ACME-42"], [], ["resolve:ACME-42", "leave:ACME-42"]]);
  for (const { content } of messages) {
    assertEquals(content.about, {
      incident: { company: "ACME", number: 42 },
      role: "private_call",
      continues: false,
      onlyWhile: ["awaiting_claim"],
    });
  }
});

Deno.test("as long as no manager comes they are reminded, with how long it has been", () => {
  const [first] = lines({ type: "nudged", about: "escalated" });
  assertEquals(
    first,
    "🔺 ACME-42 has waited for a manager for 15 minutes: “Brakes failed on truck 12”",
  );
  const escalation = {
    at: NOON + MINUTE,
    by: otto,
    reason: null,
    calledAt: NOON + MINUTE,
    nudgedAt: null,
    nudges: 0,
    takenBy: null,
  };
  const working = { ...incidentIn("in_progress"), escalation };
  assertEquals(
    lines({ type: "nudged", about: "escalated" }, working)[0],
    first,
  );
});

Deno.test("when it escalates by itself, managers read in private that nobody has claimed it", () => {
  const [message] = announceInPrivate(en, event(escalated, { actor: null, at: AT }), waiting, {
    company: acme,
    group: { title: "Yard" },
    card,
    to: told(11),
  });
  assertEquals(
    read(message!.content.html).text.split("\n")[0],
    "🔺 ACME-42 has escalated, because nobody has claimed it: “Brakes failed on truck 12” Who takes over?",
  );
});

Deno.test("whoever is given an incident is told by whom", () => {
  const to = told(11, { actions: ["resolve", "leave"] });
  const [message] = said({ type: "assigned", to: hana }, waiting, { to });
  assertEquals(
    read(message!.content.html).text.split("\n")[0],
    "Hana, ACME-42 is yours: “Brakes failed on truck 12” Assigned by Otto.",
  );
  assertEquals(labels(message!.content.keyboard), [["✅ Resolve", "🚪 Leave"]]);
});

/** The first line of each message, on an incident in that status. */
const FIRST: [Happening, Incident, string][] = [
  [
    { type: "department_chosen", department: "1" },
    waiting,
    "ACME-42 needs Dispatch: “Brakes failed on truck 12” Who claims it?",
  ],
  [
    { type: "unclaimed" },
    waiting,
    "ACME-42 needs Dispatch again: “Brakes failed on truck 12” Who claims it?",
  ],
  [
    { type: "priority_set", priority: "critical" },
    waiting,
    "🚨 ACME-42 is critical: “Brakes failed on truck 12”",
  ],
  [
    { type: "handed_over", to: hana },
    incidentIn("in_progress"),
    "ACME-42 is yours now: “Brakes failed on truck 12”",
  ],
  [
    { type: "nudged", about: "unclaimed" },
    waiting,
    "⏰ Nobody has claimed ACME-42 for 15 minutes: “Brakes failed on truck 12”",
  ],
  [
    { type: "nudged", about: "silent" },
    incidentIn("in_progress"),
    "How is ACME-42 going? “Brakes failed on truck 12” Nothing was heard of it for 12 minutes.",
  ],
  [
    { type: "nudged", about: "summary" },
    incidentIn("awaiting_summary"),
    "How was ACME-42 resolved? Send /resolve ACME-42 and a sentence, or it closes without a summary.",
  ],
  [
    { type: "nudged", about: "department" },
    incidentIn("awaiting_department"),
    "Which department is ACME-42 for? “Brakes failed on truck 12” Choose it on the card.",
  ],
  [
    { type: "woken" },
    waiting,
    "⏰ ACME-42 is on again: “Brakes failed on truck 12”",
  ],
];

for (const [happening, incident, first] of FIRST) {
  Deno.test(`in private it reads: ${first}`, () => {
    assertEquals(lines(happening, incident)[0], first);
  });
}

Deno.test("a call about something critical says so; who inherits one reads that it is theirs", () => {
  const reopened: Happening = { type: "reopened", reason: null };
  const to = told(11, { matter: "critical" });
  assertEquals(
    lines(reopened, waiting, { to })[0],
    "🚨 ACME-42 needs Dispatch again: “Brakes failed on truck 12” Who claims it?",
  );
  const ended: Happening = { type: "claim_ended", person: otto, cause: "revoked", heir: hana };
  assertEquals(
    lines(ended, incidentIn("in_progress"), { to: told(11, { matter: "assignment" }) })[0],
    "ACME-42 is yours now: “Brakes failed on truck 12”",
  );
});

Deno.test("who is of the group alone reads where they are called, and not what happened", () => {
  const inGroup = (matter: Told["matter"]) =>
    lines(escalated, waiting, { to: told(11, { matter, maySee: false, actions: [] }) });
  assertEquals(inGroup("escalation"), [
    "🔺 ACME-42 in “Yard” has escalated.",
    "Acme Logistics",
    "Open the card",
  ]);
  assertEquals(inGroup("critical")[0], "🚨 ACME-42 in “Yard” is critical.");
  assertEquals(inGroup("ping")[0], "📣 You are called in “Yard”: ACME-42");
  assertEquals(inGroup("assignment")[0], "ACME-42 in “Yard” is yours.");
});

Deno.test("a reminder has no point once there is a newer one", () => {
  const [message] = said({ type: "nudged", about: "unclaimed" });
  assertEquals(message!.content.about?.nudgedAt, AT);
});

Deno.test("the card is linked where it can be opened, in its topic", () => {
  const link = (
    incident: Incident,
    at: { messageId: number; topicId: number | null } | null = card,
  ) => /href="([^"]*)"/.exec(said(escalated, incident, { card: at })[0]!.content.html)?.[1];
  assertEquals(link(waiting), "https://t.me/c/1234567890/55");
  assertEquals(link(waiting, { ...card, topicId: 9 }), "https://t.me/c/1234567890/9/55");
  assertEquals(link({ ...waiting, chatId: -1001 }), undefined);
  assertEquals(link(waiting, null), undefined);
});

/** What is said in private at all. */
const TOLD: EventType[] = [
  "department_chosen",
  "department_changed",
  "unclaimed",
  "claim_ended",
  "handed_over",
  "assigned",
  "escalated",
  "de_escalated",
  "reopened",
  "priority_set",
  "woken",
  "nudged",
];

Deno.test("nobody is written to about anything else", () => {
  for (const happening of Object.values(everyEvent()).flat()) {
    const isTold = said(happening).length > 0;
    assertEquals(isTold, TOLD.includes(happening.type), happening.type);
  }
});

Deno.test("every private message is valid and mentions nobody, whatever people are called", () => {
  for (const [kind, name] of Object.entries(HOSTILE_NAMES)) {
    for (const text of Object.values(HOSTILE_TEXTS)) {
      const person = hugePerson(name);
      const forms = everyEvent({ person, text, department: "abcdef59", tags: [] });
      const company = hugeCompany(name.trim() || "?");
      for (const incident of hugeIncidents(name, text)) {
        for (const happening of TOLD.flatMap((type): Happening[] => forms[type])) {
          const to = [
            told(otto.id, { actions: ["claim", "check_in", "resolve", "leave"] }),
            told(otto.id, { maySee: false }),
          ];
          const context = { company, group: { title: name }, card };
          const acted = event(happening, { actor: person });
          const messages = to.flatMap((one) =>
            announceInPrivate(en, acted, incident, { ...context, to: one })
          );
          for (const { content } of messages) {
            assertEquals(entities(read(content.html), "text_mention"), [], kind);
            checkKeyboard(content.keyboard);
            assertEquals(MessageContent.parse(content), content);
          }
        }
      }
    }
  }
});
