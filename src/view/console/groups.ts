/** The groups of a company. */

import type { Company } from "../../domain/company.ts";
import { type AttachedGroup, whatIs } from "../../domain/group.ts";
import { inPairs } from "../buttons.ts";
import { displayName } from "../clip.ts";
import { html } from "../html.ts";
import type { Page } from "../paging.ts";
import type { Texts } from "../texts/texts.ts";
import { addressOf, consoleButton, sureButton } from "./address.ts";
import { companyStep } from "./companies.ts";
import type { Frame } from "./frame.ts";

/** All groups of a company, whatever they are. */
export function groupsPage(
  texts: Texts,
  { company, shown }: { company: Company; shown: Page<AttachedGroup> },
): Frame {
  const { groups: words, title } = texts.admin;
  const { id } = company;
  return {
    trail: [title, companyStep(company), words.title],
    body: [shown.items.length === 0 ? words.none : words.signs],
    hint: `/groups ${id}`,
    rows: inPairs(shown.items.map((group) => {
      const sign = group.status === "active" ? "🟢" : "⏸";
      return consoleButton(`${sign} ${displayName(group.title, "?", 40)}`, "group", [
        id,
        group.chatId,
      ]);
    })),
    turn: { at: addressOf("groups", [id], shown.page), pages: shown.pages },
    back: addressOf("company", [id]),
  };
}

/** One of them. */
export interface OneGroup {
  /** Its company. */
  company: Company;
  /** The group. */
  group: AttachedGroup;
  /** How many incidents are open there. */
  open: number;
  /** Whoever runs the whole platform can do more. */
  isPlatformAdmin: boolean;
}

/** A group, and its way out of the company and back. */
export function groupPage(
  texts: Texts,
  { company, group, open, isPlatformAdmin }: OneGroup,
): Frame {
  const { groups: words, title } = texts.admin;
  const about = [company.id, group.chatId];
  const isDetached = group.suspension?.why === "detached";
  return {
    trail: [title, companyStep(company), words.title, displayName(group.title, "?", 40)],
    body: [html`<code>${group.chatId}</code>`, statusOf(texts, group), texts.groups.open(open)],
    hint: isDetached ? null : `/detach_group ${group.chatId}`,
    rows: [
      isDetached ? [] : [sureButton(words.detach, "detach", about)],
      isPlatformAdmin && isDetached
        ? [consoleButton(words.attachAgain, "attach_again", about)]
        : [],
      isPlatformAdmin ? [consoleButton(words.move, "move", about)] : [],
    ],
    turn: null,
    back: addressOf("groups", [company.id]),
  };
}

function statusOf(texts: Texts, group: AttachedGroup): string {
  const is = whatIs(group);
  if (is === "active") return texts.groups.active;
  return is === "suspended" ? texts.groups.removed : texts.groups.suspended[is];
}

/** Which company a group is to go to. */
export function movePage(
  texts: Texts,
  { company, group, shown }: {
    company: Company;
    group: AttachedGroup;
    shown: Page<Pick<Company, "id" | "name">>;
  },
): Frame {
  const { groups: words, title } = texts.admin;
  const about = [company.id, group.chatId];
  return {
    trail: [title, companyStep(company), displayName(group.title, "?", 40)],
    body: [words.whereTo],
    hint: `/move_group ${group.chatId} …`,
    rows: inPairs(
      shown.items.map(({ id, name }) =>
        sureButton(`${id} · ${displayName(name, id, 30)}`, "move_group", [...about, id])
      ),
    ),
    turn: { at: addressOf("move", about, shown.page), pages: shown.pages },
    back: addressOf("group", about),
  };
}
