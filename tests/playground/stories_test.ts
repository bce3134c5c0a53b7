/** Every story, the recorded ones too, still comes to its end. */

import { assertEquals } from "@std/assert";
import { startPlayground } from "./playground.ts";
import { openLibrary } from "./stories.ts";

const library = await openLibrary();

for (const { id, story } of library.stories()) {
  Deno.test(`the story “${story.name}” plays to its end`, async () => {
    const playground = await startPlayground({ library });
    try {
      assertEquals(await playground.act({ do: "story", id }), { ok: true });
      const window = { as: null, chat: null };
      for (let at = 0; playground.view(window).story?.next; at++) {
        const { next, step } = playground.view(window).story!;
        assertEquals(step, at);
        assertEquals(await playground.act({ do: "step" }), { ok: true }, next!);
      }
      const { steps, step } = playground.view(window).story!;
      assertEquals(step, steps, "every step was played");
      assertEquals(playground.desk.telegram.violations, []);
    } finally {
      await playground.close();
    }
  });
}
