/** A Telegram group and its place in a company. */

import { z } from "zod";
import { Locale } from "./locale.ts";
import { GroupSettings, USUAL_SETTINGS } from "./group_settings.ts";
import { PolicyChanges } from "./policy.ts";
import { Grants, NO_GRANTS, PersonRef } from "./person.ts";

/** Somebody asked for this group to be activated under a company's name. */
export interface ActivationRequest {
  /** The company name as it was typed, 2 to 80 characters. */
  name: string;
  /** Who answered the prompt. */
  by: PersonRef;
  /** Epoch milliseconds. */
  at: number;
}

/** What is known of every group. */
export interface GroupBase {
  /** The version of this record's shape. */
  schema: 1;
  /** Telegram's chat id. */
  chatId: number;
  /** The title when the group was last heard of. */
  title: string;
}

/** Waits until a platform admin lets it in. */
export interface PendingGroup extends GroupBase {
  /** Discriminant. */
  status: "pending";
  /** Who added the bot. */
  addedBy: PersonRef;
  /** What was asked for; `null` until somebody answers the prompt. */
  request: ActivationRequest | null;
}

/** Belongs to a company: `active`, or `suspended` while the bot is not in it. */
export interface AttachedGroup extends GroupBase {
  /** Discriminant. */
  status: "active" | "suspended";
  /** The company's id. */
  company: string;
  /** Roles that count in this group only, by person id. */
  people: Record<string, Grants>;
  /** The forum topic of all cards; `null`: each appears where it is reported. */
  cardTopicId: number | null;
  /** What it reads; `null`: its company's language. */
  language: Locale | null;
  /** How patient it is, where that differs from its company. */
  policy: PolicyChanges;
  /** How it wants to be shown, called and reported to. */
  settings: GroupSettings;
  /** People who pressed *I take calls here* and wait for an administrator. */
  askedToTakeCalls: number[];
}

/** Turned away for good: the bot leaves whenever it is added. */
export interface BlockedGroup extends GroupBase {
  /** Discriminant. */
  status: "blocked";
}

/** A group in one of its states. */
export type Group = PendingGroup | AttachedGroup | BlockedGroup;

const base = { schema: z.literal(1), chatId: z.int(), title: z.string() };

/** Schema of {@linkcode Group}. */
export const Group: z.ZodType<Group> = z.discriminatedUnion("status", [
  z.object({
    ...base,
    status: z.literal("pending"),
    addedBy: PersonRef,
    request: z.object({ name: z.string(), by: PersonRef, at: z.int() }).nullable(),
  }),
  z.object({
    ...base,
    status: z.enum(["active", "suspended"]),
    company: z.string(),
    people: z.record(z.string().regex(/^\d+$/), Grants),
    cardTopicId: z.int().nullable().default(null),
    language: Locale.nullable().default(null),
    policy: PolicyChanges.default({}),
    settings: GroupSettings.default(USUAL_SETTINGS),
    askedToTakeCalls: z.array(z.int()),
  }),
  z.object({ ...base, status: z.literal("blocked") }),
]);

/** How many people may have roles of one group's own. */
export const MOST_PEOPLE_OF_A_GROUP = 100;

/** How many may wait to be let take calls in one group. */
export const MOST_WAITING_TO_TAKE_CALLS = 20;

/** What the group itself lets a person do. */
export function grantsInGroup(group: AttachedGroup, personId: number): Grants {
  return group.people[String(personId)] ?? NO_GRANTS;
}

/** Ids of the people for whom `test` holds among the group's own roles. */
export function peopleOfGroup(group: AttachedGroup, test: (grants: Grants) => boolean): number[] {
  return Object.entries(group.people).filter(([, grants]) => test(grants)).map(([id]) =>
    Number(id)
  );
}
