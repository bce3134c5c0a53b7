/** What administrators did, as people read it. */

import type { Act, ActChange } from "../domain/act.ts";
import type { Company } from "../domain/company.ts";
import { closeButton, pageButtons } from "./buttons.ts";
import { buttonData } from "./callback_data.ts";
import { clipHtml, displayName } from "./clip.ts";
import { datedIn } from "./moment.ts";
import { type Html, html, join, lines } from "./html.ts";
import type { Panel } from "./menu.ts";
import { MOST_OF_A_PAGE, pagesOf } from "./pages.ts";
import type { Texts } from "./texts/texts.ts";

/** Who and what the acts are about, as it is called today. */
export interface Called {
  /** The company. */
  company: Company;
  /** Names of people, by id. */
  people: ReadonlyMap<string, string>;
  /** Titles of groups, by chat id. */
  groups: ReadonlyMap<string, string>;
}

/** An act in pieces, each short enough for a page; when, who and what stands above each. */
export function actPieces(texts: Texts, act: Act, called: Called): Html[] {
  const { at, by, changes, left } = act;
  const known: Record<string, string> = texts.acts.what;
  const what = known[act.what] ?? act.what.replaceAll("_", " ");
  const when = datedIn(texts, called.company.timeZone, at);
  const who = clipHtml(personCalled(texts, String(by), called), 100);
  const head = join([html`<code>${when}</code> ${who}`, clipHtml(what, 60)], " · ");
  const told = changes.map((change) => changeLine(texts, change, called));
  const all = left > 0 ? [...told, html`${texts.acts.more(left)}`] : told;
  const most = MOST_OF_A_PAGE - head.source.length - 1;
  return pagesOf(all, { most, between: "\n" }).map((piece) => lines(head, piece));
}

/** A page of acts, already packed. */
export interface ActPage {
  /** The company; `null`: it is about one group. */
  company: Company | null;
  /** The page; `null`: there is nothing. */
  body: Html | null;
  /** Which one it is, from 0. */
  page: number;
  /** How many pages are known to be there. */
  pages: number;
}

/** The page with its title and its buttons. */
export function actPanel(texts: Texts, { company, body, page, pages }: ActPage): Panel {
  const title = company
    ? texts.acts.ofCompany(displayName(company.name, company.id, 80))
    : texts.acts.ofGroup;
  const turn = pageButtons(page, pages, (to) => buttonData("page", to));
  return {
    html: lines(html`<b>${title}</b>`, body ?? texts.acts.none),
    keyboard: [...(turn.length ? [turn] : []), [closeButton(texts)]],
  };
}

/** `departments.2.name: Legal → Law`, behind the person or the group it is about. */
function changeLine(texts: Texts, change: ActChange, called: Called): Html {
  const { record, id, path, before, after } = change;
  const about = record === "person"
    ? personCalled(texts, id, called)
    : record === "group"
    ? displayName(called.groups.get(id) ?? "", id)
    : null;
  const value = (text: string | null) => clipHtml(valueCalled(texts, text, { path, called }), 250);
  const sentence = join([
    join([clipHtml(pathCalled(texts, path, called), 250), value(before)], ": "),
    value(after),
  ], " → ");
  return about === null ? sentence : join([clipHtml(about, 250), sentence], " · ");
}

function personCalled(texts: Texts, id: string, { people }: Called): string {
  return displayName(people.get(id) ?? "", texts.nameless(Number(id)));
}

/** A group's own people stand in its record by id. */
function pathCalled(texts: Texts, path: string, called: Called): string {
  const [first, id, ...rest] = path.split(".");
  if (first !== "people" || !id || !/^\d+$/.test(id)) return path;
  return [first, personCalled(texts, id, called), ...rest].join(".");
}

function valueCalled(
  texts: Texts,
  text: string | null,
  { path, called }: { path: string; called: Called },
): string {
  if (text === null) return texts.acts.nothing;
  if (text === "true") return texts.acts.yes;
  if (text === "false") return texts.acts.no;
  if (path === "askedToTakeCalls") return personCalled(texts, text, called);
  if (!/(^|\.)departments$/.test(path)) return displayName(text, "?", 120);
  const department = called.company.departments.find(({ id }) => id === text);
  return displayName(department?.name ?? text, text);
}
