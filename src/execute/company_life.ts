/** Companies that get another name, rest, come back, or go; through the one write path. */

import type { CoreDeps } from "../deps.ts";
import type { Company } from "../domain/company.ts";
import type { DeskAnswer } from "../domain/desk.ts";
import { keys } from "../store/keys.ts";
import type { Prompt } from "../store/records.ts";
import { set } from "../store/write.ts";
import { commitAction, type Committed } from "./commit.ts";
import { answered, changeCompany, type DeskOrigin, isPlatformAdmin } from "./companies.ts";

/** Gives a company another name; its id stays. The company's managers and platform admins. */
export function renameCompany(
  deps: CoreDeps,
  origin: DeskOrigin,
  { companyId, name }: { companyId: string; name: string },
): Promise<Committed> {
  return changeCompany(deps, origin, companyId, (company) => ({
    answer: { key: "company_renamed", company: companyId, name },
    company: { ...company, name },
  }));
}

/**
 * A company rests: from this commit on nothing happens in it; its groups are suspended one by one, as a
 * chore. Everything is kept. Platform admins only.
 */
export function archiveCompany(
  deps: CoreDeps,
  origin: DeskOrigin,
  { companyId }: { companyId: string },
): Promise<Committed> {
  return setArchived(deps, origin, companyId, (company, now) => {
    if (company.archivedAt !== null) return null;
    return { ...company, archivedAt: now };
  });
}

/** A company is at work again; groups that the bot is still in become active. Platform admins only. */
export function restoreCompany(
  deps: CoreDeps,
  origin: DeskOrigin,
  { companyId }: { companyId: string },
): Promise<Committed> {
  return setArchived(deps, origin, companyId, (company) => {
    return company.archivedAt === null ? null : { ...company, archivedAt: null };
  });
}

function setArchived(
  deps: CoreDeps,
  origin: DeskOrigin,
  companyId: string,
  change: (company: Company, now: number) => Company | null,
): Promise<Committed> {
  const wanted = { company: keys.company(companyId), chore: keys.chore(companyId, "groups") };
  return commitAction(deps, origin, wanted, ({ company, chore }, { now }) => {
    if (!isPlatformAdmin(deps, origin.actorId)) return answered({ key: "not_allowed" });
    if (!company.value) return answered({ key: "unknown_company", company: companyId });
    const after = change(company.value, now);
    const isArchived = (after ?? company.value).archivedAt !== null;
    if (!after) {
      const key = isArchived ? "company_is_archived" : "company_not_archived";
      return answered({ key, company: companyId });
    }
    const key = isArchived ? "company_archived" : "company_restored";
    return answered({ key, company: companyId }, {
      changes: [
        set(company, after),
        set(chore, { schema: 1, company: companyId, kind: "groups" }),
      ],
    });
  });
}

/** How long the second answer is waited for, in milliseconds. */
const DELETION_TIME = 10 * 60_000;

/** Whether somebody has answered the first question about this company a moment ago. */
export function isDeletionAsked(
  prompt: Prompt | null,
  { companyId, now }: { companyId: string; now: number },
): boolean {
  return prompt?.asked.for === "deletion" && prompt.asked.company === companyId &&
    prompt.expiresAt > now;
}

/** The first question was answered with yes; the second one is open. Platform admins only. */
export function askDeletion(
  deps: CoreDeps,
  origin: DeskOrigin,
  { companyId }: { companyId: string },
): Promise<Committed> {
  const wanted = {
    company: keys.company(companyId),
    prompt: keys.prompt(origin.chatId, origin.actorId),
  };
  return commitAction(deps, origin, wanted, ({ company, prompt }, { now }) => {
    const refusal = undeletable(deps, origin, { companyId, company: company.value });
    if (refusal) return answered(refusal);
    const asked: Prompt = {
      schema: 1,
      asked: { for: "deletion", company: companyId },
      messageId: null,
      expiresAt: now + DELETION_TIME,
    };
    return answered({ key: "deletion_asked", company: companyId }, {
      changes: [set(prompt, asked, DELETION_TIME)],
    });
  });
}

/**
 * A company goes: from this commit on there is none; all that it had goes as a chore. `versionstamp`: of
 * the record whose export was taken. Platform admins only, and only after both questions.
 */
export function beginDeletion(
  deps: CoreDeps,
  origin: DeskOrigin,
  { companyId, versionstamp }: { companyId: string; versionstamp: string },
): Promise<Committed> {
  const wanted = {
    company: keys.company(companyId),
    prompt: keys.prompt(origin.chatId, origin.actorId),
    chore: keys.chore(companyId, "deletion"),
  };
  return commitAction(deps, origin, wanted, ({ company, prompt, chore }, { now }) => {
    const refusal = undeletable(deps, origin, { companyId, company: company.value });
    if (refusal || !company.value) return answered(refusal ?? { key: "noted" });
    const isSame = company.versionstamp === versionstamp;
    if (!isSame || !isDeletionAsked(prompt.value, { companyId, now })) {
      return answered({ key: "deletion_unconfirmed", company: companyId });
    }
    return answered({ key: "deletion_begun", company: companyId }, {
      // Its acts go with it: the log alone knows afterwards who did this.
      log: { message: "company deleted", detail: companyId },
      changes: [
        { type: "delete", key: company.key },
        { type: "delete", key: prompt.key },
        set(chore, {
          schema: 1,
          company: companyId,
          kind: "deletion",
          name: company.value.name,
          chats: [],
          next: null,
          found: false,
        }),
      ],
    });
  });
}

/** Why somebody can't delete a company now; `null`: they can, after both questions. */
export function undeletable(
  deps: CoreDeps,
  { actorId }: DeskOrigin,
  { companyId, company }: { companyId: string; company: Company | null },
): DeskAnswer | null {
  if (!isPlatformAdmin(deps, actorId)) return { key: "not_allowed" };
  if (!company) return { key: "unknown_company", company: companyId };
  return company.archivedAt === null ? { key: "archive_first", company: companyId } : null;
}
