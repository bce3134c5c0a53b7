/** All records of a company, sent to whoever administers it. */

import { InputFile } from "grammy";
import { unlessRefused } from "../delivery/unless_refused.ts";
import type { Company } from "../domain/company.ts";
import { companyFiles } from "../store/backup/export_company.ts";
import type { Texts } from "../view/texts/texts.ts";
import type { BotDeps } from "./incoming.ts";

/**
 * Bytes of one document: a bot may send 50 MB.
 *
 * @see https://core.telegram.org/bots/api#senddocument
 */
const MOST_OF_A_DOCUMENT = 45_000_000;

/** Sends them; `false`: Telegram did not take one of the documents. */
export async function sendCompany(
  deps: BotDeps,
  { chatId, texts }: { chatId: number; texts: Texts },
  company: Company,
): Promise<boolean> {
  const now = deps.now();
  const day = new Date(now).toISOString().slice(0, 10);
  let part = 0;
  const files = companyFiles(deps.kv, company, { now, most: MOST_OF_A_DOCUMENT });
  for await (const bytes of files) {
    part++;
    const name = `${company.id}-${day}-${part}.ndjson`;
    const caption = texts.deletion.caption(company.id, part);
    const sent = await unlessRefused(
      deps,
      () => deps.telegram.sendDocument(chatId, new InputFile(bytes, name), { caption }),
    );
    if (!sent) return false;
  }
  return true;
}
