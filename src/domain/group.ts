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

/** Why a group is suspended, when that is not just that the bot is not in it. */
export const SUSPENSIONS = ["detached", "archived"] as const;

/** What somebody has decided about a group; the bot's coming back does not undo it. */
export interface Suspension {
  /** It was detached from its company, or its company is archived. */
  why: typeof SUSPENSIONS[number];
  /** The bot is still in the group, or has come back. */
  botIsThere: boolean;
}

/** Belongs to a company: `active`, or `suspended` while the bot is not in it or somebody wants it so. */
export interface AttachedGroup extends GroupBase {
  /** Discriminant. */
  status: "active" | "suspended";
  /** While it is suspended; missing: the bot is not in it, and that is all. */
  suspension?: Suspension | undefined;
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

/** What a company's group is, in one word. */
export type GroupIs = AttachedGroup["status"] | Suspension["why"];

/** The word for it. */
export function whatIs({ status, suspension }: AttachedGroup): GroupIs {
  return suspension?.why ?? status;
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
    suspension: z.object({ why: z.enum(SUSPENSIONS), botIsThere: z.boolean() }).optional(),
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

/** The group, suspended because somebody wants it so; it stays as it is when it is so already. */
export function suspendedFor(group: AttachedGroup, why: Suspension["why"]): AttachedGroup {
  const botIsThere = group.suspension?.botIsThere ?? group.status === "active";
  return { ...group, status: "suspended", suspension: { why, botIsThere } };
}

/** The group, suspended no longer for what somebody wanted: active, if the bot is in it. */
export function released(group: AttachedGroup): AttachedGroup {
  const { suspension, ...rest } = group;
  return suspension ? { ...rest, status: suspension.botIsThere ? "active" : "suspended" } : group;
}

/** The group in another company, whose departments, roles and policy are others. */
export function inCompany(group: AttachedGroup, company: string): AttachedGroup {
  return { ...group, company, people: {}, policy: {}, askedToTakeCalls: [] };
}

/**
 * The group as a company knew it whose incidents are on record there, though it has gone to another
 * company since, or is no more: nothing happens in it, and nobody has a role there.
 */
export function formerGroup(chatId: number, company: string): AttachedGroup {
  return {
    schema: 1,
    status: "suspended",
    chatId,
    title: "",
    company,
    people: {},
    cardTopicId: null,
    language: null,
    policy: {},
    settings: USUAL_SETTINGS,
    askedToTakeCalls: [],
  };
}
