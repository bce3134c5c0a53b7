/** The people, what they are and where they are. */

import type { Grant } from "../../src/domain/person.ts";

/** The departments of each company, in order; Vault is restricted. */
export const DEPARTMENTS: Record<CompanyName, readonly { id: string; name: string }[]> = {
  ACME: [{ id: "1", name: "Dispatch" }, { id: "2", name: "Workshop" }, { id: "3", name: "Vault" }],
  BOLT: [{ id: "1", name: "Dispatch" }],
};

/** A company's id. */
export type CompanyName = "ACME" | "BOLT";

/** The groups; each is opened by its owner. */
export const GROUPS = {
  yard: { company: "ACME", owner: "Gus" },
  depot: { company: "ACME", owner: "Olga" },
  dock: { company: "BOLT", owner: "Boris" },
} as const;

/** A group's name. */
export type GroupName = keyof typeof GROUPS;

/** The groups in the order in which they are opened. */
export const GROUP_NAMES = ["yard", "depot", "dock"] as const satisfies GroupName[];

/** Somebody. */
export interface CastMember {
  /** Where they are besides a group of their own. */
  groups: readonly GroupName[];
  roles?: readonly { at: GroupName; everywhere: boolean; grant: Grant }[];
}

const member = (department: string): Grant => ({ role: "member", department });

/** Everybody but the platform admin. */
export const CAST: Record<string, CastMember> = {
  Eve: { groups: ["yard", "depot", "dock"] },
  Sam: { groups: ["yard", "dock"] },
  Sid: { groups: [] },
  Otto: {
    groups: ["yard", "depot", "dock"],
    roles: [{ at: "yard", everywhere: true, grant: member("1") }],
  },
  Hana: {
    groups: ["yard", "depot"],
    roles: [
      { at: "yard", everywhere: true, grant: member("1") },
      { at: "yard", everywhere: true, grant: member("2") },
    ],
  },
  Wanda: {
    groups: ["yard"],
    roles: [{ at: "yard", everywhere: true, grant: member("3") }],
  },
  Hugo: {
    groups: ["yard", "depot"],
    roles: [{ at: "yard", everywhere: true, grant: { role: "dispatcher" } }],
  },
  Mona: {
    groups: ["yard", "depot", "dock"],
    roles: [{ at: "yard", everywhere: true, grant: { role: "manager" } }],
  },
  Gus: {
    groups: ["depot", "dock"],
    roles: [{ at: "yard", everywhere: true, grant: member("1") }],
  },
  Olga: { groups: [] },
  Dora: {
    groups: ["depot", "yard"],
    roles: [{ at: "depot", everywhere: false, grant: { role: "dispatcher" } }],
  },
  Kim: {
    groups: ["depot", "yard"],
    roles: [{ at: "depot", everywhere: false, grant: { role: "manager" } }],
  },
  Lena: {
    groups: ["yard", "depot"],
    roles: [{ at: "yard", everywhere: false, grant: member("2") }],
  },
  Bob: {
    groups: ["dock", "yard"],
    roles: [{ at: "dock", everywhere: true, grant: member("1") }],
  },
  Dan: {
    groups: ["dock"],
    roles: [{ at: "dock", everywhere: true, grant: { role: "dispatcher" } }],
  },
  Bella: {
    groups: ["dock"],
    roles: [{ at: "dock", everywhere: true, grant: { role: "manager" } }],
  },
  Boris: { groups: [] },
};

/** Roles that come and go. */
export const ON_AND_OFF: readonly { who: string; role: number }[] = [
  { who: "Otto", role: 0 },
  { who: "Hana", role: 1 },
  { who: "Hugo", role: 0 },
  { who: "Gus", role: 0 },
  { who: "Dora", role: 0 },
  { who: "Lena", role: 0 },
  { who: "Bob", role: 0 },
  { who: "Bob", role: 0 },
  { who: "Dan", role: 0 },
  { who: "Dan", role: 0 },
];
