import { assertEquals } from "@std/assert";
import type { Happening, Nudge } from "../../src/domain/event.ts";
import { evolve } from "../../src/domain/evolve.ts";
import type { Incident } from "../../src/domain/incident.ts";
import { NO_GRANTS, type PersonRef } from "../../src/domain/person.ts";
import { calledBy } from "../../src/execute/audience.ts";
import { acme, MINUTE, NOON, otto, rita, sami, yard } from "../domain/cast.ts";
import {
  called,
  claimed,
  escalatedBy,
  HISTORIES,
  incidentAfter,
  nudgedAbout,
  reported,
  type Step,
} from "../domain/history.ts";
import { withCore } from "./core.ts";

const MEMBER = 7;
const MANAGER = 21;
const MANAGER_WITHOUT_CHAT = 22;
const GROUP_MANAGER = 23;
const ADMINISTRATOR = 24;
const MANAGERS = [MANAGER, MANAGER_WITHOUT_CHAT, GROUP_MANAGER, ADMINISTRATOR];

/** Ids of those whom the event calls in the group and in private, after the steps. */
async function whoIsCalled(
  steps: readonly Step[],
  happening: Happening,
  actor: PersonRef | null = null,
): Promise<[inGroup: number[], inPrivate: number[]]> {
  let found: [number[], number[]] = [[], []];
  await withCore(async ({ deps, store }) => {
    await store.set(["member", "ACME", "1", MEMBER], null);
    for (const id of [MANAGER, MANAGER_WITHOUT_CHAT]) {
      await store.set(["manager", "ACME", id], null);
    }
    for (const id of [MANAGER, GROUP_MANAGER, otto.id]) {
      const profile = { schema: 1, id, name: "", handle: null, reachable: true };
      await store.set(["profile", id], profile);
    }
    const group = yard({ [String(GROUP_MANAGER)]: { ...NO_GRANTS, manager: true } });
    const at = NOON + 60 * MINUTE;
    const event = { ...happening, actor, at, updateId: null };
    const incident: Incident = evolve(incidentAfter(...steps), event);
    const { audience, inPrivate } = await calledBy(deps.kv, event, incident, {
      group,
      company: acme,
      administrators: [ADMINISTRATOR],
    });
    found = [audience.map(({ id }) => id), inPrivate.map(({ id }) => id)];
  });
  return found;
}

const escalated = [reported, called, escalatedBy(rita)];
const escalatedAtWork = [reported, called, claimed, escalatedBy(rita)];

Deno.test("a reminder that nobody has claimed is for the department", async () => {
  assertEquals(await whoIsCalled([reported, called], { type: "nudged", about: "unclaimed" }), [
    [MEMBER],
    [],
  ]);
});

/** The one person who is asked is named by the text itself. */
const OF_ONE_PERSON: Partial<Record<Nudge, readonly Step[]>> = {
  department: HISTORIES.awaiting_department,
  silent: HISTORIES.in_progress,
  summary: HISTORIES.awaiting_summary,
};

for (const [about, steps] of Object.entries(OF_ONE_PERSON) as [Nudge, readonly Step[]][]) {
  Deno.test(`a reminder about ${about} calls nobody besides whom it asks`, async () => {
    assertEquals(await whoIsCalled(steps, { type: "nudged", about }), [[], []]);
  });
}

for (const steps of [escalated, escalatedAtWork]) {
  const is = steps === escalated ? "waits" : "is worked on";

  Deno.test(`managers are reminded in the group; of what ${is}, from the second time on in private`, async () => {
    const reminder: Happening = { type: "nudged", about: "escalated" };
    const before = (count: number) => Array.from({ length: count }, () => nudgedAbout("escalated"));
    const [inGroup, inPrivate] = await whoIsCalled(steps, reminder);
    assertEquals([inGroup, inPrivate], [MANAGERS, []]);
    assertEquals(await whoIsCalled([...steps, ...before(1)], reminder), [MANAGERS, [MANAGER]]);
    assertEquals(await whoIsCalled([...steps, ...before(5)], reminder), [MANAGERS, [MANAGER]]);
  });
}

Deno.test("after another escalation the first reminder is again for the group alone", async () => {
  const steps: Step[] = [
    ...escalated,
    nudgedAbout("escalated"),
    nudgedAbout("escalated"),
    [{ type: "de_escalated" }, sami],
    escalatedBy(rita),
  ];
  const [, inPrivate] = await whoIsCalled(steps, { type: "nudged", about: "escalated" });
  assertEquals(inPrivate, []);
});

Deno.test("when it escalates by itself the managers are called, in private, too", async () => {
  const happening: Happening = { type: "escalated", reason: null };
  assertEquals(await whoIsCalled([reported, called], happening), [MANAGERS, [MANAGER]]);
});

Deno.test("when the first department is called by the clock, its people are", async () => {
  const happening: Happening = { type: "department_chosen", department: "1" };
  assertEquals(await whoIsCalled([reported], happening), [[MEMBER], []]);
});

/** Whom the end of a snooze calls, by what it is. */
const WAITED_FOR: [string, readonly Step[], number[]][] = [
  ["awaiting_department", HISTORIES.awaiting_department, [rita.id]],
  ["awaiting_claim", HISTORIES.awaiting_claim, [MEMBER]],
  ["awaiting_claim at tier 2", escalated, MANAGERS],
  ["in_progress", HISTORIES.in_progress, [otto.id]],
  ["in_progress at tier 2", escalatedAtWork, MANAGERS],
  [
    "in_progress, taken over",
    [...escalatedAtWork, [{ type: "claimed" }, sami]],
    [sami.id],
  ],
  ["awaiting_summary", HISTORIES.awaiting_summary, [sami.id]],
];

for (const [is, steps, expected] of WAITED_FOR) {
  Deno.test(`the end of a snooze in ${is} calls whoever is waited for now`, async () => {
    const [inGroup] = await whoIsCalled(steps, { type: "woken" });
    assertEquals(inGroup, expected);
    assertEquals(await whoIsCalled(steps, { type: "woken" }, sami), [[], []], "by hand");
  });
}
