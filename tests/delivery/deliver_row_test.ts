import { assert, assertEquals } from "@std/assert";
import { deliverRow } from "../../src/delivery/deliver_row.ts";
import type { AwaitingClaim, Status } from "../../src/domain/incident.ts";
import { messageRowKey } from "../../src/store/keys.ts";
import type { Change } from "../../src/store/kv.ts";
import { DeadLetter, type OutboxRow } from "../../src/store/records.ts";
import { html } from "../../src/view/html.ts";
import { type MessageContent, plainMessage } from "../../src/view/message.ts";
import { acme, NOON, YARD } from "../domain/cast.ts";
import { incidentIn } from "../domain/history.ts";
import { refused, unreachable } from "./refused.ts";
import { type Desk, withDesk } from "./telegram.ts";

const DAY = 24 * 3_600_000;
const ACME_42 = { company: "ACME", number: 42 };
const HELLO = plainMessage(html`hello`);

function message(content: MessageContent = HELLO): OutboxRow {
  return { schema: 1, kind: "message", content, createdAt: NOON };
}

function call(continues: boolean, onlyWhile: Status[] = ["awaiting_claim"]): OutboxRow {
  const about = { incident: ACME_42, role: "call" as const, continues, onlyWhile };
  return message({ ...HELLO, about });
}

/** A reminder that was decided then. */
function reminder(nudgedAt: number): OutboxRow {
  const about = {
    incident: ACME_42,
    role: "call" as const,
    continues: false,
    onlyWhile: ["awaiting_claim" as const],
    nudgedAt,
  };
  return message({ ...HELLO, about });
}

function say({ deps }: Desk, row: OutboxRow, chatId = YARD) {
  return deliverRow(deps, { key: messageRowKey(chatId, "direct", 1, 0), row }, {
    known: new Map(),
    sendsAfter: 0,
  });
}

/** An unclaimed incident, its card, and calls that are still in the chat. */
async function waiting(
  { store }: Desk,
  callMessageIds: number[] = [],
  more: Partial<AwaitingClaim> = {},
): Promise<void> {
  const state = { ...incidentIn("awaiting_claim"), ...more };
  await store.set(["incident", "ACME", 42], { schema: 1, state, deadline: null });
  await store.set(["company", "ACME"], acme);
  const card = { schema: 1, messageId: 33, version: 2, pin: "pinned", callMessageIds };
  await store.set(["card", "ACME", 42], card);
}

function changesOf(step: Awaited<ReturnType<typeof deliverRow>>): Change[] {
  assert(step.kind === "said", `on hold: ${JSON.stringify(step)}`);
  return step.changes;
}

function letterIn(changes: readonly Change[]): DeadLetter {
  const change = changes.find(({ key }) => key[0] === "dead_letter");
  assert(change?.type === "set");
  return DeadLetter.parse(change.value);
}

Deno.test("a message is said once, and nothing is kept of it", async () => {
  await withDesk(async (desk) => {
    assertEquals(changesOf(await say(desk, message())), []);
    assertEquals(desk.calls.map(({ payload }) => payload.text), ["hello"]);
  });
});

Deno.test("a call replies to the card, replaces the call before it, and is found by replies", async () => {
  await withDesk(async (desk) => {
    await waiting(desk, [40, 41]);
    const changes = changesOf(await say(desk, call(false)));
    assertEquals(desk.calls.map(({ method }) => method), [
      "sendMessage",
      "deleteMessage",
      "deleteMessage",
    ]);
    const { reply_parameters } = desk.calls[0]!.payload as {
      reply_parameters: { message_id: number };
    };
    assertEquals(reply_parameters.message_id, 33);
    assertEquals(changes.map(({ key }) => key), [["message", YARD, 501], ["card", "ACME", 42]]);
    const [, card] = changes;
    assert(card?.type === "set");
    assertEquals((card.value as { callMessageIds: number[] }).callMessageIds, [501]);
  });
});

