import { assertEquals, assertStringIncludes } from "@std/assert";
import type { Message } from "grammy/types";
import { cardOf, type Program } from "../program.ts";
import { buttons, type Media, type Person, plain } from "../simulator/simulator.ts";
import { events, incident } from "./stored.ts";
import { inStory, newestFor } from "./story.ts";
import { reportedYard, workingYard } from "./working_yard.ts";

const PLACE = { latitude: 41.25, longitude: -95.93 };

/** One of each kind that can be kept. */
const EACH: Record<string, Media> = {
  photo: { photo: {} },
  video: { video: {} },
  document: { document: { file_name: "log.txt" } },
  voice: { voice: {} },
  audio: { audio: {} },
  animation: { animation: {} },
  video_note: { video_note: {} },
  location: { location: PLACE },
};

/** What a message carries, as one word per file: two messages with the same file look the same. */
function carried(message: Message): string {
  const kind = Object.keys(EACH).find((each) =>
    each in message && (each !== "document" || !message.animation)
  )!;
  if (kind === "location") return `location ${message.location?.latitude}`;
  const file = kind === "photo" ? message.photo!.at(-1) : message[kind as "video"];
  return `${kind} ${file?.file_id}`;
}

/** Presses 📎: what came in private, one list per album, one of one for what came alone. */
async function sentAgain(program: Program, person: Person, card: Message): Promise<string[][]> {
  const before = program.telegram.calls.length;
  await person.presses(card, "📎");
  return program.telegram.calls.slice(before)
    .filter(({ method, ok }) => ok && method.startsWith("send") && method !== "sendMessage")
    .map(({ result }) => [result].flat().map((message) => carried(message as Message)));
}

async function attached(program: Program): Promise<number> {
  return (await events(program, "ACME-1")).filter((type) => type === "attached").length;
}

Deno.test("whatever is sent as a reply to the card is kept, and sent again as it was", () =>
  inStory(async (program) => {
    const { yard, card, eve, mia } = await reportedYard(program);
    const sent: string[] = [];
    for (const media of Object.values(EACH)) {
      sent.push(carried(await eve.sends(yard, media, { replyTo: card })));
      assertStringIncludes(buttons(cardOf(yard, "ACME-1")).join(), `📎 ${sent.length}`);
    }
    const [photo, video, ...alone] = sent;
    const again = [[photo, video], ...alone.map((one) => [one])];
    assertEquals(await sentAgain(program, mia, card), again);
    assertEquals(mia.private.messages.slice(-9).map((m) => m.text ?? carried(m)), [
      "Attached to ACME-1",
      ...sent,
    ]);
    assertEquals((await incident(program, "ACME-1")).comments.count, 0);
    const methods = new Set(program.telegram.calls.map(({ method }) => method));
    assertEquals(methods.has("getFile"), false, "nothing is downloaded");
  }));

Deno.test("a file's caption is a comment", () =>
  inStory(async (program) => {
    const { yard, card, bob } = await reportedYard(program);
    const photo = await bob.sendsPhoto(yard, { caption: "The brake line\nis torn", replyTo: card });
    assertStringIncludes(plain(cardOf(yard, "ACME-1")), "💬 1 · Bob: The brake line");
    assertEquals((await events(program, "ACME-1")).slice(-2), ["attached", "commented"]);
    await bob.edits(photo, "The brake hose is torn");
    assertStringIncludes(plain(cardOf(yard, "ACME-1")), "💬 1 · Bob: The brake hose is torn");
    assertEquals(await attached(program), 1);
  }));

Deno.test("a caption that comes later, by an edit, is a comment as well", () =>
  inStory(async (program) => {
    const { yard, card, bob } = await reportedYard(program);
    const photo = await bob.sendsPhoto(yard, { replyTo: card });
    await bob.edits(photo, "The brake line is torn");
    assertStringIncludes(plain(cardOf(yard, "ACME-1")), "💬 1 · Bob: The brake line is torn");
    await bob.says(yard, "/issue 1");
    assertStringIncludes(newestFor(bob, yard), "The brake line is torn");
  }));

Deno.test("a report comes with the file whose caption it is", () =>
  inStory(async (program) => {
    const { yard, eve, mia } = await workingYard(program);
    const captioned = ["photo", "document", "video", "voice", "audio", "animation"];
    for (const [n, kind] of captioned.entries()) {
      await program.clock.advance(15 * 60_000);
      const id = `ACME-${n + 1}`;
      const media = { ...EACH[kind], caption: `/new_issue Brakes failed ${n}` } as Media;
      const source = await eve.sends(yard, media);
      const card = cardOf(yard, id);
      assertStringIncludes(plain(card), `Brakes failed ${n}`);
      assertEquals(card.reply_to_message?.message_id, source.message_id);
      assertEquals(buttons(card).at(-1), "📎 1");
      assertEquals(await sentAgain(program, mia, card), [[carried(source)]]);
    }
  }));

Deno.test("a report that replies to a message takes its file along, with or without words", () =>
  inStory(async (program) => {
    const { yard, eve, bob, mia } = await workingYard(program);
    const photo = await bob.sendsPhoto(yard, { caption: "Brakes failed" });
    await eve.says(yard, "/new_issue", { replyTo: photo });
    assertStringIncludes(plain(cardOf(yard, "ACME-1")), "Brakes failed");
    assertEquals(await sentAgain(program, mia, cardOf(yard, "ACME-1")), [[carried(photo)]]);
    const voice = await bob.sends(yard, { voice: {} });
    await eve.says(yard, "/new_issue Listen to Bob", { replyTo: voice });
    assertEquals(await sentAgain(program, mia, cardOf(yard, "ACME-2")), [[carried(voice)]]);
    const place = await bob.sends(yard, { location: PLACE });
    await eve.says(yard, "/new_issue", { replyTo: place });
    const question = yard.messages.findLast((m) => plain(m).includes("what happened?"))!;
    await eve.says(yard, "Truck 12 is stranded here", { replyTo: question });
    assertEquals(await sentAgain(program, mia, cardOf(yard, "ACME-3")), [[carried(place)]]);
  }));

