/** Sends again what is attached to an incident. */

import type { InputMedia } from "grammy/types";
import { unlessRefused } from "../delivery/unless_refused.ts";
import { inTopic } from "../delivery/topic.ts";
import { spotOptions } from "../delivery/wire.ts";
import type { Attachment, FileAttachment } from "../domain/attachment.ts";
import { formatIncidentId } from "../domain/ids.ts";
import { toast } from "./answer.ts";
import { historyOf } from "./history.ts";
import { type BotDeps, isGroup } from "./incoming.ts";
import type { Look } from "./look.ts";
import type { PressContext } from "./pressed.ts";

/** Most items of an album. @see https://core.telegram.org/bots/api#sendmediagroup */
const MOST_OF_AN_ALBUM = 10;

/** Which kinds Telegram lets stand in one album; others are sent one by one. */
const ALBUMS: Partial<Record<Attachment["kind"], string>> = {
  photo: "visual",
  video: "visual",
  document: "document",
  audio: "audio",
};

/** Sends all files: to the person alone if they have a private chat with the bot, else to the group. */
export async function sendFiles(
  deps: BotDeps,
  { query, chat, texts }: PressContext,
  { incident, card }: Look,
): Promise<void> {
  const attachments = (await historyOf(deps, incident)).flatMap((event) =>
    event.type === "attached" ? [event.attachment] : []
  );
  if (attachments.length === 0) return await toast(deps, query.id, texts.attachments.none);
  const title = texts.attachments.of(formatIncidentId(incident));
  const inPrivate = await unlessRefused(
    deps,
    () => deps.telegram.sendMessage(query.from.id, title),
  );
  const chatId = inPrivate ? query.from.id : chat.id;
  const spot = inPrivate
    ? { topicId: null, replyTo: null }
    : { topicId: incident.topicId, replyTo: card?.messageId ?? null };
  await toast(deps, query.id, inPrivate && isGroup(chat) ? texts.menu.writtenPrivately : title);
  for (const batch of batchesOf(attachments)) {
    await unlessRefused(
      deps,
      () =>
        inTopic(spot, (where) => sendBatch(deps, { chatId, options: spotOptions(where) }, batch)),
    );
  }
}

/** Albums of 2 to 10 where the kinds allow it; the order within each is kept. */
export function batchesOf(attachments: readonly Attachment[]): Attachment[][] {
  const albums = new Map<string, Attachment[]>();
  const batches: Attachment[][] = [];
  for (const attachment of attachments) {
    const name = ALBUMS[attachment.kind];
    const album = name === undefined ? undefined : albums.get(name);
    if (album && album.length < MOST_OF_AN_ALBUM) {
      album.push(attachment);
      continue;
    }
    const batch = [attachment];
    batches.push(batch);
    if (name !== undefined) albums.set(name, batch);
  }
  return batches;
}

interface Destination {
  chatId: number;
  options: ReturnType<typeof spotOptions>;
}

async function sendBatch(
  { telegram }: BotDeps,
  { chatId, options }: Destination,
  batch: readonly Attachment[],
): Promise<void> {
  const [first, ...others] = batch;
  if (others.length > 0) {
    const media = (batch as FileAttachment[]).map(({ kind, fileId }) => ({
      type: kind,
      media: fileId,
    } as InputMedia & { type: "photo" | "video" }));
    await telegram.sendMediaGroup(chatId, media, options);
    return;
  }
  if (!first) return;
  switch (first.kind) {
    case "location":
      await telegram.sendLocation(chatId, first.latitude, first.longitude, options);
      return;
    case "photo":
      await telegram.sendPhoto(chatId, first.fileId, options);
      return;
    case "video":
      await telegram.sendVideo(chatId, first.fileId, options);
      return;
    case "document":
      await telegram.sendDocument(chatId, first.fileId, options);
      return;
    case "audio":
      await telegram.sendAudio(chatId, first.fileId, options);
      return;
    case "animation":
      await telegram.sendAnimation(chatId, first.fileId, options);
      return;
    case "voice":
      await telegram.sendVoice(chatId, first.fileId, options);
      return;
    case "video_note":
      await telegram.sendVideoNote(chatId, first.fileId, options);
      return;
    default:
      first satisfies never;
  }
}
