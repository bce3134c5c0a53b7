/** All records of a company, sent to whoever administers it. */

import { InputFile } from "grammy";
import type { Company } from "../domain/company.ts";
import { takeUpdate } from "../execute/take_update.ts";
import { describeError } from "../log.ts";
import { companyFiles } from "../store/backup/export_company.ts";
import type { Texts } from "../view/texts/texts.ts";
import type { BotDeps } from "./incoming.ts";

/**
 * Bytes of one document: a bot may send 50 MB.
 *
 * @see https://core.telegram.org/bots/api#senddocument
 */
const MOST_OF_A_DOCUMENT = 45_000_000;

/** Who gets it, and why. */
export interface Recipient {
  /** The private chat of whoever asks. */
  chatId: number;
  /** Telegram's `update_id` of the request. */
  updateId: number;
  /** In their language. */
  texts: Texts;
}

/** `before`: an earlier delivery of the same request sends it. */
export type Sent = "sent" | "not_taken" | "before";

/**
 * Sends them, once for each request: Telegram brings an update again that takes longer than it waits
 * for, and each time would be so many megabytes more.
 */
export async function sendCompany(
  deps: BotDeps,
  { chatId, updateId, texts }: Recipient,
  company: Company,
): Promise<Sent> {
  if (!await takeUpdate(deps, updateId)) return "before";
  const now = deps.now();
  const day = new Date(now).toISOString().slice(0, 10);
  let part = 0;
  const files = companyFiles(deps.kv, company, { now, most: MOST_OF_A_DOCUMENT });
  for await (const bytes of files) {
    part++;
    const document = new InputFile(bytes, `${company.id}-${day}-${part}.ndjson`);
    const caption = texts.deletion.caption(company.id, part);
    try {
      await deps.uploads.sendDocument(chatId, document, { caption });
    } catch (error) {
      // No redelivery tries again, whatever went wrong: they are told, and can ask again.
      deps.log.warn("export not taken", { chat: chatId, error: describeError(error) });
      return "not_taken";
    }
  }
  return "sent";
}
