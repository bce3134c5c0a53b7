/** The groups of a company for its managers; those that wait, and all companies, for platform admins. */

import type { Company } from "../domain/company.ts";
import type { AttachedGroup, PendingGroup } from "../domain/group.ts";
import { closeButton, pageButtons } from "./buttons.ts";
import { buttonData } from "./callback_data.ts";
import { displayName } from "./clip.ts";
import { activationRequest } from "./desk_messages.ts";
import { type Html, html, lines } from "./html.ts";
import type { Panel } from "./menu.ts";
import type { Keyboard } from "./message.ts";
import type { Texts } from "./texts/texts.ts";

/** Groups on one page. */
export const GROUPS_PAGE = 8;

/** Groups that wait on one page: each has its buttons. */
export const WAITING_PAGE = 4;

/** Most companies that are counted in one message. */
export const MOST_COMPANIES_COUNTED = 25;

/** Something of which one page is shown. */
export interface Paged {
  /** From 0. */
  page: number;
  /** How many there are. */
  pages: number;
}

/** A group with what is open in it. */
export interface ListedGroup {
  /** The group. */
  group: AttachedGroup;
  /** How many incidents are open there. */
  open: number;
}

/** One page of the groups of companies; `company`: whose, `null`: of several. */
export function groupsPanel(
  texts: Texts,
  { company, items, total, page, pages }: Paged & {
    company: Company | null;
    items: readonly ListedGroup[];
    total: number;
  },
): Panel {
  const scope = company ? displayName(company.name, company.id, 40) : texts.groups.own;
  return {
    html: lines(
      html`<b>${texts.groups.title(scope)}</b> · ${texts.groups.count(total)}`,
      company && company.archivedAt !== null ? texts.groups.archived : null,
      ...(items.length ? items.flatMap((it) => groupLines(texts, it, company)) : [
        texts.groups.none,
      ]),
    ),
    keyboard: turning(texts, { page, pages }),
  };
}

function groupLines(
  texts: Texts,
  { group, open }: ListedGroup,
  company: Company | null,
): Html[] {
  const name = displayName(group.title, "?", 64);
  const whose = company ? "" : `${group.company} · `;
  return [
    html`<b>${name}</b> · ${whose}<code>${group.chatId}</code>`,
    html`${statusOf(texts, group)} · ${texts.groups.open(open)}`,
  ];
}

function statusOf({ groups }: Texts, { status, suspension }: AttachedGroup): string {
  if (status === "active") return groups.active;
  return suspension ? groups.suspended[suspension.why] : groups.removed;
}

/** A company with its sums. */
export interface CountedCompany {
  /** The company. */
  company: Company;
  /** How many groups it has. */
  groups: number;
  /** How many of its incidents are open. */
  open: number;
}

/** A group that waits, and the companies that it may belong to. */
export interface WaitingGroup {
  /** The group. */
  group: PendingGroup;
  /** Companies with a name like the one it asks for. */
  similar: readonly Pick<Company, "id" | "name">[];
}

/** For platform admins: the groups that wait, with their buttons, and what each company has. */
export function waitingPanel(
  texts: Texts,
  { companies, items, page, pages }: Paged & {
    companies: readonly CountedCompany[];
    items: readonly WaitingGroup[];
  },
): Panel {
  const counted = companies.slice(0, MOST_COMPANIES_COUNTED);
  const more = companies.length - counted.length;
  return {
    html: lines(
      html`<b>${texts.groups.waiting}</b>`,
      ...(items.length ? items.flatMap(({ group }) => waitingLines(texts, group)) : [
        texts.groups.nobodyWaits,
      ]),
      "",
      html`<b>${texts.groups.companies}</b>`,
      ...counted.map((it) => companyLine(texts, it)),
      more > 0 ? texts.card.more(more) : null,
    ),
    keyboard: [
      ...items.flatMap(({ group, similar }) => activationRequest(texts, group, similar).keyboard),
      ...turning(texts, { page, pages }),
    ],
  };
}

function waitingLines(
  { groups, nameless }: Texts,
  { title, chatId, request, addedBy }: PendingGroup,
) {
  const name = displayName(title, "?", 64);
  const by = ({ id, name }: PendingGroup["addedBy"]) => displayName(name, nameless(id), 40);
  const asked = request
    ? groups.asked(displayName(request.name, "?", 80), by(request.by))
    : groups.notAsked(by(addedBy));
  return [html`<b>${name}</b> · <code>${chatId}</code>`, html`${asked}`];
}

function companyLine({ groups: texts }: Texts, { company, groups, open }: CountedCompany): Html {
  const archived = company.archivedAt === null ? "" : ` · ${texts.archived}`;
  const name = displayName(company.name, "?", 40);
  return html`<code>${company.id}</code> ${name}: ${texts.count(groups)}, ${
    texts.open(open)
  }${archived}`;
}

function turning(texts: Texts, { page, pages }: Paged): Keyboard {
  const turn = pageButtons(page, pages, (to) => buttonData("page", to));
  return [...(turn.length ? [turn] : []), [closeButton(texts)]];
}
