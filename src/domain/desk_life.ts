/** What administration answers about the life of companies, departments and groups. */

import { z } from "zod";

/** An answer, by its message key. */
export type LifeAnswer =
  | { key: "group_detached" | "group_detached_already"; company: string; title: string }
  | { key: "group_moved"; company: string; title: string }
  /** `company`: the one that it would leave. */
  | { key: "group_has_open"; company: string; title: string; count: number }
  | { key: "no_such_group"; chatId: number }
  | { key: "too_many_groups" | "too_many_of_company"; company: string; most: number }
  /** `place`: from 1. */
  | { key: "department_placed"; company: string; name: string; place: number }
  /** `to`: the department that its open incidents go to. */
  | { key: "department_removed"; company: string; name: string; to: string }
  | { key: "last_department" | "company_renamed"; company: string; name: string }
  | {
    key:
      | "company_archived"
      | "company_restored"
      | "company_is_archived"
      | "company_not_archived"
      | "archive_first"
      | "deletion_asked"
      | "deletion_unconfirmed"
      | "deletion_begun"
      | "company_going";
    company: string;
  };

const company = { company: z.string() };
const titled = { ...company, title: z.string() };
const named = { ...company, name: z.string() };

/** Schema of {@linkcode LifeAnswer}. */
export const LifeAnswer: z.ZodType<LifeAnswer> = z.discriminatedUnion("key", [
  z.object({ key: z.enum(["group_detached", "group_detached_already"]), ...titled }),
  z.object({ key: z.literal("group_moved"), ...titled }),
  z.object({ key: z.literal("group_has_open"), ...titled, count: z.int() }),
  z.object({ key: z.literal("no_such_group"), chatId: z.int() }),
  z.object({
    key: z.enum(["too_many_groups", "too_many_of_company"]),
    ...company,
    most: z.int(),
  }),
  z.object({ key: z.literal("department_placed"), ...named, place: z.int() }),
  z.object({ key: z.literal("department_removed"), ...named, to: z.string() }),
  z.object({ key: z.enum(["last_department", "company_renamed"]), ...named }),
  z.object({
    key: z.enum([
      "company_archived",
      "company_restored",
      "company_is_archived",
      "company_not_archived",
      "archive_first",
      "deletion_asked",
      "deletion_unconfirmed",
      "deletion_begun",
      "company_going",
    ]),
    ...company,
  }),
]);
