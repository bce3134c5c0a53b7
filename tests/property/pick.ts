/** Who, where and which incident, by chance. */

import type { IncidentId } from "../../src/domain/ids.ts";
import type { Person } from "../simulator/simulator.ts";
import type { Scenery, Site, Told } from "./stage.ts";

/** Somebody somewhere, and an incident; more often than not one of that place. */
export interface Scene {
  who: Person;
  /** `null`: in private. */
  where: Site | null;
  told: Told;
}

/** How many of the newest incidents people still talk about. */
const TALKED_ABOUT = 9;

/** An incident; most of the time a new one, or one that somebody works on. */
export function anIncident({ incidents, chance }: Scenery): Told {
  const all = [...incidents.values()];
  if (chance.below(10) === 0) return chance.pick(all);
  const recent = all.slice(-TALKED_ABOUT);
  const inWork = recent.filter(({ model }) => model.status === "in_progress");
  return chance.pick(inWork.length > 0 && chance.below(3) === 0 ? inWork : recent);
}

/** A scene. */
export function aScene(stage: Scenery): Scene {
  const { chance, sites } = stage;
  const told = anIncident(stage);
  const who = chance.pick(
    chance.below(2) === 0
      ? involvedIn(stage, told)
      : chance.below(5) === 0
      ? stage.people
      : told.site.members,
  );
  const own = sites.filter(({ members }) => members.includes(who));
  const luck = chance.below(10);
  const isHere = own.includes(told.site) && luck < 7;
  const where = isHere ? told.site : luck < 8 && own.length > 0 ? chance.pick(own) : null;
  return { who, where, told };
}

/** Who has to do with an incident now: it is mostly them who want something. */
export function involvedIn({ people }: Scenery, { model }: Told): Person[] {
  const { reporter, owner, helpers, summarizer } = model;
  const ids = [reporter, owner, ...helpers, summarizer].map((person) => person?.id);
  return people.filter(({ id }) => ids.includes(id));
}

/** The incident's id, or now and then one that nobody has. */
export function anId({ chance }: Scenery, { id }: Told): IncidentId {
  return chance.below(40) === 0 ? { ...id, number: 9999 } : id;
}
