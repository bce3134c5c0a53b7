import { assertEquals } from "@std/assert";
import type { Person } from "./people.ts";
import { inScene, type Scene } from "./scene.ts";

type Speech = (scene: Scene, sends: Person) => Promise<unknown>;

const CASES: [what: string, speech: Speech, reaches: boolean][] = [
  ["chatter", ({ lounge }, ana) => ana.says(lounge, "hello"), false],
  ["a command", ({ lounge }, ana) => ana.says(lounge, "/report x"), true],
  ["a command for it", ({ lounge }, ana) => ana.says(lounge, "/report@Tocsin_Bot x"), true],
  ["a command for another bot", ({ lounge }, ana) => ana.says(lounge, "/report@other_bot"), false],
  ["a command inside a sentence", ({ lounge }, ana) => ana.says(lounge, "try /report"), false],
  [
    "a command for it in a sentence",
    ({ lounge }, ana) => ana.says(lounge, "try /report@tocsin_bot"),
    true,
  ],
  ["a mention", ({ lounge }, ana) => ana.says(lounge, "@tocsin_bot help"), false],
  ["a reply to its message", async ({ lounge, sends }, ana) => {
    const replyTo = await sends({ chat_id: lounge.id, text: "?" });
    await ana.says(lounge, "yes", { replyTo });
  }, true],
  ["a reply to somebody", async ({ lounge, ben, telegram }, ana) => {
    const replyTo = await ben.says(lounge, "hello");
    telegram.updates.splice(0);
    await ana.says(lounge, "hello yourself", { replyTo });
  }, false],
  ["a reply to a command for it", async ({ lounge, ben, telegram }, ana) => {
    const replyTo = await ben.says(lounge, "/report x");
    telegram.updates.splice(0);
    await ana.says(lounge, "me too", { replyTo });
  }, true],
  [
    "a photo with a command",
    ({ lounge }, ana) => ana.sendsPhoto(lounge, { caption: "/report x" }),
    true,
  ],
  ["somebody joining", ({ lounge, telegram }) => telegram.person("Cem").joins(lounge), true],
  ["anything in private", (_scene, ana) => ana.says(ana.private, "hello"), true],
];

for (const [what, speech, reaches] of CASES) {
  Deno.test(`privacy mode ${reaches ? "lets through" : "keeps back"} ${what}`, () =>
    inScene(async (scene) => {
      scene.telegram.updates.splice(0);
      await speech(scene, scene.ana);
      assertEquals(scene.telegram.updates.length, reaches ? 1 : 0);
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
