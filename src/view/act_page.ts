/** What administrators did, as people read it. */

import { type Act, type ActChange, isBookkeeping } from "../domain/act.ts";
import type { ActKey } from "../domain/act_key.ts";
import type { Company } from "../domain/company.ts";
import { type Called, changeInWords, personCalled } from "./act_words.ts";
import { closeButton, pageButtons } from "./buttons.ts";
import { buttonData } from "./callback_data.ts";
import { clipHtml, displayName } from "./clip.ts";
import { datedIn } from "./moment.ts";
import { type Html, html, join, lines } from "./html.ts";
import type { Panel } from "./menu.ts";
import { MOST_OF_A_PAGE, pagesOf } from "./pages.ts";
import type { Texts } from "./texts/texts.ts";

/** An act in pieces, each short enough for a page; when, who and what stands above each. */
export function actPieces(texts: Texts, act: Act, called: Called): Html[] {
  const { at, by, changes, left } = act;
  const what = isKnown(texts, act.what) ? texts.acts.what[act.what] : act.what.replaceAll("_", " ");
  const when = datedIn(texts, called.company.timeZone, at);
  const who = clipHtml(personCalled(texts, String(by), called), 100);
  const head = join([html`<code>${when}</code> ${who}`, clipHtml(what, 60)], " · ");
  const told = toldOf(changes).map((change) => changeLine(texts, change, called));
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

function isKnown(texts: Texts, what: string): what is ActKey {
  return Object.hasOwn(texts.acts.what, what);
}

/** A span of hours, as older acts have it: what else there was in the week they do not say. */
const PART_OF_HOURS = /^calendar\.hours\./;

/** What is worth a line: hours get one, and older acts have more than is. */
function toldOf(changes: readonly ActChange[]): ActChange[] {
  const parts = changes.filter(({ path }) => PART_OF_HOURS.test(path));
  return changes.filter((change) =>
    !isBookkeeping(change.record, change) && (!parts.includes(change) || change === parts[0])
  );
}

/** `department “Law” · name: Legal → Law`, behind the person or the group it is about. */
function changeLine(texts: Texts, change: ActChange, called: Called): Html {
  const { record, id, path } = change;
  const about = record === "person"
    ? personCalled(texts, id, called)
    : record === "group"
    ? displayName(called.groups.get(id) ?? "", id)
    : null;
  const sentence = PART_OF_HOURS.test(path)
    ? html`${texts.acts.paths.hours}: ${texts.acts.changed}`
    : sentenceOf(changeInWords(texts, change, called));
  return about === null ? sentence : join([clipHtml(about, 250), sentence], " · ");
}

function sentenceOf({ label, before, after }: ReturnType<typeof changeInWords>): Html {
  const values = join([before, after].map((value) => clipHtml(value, 250)), " → ");
  return join([clipHtml(label, 250), values], ": ");
}
