import { assertEquals } from "@std/assert";
import { RULES } from "./rules.ts";
import { inScene } from "./scene.ts";
import type { SimulatorOptions } from "./simulator.ts";
import type { Story } from "./wrong_call.ts";
import { wrongChats } from "./wrong_chats.ts";
import { wrongKeyboards } from "./wrong_keyboards.ts";
import { wrongMedia } from "./wrong_media.ts";
import { wrongMessages } from "./wrong_messages.ts";
import { wrongRequests } from "./wrong_requests.ts";
import { wrongWhispers } from "./wrong_whispers.ts";

const STORIES: Record<string, Story> = {
  ...wrongChats,
  ...wrongKeyboards,
  ...wrongMedia,
  ...wrongMessages,
  ...wrongRequests,
  ...wrongWhispers,
};

const OPTIONS: Record<string, SimulatorOptions> = {
  "a Telegram without ephemeral messages": { knowsEphemeral: false },
  "too many messages": { enforceRate: true },
};

Deno.test("every rule has a call that breaks it", () => {
  assertEquals(Object.keys(STORIES).toSorted(), RULES.map(({ name }) => name).toSorted());
});

for (const { name, code, methods } of RULES) {
  Deno.test(`refused: ${name}`, () =>
    inScene(async (scene) => {
      const { method, params, says, parameters } = await STORIES[name]!(scene);
      assertEquals(methods === "every" || methods.includes(method), true);
      const answer = await scene.ask(method, params);
      assertEquals([answer.error_code, answer.description], [code, says]);
      assertEquals(answer.parameters, parameters);
      assertEquals(scene.telegram.calls.at(-1)?.error?.description, says);
    }, OPTIONS[name]));
}
