/** What happens without anybody's word: time, sweeps, people who lose a role or go away. */

import { assertEquals } from "@std/assert";
import type { LaterAction } from "../../src/domain/action.ts";
import { keys } from "../../src/store/keys.ts";
import { deliver } from "../../src/delivery/deliver.ts";
import { learnAdministrators } from "../../src/delivery/administrators.ts";
import { releaseClaim } from "../../src/sweep/release.ts";
import { timeOut } from "../../src/sweep/time_out.ts";
import { refusalByModel } from "../domain/model_verdict.ts";
import { stored } from "../stories/stored.ts";
import { keyText } from "../faults/stored_record.ts";
import { appoint, hasRole } from "./appoint.ts";
import { CAST, ON_AND_OFF } from "./cast.ts";
import { assertFits, assertTold } from "./checks.ts";
import { anIncident } from "./pick.ts";
import { rest } from "./rest.ts";
import type { Stage, Told } from "./stage.ts";
import { afterwards, factsFor, type Wish } from "./wish.ts";
import { incidentIn } from "./writes.ts";

const MINUTE = 60_000;

/** Time passes, and the sweep does what is due. */
export async function passTime(stage: Stage): Promise<void> {
  const { chance, program: { clock, app } } = stage;
  await clock.advance(chance.pick([1, 2, 5, 11, 16, 31, 31, 61, 241]) * MINUTE);
  const timed = [...stage.incidents.values()].map((told) => step(told, { type: "time_out" }));
  const due = timed.filter((it) => isAllowed(stage, it));
  await withClock(stage, due, async () => void await app.sweep());
}

/** Somebody loses a role, or has it back; what they hold only by that role ends. */
export async function changeRole(stage: Stage): Promise<void> {
  const { chance, people, sites, program: { clock } } = stage;
  // Long enough for what was known of administrators to be old.
  if (chance.below(3) === 0) await clock.advance(11 * MINUTE);
  const atWork = ON_AND_OFF.filter(({ who }) =>
    people.some(({ name, id }) => name === who && heldBy(stage, id).length > 0)
  );
  const { who: name, role } = chance.pick(
    atWork.length > 0 && chance.below(2) === 0 ? atWork : ON_AND_OFF,
  );
  const who = people.find((person) => person.name === name)!;
  const { at, everywhere, grant } = CAST[name]!.roles![role]!;
  const site = sites.find(({ group }) => group.title === at)!;
  const take = hasRole(stage, { who, site, everywhere, grant });
  const isThere = (told: Told) =>
    everywhere ? told.id.company === site.company : told.site === site;
  const held = heldBy(stage, who.id).filter((told) => take && isThere(told))
    .map((told) => step(told, { type: "release", personId: who.id, cause: "role_lost" }));
  await withClock(stage, held, () => appoint(stage, { who, site, everywhere, grant, take }));
}

/** Somebody leaves a group, and comes back. */
export async function leaveGroup(stage: Stage): Promise<void> {
  const { chance } = stage;
  const { site, model } = anIncident(stage);
  const worker = site.members.find(({ id }) => id === model.owner?.id);
  const who = worker ?? chance.pick(site.members);
  // The group stays with its owner.
  if (who === site.owner) return;
  const held = heldBy(stage, who.id).filter((told) => told.site === site)
    .map((told) => step(told, { type: "release", personId: who.id, cause: "left_group" }));
  await withClock(stage, held, async () => {
    await who.leaves(site.group);
    await who.joins(site.group);
  });
}

interface Step {
  told: Told;
  action: LaterAction;
}

const step = (told: Told, action: LaterAction): Step => ({ told, action });

function heldBy({ incidents }: Stage, personId: number): Told[] {
  return [...incidents.values()].filter(({ model: { status, owner, helpers } }) =>
    status === "in_progress" && [owner, ...helpers].some((it) => it?.id === personId)
  );
}

function isAllowed(stage: Stage, { told, action }: Step): boolean {
  const facts = factsFor(stage, told, { who: null, where: null, action });
  return refusalByModel(told.model, action, facts) === null;
}

/** What the clock is to do happens, to those incidents that allow it and to no others. */
async function withClock(
  stage: Stage,
  steps: readonly Step[],
  act: () => Promise<void>,
): Promise<void> {
  const { program: { telegram }, tally, writes } = stage;
  writes.take();
  const calls = telegram.calls.length;
  await act();
  await rest(stage);
  // Roles have changed by now.
  const done = steps.filter((it) => isAllowed(stage, it));
  for (const { told, action } of done) {
    told.model = afterwards(stage, told, { who: null, where: null, action });
  }
  for (const it of steps) {
    tally.count({ action: it.action.type, way: "clock", done: done.includes(it) });
  }
  const wanted = new Set(done.map(({ told }) => told.name));
  const what = `the clock, on ${[...wanted].join(" ")}`;
  const strays = writes.take().filter((key) => {
    const name = incidentIn(key);
    return name !== null && !wanted.has(name);
  });
  assertEquals(strays.map(keyText), [], what);
  for (const { told } of steps) await assertTold(stage, told, what);
  assertFits(telegram.calls.slice(calls), what);
}

/** A process that comes late does once more what another has done, or what nobody has to do. */
export function aLateStep(stage: Stage): Wish {
  const { chance, program: { app: { deps } } } = stage;
  const told = anIncident(stage);
  const { site, id: incident, model } = told;
  const chatId = site.group.id;
  const clock = {
    who: null,
    where: site,
    incident,
    way: "clock" as const,
    answer: "nothing" as const,
  };
  if (chance.below(2) === 0) {
    const act = async () => {
      await deliver(deps, await timeOut(deps, { incident, chatId }));
      return {};
    };
    return { ...clock, action: { type: "time_out" }, act };
  }
  const crew = site.members.filter(({ id }) =>
    id === model.owner?.id || model.helpers.some((it) => it.id === id)
  );
  const { id: personId } = chance.pick(crew.length > 0 ? crew : site.members);
  return {
    ...clock,
    action: { type: "release", personId, cause: "role_lost" },
    act: async () => {
      const record = await stored(stage.program, keys.incident(incident));
      await learnAdministrators(deps, chatId);
      await releaseClaim(deps, record!.state, { personId, cause: "role_lost" });
      return {};
    },
  };
}
