import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import type { Message } from "grammy/types";
import { createApp } from "../../src/app.ts";
import { createLog } from "../../src/log.ts";
import { denoKv } from "../../src/store/kv.ts";
import { cardOf, type Program, testConfig } from "../program.ts";
import { buttons, type Group, plain } from "../simulator/simulator.ts";
import { events, incident } from "./stored.ts";
import { inStory } from "./story.ts";

const MINUTE = 60_000;

function reminders(group: Group): Message[] {
  return group.messages.filter((message) => plain(message).includes("⏰"));
}

/** Sends so far: a reminder that was replaced counts, too. */
function remindersSent({ telegram }: Program): number {
  return telegram.calls.filter(({ method, params }) =>
    method === "sendMessage" && String(params.text).includes("⏰")
  ).length;
}

async function unclaimed(program: Program) {
  const ana = program.telegram.person("Ana");
  const bob = program.telegram.person("Bob");
  const yard = await program.company("ACME", { members: [ana, bob] });
  await ana.says(yard, "/new_issue Brakes failed");
  return { ana, bob, yard, card: cardOf(yard, "ACME-1") };
}

/** A new process over the same store. */
function restarted({ telegram, admin, store, clock }: Program) {
  return createApp(testConfig(telegram, admin.id), {
    kv: denoKv(store),
    now: clock.now,
    log: createLog({ level: "error", secrets: [], now: clock.now, write: () => {} }),
  });
}

Deno.test("unclaimed for ten minutes, it is reminded of in reply to the card", () =>
  inStory(async (program) => {
    const { yard, card } = await unclaimed(program);
    await program.pass(9);
    assertEquals(reminders(yard), []);
    await program.pass(1);
    const [reminder] = reminders(yard);
    assertMatch(plain(reminder!), /ACME-1.*10 minutes/);
    assertEquals(reminder?.reply_to_message?.message_id, card.message_id);
    assertStringIncludes(plain(cardOf(yard, "ACME-1")), "reminded");
  }));

Deno.test("again each interval, each reminder replacing the one before", () =>
  inStory(async (program) => {
    const { yard } = await unclaimed(program);
    for (const n of [1, 2]) {
      await program.pass(10);
      assertEquals(remindersSent(program), n);
      assertEquals(reminders(yard).length, 1);
      assertStringIncludes(plain(reminders(yard)[0]!), `${n}0 minutes`);
    }
    assertEquals((await events(program, "ACME-1")).filter((type) => type === "nudged").length, 2);
  }));

Deno.test("once claimed nobody is reminded any more", () =>
  inStory(async (program) => {
    const { yard, card, bob } = await unclaimed(program);
    await program.pass(10);
    await bob.presses(card, "Claim");
    await program.pass(60);
    assertEquals(remindersSent(program), 1);
    assertEquals((await events(program, "ACME-1")).at(-1), "claimed");
    assertEquals(yard.pinned.length, 1);
  }));

Deno.test("without a summary in ten minutes it is closed and unpinned", () =>
  inStory(async (program) => {
    const { yard, card, bob } = await unclaimed(program);
    await bob.presses(card, "Claim");
    await bob.presses(card, "Resolve");
    await program.pass(9);
    assertEquals((await incident(program, "ACME-1")).status, "awaiting_summary");
    assertEquals(yard.pinned.length, 1);
    await program.pass(1);
    const state = await incident(program, "ACME-1");
    assertEquals(state.status === "closed" && state.reason, "no_summary");
    assertEquals(yard.pinned, []);
    assertStringIncludes(plain(cardOf(yard, "ACME-1")), "⚫️ ACME-1 · Dispatch · closed");
    assertEquals(buttons(cardOf(yard, "ACME-1")), ["🔁 Reopen", "⋯ More"]);
  }));

Deno.test("a late summary still resolves it, by reply to the question or to the card", () =>
  inStory(async (program) => {
    const { yard, ana, bob } = await unclaimed(program);
    await ana.says(yard, "/new_issue Lights failed");
    for (const id of ["ACME-1", "ACME-2"]) {
      await bob.presses(cardOf(yard, id), "Claim");
      await bob.presses(cardOf(yard, id), "Resolve");
    }
    const prompt = yard.messages.find((m) => plain(m).includes("how was ACME-1 resolved?"))!;
    await program.pass(300);
    await ana.says(yard, "I was there, it was fine", { replyTo: prompt });
    assertEquals((await incident(program, "ACME-1")).status, "closed");
    await bob.says(yard, "Replaced the brake line", { replyTo: prompt });
    await bob.says(yard, "New bulbs all around", { replyTo: cardOf(yard, "ACME-2") });
    for (const id of ["ACME-1", "ACME-2"]) {
      assertEquals((await incident(program, id)).status, "resolved");
      assertStringIncludes(plain(cardOf(yard, id)), `✅ ${id}`);
    }
    assertEquals(await events(program, "ACME-1"), [
      "reported",
      "department_chosen",
      "claimed",
      "resolve_pressed",
      "nudged",
      "closed",
      "commented",
      "summarized",
    ]);
  }));

Deno.test("a restart neither repeats nor forgets a reminder", () =>
  inStory(async (program) => {
    await unclaimed(program);
    await program.pass(10);
    assertEquals(remindersSent(program), 1);
    const second = restarted(program);
    await second.sweep();
    await program.clock.advance(9 * MINUTE);
    await second.sweep();
    assertEquals(remindersSent(program), 1);
    await program.clock.advance(MINUTE);
    await second.sweep();
    assertEquals(remindersSent(program), 2);
    await program.app.sweep();
    assertEquals(remindersSent(program), 2);
  }));

Deno.test("after hours of downtime each incident gets exactly the one reminder it is owed", () =>
  inStory(async (program) => {
    const { ana, yard } = await unclaimed(program);
    await ana.says(yard, "/new_issue Lights failed");
    await program.clock.advance(5 * 60 * MINUTE);
    await Promise.all([program.app.sweep(), restarted(program).sweep()]);
    await program.telegram.settled();
    assertEquals(remindersSent(program), 2);
    assertEquals(reminders(yard).map((it) => /\d+ (minutes|hours)/.exec(plain(it)) !== null), [
      true,
      true,
    ]);
    await program.pass(9);
    assertEquals(remindersSent(program), 2);
    await program.pass(1);
    assertEquals(remindersSent(program), 4);
  }));

Deno.test("a summary awaited over a downtime is asked for once more, then half the time later closed", () =>
  inStory(async (program) => {
    const { card, bob } = await unclaimed(program);
    await bob.presses(card, "Claim");
    await bob.presses(card, "Resolve");
    await program.clock.advance(5 * 60 * MINUTE);
    for (const next of ["nudged", "closed"]) {
      await Promise.all([program.app.sweep(), program.app.sweep()]);
      assertEquals((await events(program, "ACME-1")).slice(4).at(-1), next);
      await program.clock.advance(5 * MINUTE);
    }
    assertEquals((await events(program, "ACME-1")).slice(4), ["nudged", "closed"]);
  }));

Deno.test("the intervals come from the configuration", () =>
  inStory(async (program) => {
    const { card, bob } = await unclaimed(program);
    await program.pass(3);
    assertEquals(remindersSent(program), 1);
    await bob.presses(card, "Claim");
    await bob.presses(card, "Resolve");
    await program.pass(2);
    assertEquals((await incident(program, "ACME-1")).status, "closed");
  }, {
    environment: { SLA_UNCLAIMED_NUDGE_MINUTES: "3", SLA_SUMMARY_TIMEOUT_MINUTES: "2" },
  }));