Deno.test("the rest of a call belongs to it, and replaces nothing", async () => {
  await withDesk(async (desk) => {
    await waiting(desk, [40]);
    const [, card] = changesOf(await say(desk, call(true)));
    assert(card?.type === "set");
    assertEquals((card.value as { callMessageIds: number[] }).callMessageIds, [40, 501]);
    assertEquals(desk.calls.map(({ method }) => method), ["sendMessage"]);
  });
});

Deno.test("a call before it that can't be removed stays, and the new one is said all the same", async () => {
  await withDesk(async (desk) => {
    await waiting(desk, [40]);
    desk.fails("deleteMessage", refused(400, "Bad Request: message can't be deleted"));
    assertEquals(changesOf(await say(desk, call(false))).length, 2);
  });
});

Deno.test("what has no point any more is not said", async () => {
  await withDesk(async (desk) => {
    await waiting(desk);
    assertEquals(changesOf(await say(desk, call(false, ["in_progress"]))), []);
    const gone = { company: "NONE", number: 1 };
    const card: OutboxRow = { schema: 1, kind: "card", incident: gone, createdAt: NOON };
    assertEquals(changesOf(await say(desk, card)), []);
    assertEquals(desk.calls, []);
  });
});

Deno.test("of several reminders that had to wait only the newest is said", async () => {
  await withDesk(async (desk) => {
    const rows = [10, 20, 30].map((minutes) => reminder(NOON + minutes * 60_000));
    const tell = async () => {
      for (const row of rows) changesOf(await say(desk, row));
      return desk.calls.filter(({ method }) => method === "sendMessage").length;
    };
    await waiting(desk, [], { nudgedAt: NOON + 30 * 60_000 });
    assertEquals(await tell(), 1);
    await waiting(desk, [], { nudgedAt: null });
    assertEquals(await tell(), 1, "none once it was called anew");
    const escalation = {
      at: NOON,
      by: null,
      reason: null,
      calledAt: 0,
      nudgedAt: NOON + 20 * 60_000,
      nudges: 1,
      takenBy: null,
    };
    await waiting(desk, [], { nudgedAt: NOON + 30 * 60_000, escalation });
    assertEquals(await tell(), 2, "once escalated, those to the managers count");
  });
});

Deno.test("the bot leaves a group after what it had to say", async () => {
  await withDesk(async (desk) => {
    changesOf(await say(desk, { schema: 1, kind: "leave", createdAt: NOON }));
    assertEquals(desk.calls, [{ method: "leaveChat", payload: { chat_id: YARD } }]);
  });
});

Deno.test("Telegram's waits and outages hold the chat, and the row stays", async () => {
  const errors = [
    refused(429, "Too Many Requests: retry after 3", { retry_after: 3 }),
    refused(502, "Bad Gateway"),
    unreachable(),
  ];
  for (const error of errors) {
    await withDesk(async (desk) => {
      desk.fails("sendMessage", error);
      assertEquals((await say(desk, message())).kind, "hold");
      desk.pass(DAY);
      assertEquals((await say(desk, message())).kind, "hold", "for a day");
      desk.pass(1);
      assertEquals(letterIn(changesOf(await say(desk, message()))).row, message());
    });
  }
});

Deno.test("what is for a group that has become a supergroup waits until the sweep has moved it", async () => {
  await withDesk(async (desk) => {
    const text = "Bad Request: group chat was upgraded to a supergroup chat";
    desk.fails("sendMessage", refused(400, text, { migrate_to_chat_id: -1007 }));
    assertEquals((await say(desk, message())).kind, "hold");
    const { value } = await desk.store.get(["moving", YARD]);
    assertEquals(value, { schema: 1, to: -1007 });
  });
});

