import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import type { Message } from "grammy/types";
import { FILE_KINDS, FILES } from "./files.ts";
import { inScene } from "./scene.ts";
import { whisper } from "./wrong_call.ts";

Deno.test("people send files and places, with a caption and in reply", () =>
  inScene(async ({ telegram, ana, ben, office }) => {
    const replyTo = await ben.says(office, "show me");
    const caption = "Ben, see #oil";
    const photo = await ana.sends(office, { photo: {}, caption }, { replyTo, mentions: [ben] });
    assertEquals([photo.caption, photo.text], [caption, undefined]);
    assertEquals(photo.caption_entities?.map(({ type }) => type), ["text_mention", "hashtag"]);
    assertEquals(photo.reply_to_message?.text, "show me");
    const [small, large] = photo.photo ?? [];
    assert(small && large && small.width < large.width, "the largest size comes last");
    const log = { file_name: "log.txt", mime_type: "text/plain", file_size: 12 };
    const { document } = await ana.sends(office, { document: log });
    assertEquals([document?.file_name, document?.file_size], ["log.txt", 12]);
    const { location } = await ana.sends(office, { location: { latitude: 52.5, longitude: 13.4 } });
    assertEquals(location, { latitude: 52.5, longitude: 13.4 });
    const contact = { phone_number: "+49301234", first_name: "Cem" };
    assertEquals((await ana.sends(office, { contact })).contact, contact);
    assertEquals(telegram.updates.at(-1)?.message?.contact, contact);
  }));

Deno.test("a bot sends any file again by its id, as it was", () =>
  inScene(async ({ ana, ask }) => {
    for (const kind of FILE_KINDS) {
      const original = await ana.sends(ana.private, { [kind]: {} } as never);
      const { message_id } = original;
      const file = kind === "photo" ? original.photo![0] : original[kind];
      const { file_id } = file as { file_id: string };
      const { method } = FILES[kind];
      const { result } = await ask(method, {
        chat_id: ana.id,
        [kind]: file_id,
        reply_parameters: { message_id },
        ...(kind === "video_note" ? {} : { caption: "<b>again</b>", parse_mode: "HTML" }),
      });
      const sent = result as Message;
      assertEquals(sent[kind], original[kind], kind);
      assertEquals(sent.reply_to_message?.message_id, message_id);
      assertEquals(sent.caption, kind === "video_note" ? undefined : "again");
      assertEquals(sent.document !== undefined, ["document", "animation"].includes(kind));
    }
  }));

Deno.test("a file or a place can be for one person's eyes, in a topic", () =>
  inScene(async ({ telegram, ana, ben, ask }) => {
    const forum = telegram.group("Forum", {
      members: [ana, ben],
      forum: true,
      botRights: "administrator",
    });
    const topic = forum.opensTopic("Printers");
    const { photo } = await ana.sendsPhoto(forum, { topic });
    const params = { chat_id: forum.id, message_thread_id: topic, ...whisper(ben) };
    await ask("sendPhoto", { ...params, photo: photo![1]!.file_id });
    await ask("sendLocation", { ...params, latitude: 1, longitude: 2 });
    const whispered = forum.visibleTo(ben).slice(-2);
    assertEquals(
      whispered.map(({ message_id, message_thread_id: thread }) => [message_id, thread]),
      [
        [0, topic],
        [0, topic],
      ],
    );
    assertEquals([whispered[0]?.photo, whispered[1]?.location?.latitude], [photo, 1]);
    assertEquals(forum.visibleTo(ana).length, 2);
    assertEquals(telegram.violations, []);
  }));

