/** A file or place that belongs to an incident: kept by Telegram's `file_id`, never downloaded. */

import { z } from "zod";

/** Kinds of files, as the Bot API names them. */
export const FILE_KINDS = [
  "photo",
  "video",
  "document",
  "audio",
  "animation",
  "voice",
  "video_note",
] as const;

/** What kind of file it is. */
export type FileKind = typeof FILE_KINDS[number];

/** A file as Telegram keeps it. */
export interface FileAttachment {
  /** What kind of file it is. */
  kind: FileKind;
  /** Names the file to this bot, for good. */
  fileId: string;
  /** In bytes; `null` when Telegram does not say. */
  size: number | null;
  /** The file's name; `null` when it has none. */
  name: string | null;
}

/** A place on the map. */
export interface LocationAttachment {
  /** Discriminant. */
  kind: "location";
  /** Degrees. */
  latitude: number;
  /** Degrees. */
  longitude: number;
}

/** What can be attached. */
export type Attachment = FileAttachment | LocationAttachment;

/** Schema of {@linkcode Attachment}. */
export const Attachment: z.ZodType<Attachment> = z.discriminatedUnion("kind", [
  z.object({
    kind: z.enum(FILE_KINDS),
    fileId: z.string().min(1).max(400),
    size: z.int().nullable(),
    name: z.string().max(200).nullable(),
  }),
  z.object({
    kind: z.literal("location"),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
  }),
]);
