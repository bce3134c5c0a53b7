import { assertEquals } from "@std/assert";
import { FILE_KINDS, FILES } from "./files.ts";
import type { Person } from "./people.ts";
import type { Scene } from "./scene.ts";
import type { Story } from "./wrong_call.ts";

const ALBUM = "sendMediaGroup";

/** Files, places and albums that Telegram takes nowhere. */
export const wrongMedia: Record<string, Story> = {
  ...Object.fromEntries(FILE_KINDS.map((kind): [string, Story] => {
    const words = kind.replace("_", " ");
    return [`no ${words}`, ({ ana }) => ({
      method: FILES[kind].method,
      params: { chat_id: ana.id },
      says: `Bad Request: there is no ${words} in the request`,
    })];
  })),
  "no latitude": ({ ana }) => ({
    method: "sendLocation",
    params: { chat_id: ana.id, longitude: 13.4 },
    says: "Bad Request: latitude is empty",
  }),
  "no longitude": ({ ana }) => ({
    method: "sendLocation",
    params: { chat_id: ana.id, latitude: 52.5 },
    says: "Bad Request: longitude is empty",
  }),
  "place that is on no map": async ({ ana, ask }) => {
    const params = { chat_id: ana.id, latitude: 90, longitude: -180 };
    assertEquals((await ask("sendLocation", params)).ok, true);
    return {
      method: "sendLocation",
      params: { ...params, latitude: 90.1 },
      says: "Bad Request: invalid location specified",
    };
  },
  "album of nothing": ({ ana }) => ({
    method: ALBUM,
    params: { chat_id: ana.id, media: [] },
    says: "Bad Request: there are no messages to send",
  }),
  "album item of a kind no album has": async ({ ana }) => {
    const media = [item("voice", await voiceBy(ana)), item("voice", await voiceBy(ana))];
    return {
      method: ALBUM,
      params: { chat_id: ana.id, media },
      says: `Bad Request: can't parse InputMedia: type "voice" is unsupported`,
    };
  },
  "album item without a file": async ({ ana }) => ({
    method: ALBUM,
    params: { chat_id: ana.id, media: [item("photo", await photoBy(ana)), { type: "photo" }] },
    says: "Bad Request: can't parse InputMedia: media not found",
  }),
  "album too large": async (scene) => {
    const photo = item("photo", await photoBy(scene.ana));
    assertEquals((await sendAlbum(scene, Array(10).fill(photo))).ok, true, "ten are not too many");
    return {
      method: ALBUM,
      params: { chat_id: scene.ana.id, media: Array(11).fill(photo) },
      says: "Bad Request: too many messages to send as an album",
    };
  },
  "album of one": async ({ ana }) => ({
    method: ALBUM,
    params: { chat_id: ana.id, media: [item("photo", await photoBy(ana))] },
    says: "Bad Request: an album has 2-10 items; Telegram would send one item alone",
  }),
  "album of kinds that don't mix": async (scene) => {
    const { ana } = scene;
    const photo = item("photo", await photoBy(ana));
    const video = item("video", (await ana.sends(ana.private, { video: {} })).video!.file_id);
    const audio = item("audio", (await ana.sends(ana.private, { audio: {} })).audio!.file_id);
    const document = item("document", await documentBy(ana));
    assertEquals((await sendAlbum(scene, [photo, video])).ok, true, "photos and videos do");
    assertEquals((await sendAlbum(scene, [document, document])).ok, true, "documents do");
    const { description } = await sendAlbum(scene, [photo, document]);
    assertEquals(description, "Bad Request: document can't be mixed with other media types");
    return {
      method: ALBUM,
      params: { chat_id: ana.id, media: [video, audio] },
      says: "Bad Request: audio can't be mixed with other media types",
    };
  },
  "file nobody knows": async (scene) => {
    const { ana, ask } = scene;
    const says = "Bad Request: wrong file identifier/HTTP URL specified";
    const photo = await photoBy(ana);
    const params = { chat_id: ana.id, photo: "https://example.com/x.png" };
    assertEquals((await ask("sendPhoto", { ...params, photo })).ok, true);
    assertEquals((await ask("sendPhoto", params)).description, says, "nor any address");
    return {
      method: ALBUM,
      params: { chat_id: ana.id, media: [item("photo", photo), item("photo", `${photo}x`)] },
      says,
    };
  },
  "file of another kind": async ({ ana, ask }) => {
    const document = await documentBy(ana);
    const { description } = await ask("sendPhoto", { chat_id: ana.id, photo: document });
    assertEquals(description, "Bad Request: can't use file of type Document as Photo");
    return {
      method: ALBUM,
      params: { chat_id: ana.id, media: [item("video", document), item("video", document)] },
      says: "Bad Request: can't use file of type Document as Video",
    };
  },
};

function item(type: string, media: string) {
  return { type, media };
}

function sendAlbum({ ana, ask }: Scene, media: unknown[]) {
  return ask(ALBUM, { chat_id: ana.id, media });
}

async function photoBy(person: Person): Promise<string> {
  return (await person.sendsPhoto(person.private)).photo!.at(-1)!.file_id;
}

async function documentBy(person: Person): Promise<string> {
  return (await person.sends(person.private, { document: {} })).document!.file_id;
}

async function voiceBy(person: Person): Promise<string> {
  return (await person.sends(person.private, { voice: {} })).voice!.file_id;
}
