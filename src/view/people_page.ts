/** Who is what: one person for themselves, and everybody of a company or a group for its managers. */

import type { Company } from "../domain/company.ts";
import type { HeldRole } from "../domain/held_role.ts";
import type { Profile } from "../domain/person.ts";
import { isOnDuty } from "../domain/shift.ts";
import { closeButton, pageButtons } from "./buttons.ts";
import { buttonData } from "./callback_data.ts";
import { clipHtml, displayName } from "./clip.ts";
import type { Texts } from "./texts/texts.ts";
import { type Html, html, lines } from "./html.ts";
import type { Panel } from "./menu.ts";
import { personName } from "./person_link.ts";

/** People on one page. */
export const PEOPLE_PAGE = 8;

/** Most UTF-16 units of markup that one person's roles take on a page of several. */
const MOST_OF_ROLES = 350;

/** Most roles of one company that somebody reads of themselves. */
const MOST_ROLES = 4;

/** Most UTF-16 units of markup that one of them takes. */
const MOST_OF_A_ROLE = 140;

/** A person with the roles that they hold. */
export interface Held {
  /** Telegram's numeric id. */
  id: number;
  /** What is known of them; `null`: nothing yet. */
  profile: Profile | null;
  /** The highest first. */
  roles: readonly HeldRole[];
}

/** What a page of people is about. */
export interface PeoplePage {
  /** Their company. */
  company: Company;
  /** It is about a group of it, with the group's own people. */
  inGroup: boolean;
  /** The people of this page. */
  items: readonly Held[];
  /** How many there are in all. */
  total: number;
  /** From 0. */
  page: number;
  /** Epoch milliseconds. */
  now: number;
}

/** One page of a company's or a group's people. */
export function peoplePanel(
  texts: Texts,
  { company, inGroup, items, total, page, now }: PeoplePage,
): Panel {
  const scope = inGroup ? texts.desk.thisGroup : companyName(company);
  const turn = pageButtons(page, Math.ceil(total / PEOPLE_PAGE), (to) => buttonData("page", to));
  return {
    html: lines(
      html`<b>${texts.people.title(scope)}</b> · ${texts.people.count(total)}`,
      ...(items.length
        ? items.flatMap((item) => entry(texts, item, company, now))
        : [texts.people.none]),
    ),
    keyboard: [...(turn.length ? [turn] : []), [closeButton(texts)]],
  };
}

function entry(texts: Texts, { id, profile, roles }: Held, company: Company, now: number): Html[] {
  const name = personName(texts, { id, name: profile?.name ?? "" });
  const isReachable = profile?.reachable ? texts.people.reachable : texts.people.unreachable;
  const held = roles.map((role) => roleText(texts, role, company, now));
  return [
    html`<b>${name}</b> · <code>${id}</code> · ${isReachable}`,
    clipHtml(held.join("; "), MOST_OF_ROLES),
  ];
}

/** What somebody is at one company. */
export interface OwnRoles {
  /** The company. */
  company: Company;
  /** The roles that count, the highest first. */
  roles: readonly HeldRole[];
}

/** What somebody is in a group, and why. */
export function whoamiInGroup(texts: Texts, { company, roles }: OwnRoles, now: number): Html {
  return lines(
    title(texts, company),
    ...(roles.length ? roleLines(texts, roles, company, now) : [texts.people.reporter]),
  );
}

/** What somebody is, company by company; the roles of a group do not count in private. */
export function whoamiInPrivate(texts: Texts, { platformAdmin, companies, more, now }: {
  platformAdmin: boolean;
  companies: readonly OwnRoles[];
  /** How many companies are left out. */
  more: number;
  now: number;
}): Html {
  return lines(
    platformAdmin ? texts.people.roles.platform_admin : null,
    ...companies.flatMap(({ company, roles }) => [
      title(texts, company),
      ...roleLines(texts, roles, company, now),
    ]),
    more > 0 ? texts.card.more(more) : null,
    companies.length === 0 && !platformAdmin ? texts.help.noRole : null,
    texts.people.askInGroup,
  );
}

function title(texts: Texts, company: Company): Html {
  return html`<b>${clipHtml(texts.people.youHere(companyName(company)), 80)}</b>`;
}

function roleLines(
  texts: Texts,
  roles: readonly HeldRole[],
  company: Company,
  now: number,
): (Html | string)[] {
  const shown = roles.slice(0, MOST_ROLES);
  return [
    ...shown.map((role) => clipHtml(`• ${roleText(texts, role, company, now)}`, MOST_OF_A_ROLE)),
    ...(roles.length > shown.length ? [texts.card.more(roles.length - shown.length)] : []),
  ];
}

function roleText(texts: Texts, held: HeldRole, company: Company, now: number): string {
  const words = texts.people.roles;
  switch (held.role) {
    case "platform_admin":
    case "administrator":
      return words[held.role];
    case "manager":
    case "dispatcher":
      return words[held.role](scopeOf(texts, held, company));
    case "member": {
      const department = company.departments.find(({ id }) => id === held.department);
      const text = words.member(
        displayName(department?.name ?? "", "?"),
        scopeOf(texts, held, company),
      );
      if (held.hours === null) return text;
      const onDuty = isOnDuty(held.hours, company.timeZone, now) ? `, ${texts.shift.onDuty}` : "";
      return `${text}${onDuty}: ${displayName(held.hours, "?", 100)}`;
    }
    default:
      return held satisfies never;
  }
}

function scopeOf(texts: Texts, { from }: { from: "company" | "group" }, company: Company): string {
  return from === "group" ? texts.desk.thisGroup : companyName(company);
}

function companyName({ name, id }: Company): string {
  return displayName(name, id, 40);
}
