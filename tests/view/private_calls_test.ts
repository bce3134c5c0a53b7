import { assertEquals } from "@std/assert";
import type { Happening } from "../../src/domain/event.ts";
import type { Incident } from "../../src/domain/incident.ts";
import { MessageContent } from "../../src/view/message.ts";
import { announceInPrivate } from "../../src/view/private_calls.ts";
import { acme, hana, MINUTE, NOON, otto } from "../domain/cast.ts";
import { incidentIn } from "../domain/history.ts";
import { event, everyEvent } from "./every_event.ts";
import { HOSTILE_NAMES, HOSTILE_TEXTS, hugeCompany, hugeIncidents, hugePerson } from "./hostile.ts";
import { checkKeyboard, entities, labels, read } from "./reads.ts";
import { en } from "../../src/view/texts/en/en.ts";

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
  const context = { company: acme, card, to: 11, ...options };
  return announceInPrivate(en, event(happening, { at: AT }), incident, context);
}

function lines(...told: Parameters<typeof said>): string[] {
  return read(said(...told)[0]!.content.html).text.split("\n");
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

Deno.test("each of them is told once, with a button that claims", () => {
  const messages = [11, 12, 13].flatMap((to) => said(escalated, waiting, { to }));
  assertEquals(messages.map(({ chatId, order }) => [chatId, order]), [
    [11, "ping"],
    [12, "ping"],
    [13, "ping"],
  ]);
  for (const { content } of messages) {
    assertEquals(content.keyboard.flat().map(({ data }) => data), ["claim:ACME-42"]);
    assertEquals(content.about, null);
  }
});

Deno.test("as long as no manager comes they are reminded, with how long it has been", () => {
  const [first] = lines({ type: "nudged", about: "escalated" });
  assertEquals(
    first,
    "🔺 ACME-42 has waited for a manager for 15 minutes: “Brakes failed on truck 12”",
  );
  assertEquals(said({ type: "nudged", about: "unclaimed" }), []);
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
    card,
    to: 11,
  });
  assertEquals(
    read(message!.content.html).text.split("\n")[0],
    "🔺 ACME-42 has escalated, because nobody has claimed it: “Brakes failed on truck 12” Who takes over?",
  );
});

Deno.test("whoever is given an incident is told by whom, with a button that resolves", () => {
  const assigned: Happening = { type: "assigned", to: hana };
  const [message] = said(assigned);
  assertEquals(
    read(message!.content.html).text.split("\n")[0],
    "Hana, ACME-42 is yours: “Brakes failed on truck 12” Assigned by Otto.",
  );
  assertEquals(labels(message!.content.keyboard), [["✅ Resolve"]]);
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

Deno.test("nobody is written to about anything else", () => {
  for (const happening of Object.values(everyEvent()).flat()) {
    const told = said(happening).length > 0;
    const { type } = happening;
    const isCall = type === "escalated" || type === "assigned" ||
      (type === "nudged" && happening.about === "escalated");
    assertEquals(told, isCall, type);
  }
});

Deno.test("every private message is valid and mentions nobody, whatever people are called", () => {
  for (const [kind, name] of Object.entries(HOSTILE_NAMES)) {
    for (const text of Object.values(HOSTILE_TEXTS)) {
      const person = hugePerson(name);
      const forms = everyEvent({ person, text, department: "abcdef59", tags: [] });
      const company = hugeCompany(name.trim() || "?");
      for (const incident of hugeIncidents(name, text)) {
        for (const happening of [...forms.escalated, ...forms.assigned, ...forms.nudged]) {
          const context = { company, card, to: otto.id };
          const told = announceInPrivate(
            en,
            event(happening, { actor: person }),
            incident,
            context,
          );
          for (const { content } of told) {
            assertEquals(entities(read(content.html), "text_mention"), [], kind);
            checkKeyboard(content.keyboard);
            assertEquals(MessageContent.parse(content), content);
          }
        }
      }
    }
  }
});
