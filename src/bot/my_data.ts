/** `/my_data`: what is stored of somebody, as one JSON document that is sent to them. */

import { InputFile } from "grammy";
import { unlessRefused } from "../delivery/unless_refused.ts";
import { blockedUntil, counted, RATE_WINDOW } from "../domain/rate.ts";
import { keys } from "../store/keys.ts";
import { readOne } from "../store/read.ts";
import { LOST_RACE, retry } from "../store/retry.ts";
import { set } from "../store/write.ts";
import { minutesUntil } from "../view/moment.ts";
import { answer } from "./answer.ts";
import type { CommandCall } from "./command.ts";
import type { BotDeps } from "./incoming.ts";
import { type Document, newDocument } from "./json_document.ts";
import { ownActs } from "./own_acts.ts";
import { ownIncidents } from "./own_incidents.ts";
import { ownRecords } from "./own_records.ts";

/** How often somebody may have it within an hour: it looks at every history there is. */
const MOST_PER_HOUR = 3;
/** Telegram takes files of up to 50 MB from bots. @see https://core.telegram.org/bots/api#sending-files */
const MOST_BYTES = 49_000_000;
/** How long it may look, in milliseconds: the webhook's answer waits for it. */
const MOST_TIME = 20_000;

/** Sends it; who has had it too often is told how long to wait. */
export async function sendMyData(deps: BotDeps, call: CommandCall): Promise<void> {
  const { from, message, texts } = call;
  const until = await takeTurn(deps, from.id);
  if (until !== null) {
    deps.trace.outcome = "too_often";
    return await answer(deps, call, texts.myData.wait(minutesUntil(until, deps.now())));
  }
  const document = await documentOf(deps, from.id);
  const name = `tocsin-my-data-${new Date(deps.now()).toISOString().slice(0, 10)}.json`;
  const caption = document.isCut ? texts.myData.cut : texts.myData.caption(name);
  await unlessRefused(
    deps,
    () =>
      deps.uploads.sendDocument(message.chat.id, new InputFile(document.bytes(), name), {
        caption,
      }),
  );
  deps.trace.outcome = "sent";
}

/** Counts it; until when somebody has to wait, epoch milliseconds; `null`: they may have it now. */
async function takeTurn(deps: BotDeps, personId: number): Promise<number | null> {
  return await retry(deps, async () => {
    const entry = await readOne(deps.kv, keys.dataRate(personId));
    const now = deps.now();
    const until = blockedUntil(entry.value, now, MOST_PER_HOUR);
    if (until !== null) return until;
    const changes = [set(entry, counted(entry.value, now), RATE_WINDOW)];
    return await deps.kv.commit([entry], changes) === null ? LOST_RACE : null;
  });
}

async function documentOf(deps: BotDeps, personId: number): Promise<Document> {
  const document = newDocument(MOST_BYTES);
  for (const [name, value] of Object.entries(await ownRecords(deps, personId))) {
    document.put(name, value);
  }
  const endAt = deps.now() + MOST_TIME;
  const lists = { incidents: ownIncidents, acts: ownActs };
  for (const [name, list] of Object.entries(lists)) {
    document.openList(name);
    for await (const found of list(deps, personId)) {
      const isRoom = deps.now() < endAt && (found === null || document.add(found));
      if (isRoom) continue;
      document.cut();
      break;
    }
  }
  document.close();
  return document;
}
