/** Two companies with three groups and everybody in them, and what a test knows of their incidents. */

import type { Message } from "grammy/types";
import type { IncidentId } from "../../src/domain/ids.ts";
import type { Model } from "../domain/model.ts";
import type { Chance } from "../domain/random.ts";
import type { Program } from "../program.ts";
import type { Clock, Group, Person } from "../simulator/simulator.ts";
import type { CompanyName } from "./cast.ts";
import type { Roles } from "./roles.ts";
import type { Tally } from "./tally.ts";
import type { Writes } from "./writes.ts";

/** A group and its company. */
export interface Site {
  group: Group;
  company: CompanyName;
  members: Person[];
  /** Its Telegram owner. */
  owner: Person;
}

/** A message that became part of an incident. */
export interface Said {
  message: Message;
  by: Person;
  /** It has words on record; else only what it carries. */
  isComment: boolean;
}

/** An incident as the model tells it. */
export interface Told {
  id: IncidentId;
  /** The id as people write it. */
  name: string;
  site: Site;
  model: Model;
  source: Said;
  said: Said[];
}

/** What whoever thinks of something to do looks at. */
export interface Scenery {
  program: Pick<Program, "telegram"> & { clock: Pick<Clock, "now"> };
  chance: Chance;
  sites: Site[];
  /** Everybody, the platform admin too. */
  people: Person[];
  roles: Roles;
  incidents: Map<string, Told>;
  writes: Pick<Writes, "latest">;
}

/** Everything a walk needs. */
export interface Stage extends Scenery {
  program: Program;
  writes: Writes;
  tally: Tally;
  /** Updates that had an effect, with their moment, the newest last. */
  handled: { updateId: number; at: number }[];
}
