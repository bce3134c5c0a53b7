import { assertEquals } from "@std/assert";
import type { Company } from "../../src/domain/company.ts";
import type { Deadline } from "../../src/domain/deadlines.ts";
import { parseHours } from "../../src/domain/hours.ts";
import { replan } from "../../src/execute/replan.ts";
import { keys } from "../../src/store/keys.ts";
import type { StoredIncident } from "../../src/store/records.ts";
import { setIncident } from "../../src/store/write.ts";
import { acme, MINUTE, NOON, YARD, yard } from "../domain/cast.ts";
import { called, incidentAfter, reported, SNOOZED_UNTIL, snoozedBy } from "../domain/history.ts";
import { mona } from "../domain/cast.ts";
import { type Core, withCore } from "./core.ts";

const ACME_42 = { company: "ACME", number: 42 };
const CALLED_AT = NOON + MINUTE;
const waiting = incidentAfter(reported, called);
const OLD: Deadline = { at: CALLED_AT + 10 * MINUTE, kind: "unclaimed" };

async function begin(
  { deps, store }: Core,
  { company = acme, group = yard(), state = waiting, deadline = OLD as Deadline | null },
): Promise<void> {
  await store.set(keys.company("ACME").key, company);
  await store.set(keys.group(YARD).key, group);
  const entry = { key: keys.incident(ACME_42).key, value: null, versionstamp: null };
  await deps.kv.commit([], setIncident(entry, { schema: 1, state, deadline }));
}

/** The deadline that is kept, after the index was checked to say the same. */
async function kept({ store }: Core): Promise<Deadline | null> {
  const { value } = await store.get<StoredIncident>(keys.incident(ACME_42).key);
  const due = await Array.fromAsync(store.list({ prefix: ["due"] }), ({ key }) => key[1]);
  assertEquals(due, value?.deadline ? [value.deadline.at] : []);
  return value?.deadline ?? null;
}

const unclaimedAfter = (minutes: number): Deadline => ({
  at: CALLED_AT + minutes * MINUTE,
  kind: "unclaimed",
});

Deno.test("a deadline moves to where the policy of company and group has it, at once", async () => {
  const changed: [Company, ReturnType<typeof yard>, number][] = [
    [{ ...acme, policy: { unclaimedNudgeMinutes: 3 } }, yard(), 3],
    [acme, { ...yard(), policy: { unclaimedNudgeMinutes: 60 } }, 60],
    [
      { ...acme, policy: { unclaimedNudgeMinutes: 3 } },
      { ...yard(), policy: { unclaimedNudgeMinutes: 60 } },
      60,
    ],
    [
      { ...acme, policy: { unclaimedNudgeMinutes: 6 } },
      { ...yard(), policy: { priorityFactors: { medium: 2 } } },
      12,
    ],
  ];
  for (const [company, group, minutes] of changed) {
    await withCore(async (core) => {
      await begin(core, { company, group });
      await replan(core.deps, [ACME_42]);
      assertEquals(await kept(core), unclaimedAfter(minutes));
    });
  }
});

Deno.test("hours move it, too; what is overdue while nobody works waits for the opening", async () => {
  const hours = parseHours("daily 13:00-14:00");
  const company = { ...acme, calendar: { hours, holidays: [] } };
  await withCore(async (core) => {
    await begin(core, { company });
    await replan(core.deps, [ACME_42]);
    assertEquals((await kept(core))?.at, NOON + 70 * MINUTE);
  });
  await withCore(async (core) => {
    await begin(core, { company: { ...company, policy: { unclaimedNudgeMinutes: 30 } } });
    core.pass(3 * 60 * MINUTE);
    await replan(core.deps, [ACME_42]);
    assertEquals((await kept(core))?.at, NOON + (24 + 1) * 60 * MINUTE, "the next opening");
  });
});

Deno.test("a snooze stays until its end", async () => {
  await withCore(async (core) => {
    const state = incidentAfter(reported, called, snoozedBy(mona));
    const deadline: Deadline = { at: SNOOZED_UNTIL, kind: "snooze" };
    const company = { ...acme, policy: { unclaimedNudgeMinutes: 1 } };
    await begin(core, { company, state, deadline });
    await replan(core.deps, [ACME_42]);
    assertEquals(await kept(core), deadline);
  });
});

Deno.test("what stands where it belongs is not written again", async () => {
  await withCore(async (core) => {
    await begin(core, {});
    const commits = core.commits();
    await replan(core.deps, [ACME_42, { company: "ACME", number: 43 }]);
    assertEquals([core.commits(), await kept(core)], [commits, OLD]);
  });
});

Deno.test("an older record without a deadline gets the one that it has now", async () => {
  await withCore(async (core) => {
    await begin(core, { state: incidentAfter(reported), deadline: null });
    await replan(core.deps, [ACME_42]);
    assertEquals(await kept(core), { at: NOON + 12 * MINUTE, kind: "department" });
  });
});

Deno.test("a group that the bot is not in keeps what it has", async () => {
  await withCore(async (core) => {
    const company = { ...acme, policy: { unclaimedNudgeMinutes: 3 } };
    await begin(core, { company, group: { ...yard(), status: "suspended" } });
    await replan(core.deps, [ACME_42]);
    assertEquals(await kept(core), OLD);
  });
});
