import { assert, assertEquals } from "@std/assert";
import type { Deadline } from "../../src/domain/deadlines.ts";
import { keys } from "../../src/store/keys.ts";
import type { StoredIncident } from "../../src/store/records.ts";
import { type Program } from "../program.ts";
import { plain } from "../simulator/simulator.ts";
import { asks, inStory } from "../stories/story.ts";
import { auditReport, idOf, openYard } from "./yard.ts";

const TITLE = "🔧 Daily check of ACME Logistics";
const MINUTE = 60_000;

async function kept({ store }: Program, id: string): Promise<StoredIncident> {
  const { value } = await store.get<StoredIncident>(keys.incident(idOf(id)).key);
  assert(value);
  return value;
}

/** Makes it an incident that waits as nothing in force lets it wait. */
async function misplace(program: Program, id: string, deadline: Deadline | null): Promise<void> {
  const { store } = program;
  const before = await kept(program, id);
  if (before.deadline) await store.delete(keys.due(before.deadline.at, idOf(id)).key);
  await store.set(keys.incident(idOf(id)).key, { ...before, deadline });
  if (deadline) await store.set(keys.due(deadline.at, idOf(id)).key, before.state.chatId);
}

Deno.test("an incident that waits for nobody's reminder, as older ones did, gets its own", () =>
  inStory(async (program) => {
    const { yard, ana, mia } = await openYard(program);
    await ana.says(yard, "/new_issue Brakes failed");
    const { deadline } = await kept(program, "ACME-1");
    await misplace(program, "ACME-1", null);
    assertEquals(await auditReport(program, mia), [TITLE, "• 1 reminder put right (ACME-1)"]);
    assertEquals((await kept(program, "ACME-1")).deadline, deadline);
    assertEquals(await auditReport(program, mia), []);
    await program.clock.advance(10 * MINUTE);
    await program.app.sweep();
    await program.telegram.settled();
    assert(yard.messages.some((it) => plain(it).includes("Nobody has claimed ACME-1")));
  }));

Deno.test("a reminder in the wrong place goes to the right one", () =>
  inStory(async (program) => {
    const { yard, ana, mia } = await openYard(program);
    await ana.says(yard, "/new_issue Brakes failed");
    const { deadline } = await kept(program, "ACME-1");
    await misplace(program, "ACME-1", { at: deadline!.at + 999 * MINUTE, kind: "unclaimed" });
    assertEquals(await auditReport(program, mia), [TITLE, "• 1 reminder put right (ACME-1)"]);
    assertEquals((await kept(program, "ACME-1")).deadline, deadline);
    assertEquals(await auditReport(program, mia), []);
  }));

Deno.test("what is due is left to the sweep, and what is over waits for nothing", () =>
  inStory(async (program) => {
    const { yard, ana, mia } = await openYard(program);
    await ana.says(yard, "/new_issue Brakes failed");
    await ana.says(yard, "/new_issue Horn failed");
    await asks(mia, "/cancel ACME-2 false alarm");
    await program.telegram.settled();
    await program.clock.advance(10 * MINUTE);
    const { deadline } = await kept(program, "ACME-1");
    assertEquals(await auditReport(program, mia), []);
    assertEquals((await kept(program, "ACME-1")).deadline, deadline);
    assertEquals((await kept(program, "ACME-2")).deadline, null);
  }));
