/** People as Telegram knows them, and what a company lets them do. */

import { z } from "zod";
import { Locale } from "./locale.ts";
import { NotifySetting } from "./notify_setting.ts";

/** A Telegram user's numeric id: the only thing about a person that authorizes anything. */
export const PersonId: z.ZodType<number> = z.int().positive();

/** A person as an incident remembers them: the id, and the name at that moment, for display. */
export interface PersonRef {
  /** Telegram's numeric id. */
  id: number;
  /** First and last name when it was noted. */
  name: string;
}

/** Schema of {@linkcode PersonRef}. */
export const PersonRef: z.ZodType<PersonRef> = z.object({ id: PersonId, name: z.string() });

/** What is known of a Telegram user, whatever the company; refreshed at every contact. */
export interface Profile {
  /** The version of this record's shape. */
  schema: 1;
  /** Telegram's numeric id. */
  id: number;
  /** First and last name. */
  name: string;
  /** The @handle without the @, as Telegram spells it; `null` without one. */
  handle: string | null;
  /** The person has started a private chat with the bot and has not blocked it. */
  reachable: boolean;
  /** The language that they have chosen; `null`: what their Telegram client says counts. */
  language: Locale | null;
  /** What their Telegram client said last; `null`: nothing yet, or no language of the desk's. */
  locale: Locale | null;
  /** They are being forgotten: until that is done nothing is noted of them, and they can do nothing. */
  forgetting?: true | undefined;
  /** What they are told in private; `null`: what their role gives. */
  notify: NotifySetting | null;
}

/** Schema of {@linkcode Profile}. */
export const Profile: z.ZodType<Profile> = z.object({
  schema: z.literal(1),
  id: PersonId,
  name: z.string(),
  handle: z.string().nullable(),
  reachable: z.boolean(),
  language: Locale.nullable().default(null),
  locale: Locale.nullable().default(null),
  forgetting: z.literal(true).optional(),
  notify: NotifySetting.nullable().default(null),
});

/** What one person is in one company, or in one group of it. */
export interface Grants {
  /** Routes and helps everywhere in the scope. */
  dispatcher: boolean;
  /** Is called when an incident escalates, and may do what anybody may. */
  manager: boolean;
  /** Ids of the departments the person is a member of. */
  departments: string[];
}

/** Schema of {@linkcode Grants}. */
export const Grants: z.ZodType<Grants> = z.object({
  dispatcher: z.boolean(),
  manager: z.boolean(),
  departments: z.array(z.string()),
});

/** A person's roles in a company. */
export interface Person extends Grants {
  /** The version of this record's shape. */
  schema: 1;
  /** The company's id. */
  company: string;
  /** Telegram's numeric id. */
  id: number;
  /** When they are on duty, by department: weekly hours as `formatHours` writes them. */
  shifts: Record<string, string>;
}

/** Schema of {@linkcode Person}. */
export const Person: z.ZodType<Person> = z.object({
  schema: z.literal(1),
  company: z.string(),
  id: PersonId,
  dispatcher: z.boolean(),
  manager: z.boolean(),
  departments: z.array(z.string()),
  shifts: z.record(z.string(), z.string()).default({}),
});

/** No roles. */
export const NO_GRANTS: Grants = { dispatcher: false, manager: false, departments: [] };

/** The roles of {@linkcode Grants}, the highest first. */
export const COMPANY_ROLES = ["manager", "dispatcher", "member"] as const;

/** One of {@linkcode COMPANY_ROLES}. */
export type CompanyRole = typeof COMPANY_ROLES[number];

/** The highest role among `grants`; `null` without any. */
export function highestRole({ manager, dispatcher, departments }: Grants): CompanyRole | null {
  if (manager) return "manager";
  if (dispatcher) return "dispatcher";
  return departments.length > 0 ? "member" : null;
}

/** A role that can be given to a person. */
export type Grant =
  | { role: "dispatcher" | "manager" }
  | { role: "member"; department: string };

/** Schema of {@linkcode Grant}. */
export const Grant: z.ZodType<Grant> = z.discriminatedUnion("role", [
  z.object({ role: z.enum(["dispatcher", "manager"]) }),
  z.object({ role: z.literal("member"), department: z.string() }),
]);

/** `grants` without a role; the same object when the person has not got it. */
export function withoutGrant(grants: Grants, grant: Grant): Grants {
  switch (grant.role) {
    case "dispatcher":
      return grants.dispatcher ? { ...grants, dispatcher: false } : grants;
    case "manager":
      return grants.manager ? { ...grants, manager: false } : grants;
    case "member": {
      const departments = grants.departments.filter((id) => id !== grant.department);
      return departments.length < grants.departments.length ? { ...grants, departments } : grants;
    }
    default:
      return grant satisfies never;
  }
}

/** `grants` with one more role; the same object when the person has it already. */
export function withGrant(grants: Grants, grant: Grant): Grants {
  switch (grant.role) {
    case "dispatcher":
      return grants.dispatcher ? grants : { ...grants, dispatcher: true };
    case "manager":
      return grants.manager ? grants : { ...grants, manager: true };
    case "member":
      return grants.departments.includes(grant.department)
        ? grants
        : { ...grants, departments: [...grants.departments, grant.department] };
    default:
      return grant satisfies never;
  }
}