Deno.test("an album belongs to the incident that its first file reports, or replies to", () =>
  inStory(async (program) => {
    const { yard, eve, bob, mia } = await workingYard(program);
    const first = await eve.sendsAlbum(yard, [
      { photo: {}, caption: "/new_issue Brakes failed" },
      { video: {} },
      { photo: {} },
    ]);
    const card = cardOf(yard, "ACME-1");
    assertEquals(buttons(card).at(-1), "📎 3");
    const second = await bob.sendsAlbum(yard, [{ document: {} }, { document: {} }], {
      replyTo: card,
    });
    await bob.sendsAlbum(yard, [{ photo: {} }, { photo: {} }]);
    assertEquals(buttons(cardOf(yard, "ACME-1")).at(-1), "📎 5");
    assertEquals(await sentAgain(program, mia, card), [first.map(carried), second.map(carried)]);
    assertEquals(await attached(program), 5);
  }));

Deno.test("a bot that is no administrator keeps what Telegram shows it of an album", () =>
  inStory(async (program) => {
    const { yard, eve, bob } = await workingYard(program, { bot: "member" });
    await eve.sendsAlbum(yard, [
      { photo: {}, caption: "/new_issue Brakes failed" },
      { photo: {} },
    ]);
    assertEquals(await attached(program), 1);
    const replyTo = cardOf(yard, "ACME-1");
    await bob.sendsAlbum(yard, [{ photo: {} }, { photo: {} }, { photo: {} }], { replyTo });
    assertEquals(buttons(cardOf(yard, "ACME-1")).at(-1), "📎 4");
  }));

Deno.test("albums have 2 to 10 files of kinds that go together; the rest comes one by one, in order", () =>
  inStory(async (program) => {
    const { yard, card, eve, mia } = await reportedYard(program);
    const sends = async (...kinds: string[]) => {
      const sent: string[] = [];
      for (const kind of kinds) {
        sent.push(carried(await eve.sends(yard, EACH[kind]!, { replyTo: card })));
      }
      return sent;
    };
    const visual = await sends(...Array(6).fill(["photo", "video"]).flat());
    const voice = await sends("voice");
    const documents = await sends("document", "document");
    const others = await sends("animation", "location");
    const audio = await sends("audio", "audio", "audio");
    const last = await sends("video_note");
    assertEquals(await sentAgain(program, mia, card), [
      visual.slice(0, 10),
      visual.slice(10),
      voice,
      documents,
      ...others.map((one) => [one]),
      audio,
      last,
    ]);
  }));

Deno.test("files of one kind stand together, in the order in which they came", () =>
  inStory(async (program) => {
    const { yard, card, eve, mia } = await reportedYard(program);
    const sent: string[] = [];
    for (const kind of ["document", "photo", "voice", "document", "video"]) {
      sent.push(carried(await eve.sends(yard, EACH[kind]!, { replyTo: card })));
    }
    const [first, photo, voice, second, video] = sent;
    assertEquals(await sentAgain(program, mia, card), [[first, second], [photo, video], [voice]]);
  }));

Deno.test("who has not started the bot gets the files in the group, in reply to the card", () =>
  inStory(async (program) => {
    const { yard, card, eve, bob } = await reportedYard(program);
    const photo = await eve.sendsPhoto(yard, { replyTo: card });
    const voice = await eve.sends(yard, { voice: {} }, { replyTo: card });
    const before = yard.messages.length;
    await bob.presses(card, "📎");
    const again = yard.messages.slice(before);
    assertEquals(again.map(carried), [carried(photo), carried(voice)]);
    for (const { reply_to_message: replied } of again) {
      assertEquals(replied?.message_id, card.message_id);
    }
    assertEquals(bob.private.messages, []);
    await bob.starts();
    await bob.presses(card, "📎");
    assertEquals(yard.messages.length, before + again.length);
    assertEquals(bob.private.messages.slice(-2).map(carried), [carried(photo), carried(voice)]);
  }));

Deno.test("one file that Telegram refuses does not keep the others back", () =>
  inStory(async (program) => {
    const { yard, card, eve, mia } = await reportedYard(program);
    for (const kind of ["voice", "location"]) {
      await eve.sends(yard, EACH[kind]!, { replyTo: card });
    }
    const description = "Bad Request: wrong file identifier/HTTP URL specified";
    program.telegram.faults.add({ method: "sendVoice", kind: { code: 400, description } });
    assertEquals(await sentAgain(program, mia, card), [[`location ${PLACE.latitude}`]]);
  }));

Deno.test("files stay with what is over, and more can be added to it", () =>
  inStory(async (program) => {
    const { yard, card, eve, mia } = await reportedYard(program);
    const before = carried(await eve.sendsPhoto(yard, { replyTo: card }));
    await mia.says(yard, "/cancel 1 false alarm");
    const after = carried(await eve.sends(yard, { document: {} }, { replyTo: card }));
    assertEquals(buttons(cardOf(yard, "ACME-1")), ["🔁 Reopen", "⋯ More", "📎 2"]);
    assertEquals(await sentAgain(program, mia, card), [[before], [after]]);
  }));
