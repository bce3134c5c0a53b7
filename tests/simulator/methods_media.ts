import type { Location, Message } from "grammy/types";
import { FILE_KINDS, type FileKind, FILES, storeFile } from "./files.ts";
import { nextAlbumId } from "./media.ts";
import { sendAsBot, textContent } from "./outgoing.ts";
import { stringIn } from "./params.ts";
import { present } from "./present.ts";
import type { Telegram } from "./telegram.ts";
import type { Asked, Params, World } from "./world.ts";

type Sending = (asked: Asked, telegram: Telegram) => Message;

/** Methods that send files and places. The rules have been checked before. */
export const mediaMethods = {
  ...Object.fromEntries(
    FILE_KINDS.map((kind) => [FILES[kind].method, sendFile(kind)]),
  ) as Record<string, Sending>,
  sendLocation({ method, params }: Asked, telegram: Telegram) {
    const location = present<Location>({
      latitude: Number(params.latitude),
      longitude: Number(params.longitude),
      horizontal_accuracy: params.horizontal_accuracy as number | undefined,
    });
    return sendAsBot({ method, params }, telegram, { location });
  },
  sendMediaGroup(asked: Asked, telegram: Telegram) {
    const media_group_id = nextAlbumId(telegram.world);
    return (asked.params.media as Params[]).map((item) =>
      sendAsBot(asked, telegram, { ...fileContent(telegram.world, item, "media"), media_group_id })
    );
  },
};

function sendFile(kind: FileKind): Sending {
  return (asked, telegram) =>
    sendAsBot(asked, telegram, fileContent(telegram.world, asked.params, kind));
}

/** A file that is named by its id, or a new one, with its caption. */
function fileContent(world: World, params: Params, key: FileKind | "media"): Partial<Message> {
  const given = params[key];
  const caption = textContent({ method: "", params }, { world, key: "caption" });
  if (given instanceof File && key !== "media") {
    return {
      ...storeFile(world, key, { file_name: given.name, file_size: given.size }, given),
      ...caption,
    };
  }
  return { ...world.files.get(stringIn(params, key) ?? "")?.content, ...caption };
}
