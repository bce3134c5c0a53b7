/** What a message carries that can be kept with an incident. */

import type { Message } from "grammy/types";
import { Attachment, type FileKind } from "../domain/attachment.ts";
import { oneLine } from "../domain/text.ts";

/** The file or place of a message; `null` without one, or when it can't be kept. */
export function attachmentIn(message: Message): Attachment | null {
  const { data = null } = Attachment.nullable().safeParse(carriedBy(message));
  return data;
}

function carriedBy(message: Message): Attachment | null {
  if (message.location) {
    const { latitude, longitude } = message.location;
    return { kind: "location", latitude, longitude };
  }
  if (message.photo) {
    // Telegram sends every size; the last is the largest.
    const largest = message.photo.at(-1);
    return largest ? file("photo", largest) : null;
  }
  // An animation comes with a document of the same file, for older bots.
  if (message.animation) return file("animation", message.animation);
  if (message.video) return file("video", message.video);
  if (message.document) return file("document", message.document);
  if (message.audio) return file("audio", message.audio);
  if (message.voice) return file("voice", message.voice);
  if (message.video_note) return file("video_note", message.video_note);
  return null;
}

/** Longer names are cut. */
const MOST_NAME = 200;

function file(
  kind: FileKind,
  { file_id, file_size, file_name }: { file_id: string; file_size?: number; file_name?: string },
): Attachment {
  const name = file_name === undefined ? null : oneLine(file_name).slice(0, MOST_NAME);
  return { kind, fileId: file_id, size: file_size ?? null, name: name?.toWellFormed() ?? null };
}
