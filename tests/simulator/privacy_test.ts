import { assertEquals } from "@std/assert";
import type { Person } from "./people.ts";
import { inScene, type Scene } from "./scene.ts";

type Speech = (scene: Scene, sends: Person) => Promise<unknown>;

const CASES: [what: string, speech: Speech, reaches: number][] = [
  ["chatter", ({ lounge }, ana) => ana.says(lounge, "hello"), 0],
  ["a command", ({ lounge }, ana) => ana.says(lounge, "/report x"), 1],
  ["a command for it", ({ lounge }, ana) => ana.says(lounge, "/report@Tocsin_Bot x"), 1],
  ["a command for another bot", ({ lounge }, ana) => ana.says(lounge, "/report@other_bot"), 0],
  ["a command inside a sentence", ({ lounge }, ana) => ana.says(lounge, "try /report"), 0],
  [
    "a command for it in a sentence",
    ({ lounge }, ana) => ana.says(lounge, "try /report@tocsin_bot"),
    1,
  ],
  ["a mention", ({ lounge }, ana) => ana.says(lounge, "@tocsin_bot help"), 0],
  ["a reply to its message", async ({ lounge, sends }, ana) => {
    const replyTo = await sends({ chat_id: lounge.id, text: "?" });
    await ana.says(lounge, "yes", { replyTo });
  }, 1],
  ["a reply to somebody", async ({ lounge, ben, telegram }, ana) => {
    const replyTo = await ben.says(lounge, "hello");
    telegram.updates.splice(0);
    await ana.says(lounge, "hello yourself", { replyTo });
  }, 0],
  ["a reply to a command for it", async ({ lounge, ben, telegram }, ana) => {
    const replyTo = await ben.says(lounge, "/report x");
    telegram.updates.splice(0);
    await ana.says(lounge, "me too", { replyTo });
  }, 1],
  [
    "a photo with a command",
    ({ lounge }, ana) => ana.sendsPhoto(lounge, { caption: "/report x" }),
    1,
  ],
  [
    "a photo with a command for another bot",
    ({ lounge }, ana) => ana.sendsPhoto(lounge, { caption: "/report@other_bot x" }),
    0,
  ],
  ["a voice message", ({ lounge }, ana) => ana.sends(lounge, { voice: {} }), 0],
  ["a document in reply to its message", async ({ lounge, sends }, ana) => {
    const replyTo = await sends({ chat_id: lounge.id, text: "?" });
    await ana.sends(lounge, { document: {} }, { replyTo });
  }, 1],
  [
    "one of an album whose caption is a command",
    ({ lounge }, ana) =>
      ana.sendsAlbum(lounge, [{ photo: {}, caption: "/report x" }, { photo: {} }, { photo: {} }]),
    1,
  ],
  ["all of an album in reply to its message", async ({ lounge, sends }, ana) => {
    const replyTo = await sends({ chat_id: lounge.id, text: "?" });
    await ana.sendsAlbum(lounge, [{ photo: {} }, { photo: {} }], { replyTo });
  }, 2],
  ["somebody joining", ({ lounge, telegram }) => telegram.person("Cem").joins(lounge), 1],
  ["anything in private", (_scene, ana) => ana.says(ana.private, "hello"), 1],
];

for (const [what, speech, reaches] of CASES) {
  Deno.test(`privacy mode ${reaches > 0 ? "lets through" : "keeps back"} ${what}`, () =>
    inScene(async (scene) => {
      scene.telegram.updates.splice(0);
      await speech(scene, scene.ana);
      assertEquals(scene.telegram.updates.length, reaches);
    }));
}

Deno.test("an administrator bot, or one without privacy mode, gets what people say", async () => {
  await inScene(async ({ telegram, ana, office, lounge }) => {
    await ana.says(office, "hello");
    await ana.edits(await ana.says(office, "helo"), "hello");
    await ana.says(lounge, "hello");
    assertEquals(telegram.updates.length, 4, "Ana's start and what was said in the office");
    assertEquals(telegram.updates.at(-1)?.edited_message?.text, "hello");
  });
  await inScene(async ({ telegram, ana, lounge, ask }) => {
    await ana.says(lounge, "hello");
    assertEquals(telegram.updates.length, 2);
    const { result } = await ask("getMe");
    assertEquals((result as Record<string, unknown>).can_read_all_group_messages, true);
  }, { privacyMode: false });
});