Deno.test("a call goes to the topic of its incident, else to General; the row is done with either", async () => {
  await withDesk(async (desk) => {
    await waiting(desk);
    const state = { ...incidentIn("awaiting_claim"), topicId: 12 };
    await desk.store.set(["incident", "ACME", 42], { schema: 1, state, deadline: null });
    const closed = refused(400, "Bad Request: TOPIC_CLOSED");
    desk.failsWhen("sendMessage", ({ message_thread_id }) => message_thread_id ? closed : null);
    assertEquals(changesOf(await say(desk, call(false))).length, 2);
    assertEquals(desk.calls.map(({ payload }) => payload.message_thread_id), [12, undefined]);
  });
});

Deno.test("a wrong token loses nothing, however long it lasts", async () => {
  await withDesk(async (desk) => {
    desk.fails("sendMessage", refused(401, "Unauthorized"));
    desk.pass(30 * DAY);
    assertEquals((await say(desk, message())).kind, "hold");
  });
});

Deno.test("a bot that may not post keeps a message for a day, and a card for ever", async () => {
  await withDesk(async (desk) => {
    await waiting(desk);
    await desk.store.delete(["card", "ACME", 42]);
    desk.fails("sendMessage", refused(400, "Bad Request: CHAT_WRITE_FORBIDDEN"));
    const card: OutboxRow = { schema: 1, kind: "card", incident: ACME_42, createdAt: NOON };
    desk.pass(DAY);
    assertEquals([(await say(desk, message())).kind, (await say(desk, card)).kind], [
      "hold",
      "hold",
    ]);
    desk.pass(1);
    const { reason, row } = letterIn(changesOf(await say(desk, message())));
    assertEquals([reason, row], ["Bad Request: CHAT_WRITE_FORBIDDEN", message()]);
    assertEquals((await say(desk, card)).kind, "hold");
  });
});

Deno.test("what will never go through is put aside with the reason", async () => {
  await withDesk(async (desk) => {
    desk.fails("sendMessage", refused(400, "Bad Request: chat not found"));
    const changes = changesOf(await say(desk, message()));
    assertEquals(letterIn(changes), {
      schema: 1,
      chatId: YARD,
      row: message(),
      order: "direct",
      reason: "Bad Request: chat not found",
      at: NOON,
      expiresAt: NOON + 30 * DAY,
    });
    assertEquals(changes.length, 1);
  });
});

Deno.test("a person who has blocked the bot is not written to again; a group is another matter", async () => {
  await withDesk(async (desk) => {
    const profile = {
      schema: 1,
      id: 7,
      name: "Ana",
      handle: null,
      reachable: true,
      notify: "on",
    };
    await desk.store.set(["profile", 7], profile);
    desk.fails("sendMessage", refused(403, "Forbidden: bot was blocked by the user"));
    const changes = changesOf(await say(desk, message(), 7));
    assertEquals(changes.slice(1), [
      {
        type: "set",
        key: ["profile", 7],
        value: { ...profile, reachable: false, language: null, locale: null },
      },
    ]);
    assertEquals(letterIn(changes).chatId, 7);
    assertEquals(changesOf(await say(desk, message(), 8)).length, 1, "nothing is known of them");
    assertEquals(changesOf(await say(desk, message())).length, 1, "a group");
  });
});

Deno.test("a group is told once that the bot may not pin", async () => {
  await withDesk(async (desk) => {
    await waiting(desk);
    const card = { schema: 1, messageId: 33, version: 2, pin: "none", callMessageIds: [] };
    await desk.store.set(["card", "ACME", 42], card);
    desk.fails("pinChatMessage", refused(400, "Bad Request: not enough rights to pin a message"));
    const row: OutboxRow = { schema: 1, kind: "card", incident: ACME_42, createdAt: NOON };
    const step = await say(desk, row);
    const keys = changesOf(step).map(({ key }) => key.slice(0, 2));
    assertEquals(keys, [["card", "ACME"], ["notice", YARD], ["outbox", YARD]]);
    assert(step.kind === "said" && step.listAgain, "what was put there is said next");
    await desk.store.set(["notice", YARD, "pin"], { schema: 1, at: NOON });
    assertEquals(changesOf(await say(desk, row)).map(({ key }) => key[0]), ["card"]);
  });
});
