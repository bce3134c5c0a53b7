import type { Contact, Location, Message, User } from "grammy/types";
import { FILE_KINDS, type FileFacts, type FileKind, storeFile } from "./files.ts";
import { typed } from "./typed.ts";
import type { World } from "./world.ts";

/** A file with what is known about it, by its kind. */
type SomeFile<K extends FileKind = FileKind> = { [Kind in K]: { [_ in Kind]: FileFacts } }[K];

/** What a person sends: one file with or without a caption, or something that has none. */
export type Media =
  | SomeFile<Exclude<FileKind, "video_note">> & { caption?: string }
  | SomeFile<"video_note">
  | { location: Location }
  | { contact: Contact };

/** What an album can hold: photos and videos together, or documents, or audio files. */
export type AlbumItem = SomeFile<"photo" | "video" | "document" | "audio"> & { caption?: string };

/** What messages carry besides text: copies and forwards take it along. */
export const CONTENT_KEYS = [
  "text",
  "entities",
  "caption",
  "caption_entities",
  ...FILE_KINDS,
  "location",
  "contact",
] as const satisfies readonly (keyof Message)[];

/** Kinds of files that stay among themselves in an album. */
export const UNMIXED: readonly FileKind[] = ["document", "audio"];

/** The content of a message that carries a new file, a place or a contact. */
export function mediaContent(
  world: World,
  media: Media,
  mentions?: readonly User[],
): Partial<Message> {
  if ("location" in media) return { location: media.location };
  if ("contact" in media) return { contact: media.contact };
  const kind = kindIn(media);
  const { [kind]: facts, caption } = media as Partial<Record<FileKind, FileFacts>> & {
    caption?: string;
  };
  return { ...storeFile(world, kind, facts), ...captioned(caption, mentions) };
}

/**
 * The contents of an album's messages, in order, with one `media_group_id`. Throws where a client
 * wouldn't let anybody send them together.
 */
export function albumContents(world: World, items: readonly AlbumItem[]): Partial<Message>[] {
  if (items.length < 2 || items.length > 10) {
    throw new RangeError(`Cannot send an album of ${items.length}`);
  }
  const kinds = new Set(items.map(kindIn));
  if (kinds.size > 1 && UNMIXED.some((kind) => kinds.has(kind))) {
    throw new RangeError(`Cannot send an album of ${[...kinds].join(" and ")}`);
  }
  const media_group_id = nextAlbumId(world);
  return items.map((item) => ({ ...mediaContent(world, item), media_group_id }));
}

/** The decimal text of a positive 64-bit number. */
export function nextAlbumId(world: World): string {
  return `139${String(++world.last.album).padStart(14, "0")}`;
}

function kindIn(media: object): FileKind {
  const kind = FILE_KINDS.find((each) => each in media);
  if (!kind) throw new RangeError("Cannot send: there is no file in it");
  return kind;
}

/** What a person writes under a file, as the message carries it. */
export function captioned(caption = "", mentions?: readonly User[]): Partial<Message> {
  const { text, entities } = typed(caption, mentions);
  return {
    ...(text ? { caption: text } : {}),
    ...(entities ? { caption_entities: entities } : {}),
  };
}