Deno.test("an album is several messages with one media_group_id", () =>
  inScene(async ({ telegram, ana, ben, office }) => {
    const replyTo = await ben.says(office, "show me");
    telegram.updates.splice(0);
    const album = await ana.sendsAlbum(office, [
      { photo: {}, caption: "left" },
      { video: { duration: 9 } },
    ], { replyTo });
    const told = telegram.updates.map(({ message }) => message);
    assertEquals(told.map((message) => message?.message_id), album.map((each) => each.message_id));
    assertEquals(told.map((message) => message?.caption), ["left", undefined]);
    assertEquals(told.map((message) => message?.reply_to_message?.text), ["show me", "show me"]);
    const [first, second] = told.map((message) => message?.media_group_id);
    assert(first && first === second);
    const other = await ana.sendsAlbum(office, [{ document: {} }, { document: {} }]);
    assert(other[0]?.media_group_id !== first);
    const mixed = () => ana.sendsAlbum(office, [{ photo: {} }, { document: {} }]);
    await assertRejects(mixed, RangeError, "Cannot send an album of photo and document");
    await assertRejects(() => ana.sendsAlbum(office, [{ photo: {} }]), RangeError, "album of 1");
    assertThrows(() => ana.sends(office, {} as never), RangeError, "there is no file");
  }));

Deno.test("a bot's album comes back message by message", () =>
  inScene(async ({ telegram, ana, ben, office, ask }) => {
    const [photo, video] = await ana.sendsAlbum(office, [{ photo: {} }, { video: {} }]);
    const { message_id } = await ben.says(office, "again?");
    const { result } = await ask("sendMediaGroup", {
      chat_id: office.id,
      media: [
        {
          type: "photo",
          media: photo?.photo?.at(-1)?.file_id,
          caption: "<i>left</i>",
          parse_mode: "HTML",
        },
        { type: "video", media: video?.video?.file_id, duration: 5 },
      ],
      reply_parameters: { message_id },
    });
    const sent = result as Message[];
    assertEquals(sent, office.messages.slice(-2));
    assertEquals(sent.map(({ caption }) => caption), ["left", undefined]);
    assertEquals(sent.map((each) => each.reply_to_message?.text), ["again?", "again?"]);
    assert(sent[0]?.media_group_id && sent[0].media_group_id === sent[1]?.media_group_id);
    assert(sent[0].media_group_id !== photo?.media_group_id);
    assertEquals(telegram.violations, []);
  }));

Deno.test("captions of an album are read and measured one by one", () =>
  inScene(async ({ ana, ask }) => {
    const { photo } = await ana.sendsPhoto(ana.private);
    const items = (caption: string) => [
      { type: "photo", media: photo![1]!.file_id },
      { type: "photo", media: photo![1]!.file_id, caption, parse_mode: "HTML" },
    ];
    const answer = async (caption: string) =>
      (await ask("sendMediaGroup", { chat_id: ana.id, media: items(caption) })).description;
    assertEquals(await answer("x".repeat(1024)), undefined);
    assertEquals(await answer("x".repeat(1025)), "Bad Request: message caption is too long");
    assertEquals(
      await answer("<b>x"),
      `Bad Request: can't parse entities: Can't find end tag corresponding to start tag "b"`,
    );
  }));

Deno.test("people change what they wrote under a file", () =>
  inScene(async ({ telegram, ana, office }) => {
    const photo = await ana.sends(office, { photo: {}, caption: "/report oil" });
    const { caption, caption_entities, text } = await ana.edits(photo, "oil");
    assertEquals([caption, caption_entities, text], ["oil", undefined, undefined]);
    assertEquals(telegram.updates.at(-1)?.edited_message?.photo, photo.photo);
  }));

Deno.test("copies and forwards take files, places and contacts along", () =>
  inScene(async ({ ana, ben, office }) => {
    const voice = await ana.sends(office, { voice: {}, caption: "listen" });
    const forwarded = await ben.forwards(voice, ben.private);
    assertEquals([forwarded.voice, forwarded.caption], [voice.voice, "listen"]);
    const place = await ana.sends(office, { location: { latitude: 1, longitude: 2 } });
    assertEquals((await ben.forwards(place, ben.private)).location, place.location);
  }));
