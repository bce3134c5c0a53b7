/** Work that takes many commits: on record, so that the sweep goes on with it after any crash. */

import { z } from "zod";
import { DepartmentId } from "../domain/company.ts";
import { PersonRef } from "../domain/person.ts";

/** What is still to be done for a company. */
export type Chore =
  & {
    /** The version of this record's shape. */
    schema: 1;
    /** The company's id. */
    company: string;
  }
  & (
    /** A department was removed: its incidents go to the default one, its members lose that role. */
    | { kind: "department"; department: string; by: PersonRef }
    /** Its groups become what the company is: suspended while it is archived. */
    | { kind: "groups" }
    /** It is no more: everything of it goes. */
    | Deletion
  );

/** How far the deletion of a company is. */
export interface Deletion {
  /** Discriminant. */
  kind: "deletion";
  /** What it was called. */
  name: string;
  /** The groups that the bot has left by now. */
  chats: number[];
  /** Where looking through the store goes on; `null`: at its beginning. */
  next: Deno.KvKey | null;
  /** This time something was found: it is looked through once more. */
  found: boolean;
}

const base = { schema: z.literal(1), company: z.string() };

/** Schema of {@linkcode Chore}. */
export const Chore: z.ZodType<Chore> = z.discriminatedUnion("kind", [
  z.object({ ...base, kind: z.literal("department"), department: DepartmentId, by: PersonRef }),
  z.object({ ...base, kind: z.literal("groups") }),
  z.object({
    ...base,
    kind: z.literal("deletion"),
    name: z.string(),
    chats: z.array(z.int()),
    next: z.custom<Deno.KvKey>(Array.isArray).nullable(),
    found: z.boolean(),
  }),
]);

/** A chore of one kind. */
export type ChoreOf<K extends Chore["kind"]> = Extract<Chore, { kind: K }>;
