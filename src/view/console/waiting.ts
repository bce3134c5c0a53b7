/** Groups that wait for a platform admin. */

import type { Company } from "../../domain/company.ts";
import type { PendingGroup } from "../../domain/group.ts";
import { inPairs } from "../buttons.ts";
import { displayName } from "../clip.ts";
import { html } from "../html.ts";
import type { Page } from "../paging.ts";
import type { Texts } from "../texts/texts.ts";
import { addressOf, consoleButton, sureButton } from "./address.ts";
import type { Frame } from "./frame.ts";

/** A company as it is chosen. */
export type Choice = Pick<Company, "id" | "name">;

/** All groups that wait. */
export function waitingPage(texts: Texts, shown: Page<PendingGroup>): Frame {
  const { waiting: words, title } = texts.admin;
  return {
    trail: [title, words.title],
    body: [shown.items.length === 0 ? words.none : null],
    hint: null,
    rows: inPairs(
      shown.items.map(({ chatId, title }) =>
        consoleButton(displayName(title, "?", 40), "request", [chatId])
      ),
    ),
    turn: { at: addressOf("waiting", [], shown.page), pages: shown.pages },
    back: addressOf("home"),
  };
}

/** One of them: what was asked for, and what can be answered. */
export function requestPage(
  texts: Texts,
  { group, similar }: { group: PendingGroup; similar: readonly Choice[] },
): Frame {
  const { waiting: words, title } = texts.admin;
  const { chatId, request, addedBy } = group;
  const shownTitle = displayName(group.title, "?", 60);
  const name = displayName(request?.name ?? group.title, "?", 60);
  return {
    trail: [title, words.title, shownTitle],
    body: [
      request ? words.asked(name) : words.notAsked,
      request &&
      html`${words.askedBy(personText(texts, request.by))} (<code>${request.by.id}</code>)`,
      html`${words.addedBy(personText(texts, addedBy))} (<code>${addedBy.id}</code>)`,
    ],
    hint: `/add_group … ${chatId}`,
    rows: [
      ...similar.map((company) => [attachButton(texts, chatId, company)]),
      [
        consoleButton(words.create(displayName(name, "?", 30)), "create_for", [chatId]),
        consoleButton(words.other, "attach", [chatId]),
      ],
      [
        sureButton(words.reject, "reject", [chatId]),
        sureButton(words.block, "block", [chatId]),
      ],
    ],
    turn: null,
    back: addressOf("waiting"),
  };
}

function personText(texts: Texts, person: { id: number; name: string }): string {
  return displayName(person.name, texts.nameless(person.id), 60);
}

function attachButton(texts: Texts, chatId: number, { id, name }: Choice) {
  const text = texts.admin.waiting.attachTo(id, displayName(name, id, 40));
  return consoleButton(text, "attach_to", [chatId, id]);
}

/** Which company a group is for, of all there are. */
export function attachPage(
  texts: Texts,
  { group, shown }: { group: PendingGroup; shown: Page<Choice> },
): Frame {
  const { waiting: words, title } = texts.admin;
  const { chatId } = group;
  return {
    trail: [title, words.title, displayName(group.title, "?", 60)],
    body: [words.which],
    hint: `/add_group … ${chatId}`,
    rows: inPairs(shown.items.map((company) => attachButton(texts, chatId, company))),
    turn: { at: addressOf("attach", [chatId], shown.page), pages: shown.pages },
    back: addressOf("request", [chatId]),
  };
}
