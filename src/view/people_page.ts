/** Who is what: one person for themselves, and everybody of a company or a group for its managers. */

import type { Company } from "../domain/company.ts";
import type { HeldRole } from "../domain/held_role.ts";
import type { Profile } from "../domain/person.ts";
import { isOnDuty } from "../domain/shift.ts";
import { closeButton, pageButtons } from "./buttons.ts";
import { buttonData } from "./callback_data.ts";
import { clipHtml, displayName } from "./clip.ts";
import { en } from "./texts/en/en.ts";
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
export function peoplePanel({ company, inGroup, items, total, page, now }: PeoplePage): Panel {
  const scope = inGroup ? en.desk.thisGroup : companyName(company);
  const turn = pageButtons(page, Math.ceil(total / PEOPLE_PAGE), (to) => buttonData("page", to));
  return {
    html: lines(
      html`<b>${en.people.title(scope)}</b> · ${en.people.count(total)}`,
      ...(items.length ? items.flatMap((item) => entry(item, company, now)) : [en.people.none]),
    ),
    keyboard: [...(turn.length ? [turn] : []), [closeButton()]],
  };
}

function entry({ id, profile, roles }: Held, company: Company, now: number): Html[] {
  const name = personName({ id, name: profile?.name ?? "" });
  const isReachable = profile?.reachable ? en.people.reachable : en.people.unreachable;
  const texts = roles.map((role) => roleText(role, company, now));
  return [
    html`<b>${name}</b> · <code>${id}</code> · ${isReachable}`,
    clipHtml(texts.join("; "), MOST_OF_ROLES),
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
export function whoamiInGroup({ company, roles }: OwnRoles, now: number): Html {
  return lines(
    title(company),
    ...(roles.length ? roleLines(roles, company, now) : [en.people.reporter]),
  );
}

/** What somebody is, company by company; the roles of a group do not count in private. */
export function whoamiInPrivate(
  { platformAdmin, companies, more, now }: {
    platformAdmin: boolean;
    companies: readonly OwnRoles[];
    /** How many companies are left out. */
    more: number;
    now: number;
  },
): Html {
  return lines(
    platformAdmin ? en.people.roles.platform_admin : null,
    ...companies.flatMap(({ company, roles }) => [
      title(company),
      ...roleLines(roles, company, now),
    ]),
    more > 0 ? en.card.more(more) : null,
    companies.length === 0 && !platformAdmin ? en.help.noRole : null,
    en.people.askInGroup,
  );
}

function title(company: Company): Html {
  return html`<b>${clipHtml(en.people.youHere(companyName(company)), 80)}</b>`;
}

function roleLines(roles: readonly HeldRole[], company: Company, now: number): (Html | string)[] {
  const shown = roles.slice(0, MOST_ROLES);
  return [
    ...shown.map((role) => clipHtml(`• ${roleText(role, company, now)}`, MOST_OF_A_ROLE)),
    ...(roles.length > shown.length ? [en.card.more(roles.length - shown.length)] : []),
  ];
}

function roleText(held: HeldRole, company: Company, now: number): string {
  const texts = en.people.roles;
  switch (held.role) {
    case "platform_admin":
    case "administrator":
      return texts[held.role];
    case "manager":
    case "dispatcher":
      return texts[held.role](scopeOf(held, company));
    case "member": {
      const department = company.departments.find(({ id }) => id === held.department);
      const text = texts.member(displayName(department?.name ?? "", "?"), scopeOf(held, company));
      if (held.hours === null) return text;
      const onDuty = isOnDuty(held.hours, company.timeZone, now) ? `, ${en.shift.onDuty}` : "";
      return `${text}${onDuty}: ${displayName(held.hours, "?", 100)}`;
    }
    default:
      return held satisfies never;
  }
}

function scopeOf({ from }: { from: "company" | "group" }, company: Company): string {
  return from === "group" ? en.desk.thisGroup : companyName(company);
}

function companyName({ name, id }: Company): string {
  return displayName(name, id, 40);
}
