/** Puts a page of the console where it is seen: one message that is edited in place. */

import { GrammyError } from "grammy";
import { unlessRefused } from "../../delivery/unless_refused.ts";
import { verdictOn } from "../../delivery/verdict.ts";
import { inlineKeyboard, TEXT_OPTIONS } from "../../delivery/wire.ts";
import { type Address, addressOf } from "../../view/console/address.ts";
import { html } from "../../view/html.ts";
import type { Panel } from "../../view/menu.ts";
import type { BotDeps } from "../incoming.ts";
import { mayOpen } from "./access.ts";
import { parseArguments } from "./arguments.ts";
import type { Asker } from "./entry.ts";
import { PAGES } from "./table.ts";

/** The message that is the console. */
export interface Shown {
  /** The private chat. */
  chatId: number;
  /** The message. */
  messageId: number;
}

/** Edits the message; where it can't be edited any more, a new one takes its place. */
export async function showInPlace(
  deps: BotDeps,
  { chatId, messageId }: Shown,
  { html: { source }, keyboard }: Panel,
): Promise<void> {
  const options = { ...TEXT_OPTIONS, reply_markup: inlineKeyboard(keyboard) };
  try {
    await deps.telegram.editMessageText(chatId, messageId, source, options);
  } catch (error) {
    const { kind } = verdictOn(error);
    if (!(error instanceof GrammyError) || kind === "hold") throw error;
    if (kind === "unchanged") return;
    await unlessRefused(deps, () => deps.telegram.sendMessage(chatId, source, options));
  }
}

/**
 * The page at an address as this person may see it: where it is gone, or not theirs any more, the first
 * page; without any console, a word about that.
 */
export async function pageAt(
  deps: BotDeps,
  asker: Asker,
  { page, args: words, n }: Address,
): Promise<Panel> {
  const row = PAGES[page];
  const args = parseArguments(row.takes, [...words, n].map(String));
  const isTheirs = args !== null && await mayOpen(deps, asker.personId, { who: row.who, args });
  const shown = isTheirs ? await row.show(deps, asker, args) : null;
  if (shown) return shown;
  return page === "home" ? noConsole(asker) : await pageAt(deps, asker, addressOf("home"));
}

/** For those who administer nothing. */
export function noConsole({ texts }: Asker): Panel {
  return { html: html`${texts.admin.none}`, keyboard: [] };
}
