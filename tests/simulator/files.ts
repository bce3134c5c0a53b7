import type { Message } from "grammy/types";
import type { World } from "./world.ts";

/** Kinds of files that messages carry, as the Bot API names them. */
export const FILE_KINDS = [
  "photo",
  "document",
  "video",
  "voice",
  "audio",
  "animation",
  "video_note",
] as const;

export type FileKind = typeof FILE_KINDS[number];

/** What a sender or a client says about a file. */
export interface FileFacts {
  file_name?: string;
  mime_type?: string;
  /** In bytes. */
  file_size?: number;
  /** In seconds. */
  duration?: number;
  title?: string;
  performer?: string;
}

/** A file Telegram keeps: any message that carries it shows this. */
export interface StoredFile {
  readonly kind: FileKind;
  readonly content: Partial<Message>;
  /** What the bot has uploaded. */
  readonly upload?: Blob;
}

interface Traits {
  readonly method: string;
  /** How its ids begin. */
  readonly prefix: string;
  /** What Telegram's errors call one of it, and many. */
  readonly type: string;
  readonly many: string;
  /** What every one of it has. */
  readonly always: Record<string, number>;
}

const AREA = { width: 1280, height: 720 };
const TIME = { duration: 5 };

export const FILES: Readonly<Record<FileKind, Traits>> = {
  photo: { method: "sendPhoto", prefix: "AgAC", type: "Photo", many: "photos", always: AREA },
  document: {
    method: "sendDocument",
    prefix: "BQAC",
    type: "Document",
    many: "documents",
    always: {},
  },
  video: {
    method: "sendVideo",
    prefix: "BAAC",
    type: "Video",
    many: "videos",
    always: { ...AREA, ...TIME },
  },
  voice: {
    method: "sendVoice",
    prefix: "AwAC",
    type: "VoiceNote",
    many: "voice notes",
    always: TIME,
  },
  audio: { method: "sendAudio", prefix: "CQAC", type: "Audio", many: "music", always: TIME },
  animation: {
    method: "sendAnimation",
    prefix: "CgAC",
    type: "Animation",
    many: "animations",
    always: { ...AREA, ...TIME },
  },
  video_note: {
    method: "sendVideoNote",
    prefix: "DQAC",
    type: "VideoNote",
    many: "video notes",
    always: { length: 384, ...TIME },
  },
};

/** The kind of file each method sends. */
export const KIND_SENT_BY: ReadonlyMap<string, FileKind> = new Map(
  FILE_KINDS.map((kind) => [FILES[kind].method, kind]),
);

// Ids are opaque and long; about as long as Telegram's are now.
const ID_LENGTH = 72;

/** Keeps a new file: what a message that carries it shows. Every id in it names the file. */
export function storeFile(
  world: World,
  kind: FileKind,
  facts: FileFacts = {},
  upload?: Blob,
): Partial<Message> {
  const number = ++world.last.file;
  const named = (size: string) => {
    const unique = `${number}${size}`;
    const file_id = FILES[kind].prefix + unique.padStart(ID_LENGTH - 4, "A");
    return { file_id, file_unique_id: `AQAD${unique.padStart(10, "A")}` };
  };
  const { always } = FILES[kind];
  const file = { ...named(""), ...always, ...facts };
  const small = { ...named("s"), width: 90, height: 51 };
  const content = contentWith(kind, { file, small });
  for (const { file_id } of kind === "photo" ? [small, file] : [file]) {
    world.files.set(file_id, { kind, content, ...(upload ? { upload } : {}) });
  }
  return content;
}

/** A photo comes in sizes, the smallest first; an animation is a document too, for old bots. */
function contentWith(kind: FileKind, { file, small }: { file: object; small: object }) {
  if (kind === "photo") return { photo: [small, file] } as Partial<Message>;
  if (kind === "animation") return { animation: file, document: file } as Partial<Message>;
  return { [kind]: file } as Partial<Message>;
}
